import { isDay } from '../facts/day.ts';
import { locales } from '../i18n/locales.ts';
import type { Mistake, Problem } from './problem.ts';
import type { Shape } from './shape.ts';

type Checked<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/** Longest address that is taken, in characters. */
export const addressMost = 200;
export const phonePattern = /^\+?[0-9][0-9()-]{1,18}[0-9]$/;
export const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/**
 * Control characters, and those that are not seen: they could turn a sentence round or hide a part of it. `\p{Cf}` holds the
 * marks of direction and the joiners of no width.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const markup = /[<>]/;

/** What a value of this shape may be, for whoever typed another: `20-600 seconds`. */
export const allowedOf = (shape: Shape): string => {
  switch (shape.kind) {
    case 'switch':
      return 'true, false';
    case 'number':
      return `${shape.least}-${shape.most} ${shape.unit}`;
    case 'choice':
      return shape.values.join(', ');
    case 'choices': {
      const list = `[${shape.values.join(', ')}]`;
      const most = shape.most < shape.values.length ? `${list}, at most ${shape.most}` : list;
      return shape.always.length > 0 ? `${most}, always ${shape.always.join(', ')}` : most;
    }
    case 'words':
      return `{ ${locales.join(', ')} }, each at most ${shape.most} characters`;
    case 'phone':
      return '"", 03-1234-5678';
    case 'origin':
      return '"", https://HOST, http://HOST';
    case 'internal-address':
      return '"", http://127.0.0.1:PORT/PATH';
    case 'time':
      return 'HH:MM';
    case 'day':
      return 'YYYY-MM-DD';
    case 'moment':
      return 'YYYY-MM-DDTHH:MM';
    case 'optional':
      return `null, ${allowedOf(shape.of)}`;
    case 'group':
      return `{ ${Object.entries(shape.fields)
        .map(([name, field]) => `${name}: ${allowedOf(field)}`)
        .join('; ')} }`;
    case 'rows':
      return `at most ${shape.most} of ${allowedOf(shape.row)}`;
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordsMistakes = (shape: Checked<'words'>, value: unknown, path: string): readonly Mistake[] => {
  const allowed = allowedOf(shape);
  if (!isObject(value)) return [{ path, problem: 'notObject', allowed }];
  const names = namesMistakes(locales, value, path);
  const texts = locales
    .filter((locale) => Object.hasOwn(value, locale))
    .flatMap((locale): readonly Mistake[] => {
      const problem = textProblem(value[locale], shape.most);
      return problem === null ? [] : [{ path: `${path}.${locale}`, problem, allowed }];
    });
  if (names.length + texts.length > 0) return [...names, ...texts];
  // Japanese stands in for a language that is left empty, so it cannot be the empty one.
  const isJapaneseMissing = value.ja === '' && locales.some((locale) => value[locale] !== '');
  return isJapaneseMissing ? [{ path: `${path}.ja`, problem: 'japaneseMissing', allowed }] : [];
};

const textProblem = (value: unknown, most: number): Problem | null => {
  if (typeof value !== 'string') return 'notText';
  if ([...value].length > most) return 'tooLong';
  if (unseen.test(value)) return 'controlCharacter';
  return markup.test(value) ? 'markup' : null;
};

const namesMistakes = (
  known: readonly string[],
  value: Readonly<Record<string, unknown>>,
  path: string,
): readonly Mistake[] => {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const allowed = known.join(', ');
  return [
    ...Object.keys(value)
      .filter((name) => !known.includes(name))
      .map((name): Mistake => ({ path: at(name), problem: 'unknownName', allowed })),
    ...known
      .filter((name) => !Object.hasOwn(value, name))
      .map((name): Mistake => ({ path: at(name), problem: 'missing', allowed })),
  ];
};

const numberProblem = ({ least, most }: Checked<'number'>, value: unknown): Problem | null => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'notNumber';
  if (!Number.isInteger(value)) return 'notWhole';
  if (value < least) return 'tooSmall';
  return value > most ? 'tooLarge' : null;
};

const choicesMistakes = (shape: Checked<'choices'>, value: unknown, path: string): readonly Mistake[] => {
  const allowed = allowedOf(shape);
  if (!Array.isArray(value)) return [{ path, problem: 'notList', allowed }];
  const each = value.flatMap((item: unknown, at): readonly Mistake[] => {
    if (!shape.values.some((known) => known === item))
      return [{ path: `${path}[${at}]`, problem: 'notOneOf', allowed }];
    return value.indexOf(item) === at ? [] : [{ path: `${path}[${at}]`, problem: 'twice', allowed }];
  });
  if (each.length > 0) return each;
  if (value.length > shape.most) return [{ path, problem: 'tooMany', allowed }];
  const isAlwaysMissing = shape.always.some((needed) => !value.includes(needed));
  return isAlwaysMissing ? [{ path, problem: 'alwaysMissing', allowed }] : [];
};

const parseAddress = (value: string): URL | null => {
  if (value.length > addressMost || unseen.test(value) || /\s/.test(value) || !URL.canParse(value)) return null;
  const url = new URL(value);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' && url.hash === '' ? url : null;
};

const isOrigin = (value: string): boolean => parseAddress(value)?.origin === value;

const lineProblem = (shape: Checked<'phone' | 'origin' | 'internal-address'>, value: unknown): Problem | null => {
  if (typeof value !== 'string') return 'notText';
  if (value === '') return null;
  if (shape.kind === 'phone') return phonePattern.test(value) ? null : 'notPhone';
  if (shape.kind === 'origin') return isOrigin(value) ? null : 'notOrigin';
  return parseAddress(value) === null ? 'notAddress' : null;
};

const isMoment = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const [date = '', clock = '', ...more] = value.split('T');
  return more.length === 0 && isDay(date) && timePattern.test(clock) && clock !== '24:00';
};

const groupMistakes = (shape: Checked<'group'>, value: unknown, path: string): readonly Mistake[] => {
  const allowed = allowedOf(shape);
  if (!isObject(value)) return [{ path, problem: 'notObject', allowed }];
  const names = Object.keys(shape.fields);
  const mistakes = [
    ...namesMistakes(names, value, path),
    ...Object.entries(shape.fields)
      .filter(([name]) => Object.hasOwn(value, name))
      .flatMap(([name, field]) => mistakesIn(field, value[name], `${path}.${name}`)),
  ];
  if (mistakes.length > 0 || shape.inOrder === null) return mistakes;
  const [from, until] = shape.inOrder.map((name) => String(value[name])) as [string, string];
  const isInOrder = from < until || (shape.same && from === until);
  return isInOrder ? [] : [{ path: `${path}.${shape.inOrder[1]}`, problem: 'order', allowed }];
};

const rowsMistakes = (shape: Checked<'rows'>, value: unknown, path: string): readonly Mistake[] => {
  if (!Array.isArray(value)) return [{ path, problem: 'notList', allowed: allowedOf(shape) }];
  if (value.length > shape.most) return [{ path, problem: 'tooMany', allowed: allowedOf(shape) }];
  return value.flatMap((row: unknown, at) => mistakesIn(shape.row, row, `${path}[${at}]`));
};

/** Everything that is wrong with a value; nothing if it has this shape. */
export const mistakesIn = (shape: Shape, value: unknown, path: string): readonly Mistake[] => {
  const one = (problem: Problem | null): readonly Mistake[] =>
    problem === null ? [] : [{ path, problem, allowed: allowedOf(shape) }];
  switch (shape.kind) {
    case 'switch':
      return one(typeof value === 'boolean' ? null : 'notSwitch');
    case 'number':
      return one(numberProblem(shape, value));
    case 'choice':
      return one(shape.values.some((known) => known === value) ? null : 'notOneOf');
    case 'choices':
      return choicesMistakes(shape, value, path);
    case 'words':
      return wordsMistakes(shape, value, path);
    case 'phone':
    case 'origin':
    case 'internal-address':
      return one(lineProblem(shape, value));
    case 'time':
      return one(typeof value === 'string' && timePattern.test(value) ? null : 'notTime');
    case 'day':
      return one(typeof value === 'string' && isDay(value) ? null : 'notDay');
    case 'moment':
      return one(isMoment(value) ? null : 'notMoment');
    case 'optional':
      return value === null ? [] : mistakesIn(shape.of, value, path);
    case 'group':
      return groupMistakes(shape, value, path);
    case 'rows':
      return rowsMistakes(shape, value, path);
  }
};
