import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { PublicOffice } from '../office/public-office.ts';
import { internalHosts } from '../office/settings.ts';
import { openDesk } from './desk.ts';
import { type LiveOffice, openOffice } from './office.ts';
import { createDeskServer, type DeskServer } from './server/http.ts';
import { settingsRoutes } from './settings-routes.ts';
import { newestAudit } from './store/audit.ts';
import type { Store } from './store/open.ts';
import { wish } from './store/settings.ts';
import { eachStore } from './store/testing/stores.ts';
import { clerk } from './testing/samples.ts';
import type { StaffMember } from './wire.ts';

const members: Readonly<Record<string, StaffMember>> = {
  clerk,
  lead: { ...clerk, id: 'lead-1', name: '係長', role: 'lead' },
  other: { ...clerk, id: 'lead-2', name: '主任', role: 'administrator' },
};
const isInternal = internalHosts([]);
const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Running {
  readonly store: Store;
  readonly office: LiveOffice;
  audited(): Promise<string[]>;
  ask(method: string, path: string, as?: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  told(): Promise<PublicOffice>;
}

const start = async (store: Store): Promise<Running> => {
  const onTrouble = (message: string): never => {
    throw new Error(message);
  };
  const office = await openOffice(store, { isInternal, onTrouble });
  const desk = await openDesk(store, office.rules, () => undefined);
  office.follow(desk.feed);
  let door: DeskServer | undefined;
  const server = createServer((request, response) => void door?.answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  door = createDeskServer({
    origin,
    kiosk: 'k1',
    routes: settingsRoutes({ store, office, isInternal }),
    streamRoutes: [],
    callers: {
      watch: () => () => undefined,
      memberOf: async ({ cookie = '' }) => members[cookie] ?? null,
      kioskOf: async () => null,
    },
    onTrouble,
  });
  ends.push(
    () => office.close(),
    () => desk.close(),
    () => new Promise((resolve) => server.close(resolve)),
    () => server.closeAllConnections(),
  );
  const ask: Running['ask'] = async (method, path, as = '', body) => {
    const headers = { origin, 'sec-fetch-site': 'same-origin', cookie: as, 'content-type': 'application/json' };
    const response = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const told = async (): Promise<PublicOffice> => (await ask('GET', '/api/desk/office')).body as PublicOffice;
  const audited = async (): Promise<string[]> =>
    (await newestAudit(store, 10, Number.MAX_SAFE_INTEGER)).map(
      ({ action, actor, subject }) => `${action} ${actor} ${subject}`,
    );
  return { store, office, audited, ask, told };
};

const change = (changes: unknown, base = 0) => ({ kind: 'change', base, changes });

eachStore(({ open }) => {
  it('what a lead sets is on the screens of visitors at once, and in the audit', async () => {
    const { ask, told, audited } = await start(await open());
    expect((await told()).version).toBe(0);
    const officeName = { ja: '中央区役所', 'ja-easy': '', en: 'Chuo Ward Office' };
    const answer = await ask('POST', '/api/staff/settings', 'lead', change({ officeName, usualWaitMinutes: 45 }));
    expect(answer).toEqual({ status: 200, body: { kind: 'published', number: 1 } });
    const { version, name, office } = await told();
    expect({ version, name, wait: office.usualWait }).toEqual({ version: 1, name: officeName, wait: 45 });
    expect(await audited()).toEqual(['setting-changed lead-1 1']);
  });

  it('a clerk may look and not change; who is not signed in may do neither', async () => {
    const { ask } = await start(await open());
    expect((await ask('GET', '/api/staff/settings', 'clerk')).body).toEqual({
      version: 0,
      own: {},
      proposals: [],
      queue: null,
    });
    expect((await ask('POST', '/api/staff/settings', 'clerk', change({ practice: false }))).status).toBe(403);
    expect((await ask('GET', '/api/staff/settings')).status).toBe(401);
    expect((await ask('GET', '/api/staff/settings/history')).status).toBe(401);
  });

  it('every mistake is named, and nothing is changed', async () => {
    const { ask, told } = await start(await open());
    const wrong = change({ officePhone: '<b>', answerSeconds: 5 });
    expect((await ask('POST', '/api/staff/settings', 'lead', wrong)).body).toMatchObject({
      error: 'notUnderstood',
      mistakes: [
        { path: 'officePhone', problem: 'notPhone' },
        { path: 'answerSeconds', problem: 'tooSmall', allowed: '20-300 seconds' },
      ],
    });
    expect((await ask('POST', '/api/staff/settings', 'lead', change({ colour: 'red' }))).body).toMatchObject({
      mistakes: [{ path: 'colour', problem: 'unknownName' }],
    });
    for (const body of [null, 'x', { changes: {} }, { ...change({}), more: 1 }, change({}, -1)])
      expect((await ask('POST', '/api/staff/settings', 'lead', body)).status).toBe(400);
    expect((await told()).version).toBe(0);
  });

  it('who began from an older version is told so', async () => {
    const { ask } = await start(await open());
    await ask('POST', '/api/staff/settings', 'lead', change({ usualWaitMinutes: 45 }));
    expect(await ask('POST', '/api/staff/settings', 'other', change({ usualWaitMinutes: 60 }))).toEqual({
      status: 409,
      body: { error: 'outOfDate' },
    });
  });

  it('with approval on, a second lead publishes what the first has proposed', async () => {
    const { ask, told, audited } = await start(await open());
    await ask('POST', '/api/staff/settings', 'lead', change({ approval: true }));
    const proposed = await ask('POST', '/api/staff/settings', 'lead', change({ practice: false }, 1));
    expect(proposed.body).toEqual({ kind: 'proposed', number: 2 });
    expect((await told()).practice).toBe(true);
    expect((await ask('POST', '/api/staff/settings/2/approve', 'lead')).status).toBe(403);
    expect((await ask('POST', '/api/staff/settings/2/approve', 'clerk')).status).toBe(403);
    expect((await ask('POST', '/api/staff/settings/2/approve', 'other')).status).toBe(200);
    expect((await told()).practice).toBe(false);
    expect((await ask('POST', '/api/staff/settings/2/approve', 'other')).status).toBe(404);
    expect(await audited()).toEqual([
      'setting-approved lead-2 2',
      'setting-proposed lead-1 2',
      'setting-changed lead-1 1',
    ]);
  });

  it('a change is undone from the history', async () => {
    const { ask, told } = await start(await open());
    await ask('POST', '/api/staff/settings', 'lead', change({ usualWaitMinutes: 45 }));
    expect((await ask('POST', '/api/staff/settings/1/undo', 'lead')).body).toEqual({ kind: 'published', number: 2 });
    expect((await told()).office.usualWait).toBe(30);
    const { body } = await ask('GET', '/api/staff/settings/history', 'clerk');
    expect(body).toMatchObject([
      { number: 2, kind: 'undo', madeBy: { name: '係長' } },
      { number: 1, kind: 'change' },
    ]);
    expect((await ask('POST', '/api/staff/settings/x/undo', 'lead')).status).toBe(404);
  });

  it('what another process publishes is heard by the bell', async () => {
    const { store, told } = await start(await open());
    const operator = { id: 'command-line', name: 'command-line' };
    await wish(
      store,
      operator,
      { kind: 'import', changes: { lastReceptionMinutes: 15 }, base: null },
      { now: 1, isInternal },
    );
    await expect.poll(async () => (await told()).office.lastReception, { timeout: 5_000 }).toBe(15);
  });

  it('the wait that a queue system names is told, and gone when it is switched off', async () => {
    const { ask, told } = await start(await open());
    const queue = createServer((_, response) => void response.end('{"waitMinutes":35}')).listen(0, '127.0.0.1');
    await once(queue, 'listening');
    ends.push(() => new Promise((resolve) => queue.close(resolve)));
    ends.push(() => queue.closeAllConnections());
    const address = queue.address();
    const queueAddress = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
    await ask('POST', '/api/staff/settings', 'lead', change({ queueSystem: true, queueAddress }));
    await expect.poll(async () => (await told()).waitMinutes).toBe(35);
    expect((await ask('GET', '/api/staff/settings', 'clerk')).body).toMatchObject({ queue: { waitMinutes: 35 } });
    await ask('POST', '/api/staff/settings', 'lead', change({ queueSystem: null }, 1));
    expect((await told()).waitMinutes).toBeNull();
  });
});
