/** The ways online: the card, something that reads it, working PINs, living certificates. */
import { addDays, type Day } from '../facts/day.ts';
import type { FactName } from '../facts/fact.ts';
import type { BringItem, OnlineChannel, OnlinePin, Procedure } from '../procedures/procedure.ts';
import { nextWorkingDay } from '../procedures/working-days.ts';
import type { Blocked, Route, StepName } from './advice.ts';
import { cardObstacle } from './card.ts';
import type { Standing } from './certificates.ts';
import { closedDevices, type DeviceChoice, devicesOf, phoneCardOf } from './devices.ts';
import { counterDay, onlineDay } from './estimates.ts';
import { companionRules, type Holder, holderObstacle, holderOf } from './people.ts';
import { counterItems, newCertificateRules, prepareCard, type Ready, readyAfter, storeItems } from './prepare-card.ts';
import { isCounterStep, resultDay, routeOf } from './route.ts';
import type { RuleId } from './rule-book.ts';
import { readingOf, type Visit } from './visit.ts';

export interface Online {
  readonly routes: readonly Route[];
  readonly blocked: readonly Blocked[];
  /** In the order in which they would be asked; empty when nothing more is to be found out. */
  readonly missing: readonly FactName[];
  /** Whatever else is found out, it takes a visit to the counter first. */
  readonly needsCounter: boolean;
}

const shut = (because: readonly RuleId[], check: readonly FactName[] = []): Online => ({
  routes: [],
  blocked: [{ channel: 'online', by: null, because, check }],
  missing: [],
  needsCounter: false,
});

const pinItems: Readonly<Record<OnlinePin, BringItem>> = {
  signature: 'pin-signature',
  authentication: 'pin-authentication',
  cardInfoInput: 'pin-card-info-input',
};

const deviceItems = ({ by, steps }: DeviceChoice): readonly BringItem[] => {
  switch (by) {
    case 'phone':
      return [steps.includes('borrow-phone') ? 'borrowed-phone' : 'phone'];
    case 'pc-phone':
      return ['pc', 'phone'];
    case 'pc-reader':
      return ['pc', 'card-reader'];
    case 'phone-card':
      return ['phone'];
    case 'office-terminal':
      return [];
  }
};

const later = (one: Day, other: Day): Day => (one > other ? one : other);

/**
 * At a terminal of the office. Whoever is there already and has to fetch the slip comes back another day; whoever is not
 * brings it along.
 */
const atTerminal = (visit: Visit, { day, visits }: Ready, steps: readonly StepName[]): Ready => {
  if (visit.peek('place') !== 'office') return { day: later(day, counterDay(visit)), visits: Math.max(1, visits) };
  if (!steps.includes('find-slip')) return { day, visits: Math.max(1, visits) };
  return { day: nextWorkingDay(later(day, addDays(visit.now.day, 1))), visits: Math.max(1, visits) + 1 };
};

/** What all routes online of one visit share. */
interface Errand {
  readonly visit: Visit;
  readonly procedure: Procedure;
  readonly channel: OnlineChannel;
  readonly holder: Holder;
}

const nothingToPrepare: Standing = { steps: [], rules: [] };

const routeBy = ({ visit, procedure, channel, holder }: Errand, choice: DeviceChoice, card: Standing): Route => {
  const isDown = visit.peek('outage') === 'yes';
  const steps: readonly StepName[] = [
    ...(isDown ? (['wait-for-service'] as const) : []),
    ...choice.steps,
    ...card.steps,
  ];
  const ready = readyAfter(visit, holder, steps, channel);
  const { day, visits } = choice.by === 'office-terminal' ? atTerminal(visit, ready, steps) : ready;
  const doneBy = later(day, onlineDay(visit));
  const usesCard = choice.by !== 'phone-card';
  return routeOf({
    channel: 'online',
    by: choice.by,
    first: steps,
    doneBy,
    resultBy: resultDay(doneBy, procedure.processing),
    visits,
    bring: [
      ...(usesCard ? (['card'] as const) : []),
      ...(usesCard ? channel.pins.map((pin) => pinItems[pin]) : []),
      ...deviceItems(choice),
      ...channel.bring,
      ...counterItems(visit, holder, steps),
      ...storeItems(steps),
    ],
    rules: [
      ...(steps.length === 0 ? (['online-ready'] as const) : []),
      ...choice.rules,
      ...card.rules,
      ...newCertificateRules(steps, channel),
      ...(steps.some(isCounterStep) ? (['ask-the-ward', ...companionRules(holder)] as const) : []),
      ...(isDown ? (['outage-today'] as const) : []),
      ...(procedure.varies ? (['ask-the-ward'] as const) : []),
      'online-needs-device',
    ],
  });
};

/**
 * Everything about doing `procedure` online. Notes what it would still have to know; whoever calls decides whether that
 * is worth a question.
 *
 * @throws {NotKnown} the card or, where it matters, whose it is: nothing can be said without.
 */
export const onlineOf = (visit: Visit, procedure: Procedure): Online => {
  const { online: channel } = procedure;
  if (channel === null) return shut(['no-online-channel']);
  const obstacle = cardObstacle(visit.ask('card'));
  if (obstacle !== null) return shut([obstacle.rule], obstacle.rule === 'card-not-identified' ? ['card'] : []);
  const holder = holderOf(visit, procedure);
  const closedTo = holderObstacle(holder, channel);
  if (closedTo !== null) return shut([closedTo]);

  const errand: Errand = { visit, procedure, channel, holder };
  const reading = readingOf(visit);
  const found = devicesOf(reading, channel);
  const hasNone = found.length === 0 && reading.missing().length === 0;
  if (hasNone && channel.phoneCard === 'works') reading.read('phoneCard');
  const inPhone = phoneCardOf(visit, channel);
  const byPhoneCard = inPhone === null ? [] : [routeBy(errand, inPhone, nothingToPrepare)];
  const closed = closedDevices(visit, channel, inPhone === null ? found : [inPhone, ...found]);
  if (hasNone) {
    const none: Blocked = { channel: 'online', by: null, because: ['online-needs-device'], check: [] };
    return { routes: byPhoneCard, blocked: [none, ...closed], missing: reading.missing(), needsCounter: false };
  }

  const card = prepareCard(reading, channel);
  const needsCounter = card.steps.some(isCounterStep) && inPhone === null;
  const missing = reading.missing();
  if (missing.length > 0) {
    const unchecked: Blocked = { channel: 'online', by: null, because: card.rules, check: missing };
    // The card in the phone has PINs of its own: whatever is wrong with the plastic one need not be known.
    const isTrouble =
      card.steps.length > 0 || card.rules.some((rule) => rule === 'pin-forgotten' || rule === 'pin-locked');
    const isSpared = inPhone !== null && isTrouble;
    return { routes: byPhoneCard, blocked: [unchecked, ...closed], missing: isSpared ? [] : missing, needsCounter };
  }
  const routes = found.map((choice) => routeBy(errand, choice, card));
  // Where both do, the card comes first; the one in the phone is a short cut.
  return { routes: [...routes, ...byPhoneCard], blocked: closed, missing: [], needsCounter };
};

/**
 * For somebody who is at home without any device: the way to a terminal of the office. Nothing is asked for it: what is
 * known to be wrong with the card is mended at the same visit.
 */
export const terminalRoute = (visit: Visit, procedure: Procedure, channel: OnlineChannel): Route => {
  const errand: Errand = { visit, procedure, channel, holder: holderOf(visit, procedure) };
  const terminal: DeviceChoice = { by: 'office-terminal', steps: [], rules: ['office-terminal', 'ask-the-ward'] };
  return routeBy(errand, terminal, prepareCard(readingOf(visit), channel));
};
