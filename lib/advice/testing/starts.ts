/** Where visits begin: the moment, the place, and what is known without a question. */
import type { Day } from '../../facts/day.ts';
import type { Errand, Facts, FactValue } from '../../facts/fact.ts';
import { readFacts } from '../../facts/facts-file.ts';
import { usualOffice } from '../../procedures/office.ts';
import { procedures } from '../../procedures/procedures.ts';
import type { Setting } from '../visit.ts';

export interface Start {
  readonly name: string;
  readonly setting: Setting;
  readonly facts: Facts;
  readonly errands: readonly Errand[];
}

export const everyErrand = Object.keys(procedures) as readonly Errand[];

/** A few visits each, and between them every kind of errand. For what changes one rule or two. */
const briefErrands = [
  'nursery',
  'convenience-store-certificates',
  'pin-reset',
  'renew-certificates',
] as const satisfies readonly Errand[];

/** With all channels, and a certificate that takes a day to work. For what moves days. */
const datedErrands = [...briefErrands, 'child-allowance'] as const satisfies readonly Errand[];

/** @param time - `9:00`; minutes are two digits */
export const settingAt = (day: Day, time: `${number}:${string}`): Setting => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { now: { day, minute: hour * 60 + minute }, office: usualOffice };
};

export const factsOf = (values: { readonly [name: string]: string | number }): Facts => {
  const read = readFacts(values);
  if (!read.ok) throw new Error(`not facts: ${JSON.stringify(read.mistakes)}`);
  return read.facts;
};

/** A Wednesday with a holiday (Monday) behind it and none ahead. */
export const workingMorning = settingAt('2026-11-25', '9:00');

const inOffice = { place: 'office' } as const;

const start = (
  name: string,
  {
    setting = workingMorning,
    facts = {},
    errands = everyErrand,
  }: {
    setting?: Setting;
    facts?: Parameters<typeof factsOf>[0];
    errands?: readonly Errand[];
  },
): Start => ({ name, setting, facts: factsOf(facts), errands });

const datedAt = (name: string, day: Day, time: `${number}:${string}`, facts = {}): Start =>
  start(name, { setting: settingAt(day, time), facts, errands: datedErrands });

const knowing = (name: string, facts: Parameters<typeof factsOf>[0], ...others: readonly Errand[]): Start =>
  start(name, { facts, errands: [...briefErrands, ...others] });

const holders: readonly FactValue<'holder'>[] = ['child-under-15', 'adult-guardianship'];

/** Without a reader: at home and in the office, on days of every kind. */
export const startsWithoutReader: readonly Start[] = [
  start('at home', {}),
  start('in the office, eight hours of queue', {
    facts: { ...inOffice, waitMinutes: 480 },
    errands: [...datedErrands, 'moving-out', 'app-registration'],
  }),
  datedAt('in the office', '2026-11-25', '10:00', inOffice),
  datedAt('in the office, after it has closed', '2026-11-25', '17:30', inOffice),
  datedAt('in the office, open on a Sunday', '2026-11-29', '10:00', inOffice),
  knowing('in the office, outage', { ...inOffice, outage: 'yes' }, 'public-money-account'),
  datedAt('at home, outage', '2026-11-25', '9:00', { outage: 'yes' }),
  datedAt('at home in the evening', '2026-11-25', '22:50'),
  datedAt('at home at night', '2026-11-25', '23:10'),
  datedAt('at home on a Sunday', '2026-11-29', '9:00'),
  datedAt('last working day of the year', '2026-12-28', '9:00'),
  datedAt('29 December', '2026-12-29', '9:00'),
  datedAt('30 December, evening', '2026-12-30', '22:50'),
  start('May 2020', { setting: settingAt('2020-05-12', '9:00'), errands: ['special-fixed-benefit-2020'] }),
  start('May 2020, eight hours of queue', {
    setting: settingAt('2020-05-12', '9:00'),
    facts: { ...inOffice, waitMinutes: 480 },
    errands: ['special-fixed-benefit-2020'],
  }),
];

/** What is never asked, or only of some, and is known all the same: from another screen, a browser or a code from elsewhere. */
export const startsWithMore: readonly Start[] = [
  ...holders.map((holder) =>
    knowing(`card of ${holder}`, { holder }, 'public-money-account', 'moving-out', 'passport'),
  ),
  knowing('helping someone', { holder: 'helping-someone' }, 'long-term-care'),
  knowing('limited stay', { stay: 'limited' }, 'passport'),
  knowing('a PC', { pc: 'yes' }, 'passport'),
  knowing('no PC', { pc: 'no' }),
  knowing('a PC with a reader', { pc: 'yes', pcReader: 'yes' }, 'public-money-account'),
  knowing('a phone to borrow', { borrowPhone: 'yes' }, 'app-registration'),
  knowing('card in an iPhone', { phoneCard: 'iphone' }, 'portal-login'),
  knowing('card in an Android phone', { phoneCard: 'android' }, 'portal-login'),
  knowing('a last day today', { deadline: '2026-11-25' }, 'child-allowance'),
  knowing('signature certificate void', { 'certificate.signature': 'void' }, 'income-tax-return'),
  knowing('signature certificate said to be valid', { 'certificate.signature': 'valid' }),
  knowing(
    '住民基本台帳用 and 券面事項入力補助用 locked',
    { 'pin.residentRegister': 'locked', 'pin.cardInfoInput': 'locked' },
    'public-money-account',
  ),
];
