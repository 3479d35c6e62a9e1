/**
 * The facts of a visit as a short text for the fragment of an address, so that a visit begun at a kiosk goes on at home.
 * A fragment is never sent to a server. What would say something about the person beyond this errand is not in it.
 *
 *     1.261125.AaS…​.0f3k     version . day it was made . facts . check
 *
 * A fact is a letter for its name, its value, and a letter for the evidence. A choice is one character (its place in the
 * list of values), a day six digits or `-` and a character for a value that is no day, a count three characters.
 */
import { addDays, type Day, isDay } from './day.ts';
import { type Evidence, type FactName, type Facts, factDefinitions } from './fact.ts';
import { isFactValue } from './facts-file.ts';
import { forget } from './learn.ts';

const version = '1';
/** In days. Cards, phones and certificates change; after half a year it is better to ask again. */
const keepsFor = 180;

/**
 * The letter of each fact; `null`: it stays where it is. Letters and the places of values are what printed codes rely on:
 * never change or reuse one, add new ones at the end (take-away.test.ts holds codes that have to stay readable).
 */
const letters: Readonly<Record<FactName, string | null>> = {
  errand: 'A',
  deadline: 'B',
  card: 'C',
  holder: 'D',
  changedSinceIssue: 'E',
  stay: 'F',
  phone: 'G',
  phoneCard: 'H',
  pcReader: 'I',
  pc: 'J',
  borrowPhone: 'K',
  'pin.signature': 'L',
  'pin.authentication': 'M',
  'pin.cardInfoInput': 'N',
  'pin.residentRegister': 'O',
  'triesLeft.signature': 'P',
  'triesLeft.authentication': 'Q',
  'triesLeft.cardInfoInput': 'R',
  'triesLeft.residentRegister': 'S',
  'certificate.authentication': 'T',
  'certificate.signature': 'U',
  konbini: 'V',
  phoneSpot: 'W',
  holdPractice: 'X',
  // A birthday.
  certificateEnds: null,
  // True here and today only.
  place: null,
  waitMinutes: null,
  outage: null,
};

const nameOf: ReadonlyMap<string, FactName> = new Map(
  Object.entries(letters).flatMap(([name, letter]) => (letter === null ? [] : [[letter, name as FactName] as const])),
);

const evidenceLetters: Readonly<Record<Evidence, string>> = { said: 's', detected: 'd', measured: 'm' };
const evidenceOf: ReadonlyMap<string, Evidence> = new Map(
  Object.entries(evidenceLetters).map(([evidence, letter]) => [letter, evidence as Evidence] as const),
);

const dayText = (day: string): string => day.slice(2).replaceAll('-', '');
const toDay = (text: string): Day | null => {
  const day = `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return text.length === 6 && isDay(day) ? day : null;
};

/** Fletcher's checksum: finds a changed, a missing and two exchanged characters. */
const checkOf = (text: string): string => {
  let [one, two] = [0, 0];
  for (const character of text) {
    one = (one + character.charCodeAt(0)) % 255;
    two = (two + one) % 255;
  }
  return (two * 256 + one).toString(36).padStart(4, '0');
};

const writeValue = (name: FactName, value: unknown): string => {
  const definition = factDefinitions[name];
  if (definition.kind === 'count') return Number(value).toString(36).padStart(3, '0');
  const values: readonly unknown[] = definition.values;
  const place = values.indexOf(value).toString(36);
  if (definition.kind === 'choice') return place;
  return isDay(value) ? dayText(value) : `-${place}`;
};

const writeFact = ([name, known]: [string, Facts[FactName]]): string => {
  const letter = letters[name as FactName];
  if (letter === null || known === undefined) return '';
  return `${letter}${writeValue(name as FactName, known.value)}${evidenceLetters[known.evidence]}`;
};

/** @param day - today, so that a code that has grown old can be told */
export const toTakeAway = (facts: Facts, day: Day): string => {
  const text = `${version}.${dayText(day)}.${Object.entries(facts).map(writeFact).sort().join('')}`;
  return `${text}.${checkOf(text)}`;
};

/** `newer`: made by a later version of the program; `old`: made so long ago that it is better to ask again. */
export type TakeAwayRead =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly reason: 'broken' | 'newer' | 'old' };

const broken: TakeAwayRead = { ok: false, reason: 'broken' };

/** One fact; `length` characters of `text` are its value. */
const readValue = (name: FactName, text: string): { value: unknown; length: number } => {
  const definition = factDefinitions[name];
  if (definition.kind === 'count') return { value: Number.parseInt(text.slice(0, 3), 36), length: 3 };
  const values: readonly unknown[] = definition.values;
  if (definition.kind === 'choice') return { value: values[Number.parseInt(text.slice(0, 1), 36)], length: 1 };
  if (text.startsWith('-')) return { value: values[Number.parseInt(text.slice(1, 2), 36)], length: 2 };
  return { value: toDay(text.slice(0, 6)), length: 6 };
};

const readAll = (text: string): Facts | null => {
  const facts: Record<string, unknown> = {};
  let rest = text;
  while (rest !== '') {
    const name = nameOf.get(rest.slice(0, 1));
    if (name === undefined) return null;
    const { value, length } = readValue(name, rest.slice(1));
    const evidence = evidenceOf.get(rest.slice(1 + length, 2 + length));
    if (evidence === undefined || !isFactValue(name, value)) return null;
    facts[name] = { value, evidence };
    rest = rest.slice(2 + length);
  }
  // Every member has been checked against its definition.
  return facts as Facts;
};

/** In days. A certificate may have ended, and a PIN been used, since a card said something about them. */
const cardKeepsFor = 14;
const fading: readonly FactName[] = [
  'certificate.authentication',
  'triesLeft.signature',
  'triesLeft.authentication',
  'triesLeft.cardInfoInput',
  'triesLeft.residentRegister',
];

/** @param code - the fragment without its `#` */
export const fromTakeAway = (code: string, today: Day): TakeAwayRead => {
  const [made = '', day = '', text = '', check = '', ...more] = code.split('.');
  if (!/^\d{1,3}$/.test(made)) return broken;
  // Whatever it looks like: a later version may have changed everything but its number.
  if (Number(made) > Number(version)) return { ok: false, reason: 'newer' };
  if (more.length > 0) return broken;
  const madeOn = toDay(day);
  if (made !== version || madeOn === null || checkOf(`${made}.${day}.${text}`) !== check) return broken;
  if (addDays(madeOn, keepsFor) < today) return { ok: false, reason: 'old' };
  const facts = readAll(text);
  if (facts === null) return broken;
  const isFresh = addDays(madeOn, cardKeepsFor) >= today;
  return { ok: true, facts: isFresh ? facts : fading.reduce(forget, facts) };
};
