/** A visitor's way through the questions: forth, back, and back to a single answer, without ever losing one. */
import type { FactName, Facts, FactValue } from '../facts/fact.ts';
import { forget, learn, merge } from '../facts/learn.ts';
import type { OnlinePin } from '../procedures/procedure.ts';
import type { Advice } from './advice.ts';
import { consult } from './consult.ts';
import { answeredTogether, type PinsAnswer } from './pins-together.ts';
import { type ScreenQuestion, screenQuestion } from './screen-question.ts';
import type { Setting } from './visit.ts';

export interface Guide {
  readonly facts: Facts;
  /** A question that the visitor went back to. Its answer stands until there is another. */
  readonly reopened: ScreenQuestion | null;
  /** Not all PINs are at hand, so they are asked one by one. */
  readonly isOneByOne: boolean;
}

export type GuideScreen =
  | { readonly kind: 'question'; readonly question: ScreenQuestion }
  | { readonly kind: 'advice'; readonly advice: Advice };

/** What the visitor has before them now. */
export const screenOf = ({ facts, reopened, isOneByOne }: Guide, setting: Setting): GuideScreen => {
  if (reopened !== null) return { kind: 'question', question: reopened };
  const next = consult(facts, setting);
  if (next.kind === 'advice') return next;
  return { kind: 'question', question: screenQuestion(next.fact, facts, isOneByOne) };
};

/** The tries left of a PIN are about the PIN as it was: whoever says something new about it has set it anew. */
const withoutTries = (facts: Facts, name: FactName): Facts => {
  const pin = anyPins.find((each) => name === `pin.${each}`);
  return pin === undefined ? facts : forget(facts, `triesLeft.${pin}`);
};

/**
 * The visitor's word replaces what they or the browser said before. What was measured stands where it can be measured
 * again; at home, much may have changed since, and there is no reader.
 */
const corrected = <Name extends FactName>(facts: Facts, name: Name, value: FactValue<Name>): Facts => {
  const isMeasured = facts[name]?.evidence === 'measured';
  if (!isMeasured) return learn(forget(facts, name), name, value, 'said');
  return facts.place?.value === 'home' ? learn(withoutTries(forget(facts, name), name), name, value, 'said') : facts;
};

export const answered = <Name extends FactName>(guide: Guide, name: Name, value: FactValue<Name>): Guide => ({
  ...guide,
  facts: corrected(guide.facts, name, value),
  reopened: null,
});

export const answeredPins = (guide: Guide, pins: readonly OnlinePin[], answer: PinsAnswer): Guide => {
  if (answer === 'oneByOne') {
    // Asked anew, each by itself. What the card said about them stays.
    const open = pins.reduce((facts, pin) => forgetSaid(facts, `pin.${pin}`), guide.facts);
    return { facts: open, reopened: null, isOneByOne: true };
  }
  const facts = pins.reduce((known, pin) => corrected(known, `pin.${pin}`, answer), guide.facts);
  return { facts, reopened: null, isOneByOne: false };
};

const forgetSaid = (facts: Facts, name: FactName): Facts =>
  facts[name]?.evidence === 'measured' ? facts : forget(facts, name);

/** What a card, a browser or a code from elsewhere has established. */
export const learned = (guide: Guide, facts: Facts): Guide => ({ ...guide, facts: merge(guide.facts, facts) });

const anyPins = ['signature', 'authentication', 'cardInfoInput', 'residentRegister'] as const;

const isPin = (name: FactName): name is `pin.${OnlinePin}` =>
  name === 'pin.signature' || name === 'pin.authentication' || name === 'pin.cardInfoInput';

/** The question of an answer, as it was asked: PINs that were answered together come back together. */
export const questionAbout = (guide: Guide, setting: Setting, name: FactName): ScreenQuestion => {
  const pins = saidIn(guide, setting)
    .filter(isPin)
    .map((fact) => fact.slice('pin.'.length) as OnlinePin);
  const [first, second, ...rest] = pins;
  const isTogether = isPin(name) && answeredTogether(guide.facts, pins) !== null;
  if (!isTogether || first === undefined || second === undefined) return { kind: 'one', fact: name };
  return { kind: 'pins', pins: [first, second, ...rest] };
};

/** Answers of the visitor on which the screen of now rests, in the order in which they were asked. */
const saidIn = ({ facts }: Guide, setting: Setting): readonly FactName[] =>
  consult(facts, setting).heeded.filter((name) => facts[name]?.evidence === 'said');

const firstFact = (question: ScreenQuestion): FactName =>
  question.kind === 'one' ? question.fact : `pin.${question.pins[0]}`;

/** One question back; `null` where there is none before this one. */
export const wentBack = (guide: Guide, setting: Setting): Guide | null => {
  const said = saidIn(guide, setting);
  const { reopened } = guide;
  const at = reopened === null ? said.length : said.indexOf(firstFact(reopened));
  // It was opened out of turn: back is where the visitor came from.
  if (at === -1) return { ...guide, reopened: null };
  if (reopened === null && guide.isOneByOne && !said.some(isPin)) return { ...guide, isOneByOne: false };
  const before = said[at - 1];
  return before === undefined ? null : { ...guide, reopened: questionAbout(guide, setting, before) };
};
