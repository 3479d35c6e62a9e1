import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellSystemd } from './tell-systemd.ts';

let folder: string;
let stopping: AbortController;

/** What systemd has been told, a line each. */
const heard = (): string[] => {
  const file = join(folder, 'heard');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
};

beforeEach(() => {
  stopping = new AbortController();
  folder = mkdtempSync(join(tmpdir(), 'kazasu-notify-'));
  const program = join(folder, 'systemd-notify');
  writeFileSync(program, `#!/bin/sh\necho "$@" >>${join(folder, 'heard')}\n`);
  chmodSync(program, 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  vi.stubEnv('NOTIFY_SOCKET', join(folder, 'socket'));
  vi.stubEnv('WATCHDOG_USEC', '90000');
});
afterEach(() => {
  stopping.abort();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('systemd is told once that we are ready, and again and again that we live, until we end', async () => {
  tellSystemd(stopping.signal);
  await vi.waitFor(() => expect(heard().filter((line) => line === 'WATCHDOG=1').length).toBeGreaterThan(2));
  expect(heard().filter((line) => line === '--ready')).toHaveLength(1);
});

test('without a watchdog only the start is told', async () => {
  vi.stubEnv('WATCHDOG_USEC', undefined);
  tellSystemd(stopping.signal);
  await vi.waitFor(() => expect(heard()).toEqual(['--ready']));
});

test('outside a unit nothing is told', () => {
  vi.stubEnv('NOTIFY_SOCKET', undefined);
  const timer = vi.spyOn(globalThis, 'setInterval');
  tellSystemd(stopping.signal);
  expect(timer).not.toHaveBeenCalled();
});
