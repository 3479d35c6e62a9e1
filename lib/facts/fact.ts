import type { Day } from './day.ts';

/**
 * Everything that can be known about a visit. A name and a value mean the same in the rules, in the messages
 * (keys of `Questions`), in `kazasu advise --facts` and in the code a visitor takes home; docs/facts.md lists them.
 *
 * Nothing here identifies anybody, and nothing may be added that does.
 */

/** Who can establish a fact. `device`: a card on a reader or a phone by its own NFC; `browser`: it says so itself. */
export type Establisher = 'visitor' | 'browser' | 'device' | 'staff';

const choice = <const Values extends readonly string[]>(by: readonly Establisher[], values: Values) =>
  ({ kind: 'choice', by, values }) as const;
const day = <const Extra extends readonly string[]>(by: readonly Establisher[], values: Extra) =>
  ({ kind: 'day', by, values }) as const;
const count = (by: readonly Establisher[], max: number) => ({ kind: 'count', by, max }) as const;

const pinStates = ['known', 'on-slip-at-home', 'forgotten', 'locked', 'unknown'] as const;

export const factDefinitions = {
  /** What the visitor wants done: the ids of lib/procedures. */
  errand: choice(
    ['visitor'],
    [
      'special-fixed-benefit-2020',
      'moving-out',
      'child-allowance',
      'nursery',
      'long-term-care',
      'public-money-account',
      'passport',
      'income-tax-return',
      'convenience-store-certificates',
      'price-relief-benefit',
      'portal-login',
      'app-registration',
      'pin-reset',
      'renew-certificates',
      'look-around',
    ],
  ),
  /** The last day on which the office accepts the application. */
  deadline: day(['visitor'], ['none']),
  /** Which card the visitor has. `face-authentication`: 顔認証マイナンバーカード, without any PIN. */
  card: choice(['visitor', 'device'], ['my-number', 'face-authentication', 'applied-for', 'lost', 'none', 'unknown']),
  /** Whose card it is. */
  holder: choice(['visitor'], ['self', 'child-under-15', 'adult-guardianship', 'helping-someone']),
  /** Name or address has changed since the signature certificate was issued. */
  changedSinceIssue: choice(['visitor'], ['no', 'yes', 'unknown']),
  /** `limited`: a foreign resident with a period of stay. */
  stay: choice(['visitor'], ['not-limited', 'limited', 'unknown']),
  /** Whether the visitor's own phone reads the card and runs マイナアプリ. */
  phone: choice(
    ['visitor', 'browser', 'device'],
    ['reads-and-runs', 'likely', 'reads-but-too-old', 'cannot', 'none', 'unknown'],
  ),
  /** Where on its back the visitor's phone has noticed a card, from above to below. */
  phoneSpot: choice(['visitor'], ['top', 'upper', 'middle', 'lower']),
  /** Whether the visitor has held a card to the end, three times; `measured` where a reader felt it. */
  holdPractice: choice(['visitor', 'device'], ['learned', 'not-yet']),
  /** The card is inside the phone: iPhoneのマイナンバーカード, Androidスマホ用電子証明書. */
  phoneCard: choice(['visitor', 'device'], ['none', 'iphone', 'android', 'unknown']),
  /** A PC with an IC card reader. */
  pcReader: choice(['visitor'], ['no', 'yes']),
  pc: choice(['visitor', 'browser'], ['no', 'yes']),
  /** Somebody else's phone that reads the card can be borrowed. */
  borrowPhone: choice(['visitor'], ['no', 'yes']),
  'pin.signature': choice(['visitor', 'device'], pinStates),
  'pin.authentication': choice(['visitor', 'device'], pinStates),
  'pin.cardInfoInput': choice(['visitor', 'device'], pinStates),
  'pin.residentRegister': choice(['visitor', 'device'], pinStates),
  /** Tries left, only ever measured. */
  'triesLeft.signature': count(['device'], 5),
  'triesLeft.authentication': count(['device'], 3),
  'triesLeft.cardInfoInput': count(['device'], 3),
  'triesLeft.residentRegister': count(['device'], 3),
  /** 利用者証明用電子証明書. `renewable`: within three months of its end. */
  'certificate.authentication': choice(['visitor', 'device'], ['valid', 'renewable', 'expired', 'absent', 'unknown']),
  /** 署名用電子証明書. `void`: it ended early, with a change of name or address. */
  'certificate.signature': choice(['visitor', 'device'], ['valid', 'void', 'absent', 'unknown']),
  /** The last day of 利用者証明用電子証明書. It is a birthday, so no code that is taken along holds it. */
  certificateEnds: day(['device', 'visitor'], []),
  /** Where the visitor is now. `office`: the one that is responsible for them. */
  place: choice(['browser', 'visitor'], ['home', 'office']),
  /** Today's wait at the office's counter, in minutes. */
  waitMinutes: count(['staff'], 1_440),
  /** The convenience-store terminal within reach: which PINs it sets anew. */
  konbini: choice(['visitor'], ['both-pins', 'signature-only', 'none', 'unknown']),
  /** マイナポータル or J-LIS is down today. */
  outage: choice(['staff'], ['no', 'yes']),
} as const;

type Definitions = typeof factDefinitions;
export type FactName = keyof Definitions;

type ValueOf<Definition> = Definition extends { kind: 'choice'; values: readonly (infer Value)[] }
  ? Value
  : Definition extends { kind: 'day'; values: readonly (infer Value)[] }
    ? Value | Day
    : number;
export type FactValue<Name extends FactName> = ValueOf<Definitions[Name]>;
export type Errand = FactValue<'errand'>;

export const factNames = Object.keys(factDefinitions) as FactName[];

/** How a fact became known; a later one is stronger. */
export const evidences = ['said', 'detected', 'measured'] as const;
/** `measured`: a card or a phone's own NFC told us; `detected`: the browser says; `said`: a person tapped. */
export type Evidence = (typeof evidences)[number];

export interface Known<Name extends FactName> {
  readonly value: FactValue<Name>;
  readonly evidence: Evidence;
}
/** What is known about a visit. A name that is not there is not known yet. */
export type Facts = { readonly [Name in FactName]?: Known<Name> };
