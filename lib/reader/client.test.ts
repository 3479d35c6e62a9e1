import type { Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { connectReader } from './client.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import type { ReaderEvent } from './protocol.ts';
import { createReaderServer } from './server/http.ts';

/** Node's fetch sends no Origin of its own; a browser does. */
const origin = 'http://127.0.0.1:3000';
const browserFetch = globalThis.fetch;
globalThis.fetch = (input, init) => browserFetch(input, { ...init, headers: { ...init?.headers, Origin: origin } });

const secret = 'secret';
let server: Server | null = null;
let stop: (() => void) | null = null;

const listen = (log: EventLog, port = 0): Promise<number> =>
  new Promise((resolve) => {
    let host = '';
    const started = createReaderServer(() => ({ origin, host, secret }), log);
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

/** Collects events and waits until the last ones are `types`. */
const collect = (port: number) => {
  const events: ReaderEvent[] = [];
  const wakers = new Set<() => void>();
  stop = connectReader({ url: `http://127.0.0.1:${port}`, secret }).subscribe((event) => {
    events.push(event);
    for (const wake of wakers) wake();
  });
  const named = () => events.map((event) => (event.type === 'reader' ? (event.error ?? 'ready') : event.type));
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
