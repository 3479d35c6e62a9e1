/** What is wrong with a setting that somebody has typed or put into a file. Messages: `OfficeProblems.<problem>`. */
export const problems = [
  'unknownName',
  'missing',
  'notSwitch',
  'notNumber',
  'notWhole',
  'tooSmall',
  'tooLarge',
  'notText',
  'tooLong',
  'controlCharacter',
  'markup',
  'japaneseMissing',
  'notOneOf',
  'twice',
  'tooMany',
  'alwaysMissing',
  'notList',
  'notObject',
  'notPhone',
  'notOrigin',
  'notAddress',
  'notInternal',
  'notTime',
  'notDay',
  'notMoment',
  'order',
  'firstAndHidden',
  'allHidden',
  'languageNotOffered',
  'escalationOrder',
  'queueAddressMissing',
  'notSettings',
  'otherFormat',
] as const;
export type Problem = (typeof problems)[number];

/** `path`: `closures[2].until`. `allowed`: what would do, in the notation of docs/office-settings.md; empty where there is nothing to list. */
export interface Mistake {
  readonly path: string;
  readonly problem: Problem;
  readonly allowed: string;
}
