import type { Procedure } from '../procedures/procedure.ts';
import { procedures } from '../procedures/procedures.ts';
import type { Advice } from './advice.ts';
import { applicationAdvice } from './application.ts';
import { paidAdvice, pinResetAdvice, renewalAdvice, storeTerminalAdvice } from './card-errands.ts';
import { adviceOf, routeOf } from './route.ts';
import type { RuleId } from './rule-book.ts';
import type { Visit } from './visit.ts';

const nothing = ({ id }: Procedure, rule: RuleId): Advice =>
  adviceOf({ errand: id, routes: [routeOf({ channel: 'none', rules: [rule] })] });

const isOpen = ({ open }: Procedure, day: string): boolean =>
  (open.from === null || open.from <= day) && (open.until === null || day <= open.until);

/** A sound means "found", not "done", and who has not practised that lifts the card at it. */
const withHolding = (visit: Visit, advice: Advice): Advice => {
  const [best] = advice.routes;
  const holdsCard = best.by === 'phone' || best.by === 'pc-phone';
  if (!holdsCard || visit.peek('holdPractice') === 'learned') return advice;
  return { ...advice, notes: [...advice.notes, 'hold-until-done'] };
};

/**
 * What to do about the errand of this visit.
 *
 * @throws {NotKnown} the fact that has to be asked next.
 */
export const advise = (visit: Visit): Advice => withHolding(visit, adviceFor(visit));

const adviceFor = (visit: Visit): Advice => {
  const procedure = procedures[visit.ask('errand')];
  if (!isOpen(procedure, visit.now.day)) return nothing(procedure, 'errand-closed');
  switch (procedure.kind) {
    case 'application':
      return applicationAdvice(visit, procedure);
    case 'paid-without-application':
      return paidAdvice(procedure);
    case 'store-terminal':
      return storeTerminalAdvice(visit, procedure);
    case 'pin-reset':
      return pinResetAdvice(visit, procedure);
    case 'renewal':
      return renewalAdvice(visit, procedure);
    case 'information':
      return nothing(procedure, 'look-around');
  }
};
