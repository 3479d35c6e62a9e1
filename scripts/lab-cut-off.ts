/**
 * `npm run lab:cut-off`: every test in a browser, and the census, in a namespace with a way out that leads nowhere, and how much went
 * that way. What it needs is got before, while there is a network. It ends with 1 when a test failed, or a packet was sent.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { steps } from './test-steps.ts';

const names = ['browser', 'census'];
const needs = steps.filter(({ name }) => names.includes(name)).flatMap((step) => step.needs);
if (!ensureSystemPackages(new Set([...needs, 'ip', 'unshare']), console.log)) process.exit(1);
if (!(await ensureBuild(console.log, new AbortController().signal))) process.exit(1);
const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { status } = spawnSync(fileAt('in-namespace.sh'), [process.execPath, fileAt('test.ts'), ...names], {
  env: { ...process.env, KAZASU_COUNT_UPLINK: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
