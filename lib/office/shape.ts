/** What the value of a setting may look like, as data: the check, the JSON Schema, the list in docs and the form follow from it. */
import type { Day } from '../facts/day.ts';
import type { Locale } from '../i18n/locales.ts';

/** What the office has written, for each language. Where one is empty, the Japanese stands. */
export type Words = Readonly<Record<Locale, string>>;

/** `HH:MM`, up to `24:00`. */
export type ClockTime = `${string}:${string}`;
/** `YYYY-MM-DDTHH:MM`, in Japan. */
export type LocalMoment = `${Day}T${ClockTime}`;

export const units = ['minutes', 'seconds', 'milliseconds', 'working-days'] as const;
export type Unit = (typeof units)[number];

export type Shape =
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unit: Unit }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** Several, each once, in the order that the office gives them. `always` cannot be left out. */
  | {
      readonly kind: 'choices';
      readonly values: readonly string[];
      readonly always: readonly string[];
      readonly most: number;
    }
  /** At most so many characters in each language. */
  | { readonly kind: 'words'; readonly most: number }
  /** A telephone number, or nothing. */
  | { readonly kind: 'phone' }
  /** `https://host`, or nothing. */
  | { readonly kind: 'origin' }
  /** An address inside the office, or nothing. */
  | { readonly kind: 'internal-address' }
  | { readonly kind: 'time' }
  | { readonly kind: 'day' }
  | { readonly kind: 'moment' }
  /** `null`: there is none. */
  | { readonly kind: 'optional'; readonly of: Shape }
  /** `inOrder`: the first is before the second, `same` also at the same time. */
  | {
      readonly kind: 'group';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly inOrder: readonly [string, string] | null;
      readonly same: boolean;
    }
  | { readonly kind: 'rows'; readonly row: Shape; readonly most: number };

/** The values of a shape. By its kind alone: a chain of conditions would be too deep for the compiler. */
export type ValueOf<Of> = Of extends { readonly kind: infer Kind extends keyof Values<unknown> }
  ? Values<Of>[Kind]
  : never;

interface Values<Of> {
  readonly switch: boolean;
  readonly number: number;
  readonly choice: Of extends { readonly values: readonly (infer Value)[] } ? Value : never;
  readonly choices: Of extends { readonly values: readonly (infer Value)[] } ? readonly Value[] : never;
  readonly words: Words;
  readonly phone: string;
  readonly origin: string;
  readonly 'internal-address': string;
  readonly time: ClockTime;
  readonly day: Day;
  readonly moment: LocalMoment;
  readonly optional: Of extends { readonly of: infer Inner } ? ValueOf<Inner> | null : never;
  readonly group: Of extends { readonly fields: infer Fields }
    ? { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> }
    : never;
  readonly rows: Of extends { readonly row: infer Row } ? readonly ValueOf<Row>[] : never;
}

export const yesOrNo = { kind: 'switch' } as const;
export const phone = { kind: 'phone' } as const;
export const origin = { kind: 'origin' } as const;
export const internalAddress = { kind: 'internal-address' } as const;
export const time = { kind: 'time' } as const;
export const day = { kind: 'day' } as const;
export const moment = { kind: 'moment' } as const;
export const words = (most: number) => ({ kind: 'words', most }) as const;
export const count = (least: number, most: number, unit: Unit) => ({ kind: 'number', least, most, unit }) as const;
export const choice = <const Values extends readonly string[]>(values: Values) => ({ kind: 'choice', values }) as const;
export const choices = <const Values extends readonly string[]>(
  values: Values,
  { always = [], most = values.length }: { always?: readonly Values[number][]; most?: number } = {},
) => ({ kind: 'choices', values, always, most }) as const;
export const optional = <const Inner extends Shape>(of: Inner) => ({ kind: 'optional', of }) as const;
export const group = <const Fields extends Readonly<Record<string, Shape>>>(
  fields: Fields,
  { inOrder = null, same = false }: { inOrder?: readonly [string, string] | null; same?: boolean } = {},
) => ({ kind: 'group', fields, inOrder, same }) as const;
export const rows = <const Row extends Shape>(row: Row, most: number) => ({ kind: 'rows', row, most }) as const;

export const noWords: Words = { ja: '', 'ja-easy': '', en: '' };
