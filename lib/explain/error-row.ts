/** What other apps say when they fail, and the closed lists that a row of `errors.ts` is made of. */
import type { Source } from '../procedures/procedure.ts';

/** Whose screen it was. Names stay Japanese in every language: they have to match what the phone shows. */
export const appNames = {
  'myna-app': 'マイナアプリ（旧マイナポータルアプリ）',
  mynaportal: 'マイナポータル',
  'mynaportal-extension': 'マイナポータルの拡張機能（パソコン）',
  'mynaportal-ap': 'マイナポータルAP（2020年）',
  'pittari-service': 'ぴったりサービス',
  'digital-auth-app': 'デジタル認証アプリ',
  'myna-point': 'マイナポイントアプリ（2020年）',
  'vaccine-certificate': '新型コロナワクチン接種証明書アプリ（2021年）',
  'myna-sign': 'マイナサイン',
  'e-tax': 'e-Tax・確定申告書等作成コーナー',
  phone: 'スマホ',
  card: 'マイナンバーカード（ICカードの返事）',
} as const satisfies Readonly<Record<string, string>>;
export type ErrorApp = keyof typeof appNames;

/**
 * Whether what the screen showed has used up one of the tries of a PIN.
 *
 * Only a VERIFY that carries a PIN can (docs/sources.md, "Tries"), and only if the PIN was wrong. So:
 * - `yes`: the screen says that the PIN was wrong.
 * - `no`: nothing was sent to the card, or the card was not read, or it failed for another reason than the PIN; also where
 *   the PIN was locked already, as no try is left to be used.
 * - `perhaps`: it depends on what was asked of the card, and the row says on what.
 * - `not-known`: nothing says what happened.
 */
export const usedATry = ['yes', 'no', 'perhaps', 'not-known'] as const;
export type UsedATry = (typeof usedATry)[number];

/** Where to go from here. */
export const nextSteps = [
  'counter',
  'find-slip',
  'hold-still',
  'it-person',
  'new-signature-certificate',
  'normal-browser',
  'phone-check',
  'renew-certificates',
  'screen-lock',
  'staff',
  'start-again',
  'store-or-counter',
  'update',
  'wait',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** `staff`: found when typed, but not offered to visitors to pick from. */
export const audiences = ['everyone', 'staff'] as const;

export const grades = ['A', 'B', 'C', 'D', 'E'] as const satisfies readonly Source['grade'][];

/** One thing that a screen shows. What it means and what to do is in the messages, under `ErrorMeanings.<id>`. */
export interface ErrorRow {
  /** Kebab-case. */
  readonly id: string;
  readonly app: ErrorApp;
  /** As screens show them, the usual one first; none where there is no code. */
  readonly codes: readonly string[];
  /** Sentences of the screen, word for word; a number that changes is `○`. Without any and without a code: `ErrorSigns.<id>`. */
  readonly says: readonly string[];
  /** How people tell of it in their own words, for the search only. */
  readonly words: readonly string[];
  /** Who writes this means something else. */
  readonly unless?: string;
  readonly usedATry: UsedATry;
  /** The best first. */
  readonly next: readonly [NextStep, ...NextStep[]];
  readonly audience: (typeof audiences)[number];
  /** `false`: no usable source. It is kept so that nothing else is taken for it, and never shown to visitors. */
  readonly confirmed: boolean;
  readonly source: string;
  /** As in docs/sources.md. */
  readonly grade: Source['grade'];
  /** A day, a month or a year; `null`: the page bears no date. */
  readonly asOf: string | null;
}
