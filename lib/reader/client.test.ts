import type { Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { connectReader } from './client.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { connectHold } from './hold-client.ts';
import type { ContactEvent, HoldEvent } from './hold-protocol.ts';
import type { ReaderEvent } from './protocol.ts';
import { createHoldFeed } from './server/hold-feed.ts';
import { createReaderServer } from './server/http.ts';

/** Node's fetch sends no Origin of its own; a browser does. */
const origin = 'http://127.0.0.1:3000';
const browserFetch = globalThis.fetch;
globalThis.fetch = (input, init) => browserFetch(input, { ...init, headers: { ...init?.headers, Origin: origin } });

const secret = 'secret';
let server: Server | null = null;
let stop: (() => void) | null = null;
/** The card process, as far as it measures; `null` while it does not. */
let contact: ((event: ContactEvent) => void) | null = null;

const measure = (listener: (event: ContactEvent) => void): (() => void) => {
  contact = listener;
  return () => {
    // The feed of the test before may end only now.
    if (contact === listener) contact = null;
  };
};

const listen = (log: EventLog, port = 0): Promise<number> =>
  new Promise((resolve) => {
    let host = '';
    const started = createReaderServer(() => ({ origin, host, secret }), log, createHoldFeed(log, measure, 0));
    server = started;
    started.listen(port, '127.0.0.1', () => {
      const address = started.address();
      const given = address === null || typeof address === 'string' ? 0 : address.port;
      host = `127.0.0.1:${given}`;
      resolve(given);
    });
  });

const close = (): Promise<void> =>
  new Promise((resolve) => {
    if (server === null) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
    server = null;
  });

type Listen<E> = (listener: (event: E) => void) => () => void;

/** Collects events by name and waits until the last ones are `types`. */
const collectFrom = <E>(subscribe: Listen<E>, nameOf: (event: E) => string) => {
  const names: string[] = [];
  const wakers = new Set<() => void>();
  stop = subscribe((event) => {
    names.push(nameOf(event));
    for (const wake of wakers) wake();
  });
  const named = () => names;
  const until = (...types: string[]): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (named().slice(-types.length).join() !== types.join()) return;
        wakers.delete(look);
        resolve();
      };
      wakers.add(look);
      look();
    });
  return { named, until };
};

const collect = (port: number) =>
  collectFrom<ReaderEvent>(connectReader({ url: `http://127.0.0.1:${port}`, secret }).subscribe, (event) =>
    event.type === 'reader' ? (event.error ?? 'ready') : event.type,
  );

const nameOfHold = (event: HoldEvent): string => {
  if (event.type === 'reader') return event.error ?? 'ready';
  return event.type === 'on' ? `on ${event.isNew ? 'new' : 'old'}` : `off ${event.heldMs}`;
};

const collectHold = (port: number) =>
  collectFrom<HoldEvent>(connectHold({ url: `http://127.0.0.1:${port}`, secret }).subscribe, nameOfHold);

const readyLog = (epoch: string): EventLog => {
  const log = createEventLog(epoch);
  log.add({ type: 'reader', ready: true, error: null });
  return log;
};

afterEach(async () => {
  stop?.();
  await close();
});

test('a dropped stream is taken up where it ended, unnoticed', async () => {
  const log = readyLog('one');
  const port = await listen(log);
  const page = collect(port);
  await page.until('ready');
  log.add({ type: 'card' });
  await page.until('ready', 'card');
  server?.closeAllConnections();
  log.add({ type: 'removed', early: true });
  await page.until('removed');
  expect(page.named()).toEqual(['ready', 'card', 'removed']);
});

test('a reader process that is gone is named, and found again when it is back', async () => {
  const port = await listen(readyLog('one'));
  const page = collect(port);
  await page.until('ready');
  await close();
  await page.until('ready', 'readerProcessDown');
  await listen(readyLog('two'), port);
  await page.until('readerProcessDown', 'ready');
  expect(page.named()).toEqual(['ready', 'readerProcessDown', 'ready']);
});

test('a reader process that started anew while a card was shown takes the card off the screen', async () => {
  const log = readyLog('one');
  const port = await listen(log);
  const page = collect(port);
  await page.until('ready');
  log.add({ type: 'card' });
  await page.until('card');
  await close();
  await listen(readyLog('two'), port);
  await page.until('readerProcessDown', 'ready');
  expect(page.named()).toEqual(['ready', 'card', 'readerProcessDown', 'ready']);
});

test('an event that is not understood does not leave anybody waiting', async () => {
  const log = readyLog('one');
  const port = await listen(log);
  const page = collect(port);
  await page.until('ready');
  // A report of a newer process.
  log.add(JSON.parse('{"type":"report","report":{"card":"my-number","colour":"blue"}}'));
  await page.until('failed');
  expect(page.named()).toEqual(['ready', 'failed']);
});

test('how long a card is held arrives as it was measured, and measuring ends with the subscription', async () => {
  const page = collectHold(await listen(readyLog('one')));
  await page.until('ready');
  contact?.({ type: 'on', isNew: true });
  contact?.({ type: 'off', heldMs: 2_345 });
  await page.until('ready', 'on new', 'off 2345');
  expect(contact).not.toBeNull();
  stop?.();
  await expect.poll(() => contact).toBeNull();
});

test('a contact that was not seen to its end because the stream dropped has no time', async () => {
  const page = collectHold(await listen(readyLog('one')));
  await page.until('ready');
  contact?.({ type: 'on', isNew: true });
  await page.until('on new');
  server?.closeAllConnections();
  await page.until('off null', 'ready');
  contact?.({ type: 'on', isNew: false });
  await page.until('on old');
  expect(page.named()).toEqual(['ready', 'on new', 'off null', 'ready', 'on old']);
});

test('a reader process that is gone while a card is held is named, and measures again when it is back', async () => {
  const port = await listen(readyLog('one'));
  const page = collectHold(port);
  await page.until('ready');
  contact?.({ type: 'on', isNew: true });
  await page.until('on new');
  await close();
  await page.until('readerProcessDown');
  await listen(readyLog('two'), port);
  await page.until('ready');
  expect(page.named()).toEqual(['ready', 'on new', 'readerProcessDown', 'off null', 'ready']);
});

test('a hold that is not understood does not leave anybody holding the card', async () => {
  const page = collectHold(await listen(readyLog('one')));
  await page.until('ready');
  // A newer process.
  contact?.(JSON.parse('{"type":"off","heldMs":"long"}'));
  await page.until('unknown');
  expect(page.named()).toEqual(['ready', 'unknown']);
});
