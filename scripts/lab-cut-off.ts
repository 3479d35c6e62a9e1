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
const env = { ...process.env, KAZASU_COUNT_UPLINK: '1' };

/** To nobody, and a question for a name: a counter that does not see these sees nothing. */
const sent = [
  "require('node:dgram').createSocket('udp4').send('?', 9, '198.51.100.1')",
  "require('node:dns').resolve('kazasu.example', () => undefined)",
  'setTimeout(process.exit, 500)',
];
const control = spawnSync(fileAt('in-namespace.sh'), [process.execPath, '-e', sent.join(';')], {
  env,
  encoding: 'utf8',
});
const counted = Number(/^(\d+) packets/m.exec(control.stderr)?.[1] ?? 0);
if (control.status !== 1 || counted < 2) {
  console.error(`Of 2 packets that were sent on purpose ${counted} were counted: ${control.stderr}`);
  process.exit(1);
}

const { status } = spawnSync(fileAt('in-namespace.sh'), [process.execPath, fileAt('test.ts'), ...names], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
