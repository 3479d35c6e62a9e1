import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

const outcome = v.object({
  passed: v.number(),
  failed: v.number(),
  /** What failed, by name and with the first line of why, where the runner says it; of a page, what stood on it. For the end of a long log. */
  failures: v.optional(v.array(v.string())),
});

/** How a step ended. */
export type Outcome = v.InferOutput<typeof outcome>;

/** The variable that names the file in which a test runner's reporter leaves the outcome. */
export const outcomeVariable = 'KAZASU_TEST_OUTCOME';

export const writeOutcome = (given: Outcome): void => {
  const file = process.env[outcomeVariable];
  if (file !== undefined) writeFileSync(file, JSON.stringify(given));
};

/** @returns `undefined` if the runner did not come to its end */
export const readOutcome = (file: string): Outcome | undefined =>
  existsSync(file) ? v.parse(outcome, JSON.parse(readFileSync(file, 'utf8'))) : undefined;

/** One line: what failed, and the first line of why. */
export const failure = (name: string, why = ''): string =>
  `${name}: ${stripVTControlCharacters(why).split('\n', 1)[0]}`;
