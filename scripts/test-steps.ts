import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ensureBuild } from './build.ts';
import { type Outcome, outcomeVariable, readOutcome } from './outcome.ts';
import type { SystemPackageKey } from './system-packages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
/** No step takes this long unless it hangs. */
const stepLimitMs = 70 * 60_000;

export interface Step {
  readonly name: string;
  readonly needs: readonly SystemPackageKey[];
  /** Runs only if this step has passed. */
  readonly after?: string;
  readonly run: (signal: AbortSignal) => Promise<Outcome>;
}

const verdict = (passed: boolean): Outcome => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** The same result on every machine, whatever language its terminal speaks. */
const environment = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', NEXT_TELEMETRY_DISABLED: '1' };

const start = (
  command: string,
  args: readonly string[],
  signal: AbortSignal,
  stdout: 'inherit' | 'pipe',
): ChildProcess =>
  spawn(command, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', stdout, 'inherit'],
    signal,
    timeout: stepLimitMs,
  });

const exitCodeOf = async (child: ChildProcess): Promise<number | null> => {
  const [code] = await once(child, 'close');
  return code;
};

/** Runs a tool of node_modules with the pinned Node. @returns whether it ended with 0 */
const tool = async (name: string, args: readonly string[], signal: AbortSignal): Promise<boolean> =>
  (await exitCodeOf(start(join(root, 'node_modules', '.bin', name), args, signal, 'inherit'))) === 0;

const check =
  (...commands: readonly (readonly [string, ...string[]])[]) =>
  async (signal: AbortSignal): Promise<Outcome> => {
    for (const [name, ...args] of commands) {
      if (!(await tool(name, args, signal))) return verdict(false);
    }
    return verdict(true);
  };

const cruise = v.object({
  summary: v.object({
    totalCruised: v.number(),
    violations: v.array(v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) })),
  }),
});

/** Without a TypeScript reader dependency-cruiser finds no module and nothing to complain about: that is a failure. */
const checkDependencies = async (signal: AbortSignal): Promise<Outcome> => {
  const args = ['--output-type', 'json', 'app', 'cli', 'components', 'e2e', 'lib', 'scripts', 'proxy.ts'];
  const child = start(join(root, 'node_modules', '.bin', 'depcruise'), args, signal, 'pipe');
  const [json = []] = await Promise.all([child.stdout?.toArray(), exitCodeOf(child)]);
  const { summary } = v.parse(cruise, JSON.parse(Buffer.concat(json).toString()));
  for (const { from, to, rule } of summary.violations) console.log(`${rule.name}: ${from} → ${to}`);
  console.log(`${summary.totalCruised} modules read, ${summary.violations.length} violations`);
  return verdict(summary.totalCruised > 0 && summary.violations.length === 0);
};

/** Runs a test runner with the reporter that leaves its outcome. One that ended badly, and does not say why, counts as one failure. */
const runTests = async (name: string, command: readonly string[], signal: AbortSignal): Promise<Outcome> => {
  mkdirSync(results, { recursive: true });
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  const child = start('env', [`${outcomeVariable}=${file}`, ...command], signal, 'inherit');
  const ended = (await exitCodeOf(child)) === 0;
  const outcome = readOutcome(file) ?? { passed: 0, failed: 0 };
  const isUnexplained = outcome.failed === 0 && (!ended || outcome.passed === 0);
  return isUnexplained
    ? { ...outcome, failed: 1, failures: [`${name}: ended badly, with no test that failed`] }
    : outcome;
};

const reporterOf = (runner: 'vitest' | 'playwright'): string => join(root, 'scripts', `outcome-${runner}.ts`);

const vitest =
  (project: string, wrapper: readonly string[] = []) =>
  (signal: AbortSignal): Promise<Outcome> => {
    const reporters = ['--reporter=default', `--reporter=${reporterOf('vitest')}`];
    const command = [join(root, 'node_modules', '.bin', 'vitest'), 'run', '--project', project, ...reporters];
    return runTests(`vitest-${project}`, [...wrapper, ...command], signal);
  };

/** @param projects - of playwright.config.ts */
const playwright =
  (wrapper: readonly string[], projects: readonly string[], workers: number) =>
  (signal: AbortSignal): Promise<Outcome> => {
    const name = `playwright-${projects[0]}`;
    const command = [join(root, 'node_modules', '.bin', 'playwright'), 'test'];
    const chosen = [...projects.map((project) => `--project=${project}`), `--workers=${workers}`];
    // A run clears its folder: the traces of the one before are to stay.
    const output = [`--reporter=list,${reporterOf('playwright')}`, `--output=${join(results, name)}`];
    return runTests(name, [...wrapper, ...command, ...chosen, ...output], signal);
  };

const build = async (signal: AbortSignal): Promise<Outcome> =>
  verdict(await ensureBuild((line) => console.log(line), signal));

const privateNamespace = [join(root, 'scripts', 'in-namespace.sh')];
const cardService: readonly SystemPackageKey[] = ['ip', 'opensc', 'pcscd', 'unshare', 'virtualReader'];

/** In the order in which they run: what is quick and fails often comes first. */
export const steps: readonly Step[] = [
  { name: 'lint', needs: [], run: check(['biome', 'check', '--error-on-warnings']) },
  { name: 'types', needs: [], run: check(['next', 'typegen'], ['tsc', '--noEmit']) },
  { name: 'dependencies', needs: [], run: checkDependencies },
  { name: 'dead-code', needs: [], run: check(['knip']) },
  { name: 'unit', needs: ['cups', 'cupsClient', 'postgresql', 'systemd'], run: vitest('unit') },
  { name: 'build', needs: [], run: build },
  {
    name: 'integration',
    needs: [...cardService, 'chromium', 'fonts', 'openbox', 'xdotool', 'xkbcomp', 'xvfb'],
    run: vitest('pcscd', privateNamespace),
  },
  {
    name: 'browser',
    needs: [...cardService, 'chromium', 'cups', 'cupsClient', 'fonts', 'pdf', 'qr', 'xvfb'],
    after: 'build',
    // One after the other: some of them measure how soon something is there.
    run: playwright(privateNamespace, ['kiosk-portrait', 'kiosk-landscape', 'phone'], 1),
  },
  {
    name: 'census',
    needs: ['chromium', 'fonts', 'ip', 'unshare'],
    after: 'build',
    // It measures sizes, and no time.
    run: playwright(privateNamespace, ['census'], Math.min(8, Math.max(2, availableParallelism()))),
  },
];
