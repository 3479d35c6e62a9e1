/** What it takes to have a PIN set anew at the terminal of a store (docs/sources.md, "Where a PIN is set anew"). */
import type { Day } from '../facts/day.ts';
import type { FactName, Facts, FactValue } from '../facts/fact.ts';
import type { Source } from '../procedures/procedure.ts';
import type { RuleId } from './rule-book.ts';
import { pages } from './sources.ts';
import type { Visit } from './visit.ts';

/** The two PINs that terminals set anew; the terms of J-LIS name no other. */
export const storePins = ['signature', 'authentication'] as const;
export type StorePin = (typeof storePins)[number];

/** In the order in which they decide; the chain is asked last. */
export const storeConditionNames = [
  'offered-yet',
  'card',
  'other-pin',
  'phone',
  'nothing-changed',
  'both-certificates',
  'photo-card-holder',
  'chain',
] as const;
export type StoreConditionName = (typeof storeConditionNames)[number];

/** `open`: nobody has established it yet. Who said that they do not know has said something: that is `fails`. */
export type ConditionState = 'holds' | 'fails' | 'open';

export interface StoreJudgement {
  readonly condition: StoreConditionName;
  readonly state: ConditionState;
  /**
   * What it was judged by, or what has to be established while it is open. `null`: the day alone, or, where it holds, that
   * nobody has said anything against what is taken for granted.
   */
  readonly fact: FactName | null;
  /** The rule that says what is asked for, or what stands in the way. */
  readonly rule: RuleId;
}

/** How conditions look facts up. `read`: it would be asked if it mattered. */
type Known = Pick<Visit, 'peek' | 'read'>;
type Judged = Omit<StoreJudgement, 'condition'>;

export interface StoreCondition {
  /** The facts it looks at; none where the day decides. */
  readonly facts: (pin: StorePin) => readonly FactName[];
  /** What asks for it, the main source first. */
  readonly sources: (pin: StorePin) => readonly [Source, ...Source[]];
  readonly judge: (known: Known, pin: StorePin, day: Day) => Judged;
}

/** Since when terminals set a PIN anew: the oldest day that a source vouches for. */
export const storeResetSince = {
  signature: { day: '2022-08-04', source: pages.storeSince },
  authentication: { day: '2024-09-20', source: pages.storeOtherPin },
} as const satisfies Readonly<Record<StorePin, { readonly day: Day; readonly source: Source }>>;

type States<Name extends FactName> = Readonly<Record<FactValue<Name>, ConditionState>>;

/** What is known about the other of the two PINs. */
const otherPinFacts = {
  signature: { said: 'pin.authentication', triesLeft: 'triesLeft.authentication' },
  authentication: { said: 'pin.signature', triesLeft: 'triesLeft.signature' },
} as const satisfies Readonly<Record<StorePin, Readonly<Record<string, FactName>>>>;

/** It has to be typed at the terminal, so it must really be known, or stand on the slip. */
const otherPinStates: States<'pin.signature'> = {
  known: 'holds',
  'on-slip-at-home': 'holds',
  forgotten: 'fails',
  locked: 'fails',
  unknown: 'fails',
};

const phoneStates: States<'phone'> = {
  'reads-and-runs': 'holds',
  likely: 'holds',
  'reads-but-too-old': 'fails',
  cannot: 'fails',
  none: 'fails',
  unknown: 'fails',
};

const certificateStates: States<'certificate.authentication'> = {
  valid: 'holds',
  renewable: 'holds',
  expired: 'fails',
  absent: 'fails',
  unknown: 'fails',
};

const chainStates: Readonly<Record<StorePin, States<'konbini'>>> = {
  signature: { 'both-pins': 'holds', 'signature-only': 'holds', none: 'fails', unknown: 'fails' },
  authentication: { 'both-pins': 'holds', 'signature-only': 'fails', none: 'fails', unknown: 'fails' },
};

const judgeCard = ({ read }: Known): Judged => {
  const card = read('card');
  switch (card) {
    case undefined:
      return { state: 'open', fact: 'card', rule: 'card-needed' };
    // Whoever knows the other PIN of a card has one with PINs, whatever it is called.
    case 'unknown':
    case 'my-number':
      return { state: 'holds', fact: 'card', rule: 'card-needed' };
    case 'face-authentication':
      return { state: 'fails', fact: 'card', rule: 'face-authentication-card' };
    case 'applied-for':
      return { state: 'fails', fact: 'card', rule: 'card-on-its-way' };
    case 'lost':
      return { state: 'fails', fact: 'card', rule: 'card-lost' };
    case 'none':
      return { state: 'fails', fact: 'card', rule: 'card-needed' };
  }
};

/** Without tries left it is locked, whatever one knows. */
const judgeOtherPin = ({ peek, read }: Known, pin: StorePin): Judged => {
  const rule: RuleId = 'konbini-other-pin';
  const { said, triesLeft } = otherPinFacts[pin];
  if (peek(triesLeft) === 0) return { state: 'fails', fact: triesLeft, rule };
  const value = read(said);
  return { state: value === undefined ? 'open' : otherPinStates[value], fact: said, rule };
};

const judgePhone = ({ read }: Known): Judged => {
  const phone = read('phone');
  return { state: phone === undefined ? 'open' : phoneStates[phone], fact: 'phone', rule: 'konbini-phone' };
};

const judgeChange = ({ read }: Known): Judged => {
  const changed = read('changedSinceIssue');
  const state = changed === 'no' ? 'holds' : 'fails';
  return { state: changed === undefined ? 'open' : state, fact: 'changedSinceIssue', rule: 'konbini-nothing-changed' };
};

/**
 * The signature certificate only counts when something is known against it: it is never valid longer than the other one,
 * and what ends it early is `nothing-changed`.
 */
const judgeCertificates = ({ peek, read }: Known): Judged => {
  const rule: RuleId = 'konbini-certificates';
  const authentication = read('certificate.authentication');
  const signature = peek('certificate.signature');
  if (signature === 'void' || signature === 'absent') return { state: 'fails', fact: 'certificate.signature', rule };
  const state = authentication === undefined ? 'open' : certificateStates[authentication];
  return { state, fact: 'certificate.authentication', rule };
};

/** The face is compared with the photo on the card, and the card needs both certificates. Taken for the holder's own. */
const judgeHolder = ({ peek }: Known): Judged => {
  const holder = peek('holder');
  const state = holder === 'child-under-15' || holder === 'adult-guardianship' ? 'fails' : 'holds';
  return { state, fact: holder === undefined ? null : 'holder', rule: 'konbini-certificates' };
};

const judgeChain = ({ read }: Known, pin: StorePin): Judged => {
  const konbini = read('konbini');
  const state = konbini === undefined ? 'open' : chainStates[pin][konbini];
  return { state, fact: 'konbini', rule: 'konbini-chain' };
};

/** Every condition of J-LIS, and the card and the day that they take for granted. All have to hold. */
export const storeConditions: Readonly<Record<StoreConditionName, StoreCondition>> = {
  'offered-yet': {
    facts: () => [],
    sources: (pin) => [storeResetSince[pin].source],
    judge: (_, pin, day) => ({
      state: day < storeResetSince[pin].day ? 'fails' : 'holds',
      fact: null,
      rule: 'konbini-not-yet',
    }),
  },
  card: {
    facts: () => ['card'],
    sources: () => [pages.storeConditions, pages.faceAuthentication, pages.loss],
    judge: judgeCard,
  },
  'other-pin': {
    facts: (pin) => [otherPinFacts[pin].said, otherPinFacts[pin].triesLeft],
    sources: () => [pages.storeOtherPin, pages.storeConditions],
    judge: judgeOtherPin,
  },
  phone: { facts: () => ['phone'], sources: () => [pages.storeConditions], judge: judgePhone },
  'nothing-changed': {
    facts: () => ['changedSinceIssue'],
    sources: () => [pages.storeConditions],
    judge: judgeChange,
  },
  'both-certificates': {
    facts: () => ['certificate.authentication', 'certificate.signature'],
    sources: () => [pages.storeConditions],
    judge: judgeCertificates,
  },
  'photo-card-holder': {
    facts: () => ['holder'],
    sources: () => [pages.storeConditions, pages.guardianship],
    judge: judgeHolder,
  },
  chain: { facts: () => ['konbini'], sources: () => [pages.storeChains], judge: judgeChain },
};

/** As `judgeStore`, with facts looked up in whatever way the caller needs them noted. */
export const judgeConditions = (known: Known, day: Day, pin: StorePin): readonly StoreJudgement[] =>
  storeConditionNames.map((condition) => {
    const { state, fact, rule } = storeConditions[condition].judge(known, pin, day);
    return { condition, state, fact, rule };
  });

/**
 * How each condition for setting `pin` anew at a store stands on `day`, in the order of `storeConditionNames`.
 *
 * @param day - in Japan
 */
export const judgeStore = (facts: Facts, day: Day, pin: StorePin): readonly StoreJudgement[] => {
  const peek: Known['peek'] = (fact) => facts[fact]?.value;
  return judgeConditions({ peek, read: peek }, day, pin);
};

/**
 * What settles it: the first condition that fails, whatever else is open; else the first that is open. `null`: all hold,
 * so the store does it.
 */
export const decidingOf = (judgements: readonly StoreJudgement[]): StoreJudgement | null =>
  judgements.find(({ state }) => state === 'fails') ?? judgements.find(({ state }) => state === 'open') ?? null;

/** In the order of `storeChains`. */
export const chainIds = [
  'seven-eleven',
  'aeon-retail',
  'aeon-hokkaido',
  'aeon-tohoku',
  'fuji',
  'lawson',
  'family-mart',
  'ministop',
  'daiei',
] as const;
export type ChainId = (typeof chainIds)[number];

export interface StoreChain {
  readonly id: ChainId;
  /** As on its shops. */
  readonly name: string;
  readonly english: string;
  readonly sets: readonly StorePin[];
  /** Where the source says that it does; `null` where it names no region. */
  readonly where: 'nationwide' | 'honshu-shikoku' | 'chugoku-shikoku' | null;
  /** Not in every shop there. */
  readonly isPartly: boolean;
}

/** As the terms of J-LIS list them (`pages.storeChains`, undated, after 2024-09); the list was still growing. */
export const storeChains: readonly StoreChain[] = [
  {
    id: 'seven-eleven',
    name: 'セブン-イレブン',
    english: 'Seven-Eleven',
    sets: storePins,
    where: 'nationwide',
    isPartly: false,
  },
  {
    id: 'aeon-retail',
    name: 'イオンリテール',
    english: 'Aeon Retail',
    sets: storePins,
    where: 'honshu-shikoku',
    isPartly: false,
  },
  { id: 'aeon-hokkaido', name: 'イオン北海道', english: 'Aeon Hokkaido', sets: storePins, where: null, isPartly: true },
  { id: 'aeon-tohoku', name: 'イオン東北', english: 'Aeon Tohoku', sets: storePins, where: null, isPartly: true },
  { id: 'fuji', name: 'フジ', english: 'Fuji', sets: storePins, where: 'chugoku-shikoku', isPartly: true },
  { id: 'lawson', name: 'ローソン', english: 'Lawson', sets: ['signature'], where: 'nationwide', isPartly: false },
  {
    id: 'family-mart',
    name: 'ファミリーマート',
    english: 'FamilyMart',
    sets: ['signature'],
    where: 'nationwide',
    isPartly: false,
  },
  {
    id: 'ministop',
    name: 'ミニストップ',
    english: 'Ministop',
    sets: ['signature'],
    where: 'nationwide',
    isPartly: false,
  },
  { id: 'daiei', name: 'ダイエー', english: 'Daiei', sets: ['signature'], where: null, isPartly: true },
];

/** The value of the fact `konbini` for somebody who has this chain within reach. */
export const konbiniOf = ({ sets }: StoreChain): FactValue<'konbini'> =>
  sets.includes('authentication') ? 'both-pins' : 'signature-only';

/** When and for how much; `opens` and `closes` in minutes of the day. Bookings are taken at any time but for maintenance. */
export const storeTerms = {
  opens: 6 * 60 + 30,
  closes: 23 * 60,
  bookingHours: 24,
  feeYen: 0,
  source: pages.storeHours,
} as const;
