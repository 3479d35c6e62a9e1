import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSimulatedCard } from '../lib/reader/simulated/card.ts';
import { startPcscd } from '../lib/reader/simulated/pcscd.ts';
import { scenario } from '../lib/reader/simulated/scenarios.ts';
import { insertIntoVpcd } from '../lib/reader/simulated/vpcd.ts';
import { exitCodeOf } from './exit-codes.ts';

const program = fileURLToPath(new URL('pcscd-watch.ts', import.meta.url));
let folder = '';
let watch: ChildProcess;
const start = (killed?: number): void => {
  if (killed !== undefined) writeFileSync(join(folder, 'killed'), `${killed}`);
  watch = spawn(process.execPath, [program], { env: { ...process.env, RUNTIME_DIRECTORY: folder } });
};
const ended = async (): Promise<{ code: unknown; ms: number }> => {
  const from = performance.now();
  const [code] = await once(watch, 'exit');
  return { code, ms: performance.now() - from };
};
/** Longer than a service that does not answer is given. */
const stays = async (): Promise<boolean> => {
  await wait(7_000);
  return watch.exitCode === null && watch.signalCode === null;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kazasu-watch-'));
});
afterEach(() => {
  watch.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

it('ends with the code that has the service killed when it is stopped, and not before', async () => {
  const pcscd = await startPcscd({ reader: 'virtual' });
  start();
  expect(await stays()).toBe(true);
  pcscd.suspend();
  const { code, ms } = await ended();
  expect(code).toBe(exitCodeOf.serviceNotResponding);
  expect(ms).toBeGreaterThan(3_900);
  expect(ms).toBeLessThan(6_500);
  expect(readFileSync(join(folder, 'killed'), 'utf8')).toBe('1');
  await pcscd.kill9();
});

it('a service that is not there, and one that has been killed, are left to systemd', async () => {
  start();
  expect(await stays()).toBe(true);
  const pcscd = await startPcscd({ reader: 'none' });
  await pcscd.kill9();
  expect(await stays()).toBe(true);
});

it('a card that never answers is no service that does not', async () => {
  const pcscd = await startPcscd({ reader: 'virtual' });
  const card = createSimulatedCard(scenario('all-fine', new Date('2026-11-27T03:00:00Z')), {
    faults: { neverAnswers: 1 },
  });
  const inserted = await insertIntoVpcd(card, { port: pcscd.vpcdPort });
  await inserted.powered;
  const client = spawn('opensc-tool', ['--wait', '--send-apdu', '00:A4:00:00'], { stdio: 'ignore' });
  start();
  expect(await stays()).toBe(true);
  expect(client.exitCode).toBe(null);
  await Promise.all([once(client, 'exit'), pcscd.stop()]);
  await inserted.closed;
});

it('a service that never came up between three ends is given twice as long', async () => {
  rmSync('/run/pcscd/pcscd.comm', { force: true });
  const silent = createServer().listen('/run/pcscd/pcscd.comm');
  await once(silent, 'listening');
  start(2);
  expect(await stays()).toBe(true);
  expect((await ended()).code).toBe(exitCodeOf.serviceNotResponding);
  expect(readFileSync(join(folder, 'killed'), 'utf8')).toBe('3');
  silent.close();
});

it('a service that came up is given no longer than the first time', async () => {
  const pcscd = await startPcscd({ reader: 'none' });
  start(5);
  await wait(3_000);
  pcscd.suspend();
  const { ms } = await ended();
  expect(ms).toBeLessThan(6_500);
  await pcscd.kill9();
});
