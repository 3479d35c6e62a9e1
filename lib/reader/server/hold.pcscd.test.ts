/**
 * How long a card is held, from the virtual card on a real pcscd to the browser's end of the stream. The truth is what the
 * test does: it puts the card down and takes it away.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as hold } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectReader } from '../client.ts';
import type { ReaderAddress } from '../event-stream.ts';
import { connectHold } from '../hold-client.ts';
import type { ContactEvent, HoldEvent } from '../hold-protocol.ts';
import type { ReaderEvent } from '../protocol.ts';
import { createSimulatedCard, type Faults, type SimulatedCard } from '../simulated/card.ts';
import { type Pcscd, startPcscd, virtualReaderName } from '../simulated/pcscd.ts';
import { type ScenarioName, scenario } from '../simulated/scenarios.ts';
import { type InsertedCard, insertIntoVpcd } from '../simulated/vpcd.ts';
import { type OtherProgram, startOtherProgram } from './testing/other-program.ts';
import { recordReader } from './testing/recorder.ts';

/** Node's fetch sends no Origin of its own; a browser does. */
const origin = 'http://127.0.0.1:3000';
const browserFetch = globalThis.fetch;
globalThis.fetch = (input, init) => browserFetch(input, { ...init, headers: { ...init?.headers, Origin: origin } });

const secret = 'secret-of-this-test';
/** The second slot of the virtual reader. */
const otherReaderName = 'Virtual PCD 00 01';
/** Milliseconds. "Lifting early must be named within 200 ms." */
const namedWithin = 200;
const accuracy = 50;

interface Heard<E> {
  readonly said: () => string[];
  /** The next event of this name that was not waited for, and when it came. */
  readonly next: (name: string, withinMs?: number) => Promise<{ readonly event: E; readonly at: number }>;
  readonly stop: () => void;
}

const hear = <E>(subscribe: (listener: (event: E) => void) => () => void, nameOf: (event: E) => string): Heard<E> => {
  const heard: { event: E; at: number }[] = [];
  const wakers = new Set<() => void>();
  let unread = 0;
  const stop = subscribe((event) => {
    heard.push({ event, at: performance.now() });
    for (const wake of [...wakers]) wake();
  });
  const said = (): string[] => heard.map(({ event }) => nameOf(event));
  return {
    said,
    stop,
    next: (name, withinMs = 4_000) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const at = said().indexOf(name, unread);
          const found = heard[at];
          if (found === undefined) return;
          unread = at + 1;
          clearTimeout(timer);
          wakers.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          wakers.delete(look);
          reject(new Error(`no "${name}" within ${withinMs} ms; said: ${said().join(', ')}; log: ${log}`));
        }, withinMs);
        wakers.add(look);
        look();
      }),
  };
};

const nameOfHold = (event: HoldEvent): string => {
  if (event.type === 'reader') return event.error ?? 'ready';
  if (event.type === 'on') return event.isNew ? 'on' : 'lies';
  return event.heldMs === null ? 'off, unmeasured' : 'off';
};

const nameOfEvent = (event: ReaderEvent): string => {
  if (event.type === 'reader') return event.error ?? 'ready';
  return event.type === 'failed' ? event.error : event.type;
};

let pcscd: Pcscd;
let bridge: ChildProcess;
let address: ReaderAddress;
let log = '';
let events: Heard<ReaderEvent>;
let opened: Heard<HoldEvent>[] = [];
let inserted: InsertedCard | null = null;
let other: OtherProgram | null = null;

const listen = (): Heard<HoldEvent> => {
  const heard = hear<HoldEvent>(connectHold(address).subscribe, nameOfHold);
  opened.push(heard);
  return heard;
};

const measure = async (): Promise<Heard<HoldEvent>> => {
  const holds = listen();
  await holds.next('ready');
  return holds;
};

const makeCard = (name: ScenarioName, faults: Faults = {}): SimulatedCard =>
  createSimulatedCard(scenario(name, new Date()), { faults: { latencyMs: 5, ...faults } });

const put = async (card: SimulatedCard): Promise<InsertedCard> => {
  inserted = await insertIntoVpcd(card, { port: pcscd.vpcdPort });
  return inserted;
};

const said = (heard: Heard<ReaderEvent>): string[] => heard.said().filter((name) => name !== 'progress');

beforeEach(async () => {
  pcscd = await startPcscd({ reader: 'virtual' });
  bridge = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), {
    env: { ...process.env, KAZASU_ORIGIN: origin, KAZASU_READER_SECRET: secret, KAZASU_READER_PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  log = '';
  bridge.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const [{ url }] = await once(bridge, 'message');
  address = { url, secret };
  events = hear<ReaderEvent>(connectReader(address).subscribe, nameOfEvent);
  await events.next('ready');
});

afterEach(async () => {
  events.stop();
  for (const heard of opened) heard.stop();
  opened = [];
  other?.kill();
  other = null;
  bridge.kill('SIGTERM');
  await once(bridge, 'exit');
  await inserted?.remove();
  inserted = null;
  await pcscd.stop();
});

/** Takes the card away that was put `onAt`, and looks whether that is what is said, in time. */
const lift = async (holds: Heard<HoldEvent>, card: InsertedCard, onAt: number): Promise<void> => {
  const liftedAt = performance.now();
  await card.remove();
  const off = await holds.next('off');
  if (off.event.type !== 'off' || off.event.heldMs === null) throw new Error('unmeasured');
  const { heldMs } = off.event;
  const truth = liftedAt - onAt;
  expect(Number.isInteger(heldMs)).toBe(true);
  expect(Math.abs(heldMs - truth), `said ${heldMs} ms, was ${truth} ms`).toBeLessThanOrEqual(accuracy);
  expect(off.at - liftedAt, 'said too late').toBeLessThanOrEqual(namedWithin);
};

const liftAfter = async (holds: Heard<HoldEvent>, card: InsertedCard, ms: number): Promise<void> => {
  const on = await holds.next('on');
  if (ms > 0) await hold(ms - (performance.now() - on.at));
  await lift(holds, card, on.at);
};

describe('a card that is held', () => {
  test.each([700, 2_300])('for %i ms is measured to 50 ms, and lifting it is said within 200 ms', async (ms) => {
    const holds = await measure();
    const card = makeCard('all-fine');
    await liftAfter(holds, await put(card), ms);
    expect(holds.said()).toEqual(['ready', 'on', 'off']);
    expect(card.transcript.length).toBeGreaterThan(ms / 60);
    expect(new Set(card.transcript.map(({ ins }) => ins))).toEqual(new Set([0xa4]));
    expect(said(events)).toEqual(['ready']);
  });

  test('for as long as it takes to say so is told to be gone within 200 ms', async () => {
    const holds = await measure();
    await liftAfter(holds, await put(makeCard('all-fine')), 0);
    expect(said(events)).toEqual(['ready']);
  });

  test.each(['credit', 'residence-card', 'drivers-licence', 'juki-card', 'passport'] as const)(
    'may be of any kind: %s',
    async (name) => {
      const holds = await measure();
      const card = makeCard(name);
      await liftAfter(holds, await put(card), 300);
      expect(new Set(card.transcript.map(({ ins }) => ins))).toEqual(new Set([0xa4]));
    },
  );

  test.each([
    ['felica', {}],
    ['all-fine', { mute: true }],
  ] as const)('and cannot be asked is there for as long as the service says so: %s', async (name, faults) => {
    const holds = await measure();
    const card = makeCard(name, faults);
    const onReader = await put(card);
    await holds.next('on');
    await onReader.remove();
    await holds.next('off');
    expect(card.transcript).toEqual([]);
    expect(holds.said()).toEqual(['ready', 'on', 'off']);
  });

  test('twenty times over is measured each time', async () => {
    const holds = await measure();
    for (let round = 0; round < 20; round++) {
      await liftAfter(holds, await put(makeCard('all-fine')), 60 * (round % 8));
    }
    expect(holds.said()).toEqual(['ready', ...Array.from({ length: 20 }, () => ['on', 'off']).flat()]);
    expect(said(events)).toEqual(['ready']);
  }, 60_000);

  test('and moves away for less than the service notices begins anew', async () => {
    const holds = await measure();
    await liftAfter(holds, await put(makeCard('all-fine')), 500);
    await liftAfter(holds, await put(makeCard('all-fine')), 500);
    expect(holds.said()).toEqual(['ready', 'on', 'off', 'on', 'off']);
  });

  test('and never answers is said to lie there, then to be gone, and the next one is measured', async () => {
    const holds = await measure();
    const hung = await put(makeCard('all-fine', { neverAnswers: 5 }));
    await holds.next('on');
    await holds.next('lies', 8_000);
    await hung.remove();
    await holds.next('off, unmeasured');
    await liftAfter(holds, await put(makeCard('all-fine')), 300);
    expect(said(events)).toEqual(['ready']);
  });
});

describe('another program', () => {
  test('inside a transaction does not end a contact', async () => {
    const holds = await measure();
    const card = makeCard('all-fine');
    const onReader = await put(card);
    const on = await holds.next('on');
    other = await startOtherProgram(virtualReaderName, 'transaction');
    const before = card.transcript.length;
    await hold(600);
    expect(card.transcript.length).toBe(before);
    await other.letGo();
    await expect.poll(() => card.transcript.length).toBeGreaterThan(before + 3);
    await lift(holds, onReader, on.at);
    expect(holds.said()).toEqual(['ready', 'on', 'off']);
  });

  test.each(['reset', 'power-down'] as const)('that does a %s does not end a contact', async (wish) => {
    const holds = await measure();
    const card = makeCard('all-fine');
    await put(card);
    await holds.next('on');
    other = await startOtherProgram(virtualReaderName, wish);
    await other.act();
    await other.letGo();
    const before = card.transcript.length;
    await expect.poll(() => card.transcript.length, { timeout: 3_000 }).toBeGreaterThan(before + 3);
    const liftedAt = performance.now();
    await inserted?.remove();
    expect((await holds.next('off')).at - liftedAt).toBeLessThanOrEqual(namedWithin);
    expect(holds.said()).toEqual(['ready', 'on', 'off']);
  });
});

describe('a card that lay there when measuring began', () => {
  test('is said to, has no time, and is taken off the card events as well', async () => {
    const card = await put(makeCard('all-fine'));
    await events.next('report');
    const holds = listen();
    await holds.next('lies');
    await card.remove();
    await holds.next('off, unmeasured');
    await events.next('removed');
    await liftAfter(holds, await put(makeCard('all-fine')), 400);
    expect(holds.said()).toEqual(['ready', 'lies', 'off, unmeasured', 'on', 'off']);
    expect(said(events)).toEqual(['ready', 'card', 'report', 'removed']);
  });

  test('and was being read is read to the end, and then only looked at', async () => {
    const card = makeCard('all-fine', { latencyMs: 60 });
    const onReader = await put(card);
    await events.next('progress');
    const holds = listen();
    await holds.next('lies');
    await events.next('report');
    await onReader.remove();
    await events.next('removed');
    await holds.next('off, unmeasured');
    expect(said(events)).toEqual(['ready', 'card', 'report', 'removed']);
    expect(holds.said()).toEqual(['ready', 'lies', 'off, unmeasured']);
  });

  test('is told of to every page that comes later', async () => {
    const first = await measure();
    const card = await put(makeCard('all-fine'));
    await first.next('on');
    const late = listen();
    await late.next('lies');
    await card.remove();
    await first.next('off');
    await late.next('off, unmeasured');
    await liftAfter(late, await put(makeCard('all-fine')), 300);
  });
});

describe('when nobody measures any more', () => {
  test('a card that lies there is read as usual', async () => {
    const holds = await measure();
    const card = await put(makeCard('all-fine'));
    await holds.next('on');
    expect(said(events)).toEqual(['ready']);
    holds.stop();
    expect((await events.next('report')).event).toMatchObject({ report: { card: 'my-number', exchanges: 14 } });
    await card.remove();
    await events.next('removed');
    await put(makeCard('credit'));
    expect((await events.next('report')).event).toMatchObject({ report: { card: 'credit' } });
    expect(said(events)).toEqual(['ready', 'card', 'report', 'removed', 'card', 'report']);
  });

  test('because the card was lifted, nothing is said of that card', async () => {
    const holds = await measure();
    await liftAfter(holds, await put(makeCard('all-fine')), 300);
    holds.stop();
    // Whatever was to be said of the first would come before this.
    await put(makeCard('juki-card'));
    await events.next('report');
    expect(said(events)).toEqual(['ready', 'card', 'report']);
  });

  test('and somebody does again, the card lies there', async () => {
    const holds = await measure();
    await put(makeCard('all-fine'));
    await holds.next('on');
    holds.stop();
    await events.next('card');
    const again = listen();
    await again.next('lies');
    await inserted?.remove();
    await again.next('off, unmeasured');
    await events.next('removed');
  });
});

describe('a service', () => {
  test('that dies while a card is held does not make the visitor have lifted it', async () => {
    const holds = await measure();
    await put(makeCard('all-fine'));
    await holds.next('on');
    await pcscd.kill9();
    await holds.next('off, unmeasured');
    await holds.next('serviceStopped');
    pcscd = await startPcscd({ reader: 'virtual' });
    await holds.next('ready');
    await liftAfter(holds, await put(makeCard('all-fine')), 300);
    expect(said(events)).toEqual(['ready', 'serviceStopped', 'ready']);
  });
});

test('a card process that is started while cards are measured measures them', async () => {
  const holds = await measure();
  const [child] = readFileSync(`/proc/${bridge.pid}/task/${bridge.pid}/children`, 'utf8').trim().split(' ').map(Number);
  await put(makeCard('all-fine'));
  await holds.next('on');
  process.kill(child ?? Number.NaN, 'SIGKILL');
  await holds.next('off, unmeasured');
  await holds.next('lies');
  await inserted?.remove();
  await holds.next('off, unmeasured');
  await liftAfter(holds, await put(makeCard('all-fine')), 300);
  expect(said(events)).toEqual(['ready']);
});

test('measuring may be asked for before the card process can listen', async () => {
  const reader = recordReader({ readerName: otherReaderName });
  const contacts = hear<ContactEvent>(reader.measure, nameOfHold);
  await reader.next('reader');
  inserted = await insertIntoVpcd(makeCard('all-fine'), { port: pcscd.vpcdPort + 1 });
  await contacts.next('on');
  expect(reader.said()).toEqual(['ready']);
  contacts.stop();
  await reader.next('report');
  reader.stop();
});

test('the log holds no more than before', async () => {
  const holds = await measure();
  await liftAfter(holds, await put(makeCard('all-fine')), 300);
  await expect.poll(() => log).toContain('looked at the card');
  for (const line of log.trim().split('\n')) {
    expect(line).toMatch(/^reader: ([\w ]+: \w+|looked at the card: \d+ times)$/);
  }
});
