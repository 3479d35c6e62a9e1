/** Errands that are applied for: online, by post, or at a counter. */
import type { Procedure } from '../procedures/procedure.ts';
import type { Advice, Blocked, Route } from './advice.ts';
import { cardObstacle, cardRoute } from './card.ts';
import { counterDay, postDay } from './estimates.ts';
import { notesOf } from './notes.ts';
import { onlineOf, terminalRoute } from './online.ts';
import { isRepresented } from './people.ts';
import { dependsOnDeadline, inTime, ranked } from './rank.ts';
import { adviceOf, type Routes, resultDay, routeOf } from './route.ts';
import type { RuleId } from './rule-book.ts';
import type { Visit } from './visit.ts';

/** In minutes. From here on the queue itself is a reason. */
const longWait = 120;

const waitRules = (visit: Visit): readonly RuleId[] =>
  (visit.peek('waitMinutes') ?? 0) >= longWait ? ['long-wait'] : [];

const wardRules = ({ varies }: Procedure): readonly RuleId[] => (varies ? ['ask-the-ward'] : []);

/** A lost card is reported first, whichever way the errand then goes. */
const urgentSteps = (visit: Visit): Route['first'] => {
  const card = visit.peek('card');
  return (card === undefined ? null : cardObstacle(card))?.now ?? [];
};

const postRoutes = (visit: Visit, procedure: Procedure, sparesCounter: boolean): readonly Route[] => {
  if (procedure.post === null) return [];
  const doneBy = postDay(visit, procedure.post);
  return [
    routeOf({
      channel: 'post',
      first: urgentSteps(visit),
      doneBy,
      resultBy: resultDay(doneBy, procedure.processing),
      bring: ['application-form', ...procedure.post.bring],
      rules: [
        ...(sparesCounter ? (['post-before-counter', ...waitRules(visit)] as const) : []),
        'post-applies',
        ...wardRules(procedure),
      ],
    }),
  ];
};

const counterRoutes = (visit: Visit, procedure: Procedure): readonly Route[] => {
  const { counter } = procedure;
  if (counter === null) return [];
  const doneBy = counterDay(visit, counter.where);
  const holder = visit.peek('holder') ?? 'self';
  const isMunicipality = counter.where === 'municipality';
  return [
    routeOf({
      channel: 'counter',
      first: urgentSteps(visit),
      doneBy,
      resultBy: resultDay(doneBy, procedure.processing),
      visits: 1,
      bring: [
        'identity-document',
        ...counter.bring,
        ...(holder === 'helping-someone' ? (['power-of-attorney', 'representative-identity'] as const) : []),
        ...(isRepresented(holder) ? (['representative-identity', 'proof-of-representation'] as const) : []),
      ],
      rules: [
        'counter-applies',
        ...(isMunicipality && doneBy > visit.now.day ? (['office-closed-today'] as const) : []),
        ...(isMunicipality ? waitRules(visit) : []),
        ...(isRepresented(holder) ? (['representative'] as const) : []),
        'ask-the-ward',
      ],
    }),
  ];
};

const missingChannels = (procedure: Procedure): readonly Blocked[] => [
  ...(procedure.post === null ? [{ channel: 'post', by: null, because: ['no-post-channel'], check: [] } as const] : []),
  ...(procedure.counter === null
    ? [{ channel: 'counter', by: null, because: ['no-counter-channel'], check: [] } as const]
    : []),
];

/** For an errand that only exists online there is still something to do: mend the card, or use a terminal of the office. */
const lastResort = (visit: Visit, procedure: Procedure): Route => {
  const card = visit.ask('card');
  if (cardObstacle(card) !== null || procedure.online === null) return cardRoute(visit, card);
  if (procedure.online.phoneOnly) return routeOf({ channel: 'none', rules: ['online-needs-device'] });
  return terminalRoute(visit, procedure, procedure.online);
};

/** A way that is offered is not closed as well. */
const notOffered = (routes: readonly Route[], closed: readonly Blocked[]): readonly Blocked[] =>
  closed.filter(({ by }) => by === null || routes.every((route) => route.by !== by));

/**
 * Asks for as long as the best way depends on the answer. Once a visit to the counter is certain, a letter that arrives in
 * time is better, and so is doing the errand itself at a counter: what is left of the online way need not be known.
 */
export const applicationAdvice = (visit: Visit, procedure: Procedure): Advice => {
  const online = onlineOf(visit, procedure);
  const sparesCounter = online.needsCounter || online.routes.every(({ visits }) => visits > 0);
  const elsewhere = [...postRoutes(visit, procedure, sparesCounter), ...counterRoutes(visit, procedure)];
  const [question] = online.missing;
  const isSettled = online.needsCounter && elsewhere.length > 0;
  if (question !== undefined && !isSettled) visit.ask(question);

  const found = ranked(visit, [...online.routes, ...elsewhere]);
  const deadline = dependsOnDeadline(found) ? visit.ask('deadline') : visit.peek('deadline');
  const [best = lastResort(visit, procedure), ...others] = found;
  const candidates: Routes = [best, ...others];
  const { routes, late } = inTime(candidates, deadline);
  return adviceOf({
    errand: procedure.id,
    routes,
    blocked: [...notOffered(candidates, online.blocked), ...late, ...missingChannels(procedure)],
    notes: notesOf(visit, procedure),
    assumed: visit.assumed(),
    processing: procedure.processing,
  });
};
