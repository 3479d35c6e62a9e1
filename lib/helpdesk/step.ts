/** Where a visitor is, as staff are told: the part of the program and the page in it. Closed; nothing of an answer is in it. */
import type { FactName } from '../facts/fact.ts';
import { factNames } from '../facts/fact.ts';
import type { StageName } from '../reader/stage.ts';

const cardStages = [
  'connecting',
  'noReader',
  'ready',
  'reading',
  'lifted',
  'report',
  'failed',
  'takeAway',
  'thanks',
] as const satisfies readonly StageName[];
const phonePages = [
  'check',
  'contact',
  'settings',
  'trouble',
  'app',
  'pc',
  'card-in-phone',
  'other-ways',
  'own-phone',
] as const;
const pinsPages = [
  'home',
  'which',
  'not-a-pin',
  'slip',
  'errors',
  'new',
  'certificates',
  'pin',
  'counter',
  'store',
  'fails',
  'error',
] as const;
const practicePages = ['menu', 'hold', 'contact', 'journeys', 'pin', 'journey'] as const;

/** A screen as `part` or `part:page`. The question of a fact is `guide:<fact>`. */
export type Step =
  | 'start'
  | 'practice-card'
  | `card:${(typeof cardStages)[number]}`
  | `guide:${FactName | 'advice' | 'take-along'}`
  | `phone:${(typeof phonePages)[number]}`
  | `pins:${(typeof pinsPages)[number]}`
  | `practice:${(typeof practicePages)[number]}`;

export const steps: readonly Step[] = [
  'start',
  ...cardStages.map((page) => `card:${page}` as const),
  ...factNames.map((fact) => `guide:${fact}` as const),
  'guide:advice',
  'guide:take-along',
  ...phonePages.map((page) => `phone:${page}` as const),
  ...pinsPages.map((page) => `pins:${page}` as const),
  ...practicePages.map((page) => `practice:${page}` as const),
  'practice-card',
];

const known: ReadonlySet<unknown> = new Set(steps);
export const isStep = (value: unknown): value is Step => known.has(value);
