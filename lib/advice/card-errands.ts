/** Errands about the card itself: PINs set anew, certificates renewed, certificates printed at a store. */
import type { FactName } from '../facts/fact.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Advice, Blocked, Route, StepName } from './advice.ts';
import { cardObstacle, cardRoute } from './card.ts';
import { authenticationStanding, signatureStanding } from './certificates.ts';
import { phoneCardOf } from './devices.ts';
import { cardCounterDay, counterDay, proxyDay, storeDay } from './estimates.ts';
import { notesOf } from './notes.ts';
import { companionRules, counterVisits, type Holder, holderOf, isRepresented } from './people.ts';
import { type AnyPin, counterResets, isStorePin, pinStanding, storeObstacle, storeResets } from './pins.ts';
import { counterItems } from './prepare-card.ts';
import { ranked } from './rank.ts';
import { adviceOf, type Routes, routeOf } from './route.ts';
import type { RuleId } from './rule-book.ts';
import { readingOf, type Visit } from './visit.ts';

const advice = (visit: Visit, procedure: Procedure, routes: Routes, blocked: readonly Blocked[] = []): Advice =>
  adviceOf({
    errand: procedure.id,
    routes,
    blocked,
    notes: notesOf(visit, procedure),
    assumed: visit.assumed(),
  });

/** A card that is not there, or has no PINs, comes before its PINs and certificates; an unknown one is looked at there. */
const cardFirst = (visit: Visit, procedure: Procedure): Advice | null => {
  const card = visit.ask('card');
  return card === 'my-number' || card === 'unknown' ? null : advice(visit, procedure, [cardRoute(visit, card)]);
};

const counterVisit = (visit: Visit, holder: Holder, steps: readonly StepName[], rules: readonly RuleId[]): Route =>
  routeOf({
    channel: 'counter',
    first: steps,
    doneBy: holder === 'helping-someone' ? proxyDay(visit) : cardCounterDay(visit),
    visits: counterVisits(holder),
    bring: counterItems(visit, holder, steps),
    rules: [...rules, ...companionRules(holder), 'ask-the-ward'],
  });

const otherPins = ['cardInfoInput', 'residentRegister'] as const;

/** The two that are only used beside the others count once something is known against them. */
const otherBrokenPins = (visit: Visit): readonly AnyPin[] => {
  const reading = readingOf(visit);
  return otherPins.filter((pin) => pinStanding(reading, pin).state === 'broken');
};

/** The two that everybody meets are asked for. */
export const pinResetAdvice = (visit: Visit, procedure: Procedure): Advice => {
  const before = cardFirst(visit, procedure);
  if (before !== null) return before;
  const holder = holderOf(visit, procedure);
  const asked: readonly AnyPin[] = isRepresented(holder) ? ['authentication'] : ['signature', 'authentication'];
  const reading = readingOf(visit);
  const standings = [...asked, ...otherBrokenPins(visit)].map((pin) => pinStanding(reading, pin));
  const [missing] = reading.missing();
  if (missing !== undefined) visit.ask(missing);
  const broken = standings.filter(({ state }) => state === 'broken').map(({ pin }) => pin);
  const slip: readonly StepName[] = standings.some(({ needsSlip }) => needsSlip) ? ['find-slip'] : [];
  const rules = standings.flatMap((standing) => standing.rules);
  if (broken.length > 0) return resetAdvice(visit, procedure, holder, { broken, slip, rules });
  const nothing = routeOf({ channel: 'none', first: slip, doneBy: visit.now.day, rules: [...rules, 'pins-usable'] });
  return advice(visit, procedure, [nothing]);
};

interface Trouble {
  readonly broken: readonly AnyPin[];
  readonly slip: readonly StepName[];
  readonly rules: readonly RuleId[];
}

const resetAdvice = (visit: Visit, procedure: Procedure, holder: Holder, { broken, slip, rules }: Trouble): Advice => {
  const where: RuleId = broken.every(isStorePin) ? 'reset-at-counter' : 'reset-counter-only';
  const steps = [...slip, ...broken.map((pin) => counterResets[pin])];
  const counter = counterVisit(visit, holder, steps, [...rules, where]);
  const [only] = broken;
  if (only === undefined || broken.length > 1 || !isStorePin(only)) {
    return advice(
      visit,
      procedure,
      [counter],
      [notAtStore(where === 'reset-at-counter' ? 'konbini-other-pin' : where)],
    );
  }
  const conditions = readingOf(visit);
  const obstacle = storeObstacle(conditions, only);
  if (obstacle === 'unknown') visit.ask(conditions.missing()[0] ?? 'konbini');
  if (obstacle !== null && obstacle !== 'unknown') return advice(visit, procedure, [counter], [notAtStore(obstacle)]);
  const store = routeOf({
    channel: 'convenience-store',
    first: [...slip, storeResets[only]],
    doneBy: storeDay(visit),
    bring: ['card', 'phone', only === 'signature' ? 'pin-authentication' : 'pin-signature'],
    rules: [...rules, 'reset-at-konbini', 'konbini-hours'],
  });
  return advice(visit, procedure, [store, counter]);
};

const notAtStore = (because: RuleId): Blocked => ({
  channel: 'convenience-store',
  by: null,
  because: [because],
  check: because === 'konbini-chain' ? ['konbini'] : [],
});

const onlyAtCounter: readonly Blocked[] = (['online', 'post', 'convenience-store'] as const).map((channel) => ({
  channel,
  by: null,
  because: ['renew-at-counter'],
  check: [],
}));

/** PINs that are known to be gone are set anew at the same visit; the renewal needs them. */
const resetsOnTheWay = (visit: Visit): readonly StepName[] => {
  const reading = readingOf(visit);
  return (['signature', 'authentication', ...otherPins] as const)
    .filter((pin) => pinStanding(reading, pin).state === 'broken')
    .map((pin) => counterResets[pin]);
};

export const renewalAdvice = (visit: Visit, procedure: Procedure): Advice => {
  const before = cardFirst(visit, procedure);
  if (before !== null) return before;
  const holder = holderOf(visit, procedure);
  const state = visit.ask('certificate.authentication');
  const reading = readingOf(visit);
  const isDue = state !== 'valid';
  const renewal = authenticationStanding(reading);
  const signature = isDue || isRepresented(holder) ? { steps: [], rules: [] } : signatureStanding(reading);
  const [missing] = reading.missing();
  if (missing !== undefined) visit.ask(missing);
  const steps: readonly StepName[] = isDue ? ['renew-certificates-counter'] : signature.steps;
  if (steps.length === 0) {
    const nothing = routeOf({ channel: 'none', rules: ['certificate-fine', ...signature.rules] });
    return advice(visit, procedure, [nothing], onlyAtCounter);
  }
  visit.ask('stay');
  const rules: readonly RuleId[] = [
    ...renewal.rules,
    ...signature.rules,
    'renew-at-counter',
    'new-certificate-next-day',
  ];
  const route = counterVisit(visit, holder, [...resetsOnTheWay(visit), ...steps], rules);
  const ofSigner = isRepresented(holder) ? [] : (['pin-signature'] as const);
  const pins = [...ofSigner, 'pin-authentication', 'pin-resident-register'] as const;
  return advice(visit, procedure, [{ ...route, bring: [...route.bring, ...pins] }], onlyAtCounter);
};

/** The card in a phone has a certificate and digits of its own, so it does where the plastic one does not. */
const storeByPhoneCard = (visit: Visit): readonly Route[] => {
  const inPhone = phoneCardOf(visit, { phoneCard: 'works' });
  if (inPhone === null) return [];
  return [
    routeOf({
      channel: 'convenience-store',
      by: inPhone.by,
      doneBy: storeDay(visit),
      bring: ['phone'],
      rules: ['store-terminal', 'konbini-hours', ...inPhone.rules],
    }),
  ];
};

/** Certificates from the terminal of a store: a card with a living certificate and its four digits; no phone is needed. */
export const storeTerminalAdvice = (visit: Visit, procedure: Procedure): Advice => {
  const counter = routeOf({
    channel: 'counter',
    first: visit.ask('card') === 'lost' ? ['report-loss'] : [],
    doneBy: counterDay(visit),
    visits: 1,
    bring: ['identity-document', ...(procedure.counter?.bring ?? [])],
    rules: ['counter-applies', 'ask-the-ward'],
  });
  const shut = (because: readonly RuleId[], check: readonly FactName[] = [], others: readonly Route[] = []): Advice => {
    const [best = counter, ...rest] = ranked(visit, [...others, counter]);
    return advice(visit, procedure, [best, ...rest], [{ channel: 'convenience-store', by: null, because, check }]);
  };
  /** The plastic card does not do there: then it matters whether there is one in the phone. */
  const cardShut = (because: readonly RuleId[]): Advice => {
    visit.ask('phoneCard');
    return shut(because, [], storeByPhoneCard(visit));
  };
  const obstacle = cardObstacle(visit.ask('card'));
  if (obstacle !== null) return shut([obstacle.rule], obstacle.rule === 'card-not-identified' ? ['card'] : []);
  const reading = readingOf(visit);
  const pin = pinStanding(reading, 'authentication');
  if (pin.state === 'unknown') visit.ask('pin.authentication');
  if (pin.state === 'broken') return cardShut([...pin.rules, 'reset-at-counter']);
  const certificate = authenticationStanding(reading);
  if (certificate.steps.length > 0) return cardShut([...certificate.rules, 'renew-at-counter']);
  const [missing] = reading.missing();
  if (missing !== undefined) visit.ask(missing);
  const store = routeOf({
    channel: 'convenience-store',
    first: pin.needsSlip ? ['find-slip'] : [],
    doneBy: storeDay(visit),
    bring: ['card', 'pin-authentication'],
    rules: ['store-terminal', 'konbini-hours', ...pin.rules, ...certificate.rules],
  });
  const [best = store, ...rest] = ranked(visit, [store, ...storeByPhoneCard(visit), counter]);
  return advice(visit, procedure, [best, ...rest]);
};

/** Paid without an application; where the office sends a paper, that is sent back. */
export const paidAdvice = (procedure: Procedure): Advice => {
  const nothing = routeOf({ channel: 'none', rules: ['paid-without-application', 'ask-the-ward'] });
  const paper = routeOf({
    channel: 'post',
    bring: procedure.post?.bring ?? [],
    rules: ['paper-by-post', 'ask-the-ward'],
  });
  return adviceOf({ errand: procedure.id, routes: procedure.post === null ? [nothing] : [nothing, paper] });
};
