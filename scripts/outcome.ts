import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

const outcome = v.object({
  passed: v.number(),
  failed: v.number(),
  /** What failed, by name, and why: its first line, or of a browser test where it was and what stood on the page. For the end of a long log. */
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
