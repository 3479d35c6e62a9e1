import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withFileLock } from './file-lock.mjs';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kazasu-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('those who ask at the same time work one after the other, and nothing is left', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise(setImmediate);
    inside -= 1;
  };
  const waited = vi.fn();
  await Promise.all(Array.from({ length: 4 }, () => withFileLock(lock, waited, work)));
  expect(most).toBe(1);
  expect(waited).toHaveBeenCalledTimes(3);
  expect(readdirSync(folder)).toEqual([]);
});

it('work that fails gives the lock back', async () => {
  const failing = withFileLock(lock, vi.fn(), () => Promise.reject(new Error('disk full')));
  await expect(failing).rejects.toThrow('disk full');
  await expect(withFileLock(lock, vi.fn(), async () => 'done')).resolves.toBe('done');
});

it('the lock of a process that was killed is taken over', async () => {
  mkdirSync(lock);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  await expect(withFileLock(lock, vi.fn(), async () => 'done')).resolves.toBe('done');
});

it('waiting can be ended', async () => {
  mkdirSync(lock);
  const stopping = new AbortController();
  const waiting = withFileLock(lock, () => stopping.abort(), vi.fn(), stopping.signal);
  await expect(waiting).rejects.toThrow('aborted');
  expect(readdirSync(folder)).toEqual(['lock']);
});
