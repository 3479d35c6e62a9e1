/**
 * The reader process. Listens on loopback only, and ends with the process that started it.
 *
 * Environment: KAZASU_ORIGIN (the pages' origin), KAZASU_READER_SECRET, KAZASU_READER_PORT (default 0: any free one),
 * KAZASU_READER_NAME (use only readers whose name contains this).
 */
import { randomUUID } from 'node:crypto';
import { sayAlive, tellParent } from '../../kiosk/alive.ts';
import { createEventLog } from '../event-log.ts';
import { createHoldFeed } from './hold-feed.ts';
import { createReaderServer } from './http.ts';
import { logLine } from './log-line.ts';
import { watchReader } from './reader-watch.ts';

const loopback = '127.0.0.1';

const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
};

const origin = required('KAZASU_ORIGIN');
const secret = required('KAZASU_READER_SECRET');
const port = Number(process.env.KAZASU_READER_PORT ?? 0);

const log = createEventLog(randomUUID());
const watch = watchReader({
  readerName: process.env.KAZASU_READER_NAME || null,
  watchAfterReport: true,
  onEvent: log.add,
  onLog: (entry) => process.stderr.write(`${logLine(entry)}\n`),
});
let host = '';
const server = createReaderServer(() => ({ origin, host, secret }), log, createHoldFeed(log, watch.measure));

const end = (code: number): void => {
  watch.stop();
  server.close();
  server.closeAllConnections();
  process.exit(code);
};

server.on('error', (failure) => {
  process.stderr.write(`reader: cannot listen on ${loopback}:${port}: ${failure.message}\n`);
  end(1);
});
server.listen(port, loopback, () => {
  const address = server.address();
  if (address === null || typeof address === 'string') return;
  host = `${loopback}:${address.port}`;
  tellParent({ type: 'listening', url: `http://${host}` });
  sayAlive();
});

process.on('SIGTERM', () => end(0));
process.on('SIGINT', () => end(0));
if (process.connected) process.on('disconnect', () => end(0));
