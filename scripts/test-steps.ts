import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ensureBuild } from './build.ts';
import type { SystemPackageKey } from './system-packages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
/** No step takes this long unless it hangs. */
const stepLimitMs = 70 * 60_000;

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What failed, by name and with the first line of why, where the runner says it: for the end of a long log. */
  readonly failures?: readonly string[];
}

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

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.string(),
      assertionResults: v.array(
        v.object({ fullName: v.string(), status: v.string(), failureMessages: v.nullish(v.array(v.string()), []) }),
      ),
    }),
  ),
});
type VitestReport = v.InferOutput<typeof vitestReport>;

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
});

const firstLine = (text: string | undefined): string => text?.split('\n', 1)[0] ?? '';

const failuresOf = ({ testResults }: VitestReport): readonly string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that cannot be loaded has no test that failed.
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages[0])}`);
  });

const readReport = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A runner that ended badly without a failed test (a file that cannot be loaded, nothing found) counts as one failure. */
const outcomeOf = (ended: boolean, passed: number, failed: number): Outcome => ({
  passed,
  failed: failed === 0 && (!ended || passed === 0) ? 1 : failed,
});

const vitest =
  (project: string, wrapper: readonly string[] = []) =>
  async (signal: AbortSignal): Promise<Outcome> => {
    const file = freshReport(`vitest-${project}.json`);
    const command = [
      ...wrapper,
      join(root, 'node_modules', '.bin', 'vitest'),
      ...['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ];
    const ended = await runCommand(command, signal);
    const report = v.safeParse(vitestReport, readReport(file));
    if (!report.success) return verdict(false);
    const { numPassedTests, numFailedTests } = report.output;
    return { ...outcomeOf(ended, numPassedTests, numFailedTests), failures: failuresOf(report.output) };
  };

/** @param projects - of playwright.config.ts */
const playwright =
  (wrapper: readonly string[], projects: readonly string[], workers: number) =>
  async (signal: AbortSignal): Promise<Outcome> => {
    const name = `playwright-${projects[0]}`;
    const file = freshReport(`${name}.json`);
    const variables = ['env', `PLAYWRIGHT_JSON_OUTPUT_FILE=${file}`];
    const command = [join(root, 'node_modules', '.bin', 'playwright'), 'test', '--reporter=list,json'];
    // A run clears its folder: the traces of the one before are to stay.
    const output = `--output=${join(results, name)}`;
    const chosen = [...projects.map((project) => `--project=${project}`), `--workers=${workers}`, output];
    const ended = await runCommand([...variables, ...wrapper, ...command, ...chosen], signal);
    const report = v.safeParse(playwrightReport, readReport(file));
    if (!report.success) return verdict(false);
    const { expected, unexpected, flaky } = report.output.stats;
    return outcomeOf(ended, expected, unexpected + flaky);
  };

const freshReport = (name: string): string => {
  mkdirSync(results, { recursive: true });
  const file = join(results, name);
  rmSync(file, { force: true });
  return file;
};

const runCommand = async ([command = '', ...args]: readonly string[], signal: AbortSignal): Promise<boolean> =>
  (await exitCodeOf(start(command, args, signal, 'inherit'))) === 0;

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
    needs: [...cardService, 'chromium', 'fonts', 'xdotool', 'xkbcomp', 'xvfb'],
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
    run: playwright(privateNamespace, ['census'], 2),
  },
];
