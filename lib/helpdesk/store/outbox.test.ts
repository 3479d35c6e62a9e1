import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { DeskMessage } from '../wire.ts';
import { type Outbox, OutboxFull, openOutbox } from './outbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'kazasu-outbox-'));
const opened: Outbox[] = [];
let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};
const open = (file = newFile(), limit?: number): Outbox => {
  const outbox = openOutbox(file, limit);
  opened.push(outbox);
  return outbox;
};
afterEach(() => {
  vi.useRealTimers();
  for (const outbox of opened.splice(0)) outbox.close();
  return () => rmSync(folder, { recursive: true, force: true });
});

const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const detail = { language: 'ja', step: 'start', facts: {}, error: null, elapsedS: 1 } as const;
const visit = (n: number): DeskMessage => ({
  kind: 'visit',
  id: uuid(n),
  outcome: 'left',
  language: 'ja',
  lastStep: 'start',
  seconds: 1,
  reads: 0,
  earlyLifts: 0,
});
const ask = (n: number, call: number): DeskMessage => ({
  kind: 'ask',
  id: uuid(n),
  call: uuid(call),
  reason: 'pin',
  case: { ...detail, facts: { phone: { value: 'reads-but-too-old', evidence: 'said' } } },
});
const update = (n: number, call: number): DeskMessage => ({
  kind: 'case',
  id: uuid(n),
  call: uuid(call),
  case: detail,
});
const leave = (n: number, call: number): DeskMessage => ({ kind: 'leave', id: uuid(n), call: uuid(call) });

const ids = (outbox: Outbox): unknown[] =>
  outbox.next().map(({ message }) => (message as DeskMessage).id.replace(/^.*-0*/, ''));

it('what was put comes back in the order in which it was put, and is gone once it was delivered', () => {
  const outbox = open();
  for (let n = 1; n <= 5; n += 1) outbox.put(visit(n));
  expect(ids(outbox)).toEqual(['1', '2', '3', '4', '5']);
  outbox.remove(outbox.next()[2]?.n ?? 0);
  expect(ids(outbox)).toEqual(['4', '5']);
  expect(outbox.length()).toBe(2);
});

it('the same message twice is kept once', () => {
  const outbox = open();
  expect(outbox.put(visit(1))).toBe(1);
  expect(outbox.put(visit(1))).toBeUndefined();
  expect(outbox.length()).toBe(1);
});

it('a place in the list is never given twice, so that what was delivered takes nothing newer with it', () => {
  const outbox = open();
  const first = outbox.put(visit(1)) ?? 0;
  outbox.remove(first);
  expect(outbox.put(visit(2))).toBe(first + 1);
});

it('how long something has waited does not depend on a clock that is set meanwhile', () => {
  vi.useFakeTimers({ now: new Date('2026-11-26T10:00:00Z'), toFake: ['Date', 'performance'] });
  const outbox = open();
  outbox.put(visit(1));
  vi.advanceTimersByTime(30_000);
  vi.setSystemTime(new Date('2031-01-01T00:00:00Z'));
  expect(outbox.next().map(({ agoMs }) => agoMs)).toEqual([30_000]);
});

it.each([
  ['forward by ten minutes', '2026-11-26T10:10:00Z', 600_000],
  ['back by a year', '2025-11-26T10:00:00Z', 0],
  ['forward by five years', '2031-11-26T10:00:00Z', 24 * 60 * 60_000],
])('after a new start the clock says it, within bounds: %s', (_, now, agoMs) => {
  vi.useFakeTimers({ now: new Date('2026-11-26T10:00:00Z'), toFake: ['Date', 'performance'] });
  const file = newFile();
  const before = openOutbox(file);
  before.put(visit(1));
  before.close();
  vi.setSystemTime(new Date(now));
  expect(open(file).next()[0]?.agoMs).toBe(agoMs);
});

it('what came later has never waited longer', () => {
  vi.useFakeTimers({ now: new Date('2026-11-26T10:00:00Z'), toFake: ['Date', 'performance'] });
  const file = newFile();
  const before = openOutbox(file);
  before.put(ask(1, 9));
  vi.setSystemTime(new Date('2026-11-26T09:00:00Z'));
  before.put(leave(2, 9));
  before.close();
  vi.setSystemTime(new Date('2026-11-26T10:01:00Z'));
  expect(
    open(file)
      .next()
      .map(({ agoMs }) => agoMs),
  ).toEqual([3_660_000, 3_660_000]);
});

it('a call that has ended goes together with its end, so that it rings for nobody', () => {
  const outbox = open();
  for (let n = 1; n <= 98; n += 1) outbox.put(visit(n));
  outbox.put(ask(99, 500));
  outbox.put(update(100, 500));
  outbox.put(leave(101, 500));
  expect(outbox.next()).toHaveLength(98);
  outbox.remove(98);
  expect(ids(outbox)).toEqual(['63', '64', '65']);
});

it('a call that goes on does not wait for its end', () => {
  const outbox = open();
  for (let n = 1; n <= 99; n += 1) outbox.put(visit(n));
  outbox.put(ask(100, 500));
  outbox.put(update(101, 500));
  expect(outbox.next()).toHaveLength(100);
});

it('at the bound what was seen during calls that have ended is dropped, oldest first, and nothing else', () => {
  const outbox = open(undefined, 6);
  for (const message of [ask(1, 100), update(2, 100), leave(3, 100), ask(4, 200), update(5, 200), visit(6)]) {
    outbox.put(message);
  }
  outbox.put(visit(7));
  expect(ids(outbox)).toEqual(['1', '3', '4', '5', '6', '7']);
  expect(() => outbox.put(visit(8))).toThrow(OutboxFull);
  expect(ids(outbox)).toEqual(['1', '3', '4', '5', '6', '7']);
  outbox.remove(1);
  expect(outbox.put(visit(8))).toBeGreaterThan(7);
});

it('facts are gone when their day is, from the file too; the call is still counted', () => {
  vi.useFakeTimers({ now: new Date('2026-11-26T10:00:00Z'), toFake: ['Date', 'performance'] });
  const file = newFile();
  const outbox = open(file);
  outbox.put(ask(1, 9));
  outbox.put(update(2, 9));
  outbox.put(leave(3, 9));
  const bytes = (): string => [file, `${file}-wal`].map((each) => readFileSync(each, 'latin1')).join('');
  expect(bytes()).toContain('reads-but-too-old');
  outbox.forgetFacts(Date.parse('2026-11-27T00:00:00+09:00'));
  expect(ids(outbox)).toEqual(['1', '3']);
  expect(outbox.next()[0]?.message).toMatchObject({ kind: 'ask', case: { facts: {} } });
  expect(bytes()).not.toContain('reads-but-too-old');
});

it('whatever is put and delivered, the list is what a plain list would be', () => {
  const step = fc.oneof(fc.constant('put'), fc.constant('again'), fc.constant('deliver'), fc.constant('restart'));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const file = newFile();
      let outbox = openOutbox(file);
      const plain: string[] = [];
      let n = 0;
      for (const each of steps) {
        if (each === 'put') {
          n += 1;
          outbox.put(visit(n));
          plain.push(uuid(n));
        } else if (each === 'again' && plain.length > 0) {
          outbox.put(visit(n));
        } else if (each === 'deliver') {
          const batch = outbox.next().slice(0, 3);
          outbox.remove(batch.at(-1)?.n ?? 0);
          plain.splice(0, batch.length);
        } else if (each === 'restart') {
          outbox.close();
          outbox = openOutbox(file);
        }
        expect(outbox.next().map(({ message }) => (message as DeskMessage).id)).toEqual(plain);
        expect(outbox.length()).toBe(plain.length);
      }
      outbox.close();
    }),
    { numRuns: 40 },
  );
});

it('100 kills while messages are put: each that was acknowledged is there once, in order', async () => {
  const file = newFile();
  const writer = fileURLToPath(new URL('testing/outbox-writer.ts', import.meta.url));
  const acknowledged: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    const from = round * 100_000;
    const child = spawn(process.execPath, [writer, file, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    let lines = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(Number(line));
      lines += 1;
      // In the middle of what it does, at another place each time.
      if (lines === 1 + ((round * 7) % 23)) child.kill('SIGKILL');
    }
    expect((await ended)[1]).toBe('SIGKILL');
  }
  const outbox = open(file);
  const kept: number[] = [];
  for (let batch = outbox.next(); batch.length > 0; batch = outbox.next()) {
    kept.push(...batch.map(({ message }) => Number.parseInt((message as DeskMessage).id.slice(-12), 16)));
    outbox.remove(batch.at(-1)?.n ?? 0);
  }
  expect(acknowledged.length).toBeGreaterThan(1_000);
  expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
  expect(acknowledged.filter((n) => !kept.includes(n))).toEqual([]);
}, 600_000);
