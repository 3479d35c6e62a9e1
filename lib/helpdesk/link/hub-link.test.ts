import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { makeCode } from '../store/enrolment.ts';
import { fleetOf, revokeKiosk } from '../store/fleet.ts';
import type { Store } from '../store/open.ts';
import { type Outbox, openOutbox } from '../store/outbox.ts';
import { talliesOf } from '../store/tally.ts';
import { eachStore } from '../store/testing/stores.ts';
import { type RunningHub, startHub } from '../testing/hub.ts';
import { asking, aVisit, clerk, leaving, sampleCase } from '../testing/samples.ts';
import type { DeskMessage, DeskView } from '../wire.ts';
import { enrolKiosk } from './enrol.ts';
import { toHub } from './hub-address.ts';
import { hubLink } from './hub-link.ts';
import { hubRequests } from './hub-requests.ts';
import { readIdentity } from './identity.ts';
import type { DeskLink } from './link.ts';

// Back-off and silence are real time here.
vi.setConfig({ testTimeout: 30_000 });

const root = mkdtempSync(join(tmpdir(), 'kazasu-link-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await wait(10);
};

eachStore(({ open }) => {
  const ends: (() => Promise<unknown> | unknown)[] = [];
  afterEach(async () => {
    vi.useRealTimers();
    for (const end of ends.splice(0).reverse()) await end();
  });

  interface Kiosk {
    readonly link: DeskLink;
    readonly outbox: Outbox;
    readonly folder: string;
    readonly id: string;
    readonly troubles: string[];
    readonly views: DeskView[];
    skewMs(): number | undefined;
  }

  const start = async (): Promise<{ store: Store; hub: RunningHub; back: () => Promise<RunningHub> }> => {
    const store = await open();
    let hub = await startHub(store);
    const { port } = hub;
    ends.push(() => hub.stop());
    const back = async (): Promise<RunningHub> => {
      hub = await startHub(store, port);
      return hub;
    };
    return { store, hub, back };
  };

  const enrolled = async (store: Store, hub: RunningHub, name = '入口'): Promise<{ folder: string; id: string }> => {
    const folder = mkdtempSync(join(root, 'k-'));
    const { code } = await makeCode(store, { name, minutes: 10 }, Date.now());
    expect(await enrolKiosk(hub.origin, code, folder)).toBe('enrolled');
    return { folder, id: readIdentity(folder)?.kiosk ?? '' };
  };

  const startKiosk = (folder: string, id = readIdentity(folder)?.kiosk ?? ''): Kiosk => {
    const outbox = openOutbox(join(folder, 'outbox.db'));
    const requests = hubRequests(() => readIdentity(folder));
    const troubles: string[] = [];
    const views: DeskView[] = [];
    const link = hubLink({ requests, outbox, onTrouble: (message) => void troubles.push(message) });
    link.follow((view) => void views.push(view));
    ends.push(
      () => outbox.close(),
      () => link.close(),
    );
    return { link, outbox, folder, id, troubles, views, skewMs: requests.clock.skewMs };
  };

  const calls = async ({ desk }: RunningHub) => (await desk.queue()).calls;

  it('a call goes to the hub, and what staff do with it comes back', async () => {
    const { store, hub } = await start();
    const { folder, id } = await enrolled(store, hub);
    const { link, views } = startKiosk(folder);
    const message = asking();
    expect(await link.send(message)).toBe('taken');
    expect(await calls(hub)).toMatchObject([{ id: message.call, kiosk: { id } }]);
    await until(() => views.at(-1)?.call?.place === 1);
    const leave = await hub.desk.attend(clerk);
    await hub.desk.claim(message.call, clerk);
    await until(() => views.at(-1)?.call?.state === 'claimed' && views.at(-1)?.onDuty === true);
    expect(views.at(-1)).toEqual({
      reachable: true,
      onDuty: true,
      call: { id: message.call, state: 'claimed', place: null, prompt: null },
    });
    await leave();
  });

  it('a hub that is away: kept within 2 s, not reachable within seconds, and everything owed arrives in order when it is back', async () => {
    const { store, hub, back } = await start();
    const { folder } = await enrolled(store, hub);
    const { link, outbox, views, troubles } = startKiosk(folder);
    await until(() => views.at(-1)?.reachable === true);
    await hub.stop();
    const stoppedAt = performance.now();
    const message = asking();
    expect(await link.send(message)).toBe('kept');
    expect(performance.now() - stoppedAt).toBeLessThan(2_500);
    await until(() => views.at(-1)?.reachable === false);
    expect(performance.now() - stoppedAt).toBeLessThan(5_000);
    const later = [aVisit(), leaving(message.call), asking(), aVisit()];
    for (const each of later) void link.send(each);
    expect(outbox.length()).toBe(5);
    const again = await back();
    const take = vi.spyOn(again.desk, 'take');
    await until(() => outbox.length() === 0);
    expect(take.mock.calls.flatMap(([, deliveries]) => deliveries.map((each) => each.message))).toEqual([
      message,
      ...later,
    ]);
    const delivered = await store.db.selectFrom('delivered').select('id').execute();
    expect(delivered).toHaveLength(5);
    expect(await calls(again)).toMatchObject([{ state: 'waiting', kiosk: { name: '入口' } }]);
    await until(() => views.at(-1)?.reachable === true);
    expect(troubles.at(-1)).toBe('hub: ECONNREFUSED');
    expect(troubles.length).toBeLessThan(3);
  });

  it('ten minutes away: calls that were given up meanwhile ring for nobody, and are counted when they were made', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { store, hub, back } = await start();
    const { folder } = await enrolled(store, hub);
    const { link, outbox } = startKiosk(folder);
    await hub.stop();
    const [first, second] = [asking(), asking()];
    void link.send(first);
    void link.send({ kind: 'case', id: randomUUID(), call: first.call, case: sampleCase });
    await vi.advanceTimersByTimeAsync(120_000);
    void link.send(leaving(first.call));
    await vi.advanceTimersByTimeAsync(300_000);
    void link.send(second);
    await vi.advanceTimersByTimeAsync(180_000);
    const rung: string[] = [];
    const again = await back();
    again.desk.feed.subscribe(({ call }) => {
      if (call?.state === 'waiting' || call?.state === 'escalated') rung.push(call.id);
    });
    const backAt = Date.now();
    await until(() => outbox.length() === 0);
    const [call, ...more] = await calls(again);
    expect(more).toEqual([]);
    expect(call).toMatchObject({ id: second.call });
    expect(Math.abs(backAt - (call?.askedAt ?? 0) - 180_000)).toBeLessThan(5_000);
    expect(rung).not.toContain(first.call);
    const rows = await store.db.selectFrom('call').selectAll().where('id', '=', first.call).execute();
    expect(rows).toMatchObject([{ state: 'gone' }]);
    expect((rows[0]?.ended_at ?? 0) - (rows[0]?.asked_at ?? 0)).toBeGreaterThanOrEqual(119_000);
  });

  it('a hub that takes requests and never answers is a hub that is away', async () => {
    const { store, hub } = await start();
    const { folder } = await enrolled(store, hub);
    const { link, views } = startKiosk(folder);
    await until(() => views.at(-1)?.reachable === true);
    await hub.stop();
    const mute = createServer((socket) => void socket.on('error', () => undefined)).listen(hub.port, '127.0.0.1');
    await once(mute, 'listening');
    ends.push(() => void mute.close());
    expect(await link.send(aVisit())).toBe('kept');
    await until(() => views.at(-1)?.reachable === false);
  });

  it('an answer that is lost on the way back makes nothing happen twice', async () => {
    const { store, hub } = await start();
    const { folder, id } = await enrolled(store, hub);
    const visit = aVisit();
    const outbox = openOutbox(join(folder, 'outbox.db'));
    outbox.put(visit);
    // It was taken, but the kiosk was switched off before it knew.
    await hub.desk.take(id, [{ message: visit, agoMs: 0 }]);
    outbox.close();
    const kiosk = startKiosk(folder);
    await until(() => kiosk.outbox.length() === 0);
    const day = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    const outcomes = (await talliesOf(store, day)).filter(({ name }) => name === 'outcome');
    expect(outcomes).toMatchObject([{ count: 1 }]);
  });

  it('a kiosk whose clock is an hour off finds out, and goes by the hub’s', async () => {
    const { store, hub } = await start();
    const { folder } = await enrolled(store, hub);
    const requests = hubRequests(
      () => readIdentity(folder),
      () => Date.now() + 3_600_000,
    );
    const given = { body: { messages: [] }, signal: AbortSignal.timeout(5_000) };
    expect((await requests.send('POST', '/api/hub/messages', given)).status).toBe(204);
    expect(Math.abs((requests.clock.skewMs() ?? 0) - 3_600_000)).toBeLessThan(2_000);
  });

  it('a revoked kiosk is not reachable within 5 seconds, keeps what it owes, and delivers it with a new code', async () => {
    const { store, hub } = await start();
    const { folder, id } = await enrolled(store, hub);
    const { link, outbox, views, troubles } = startKiosk(folder);
    await until(() => views.at(-1)?.reachable === true);
    const revokedAt = performance.now();
    await revokeKiosk(store, id, 'a', Date.now());
    await until(() => views.at(-1)?.reachable === false);
    expect(performance.now() - revokedAt).toBeLessThan(5_000);
    expect(await link.send(aVisit())).toBe('kept');
    expect(troubles).toContain('hub: answered 403');
    const { code } = await makeCode(store, { name: '入口', minutes: 10 }, Date.now());
    expect(await enrolKiosk(hub.origin, code, folder)).toBe('enrolled');
    await until(() => outbox.length() === 0 && views.at(-1)?.reachable === true);
  });

  it('everything ends at once, whether the hub is there or not', async () => {
    const { store, hub } = await start();
    const { folder } = await enrolled(store, hub);
    const there = startKiosk(folder);
    await until(() => there.views.at(-1)?.reachable === true);
    let begunAt = performance.now();
    await there.link.close();
    expect(performance.now() - begunAt).toBeLessThan(500);
    await hub.stop();
    const away = startKiosk(folder);
    const sent = away.link.send(aVisit());
    begunAt = performance.now();
    await away.link.close();
    expect(await sent).toBe('kept');
    expect(performance.now() - begunAt).toBeLessThan(500);
  });

  it('a kiosk that has not been enrolled says so once, and keeps what it has', async () => {
    const folder = mkdtempSync(join(root, 'k-'));
    const { link, troubles } = startKiosk(folder);
    const messages: DeskMessage[] = [aVisit(), aVisit()];
    expect(await Promise.all(messages.map(link.send))).toEqual(['kept', 'kept']);
    expect(troubles).toEqual(['hub: this kiosk has not been enrolled']);
  });

  it('the key can be read by its own user only, and is not used when others can', async () => {
    const { store, hub } = await start();
    const { folder } = await enrolled(store, hub);
    const file = join(folder, 'kiosk-identity.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    expect(() => readIdentity(folder)).toThrow(/readable by others/);
  });

  it('a code is not lost with the answer of the hub: the same key is asked for again', async () => {
    const { store, hub } = await start();
    const bodies: string[] = [];
    // Between the two, something that loses the first two answers.
    const between = createHttpServer(async (request, response) => {
      const body = (await request.setEncoding('utf8').toArray()).join('');
      bodies.push(body);
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${hub.origin}${request.url}`, { method: 'POST', headers, body });
      const text = await answer.text();
      if (bodies.length === 1) request.socket.destroy();
      else if (bodies.length === 2)
        response.writeHead(200, { 'content-length': text.length }).write(text.slice(1), () => request.socket.destroy());
      else response.writeHead(answer.status, headers).end(text);
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    ends.push(() => between.close());
    const { port } = between.address() as AddressInfo;
    const folder = mkdtempSync(join(root, 'k-'));
    const { code } = await makeCode(store, { name: '入口', minutes: 10 }, Date.now());
    expect(await enrolKiosk(`http://127.0.0.1:${port}`, code, folder)).toBe('enrolled');
    expect(bodies).toEqual(Array(3).fill(bodies[0]));
    expect((await fleetOf(store, 0)).kiosks).toMatchObject([{ id: readIdentity(folder)?.kiosk }]);
  });

  it('a code that is not good, and a hub that is not there, are told apart, and change nothing', async () => {
    const { store, hub } = await start();
    const { folder, id } = await enrolled(store, hub);
    expect(await enrolKiosk(hub.origin, 'AAAA-BBBB-CCCC', folder)).toBe('notGood');
    await hub.stop();
    expect(await enrolKiosk(hub.origin, 'AAAA-BBBB-CCCC', folder)).toBe('silent');
    expect(readIdentity(folder)?.kiosk).toBe(id);
  });
});

it.each([
  ['https://hub.example', 'https://hub.example'],
  ['https://hub.example:8443/', 'https://hub.example:8443'],
  ['http://127.0.0.1:3001', 'http://127.0.0.1:3001'],
  ['http://hub.example', undefined],
  ['http://127.0.0.1.hub.example', undefined],
  ['https://hub.example/kazasu', undefined],
  ['https://user@hub.example', undefined],
  ['hub.example', undefined],
  ['', undefined],
])('%j as the address of a hub: %j', (text, hub) => {
  expect(toHub(text)).toBe(hub);
});
