/**
 * `npm run bench:helpdesk`: how long a call takes to reach every console, what an open stream costs, whether two instances
 * lose anything, and whether two members of staff ever have the same call. Server and clients share this machine's cores.
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore, type StorePlace } from '../lib/helpdesk/store/open.ts';
import { startPostgresql } from '../lib/helpdesk/store/testing/postgresql.ts';
import {
  follow,
  type OpenStream,
  type RunningDesk,
  startDeskProcess,
  tell,
} from '../lib/helpdesk/testing/desk-client.ts';
import { asking, leaving, sampleCase } from '../lib/helpdesk/testing/samples.ts';
import { raceId } from './helpdesk/race-id.ts';

/** Milliseconds from the tap to the last console, p99. */
const bar = 250;
const kiosks = 1_000;
const consoles = 200;
const callsPerSecond = 20;
const calls = 400;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
const shown = (ms: number): string => `${ms.toFixed(0)} ms`;
const summary = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b);
  return `p50 ${shown(percentile(sorted, 0.5))}, p99 ${shown(percentile(sorted, 0.99))}, most ${shown(sorted.at(-1) ?? Number.NaN)}`;
};

/** Opens many streams, some at a time, so that none is refused for being one of too many at once. */
const openMany = async (count: number, open: (index: number) => OpenStream): Promise<readonly OpenStream[]> => {
  const streams: OpenStream[] = [];
  for (let index = 0; index < count; index += 100) {
    const some = Array.from({ length: Math.min(100, count - index) }, (_, each) => open(index + each));
    await Promise.all(some.map(({ begun }) => begun));
    streams.push(...some);
  }
  return streams;
};

/** Calls at a steady rate. Each is told to every console; each delivery is timed. */
const measureCalls = async (desks: readonly RunningDesk[]): Promise<void> => {
  const sentAt = new Map<string, number>();
  const times: number[] = [];
  const last: number[] = [];
  const heard = new Map<string, number>();
  const portOf = (index: number): number => desks[index % desks.length]?.port ?? 0;
  const onEvent = (event: string, data: string): void => {
    if (event !== 'call' || !data.includes('"waiting"')) return;
    const id = data.slice(7, 43);
    const sent = sentAt.get(id);
    if (sent === undefined) return;
    const took = performance.now() - sent;
    times.push(took);
    heard.set(id, (heard.get(id) ?? 0) + 1);
    if (heard.get(id) === consoles) last.push(took);
  };
  const streams = [
    ...(await openMany(consoles, (index) =>
      follow(portOf(index), '/api/staff/events', { cookie: String(index) }, onEvent),
    )),
    ...(await openMany(kiosks, (index) =>
      follow(portOf(index), '/api/hub/view', { 'x-kiosk': `k${index}` }, () => undefined),
    )),
  ];
  const answers: Promise<number>[] = [];
  for (let index = 0; index < calls; index += 1) {
    const message = asking();
    sentAt.set(message.call, performance.now());
    const port = portOf(index);
    answers.push(
      tell(port, `k${index % kiosks}`, message).then(async (status) => {
        // What is told is how things stand, so a visitor who leaves at once has never waited.
        await wait(500);
        await tell(port, `k${index % kiosks}`, leaving(message.call));
        return status;
      }),
    );
    await wait(1_000 / callsPerSecond);
  }
  const statuses = await Promise.all(answers);
  await wait(1_000);
  const acknowledged = statuses.filter((status) => status === 204).length;
  const lost = acknowledged * consoles - times.length;
  console.log(
    `  ${kiosks} kiosks, ${consoles} consoles, ${calls} calls at ${callsPerSecond}/s, ${desks.length} instance(s)`,
  );
  console.log(`  acknowledged ${acknowledged}, deliveries ${times.length}, lost ${lost}`);
  console.log(`  call to a console: ${summary(times)}`);
  console.log(`  call to the last of all consoles: ${summary(last)}`);
  const p99 = percentile(
    times.toSorted((a, b) => a - b),
    0.99,
  );
  console.log(`  p99 ≤ ${bar} ms: ${p99 <= bar ? 'yes' : 'NO'}\n`);
  for (const stream of streams) stream.close();
  await wait(500);
};

/** What one more stream costs, and how long it takes to tell them all that somebody is on duty. */
const measureStreams = async (place: StorePlace, count: number): Promise<void> => {
  const desk = await startDeskProcess(place);
  const before = await desk.rss();
  const times: number[] = [];
  let saidAt = Number.POSITIVE_INFINITY;
  const streams = await openMany(count, (index) =>
    follow(desk.port, '/api/hub/view', { 'x-kiosk': `k${index}` }, (_, data) => {
      if (data.includes('"onDuty":true')) times.push(performance.now() - saidAt);
    }),
  );
  const after = await desk.rss();
  saidAt = performance.now();
  const clerk = follow(desk.port, '/api/staff/events', { cookie: '1' }, () => undefined);
  while (times.length < count && performance.now() - saidAt < 20_000) await wait(20);
  const perStream = (after - before) / count / 1_024;
  console.log(
    `  ${count} streams: ${perStream.toFixed(1)} KiB each, ${(after / 1_048_576).toFixed(0)} MiB in all; told ${times.length}: ${summary(times)}`,
  );
  clerk.close();
  for (const stream of streams) stream.close();
  await desk.kill();
};

/** Calls that wait, all at once. */
const prepareRaces = async (place: StorePlace, races: number): Promise<void> => {
  const store = await openStore(place);
  const detail = JSON.stringify(sampleCase);
  const ended = { claimed_by: null, claimed_name: null, claimed_at: null, ended_at: null };
  for (let from = 0; from < races; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, races - from) }, (_, index) => from + index);
    await store.db
      .insertInto('call')
      .values(
        some.map((index) => ({
          id: raceId(index),
          kiosk: `k${index}`,
          reason: 'pin' as const,
          language: 'ja',
          detail,
          state: 'waiting' as const,
          level: 0,
          asked_at: Date.now(),
          ...ended,
        })),
      )
      .execute();
  }
  await store.close();
};

/** Four processes want the same calls at the same moment. */
const measureClaims = async (place: StorePlace, workers: number, races: number): Promise<void> => {
  await prepareRaces(place, races);
  const worker = fileURLToPath(new URL('helpdesk/claim-worker.ts', import.meta.url));
  const startedAt = performance.now();
  const children = Array.from({ length: workers }, (_, index) =>
    fork(worker, [JSON.stringify(place), String(index), String(races)]),
  );
  const won = await Promise.all(
    children.map(async (child) => {
      const [calls] = (await once(child, 'message')) as [readonly string[]];
      return calls;
    }),
  );
  await Promise.all(children.map((child) => (child.exitCode === null ? once(child, 'exit') : undefined)));
  const all = won.flat();
  const double = all.length - new Set(all).size;
  const seconds = (performance.now() - startedAt) / 1_000;
  console.log(
    `  ${workers} workers × ${races} calls: claimed ${all.length} (${won.map(({ length }) => length).join(' + ')}), double ${double}, none ${races - new Set(all).size}, ${seconds.toFixed(0)} s\n`,
  );
};

const folder = mkdtempSync(join(tmpdir(), 'kazasu-bench-'));
const postgresql = await startPostgresql();
const sqlite = (): StorePlace => ({ kind: 'sqlite', file: join(folder, `${randomUUID()}.db`) });
const server = async (): Promise<StorePlace> => ({ kind: 'postgresql', url: await postgresql.newDatabase() });

try {
  console.log('Calls, SQLite, one instance');
  const one = await startDeskProcess(sqlite());
  await measureCalls([one]);
  await one.kill();

  console.log('Calls, PostgreSQL, two instances');
  const shared = await server();
  const two = await Promise.all([startDeskProcess(shared), startDeskProcess(shared)]);
  await measureCalls(two);
  await Promise.all(two.map((desk) => desk.kill()));

  console.log('Open streams, SQLite, one instance');
  await measureStreams(sqlite(), 5_000);
  await measureStreams(sqlite(), 10_000);

  console.log('\nClaims, PostgreSQL');
  await measureClaims(await server(), 4, 25_000);
} finally {
  await postgresql.remove();
  rmSync(folder, { recursive: true, force: true });
}
