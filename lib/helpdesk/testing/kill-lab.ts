/**
 * Kills what a desk stands on, again and again, while kiosks call and staff claim, and counts what was lost. Kiosks and
 * consoles do what ours do: send the same message until it is acknowledged, and take a stream up where it ended.
 */
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { openStore, type StorePlace } from '../store/open.ts';
import { startPostgresql } from '../store/testing/postgresql.ts';
import { type DeskMessage, staffCallSchema } from '../wire.ts';
import { follow, post, type RunningDesk, startDeskProcess, tell } from './desk-client.ts';
import { asking, leaving } from './samples.ts';

export interface KillFigures {
  readonly instanceKills: number;
  readonly databaseStops: number;
  /** Calls that a kiosk was told are on the disk. */
  readonly acknowledged: number;
  /** Of those, how many are not in the table. */
  readonly lost: number;
  /** Calls that were counted more than once. */
  readonly twice: number;
  readonly claimed: number;
  /** Calls that two members of staff were told are theirs. */
  readonly doubleClaims: number;
  /** Acknowledged calls that a console which took its stream up again never heard of, over all consoles. */
  readonly unheard: number;
  /** Milliseconds from each kill until a call was acknowledged again. */
  readonly recovery: readonly number[];
}

const kiosks = 12;
const consoles = 4;

/** @param kills - of an instance, and as many of the database */
export const runKillLab = async (kills: number): Promise<KillFigures> => {
  const postgresql = await startPostgresql();
  const place: StorePlace = { kind: 'postgresql', url: await postgresql.newDatabase() };
  const desks: RunningDesk[] = [await startDeskProcess(place), await startDeskProcess(place)];
  const portOf = (index: number): number => desks[index % desks.length]?.port ?? 0;
  const ending = new AbortController();
  const isOver = (): boolean => ending.signal.aborted;

  const acknowledged = new Set<string>();
  const winners = new Map<string, Set<string>>();
  const heard = Array.from({ length: consoles }, () => new Set<string>());
  let killedAt: number | undefined;
  const recovery: number[] = [];

  /** To whichever instance answers, until one has it. */
  const deliver = async (kiosk: string, message: DeskMessage, first: number): Promise<void> => {
    for (let tries = first; ; tries += 1) {
      if ((await tell(portOf(tries), kiosk, message)) === 204) return;
      await wait(20);
    }
  };

  const beKiosk = async (index: number): Promise<void> => {
    while (!isOver()) {
      const message = asking();
      await deliver(`k${index}`, message, index);
      acknowledged.add(message.call);
      if (killedAt !== undefined) {
        recovery.push(performance.now() - killedAt);
        killedAt = undefined;
      }
      await wait(150);
      await deliver(`k${index}`, leaving(message.call), index);
    }
  };

  const claim = async (port: number, console: number, call: string): Promise<void> => {
    const cookie = String(console);
    if ((await post(port, `/api/staff/calls/${call}/claim`, { cookie })) !== 204) return;
    const who = winners.get(call) ?? new Set();
    winners.set(call, who.add(cookie));
  };

  const beConsole = async (index: number): Promise<void> => {
    let lastId: number | null = null;
    for (let tries = index; !isOver(); tries += 1) {
      const port = portOf(tries);
      const headers: Record<string, string> = { cookie: String(index) };
      if (lastId !== null) headers['last-event-id'] = String(lastId);
      const { promise: ended, resolve } = Promise.withResolvers<void>();
      const stream = follow(
        port,
        '/api/staff/events',
        headers,
        (event, data, id) => {
          lastId = id ?? lastId;
          if (event !== 'call') return;
          const call = v.parse(staffCallSchema, JSON.parse(data));
          heard[index]?.add(call.id);
          if (call.state === 'waiting') void claim(port, index, call.id);
        },
        resolve,
      );
      const stop = (): void => stream.close();
      ending.signal.addEventListener('abort', stop);
      await ended;
      ending.signal.removeEventListener('abort', stop);
      await wait(20);
    }
  };

  const people = [
    ...Array.from({ length: kiosks }, (_, index) => beKiosk(index)),
    ...Array.from({ length: consoles }, (_, index) => beConsole(index)),
  ];

  const recovered = async (): Promise<void> => {
    while (killedAt !== undefined) await wait(10);
  };

  for (let kill = 0; kill < kills; kill += 1) {
    const at = kill % desks.length;
    const desk = desks[at];
    if (desk === undefined) break;
    killedAt = performance.now();
    await desk.kill();
    desks[at] = await startDeskProcess(place, desk.port);
    await recovered();
  }
  for (let stop = 0; stop < kills; stop += 1) {
    await postgresql.stop('immediate');
    killedAt = performance.now();
    await postgresql.start();
    await recovered();
  }

  // Everything that was acknowledged has to be heard of; what is on its way gets the time it needs.
  const deadline = performance.now() + 20_000;
  const known = [...acknowledged];
  const countUnheard = (): number => heard.reduce((sum, ids) => sum + known.filter((call) => !ids.has(call)).length, 0);
  while (performance.now() < deadline && countUnheard() > 0) await wait(50);
  const unheard = countUnheard();
  ending.abort();
  await Promise.all(people);

  const store = await openStore(place);
  const stored = new Set((await store.db.selectFrom('call').select('id').execute()).map(({ id }) => id));
  const tallies = await store.db.selectFrom('tally').select('count').where('name', '=', 'call').execute();
  const tallied = tallies.reduce((sum, { count }) => sum + count, 0);
  await store.close();
  await Promise.all(desks.map((desk) => desk.kill()));
  await postgresql.remove();
  return {
    instanceKills: kills,
    databaseStops: kills,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((call) => !stored.has(call)).length,
    twice: tallied - stored.size,
    claimed: winners.size,
    doubleClaims: [...winners.values()].filter((who) => who.size > 1).length,
    unheard,
    recovery,
  };
};
