// `npm test`, or `npm test -- STEP…`: every check there is, in order; the last line counts them.
import type { Outcome } from './outcome.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { type Step, steps } from './test-steps.ts';

const say = (line: string): void => console.log(line);

const chosenSteps = (names: readonly string[]): readonly Step[] | undefined => {
  const known = steps.map(({ name }) => name);
  const wrong = names.filter((name) => !known.includes(name));
  if (wrong.length > 0) {
    say(`There is no step ${wrong.join(', ')}. Steps: ${known.join(', ')}`);
    return undefined;
  }
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
};

const runStep = async (step: Step, signal: AbortSignal): Promise<Outcome> => {
  try {
    return await step.run(signal);
  } catch (error) {
    if (!signal.aborted) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { passed: 0, failed: 1 };
  }
};

const inWords = ({ passed, failed }: Outcome): string =>
  failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`;

const runSteps = async (chosen: readonly Step[], signal: AbortSignal): Promise<Outcome> => {
  const outcomes = new Map<string, Outcome>();
  const lines: string[] = [];
  for (const step of chosen) {
    if (signal.aborted) break;
    const { name, after } = step;
    say(`\n── ${name}`);
    const isBlocked = after !== undefined && (outcomes.get(after)?.failed ?? 0) > 0;
    const startedAt = performance.now();
    const outcome = isBlocked ? { passed: 0, failed: 1 } : await runStep(step, signal);
    outcomes.set(name, outcome);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const result = isBlocked ? `not run, because ${after} failed` : inWords(outcome);
    const line = `${outcome.failed === 0 ? '✓' : '✗'} ${name.padEnd(13)} ${seconds.padStart(6)} s  ${result}`;
    say(line);
    lines.push(line);
  }
  say(`\n${lines.join('\n')}`);
  for (const failure of outcomes.values().flatMap(({ failures = [] }) => failures)) say(`✗ ${failure}`);
  const sum = (count: 'passed' | 'failed'): number => outcomes.values().reduce((total, each) => total + each[count], 0);
  return { passed: sum('passed'), failed: sum('failed') };
};

const main = async (): Promise<Outcome> => {
  const nothing = { passed: 0, failed: 1 };
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort());
  const chosen = chosenSteps(process.argv.slice(2));
  if (chosen === undefined) return nothing;
  if (!ensureSystemPackages(new Set(chosen.flatMap(({ needs }) => needs)), say)) return nothing;
  const outcome = await runSteps(chosen, stopping.signal);
  return stopping.signal.aborted ? { ...outcome, failed: outcome.failed + 1 } : outcome;
};

const { passed, failed } = await main();
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
say(`${passed} passed, ${failed} failed`);
