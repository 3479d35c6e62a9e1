import { argon2Sync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { auditHead, verifyAudit } from '../store/audit.ts';
import { eachStore } from '../store/testing/stores.ts';
import { idleMs, longestMs } from './sessions.ts';
import { firstCodeMs, makeFirstCode, renewFirstCode } from './set-up.ts';
import { passwordGates, signInWithPassword } from './sign-in.ts';
import { newAuthenticator } from './testing/authenticator.ts';
import {
  addPerson,
  type Browser,
  type Got,
  goodPassword,
  type Office,
  openBrowser,
  openOffice,
  signIn,
} from './testing/office.ts';
import { type Provider, startProvider } from './testing/provider.ts';

const minute = 60_000;
const hour = 60 * minute;

eachStore((stores) => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    vi.useRealTimers();
    for (const end of ends.splice(0).reverse()) await end();
  });
  const start = async (provider?: Provider): Promise<Office> => {
    const office = await openOffice(await stores.open(), provider?.settings);
    ends.push(office.close);
    return office;
  };
  const startWithProvider = async (): Promise<{ office: Office; provider: Provider }> => {
    const provider = await startProvider();
    ends.push(provider.close);
    return { office: await start(provider), provider };
  };
  /** Only the clock: what waits for something else goes on as it is. */
  const setClock = (now: number): void => {
    vi.useFakeTimers({ toFake: ['Date'], now });
  };

  it('the code of the terminal makes the first administrator, once, and signs them in', async () => {
    const office = await start();
    const code = (await makeFirstCode(office.store, Date.now()))?.code ?? '';
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    const body = { code, login: 'Sato', name: '窓口1', languages: ['ja'], password: goodPassword };
    const browser = openBrowser(office);
    expect((await browser.send('GET', '/api/auth/ways')).body).toEqual({ passkey: true, oidc: false, first: true });
    expect((await browser.send('POST', '/api/auth/first', { body })).status).toBe(204);
    expect((await browser.send('GET', '/api/staff/me')).body).toMatchObject({ name: '窓口1', role: 'administrator' });
    const again = await openBrowser(office).send('POST', '/api/auth/first', { body: { ...body, login: 'tanaka' } });
    expect(again).toMatchObject({ status: 403, body: { error: 'codeNotValid' } });
    expect(await makeFirstCode(office.store, Date.now())).toBeNull();
    expect((await signIn(openBrowser(office), 'ＳＡＴＯ')).status).toBe(204);
  });

  it('a new code that an operator makes replaces those before, and none lasts longer than its hour', async () => {
    const office = await start();
    const now = Date.now();
    const body = { login: 'mado1', name: 'Sato', languages: ['ja'], password: goodPassword };
    const old = (await makeFirstCode(office.store, now))?.code;
    const code = (await renewFirstCode(office.store, now))?.code;
    const send = async (given: string | undefined) =>
      (await openBrowser(office).send('POST', '/api/auth/first', { body: { ...body, code: given } })).status;
    expect(await send(old)).toBe(403);
    setClock(now + firstCodeMs + 1);
    expect(await send(code)).toBe(403);
    setClock(now + firstCodeMs - 1_000);
    expect(await send(code?.toLowerCase().replaceAll('-', ' '))).toBe(204);
  });

  it('each instance has a code of its own, and of several that are used at once one makes an administrator', async () => {
    const office = await start();
    const now = Date.now();
    const codes = await Promise.all(Array.from({ length: 4 }, () => makeFirstCode(office.store, now)));
    const person = { name: 'Sato', languages: ['ja'], password: goodPassword };
    const send = async (code: string | undefined, login: string) =>
      (await openBrowser(office).send('POST', '/api/auth/first', { body: { ...person, code, login } })).status;
    const got = await Promise.all(codes.slice(0, 3).map((each, at) => send(each?.code, `boss-${at}`)));
    expect(got.sort()).toEqual([204, 403, 403]);
    expect(await send(codes[3]?.code, 'boss-3')).toBe(403);
    expect(await office.store.db.selectFrom('staff').select('role').execute()).toEqual([{ role: 'administrator' }]);
    expect(await office.store.db.selectFrom('one_time').select('hash').execute()).toEqual([]);
    expect(await verifyAudit(office.store)).toMatchObject({ ok: true });
  });

  it('a password lets somebody in, and the session id is a new one each time', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    expect((await signIn(browser, 'tanaka')).status).toBe(204);
    const first = browser.cookies.get('kazasu-staff');
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(200);
    expect((await signIn(browser, 'tanaka')).status).toBe(204);
    expect(browser.cookies.get('kazasu-staff')).not.toBe(first);
    const old = openBrowser(office, new Map([['kazasu-staff', first ?? '']]));
    expect((await old.send('GET', '/api/staff/me')).status).toBe(401);
  });

  it('what is in the table opens no session', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    await signIn(browser, 'tanaka');
    const { token } = await office.store.db.selectFrom('staff_session').select('token').executeTakeFirstOrThrow();
    const cookie = decodeURIComponent(browser.cookies.get('kazasu-staff') ?? '');
    expect(cookie).not.toContain(token);
    const signature = cookie.slice(cookie.indexOf('.'));
    const thief = openBrowser(office, new Map([['kazasu-staff', encodeURIComponent(`${token}${signature}`)]]));
    expect((await thief.send('GET', '/api/staff/me')).status).toBe(401);
  });

  it('the cookie is closed to scripts and to other sites', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const got = await signIn(openBrowser(office), 'tanaka');
    const [session = '', device = ''] = got.headers['set-cookie'] ?? [];
    expect(session).toMatch(/^kazasu-staff=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(device).toMatch(/^kazasu-device=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/);
  });

  it('nobody is signed in after a quarter of an hour without a touch', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    await signIn(browser, 'tanaka');
    const now = Date.now();
    setClock(now + idleMs - minute);
    // Looking is no touch.
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(200);
    setClock(now + idleMs + 1);
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(401);
    expect((await browser.send('POST', '/api/auth/here')).status).toBe(401);
  });

  it('touches keep a session for ten hours and no longer', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    const now = Date.now();
    setClock(now);
    await signIn(browser, 'tanaka');
    for (let at = 10 * minute; at < longestMs; at += 10 * minute) {
      setClock(now + at);
      expect((await browser.send('POST', '/api/auth/here')).status).toBe(204);
    }
    setClock(now + longestMs - 1);
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(200);
    setClock(now + longestMs + 1);
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(401);
  });

  it('somebody signs out here, or everywhere', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const [here, there] = [openBrowser(office), openBrowser(office)];
    await signIn(here, 'tanaka');
    await signIn(there, 'tanaka');
    const kept = new Map(here.cookies);
    expect((await here.send('POST', '/api/auth/sign-out')).status).toBe(204);
    expect(here.cookies.has('kazasu-staff')).toBe(false);
    expect((await openBrowser(office, kept).send('GET', '/api/staff/me')).status).toBe(401);
    expect((await there.send('GET', '/api/staff/me')).status).toBe(200);
    await signIn(here, 'tanaka');
    expect((await here.send('POST', '/api/auth/sign-out-everywhere')).status).toBe(204);
    expect((await there.send('GET', '/api/staff/me')).status).toBe(401);
  });

  it('a disabled account is out at once, and its open streams within five seconds', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    const id = await addPerson(office.store, 'tanaka');
    const [boss, clerk] = [openBrowser(office), openBrowser(office)];
    await signIn(boss, 'boss');
    await signIn(clerk, 'tanaka');
    const { ended } = await clerk.stream('/api/staff/events');
    const begin = performance.now();
    expect((await boss.send('POST', `/api/staff/accounts/${id}/disable`)).status).toBe(204);
    expect((await clerk.send('GET', '/api/staff/me')).status).toBe(401);
    expect(await Promise.race([ended.then(() => 'ended'), wait(5_000, 'still open')])).toBe('ended');
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect((await signIn(openBrowser(office), 'tanaka')).body).toEqual({ error: 'notSignedIn' });
    await boss.send('POST', `/api/staff/accounts/${id}/enable`);
    expect((await signIn(openBrowser(office), 'tanaka')).status).toBe(204);
  }, 10_000);

  it('an administrator makes an account and never its password', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    const boss = openBrowser(office);
    await signIn(boss, 'boss');
    const person = { login: 'mado2', name: '窓口2', role: 'clerk', languages: ['ja', 'en'] };
    const made = await boss.send('POST', '/api/staff/accounts', { body: person });
    expect((await boss.send('POST', '/api/staff/accounts', { body: person })).body).toEqual({ error: 'loginTaken' });
    const { code } = made.body;
    const mado2 = openBrowser(office);
    expect((await mado2.send('POST', '/api/auth/set-up/whose', { body: { code } })).body).toEqual({
      login: 'mado2',
      name: '窓口2',
    });
    const send = (password: string) =>
      mado2.send('POST', '/api/auth/set-up', { body: { kind: 'password', code, password } });
    expect((await send('too short')).body).toEqual({ error: 'passwordTooShort' });
    expect((await send('x'.repeat(129))).body).toEqual({ error: 'passwordTooLong' });
    expect((await send('mado2 mado2 12345')).body).toEqual({ error: 'passwordTooCommon' });
    expect((await send('ten boats in the harbour')).status).toBe(204);
    expect((await mado2.send('GET', '/api/staff/me')).body).toMatchObject({ name: '窓口2', languages: ['ja', 'en'] });
    expect((await send('another good password')).body).toEqual({ error: 'codeNotValid' });
    expect((await signIn(openBrowser(office), 'mado2', 'ten boats in the harbour')).status).toBe(204);
  });

  it('of two who come with the same set-up code one gets in', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    const boss = openBrowser(office);
    await signIn(boss, 'boss');
    const person = { login: 'mado2', name: 'Suzuki', role: 'clerk', languages: ['ja'] };
    const { code } = (await boss.send('POST', '/api/staff/accounts', { body: person })).body;
    const body = { kind: 'password', code, password: goodPassword };
    const got = await Promise.all(
      Array.from({ length: 5 }, () => openBrowser(office).send('POST', '/api/auth/set-up', { body })),
    );
    expect(got.map(({ status }) => status).sort()).toEqual([204, 403, 403, 403, 403]);
  });

  it('a set-up code for somebody who lost theirs takes every old way away', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    const id = await addPerson(office.store, 'tanaka');
    const [boss, old, fresh] = [openBrowser(office), openBrowser(office), openBrowser(office)];
    await signIn(boss, 'boss');
    await signIn(old, 'tanaka');
    const { code } = (await boss.send('POST', `/api/staff/accounts/${id}/set-up-code`)).body;
    const body = { kind: 'password', code, password: 'ten boats in the harbour' };
    expect((await fresh.send('POST', '/api/auth/set-up', { body })).status).toBe(204);
    expect((await old.send('GET', '/api/staff/me')).status).toBe(401);
    expect((await signIn(openBrowser(office), 'tanaka')).status).toBe(401);
  });

  it('the last administrator stays one, also when two take it from each other at once', async () => {
    const office = await start();
    const ids = [
      await addPerson(office.store, 'a', 'administrator'),
      await addPerson(office.store, 'b', 'administrator'),
    ];
    const browsers = [openBrowser(office), openBrowser(office)];
    await Promise.all(browsers.map((browser, at) => signIn(browser, at === 0 ? 'a' : 'b')));
    const got = await Promise.all(
      browsers.map((browser, at) =>
        browser.send('PUT', `/api/staff/accounts/${ids[1 - at]}`, { body: { role: 'clerk' } }),
      ),
    );
    const left = await office.store.db.selectFrom('staff').select('id').where('role', '=', 'administrator').execute();
    expect(left).toHaveLength(1);
    expect(got.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('the last administrator who can sign in stays one, whoever else has only been given a code', async () => {
    const office = await start();
    const id = await addPerson(office.store, 'boss', 'administrator');
    const boss = openBrowser(office);
    await signIn(boss, 'boss');
    const person = { login: 'mado2', name: 'Suzuki', role: 'administrator', languages: ['ja'] };
    const { code } = (await boss.send('POST', '/api/staff/accounts', { body: person })).body;
    const last = { status: 409, body: { error: 'lastAdministrator' } };
    const stepDown = () => boss.send('PUT', `/api/staff/accounts/${id}`, { body: { role: 'clerk' } });
    expect(await stepDown()).toMatchObject(last);
    expect(await boss.send('POST', `/api/staff/accounts/${id}/disable`)).toMatchObject(last);
    const body = { kind: 'password', code, password: 'ten boats in the harbour' };
    expect((await openBrowser(office).send('POST', '/api/auth/set-up', { body })).status).toBe(204);
    expect((await stepDown()).status).toBe(204);
  });

  it('each role may do what is its own', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    await addPerson(office.store, 'lead', 'lead');
    await addPerson(office.store, 'clerk');
    const ask = async (login: string, path: string) => {
      const browser = openBrowser(office);
      await signIn(browser, login);
      return (await browser.send('GET', path)).status;
    };
    expect(await ask('clerk', '/api/staff/audit')).toBe(403);
    expect(await ask('lead', '/api/staff/audit')).toBe(200);
    expect(await ask('lead', '/api/staff/accounts')).toBe(403);
    expect(await ask('boss', '/api/staff/accounts')).toBe(200);
  });

  it('strangers who try passwords lock out strangers; whoever has signed in here before gets in', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const clerk = openBrowser(office);
    await signIn(clerk, 'tanaka');
    const attacker = openBrowser(office);
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await signIn(attacker, 'tanaka', 'a wrong password, again')).status).toBe(401);
    }
    const refused = await signIn(attacker, 'tanaka');
    expect(refused).toMatchObject({ status: 429, body: { error: 'tooMany' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_590);
    expect((await signIn(clerk, 'tanaka')).status).toBe(204);
    setClock(Date.now() + hour + 1_000);
    expect((await signIn(openBrowser(office), 'tanaka')).status).toBe(204);
  });

  it('a stranger who uses up the ways to begin stops strangers only', async () => {
    const { office } = await startWithProvider();
    await addPerson(office.store, 'tanaka');
    const clerk = openBrowser(office);
    await signIn(clerk, 'tanaka');
    await office.store.db.deleteFrom('sign_in_tries').execute();
    const stranger = openBrowser(office);
    const begin = async (browser: Browser) => [
      (await browser.send('POST', '/api/auth/passkey/options')).status,
      (await browser.send('POST', '/api/auth/oidc/start', { body: { next: '/ja/staff' } })).status,
    ];
    expect(await begin(stranger)).toEqual([200, 200]);
    const moments = JSON.stringify(Array.from({ length: 600 }, () => Date.now()));
    await office.store.db.updateTable('sign_in_tries').set({ moments }).execute();
    expect(await begin(stranger)).toEqual([429, 429]);
    // Whatever it says in its cookie.
    expect(await begin(openBrowser(office, new Map([['kazasu-device', 'x'.repeat(43)]])))).toEqual([429, 429]);
    expect(await begin(clerk)).toEqual([200, 200]);
  });

  it('a hundred tries at once are no more than ten; those that nobody could look at were none', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const guess = async () => (await signIn(openBrowser(office), 'tanaka', 'a wrong password, again')).status;
    const got = await Promise.all(Array.from({ length: 100 }, guess));
    const looked = got.filter((status) => status === 401).length;
    expect(got.filter((status) => status !== 401 && status !== 429)).toEqual([]);
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(10);
    for (let tries = looked; tries < 10; tries += 1) expect(await guess()).toBe(401);
    expect(await guess()).toBe(429);
  });

  it('while as many strangers as may be are looked at, the next is told to wait, and who is known gets in', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const gates = passwordGates();
    const given = { login: 'tanaka', password: goodPassword };
    const enter = (device: string | undefined) =>
      signInWithPassword({ store: office.store, gates }, given, { address: '192.0.2.7', device }, 'x', Date.now());
    const clerk = openBrowser(office);
    await signIn(clerk, 'tanaka');
    const busy = Promise.withResolvers<void>();
    const inside = Array.from({ length: 4 }, () => gates.strangers.pass(() => busy.promise));
    expect(await enter(undefined)).toEqual({ kind: 'busy' });
    expect(await enter(clerk.cookies.get('kazasu-device'))).toMatchObject({ kind: 'in' });
    busy.resolve();
    await Promise.all(inside);
    expect(await enter(undefined)).toMatchObject({ kind: 'in' });
  });

  it('an old hash is made anew when its owner signs in', async () => {
    const office = await start();
    const id = await addPerson(office.store, 'tanaka');
    const salt = Buffer.alloc(16, 1);
    const old = { message: goodPassword, nonce: salt, memory: 1_024, passes: 1, parallelism: 1, tagLength: 32 };
    const text = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
    const weak = `$argon2id$v=19$m=1024,t=1,p=1$${text(salt)}$${text(argon2Sync('argon2id', old))}`;
    const hashNow = async () =>
      (await office.store.db.selectFrom('staff_password').select('hash').executeTakeFirstOrThrow()).hash;
    await office.store.db.updateTable('staff_password').set({ hash: weak }).where('staff', '=', id).execute();
    expect((await signIn(openBrowser(office), 'tanaka', 'a wrong password, again')).status).toBe(401);
    expect(await hashNow()).toBe(weak);
    expect((await signIn(openBrowser(office), 'tanaka')).status).toBe(204);
    expect(await hashNow()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(openBrowser(office), 'tanaka')).status).toBe(204);
  });

  it('a passkey is added, signs in, and is taken away', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    await signIn(browser, 'tanaka');
    const key = newAuthenticator();
    const offered = await browser.send('POST', '/api/auth/passkeys/options');
    expect(offered.body).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required' },
    });
    const body = key.register(office.origin, offered.body.challenge);
    expect((await browser.send('POST', '/api/auth/passkeys', { body })).status).toBe(204);
    const other = openBrowser(office);
    const signInWithKey = async () => {
      const { challenge } = (await other.send('POST', '/api/auth/passkey/options')).body;
      return other.send('POST', '/api/auth/passkey', { body: key.assert(office.origin, challenge) });
    };
    expect((await signInWithKey()).status).toBe(204);
    expect((await other.send('GET', '/api/staff/me')).body).toMatchObject({ name: 'tanaka' });
    expect((await browser.send('GET', '/api/auth/passkeys')).body.passkeys).toMatchObject([{ id: key.id }]);
    expect((await browser.send('DELETE', `/api/auth/passkeys/${key.id}`)).status).toBe(204);
    expect((await signInWithKey()).status).toBe(401);
  });

  it('a passkey that is there already is not added, one that is not there is not taken away, and the audit says neither', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    await signIn(browser, 'tanaka');
    const key = newAuthenticator();
    const add = async () => {
      const { challenge } = (await browser.send('POST', '/api/auth/passkeys/options')).body;
      return browser.send('POST', '/api/auth/passkeys', { body: key.register(office.origin, challenge) });
    };
    expect((await add()).status).toBe(204);
    expect(await add()).toMatchObject({ status: 400, body: { error: 'notUnderstood' } });
    const remove = () => browser.send('DELETE', `/api/auth/passkeys/${key.id}`);
    expect((await remove()).status).toBe(204);
    expect(await remove()).toMatchObject({ status: 404, body: { error: 'notFound' } });
    const actions = await office.store.db.selectFrom('audit').select('action').orderBy('seq').execute();
    expect(actions.map(({ action }) => action)).toEqual(['signed-in', 'passkey-added', 'passkey-removed']);
  });

  it('a new person can choose a passkey and need no password', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    const boss = openBrowser(office);
    await signIn(boss, 'boss');
    const person = { login: 'mado2', name: 'Suzuki', role: 'clerk', languages: ['ja'] };
    const { code } = (await boss.send('POST', '/api/staff/accounts', { body: person })).body;
    const browser = openBrowser(office);
    const key = newAuthenticator();
    const { challenge } = (await browser.send('POST', '/api/auth/set-up/passkey', { body: { code } })).body;
    const body = { kind: 'passkey', code, passkey: key.register(office.origin, challenge) };
    expect((await browser.send('POST', '/api/auth/set-up', { body })).status).toBe(204);
    expect((await browser.send('GET', '/api/staff/me')).body).toMatchObject({ name: 'Suzuki' });
    expect((await signIn(openBrowser(office), 'mado2', goodPassword)).status).toBe(401);
  });

  it('a way to sign in is changed only by somebody who has just signed in', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    const now = Date.now();
    setClock(now);
    await signIn(browser, 'tanaka');
    for (const at of [10, 20]) {
      setClock(now + at * minute);
      await browser.send('POST', '/api/auth/here');
    }
    expect((await browser.send('POST', '/api/auth/passkeys/options')).body).toEqual({ error: 'signInAgain' });
  });

  it('how others sign in, and what they may, is changed only by an administrator who has just signed in', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    const id = await addPerson(office.store, 'tanaka');
    const now = Date.now();
    setClock(now);
    const boss = openBrowser(office);
    await signIn(boss, 'boss');
    for (const at of [10, 20]) {
      setClock(now + at * minute);
      await boss.send('POST', '/api/auth/here');
    }
    const person = { login: 'mado2', name: 'Suzuki', role: 'administrator', languages: ['ja'] };
    const again = { status: 403, body: { error: 'signInAgain' } };
    const account = `/api/staff/accounts/${id}`;
    // Being out cannot wait.
    expect((await boss.send('POST', `${account}/disable`)).status).toBe(204);
    expect(await boss.send('POST', '/api/staff/accounts', { body: person })).toMatchObject(again);
    expect(await boss.send('POST', `${account}/set-up-code`)).toMatchObject(again);
    expect(await boss.send('POST', `${account}/enable`)).toMatchObject(again);
    expect(await boss.send('PUT', account, { body: { role: 'administrator' } })).toMatchObject(again);
    const staff = await office.store.db
      .selectFrom('staff')
      .select(['login', 'role', 'state'])
      .orderBy('login')
      .execute();
    expect(staff).toEqual([
      { login: 'boss', role: 'administrator', state: 'active' },
      { login: 'tanaka', role: 'clerk', state: 'disabled' },
    ]);
    expect((await boss.send('PUT', account, { body: { languages: ['en'] } })).status).toBe(204);
    await signIn(boss, 'boss');
    expect((await boss.send('POST', `${account}/set-up-code`)).status).toBe(200);
  });

  it('somebody changes their password, and whoever else was signed in with the old one is out', async () => {
    const office = await start();
    await addPerson(office.store, 'tanaka');
    const [here, there] = [openBrowser(office), openBrowser(office)];
    await signIn(here, 'tanaka');
    await signIn(there, 'tanaka');
    const change = (current: string, next: string) =>
      here.send('POST', '/api/auth/password', { body: { current, next } });
    expect((await change('a wrong password, again', 'ten boats in the harbour')).body).toEqual({ error: 'notAllowed' });
    expect((await change(goodPassword, 'ten boats in the harbour')).status).toBe(204);
    expect((await here.send('GET', '/api/staff/me')).status).toBe(200);
    expect((await there.send('GET', '/api/staff/me')).status).toBe(401);
  });

  it('whoever comes from the provider for the first time waits for an administrator', async () => {
    const { office, provider } = await startWithProvider();
    await addPerson(office.store, 'boss', 'administrator');
    const boss = openBrowser(office);
    await signIn(boss, 'boss');
    const browser = openBrowser(office);
    const go = async () => {
      const body = { next: '/en/staff/accounts' };
      const { address } = (await browser.send('POST', '/api/auth/oidc/start', { body })).body;
      const returned = provider.consent(new URL(address), { sub: 'abc-1', name: '窓口4' });
      const headers = { 'sec-fetch-site': 'cross-site' };
      return (await browser.send('GET', `/api/auth/oidc/callback?${returned}`, { headers })).headers.location;
    };
    expect(await go()).toBe('/ja/staff/sign-in?problem=waiting');
    expect(await go()).toBe('/ja/staff/sign-in?problem=waiting');
    const { accounts } = (await boss.send('GET', '/api/staff/accounts')).body;
    const waiting = accounts.filter(({ state }: { state: string }) => state === 'waiting');
    expect(waiting).toMatchObject([{ name: '窓口4', role: 'clerk', hasProvider: true, hasPassword: false }]);
    await boss.send('POST', `/api/staff/accounts/${waiting[0]?.id}/enable`);
    expect(await go()).toBe('/en/staff/accounts');
    expect((await browser.send('GET', '/api/staff/me')).body).toMatchObject({ name: '窓口4', role: 'clerk' });
    // Nothing is taken from an answer that nobody has signed.
    expect(provider.asked.get('/userinfo')).toBeUndefined();
  });

  it('a browser that is known stays known on the way back from the provider', async () => {
    const { office, provider } = await startWithProvider();
    await addPerson(office.store, 'tanaka');
    const browser = openBrowser(office);
    // All that a browser brings along from another site.
    const laxOf = ({ headers }: Got): string[] =>
      (headers['set-cookie'] ?? [])
        .filter((line) => line.endsWith('SameSite=Lax'))
        .map((line) => line.split(';')[0] ?? '');
    const [device = ''] = laxOf(await signIn(browser, 'tanaka'));
    const go = async () => {
      const started = await browser.send('POST', '/api/auth/oidc/start', { body: { next: '/ja/staff' } });
      const returned = provider.consent(new URL(started.body.address), { sub: 'abc-1' });
      const headers = { 'sec-fetch-site': 'cross-site', cookie: [device, ...laxOf(started)].join('; ') };
      return browser.send('GET', `/api/auth/oidc/callback?${returned}`, { headers });
    };
    await go();
    await office.store.db.updateTable('staff').set({ state: 'active' }).where('state', '=', 'waiting').execute();
    expect(device).toMatch(/^kazasu-device=[\w-]{43}$/);
    expect(laxOf(await go())).toContain(device);
    const [first, second, ...others] = await office.store.db.selectFrom('known_device').select('hash').execute();
    expect([second, others]).toEqual([first, []]);
  });

  it('everything is in the audit, without a name or a password in it, and its chain holds', async () => {
    const office = await start();
    await addPerson(office.store, 'boss', 'administrator');
    const id = await addPerson(office.store, 'tanaka');
    const boss = openBrowser(office);
    await signIn(boss, 'boss', 'a wrong password, again');
    await signIn(boss, 'boss');
    await boss.send('PUT', `/api/staff/accounts/${id}`, { body: { role: 'lead', languages: ['en'] } });
    await boss.send('PUT', `/api/staff/accounts/${id}`, { body: { name: '窓口4' } });
    await boss.send('PUT', `/api/staff/accounts/${id}`, { body: { name: '窓口4' } });
    await boss.send('POST', `/api/staff/accounts/${id}/disable`);
    await boss.send('POST', '/api/auth/sign-out');
    await signIn(boss, 'boss');
    const { entries } = (await boss.send('GET', '/api/staff/audit')).body;
    expect(entries.map(({ action }: { action: string }) => action).reverse()).toEqual([
      'sign-in-refused',
      'signed-in',
      'role-changed',
      'languages-changed',
      'account-renamed',
      'account-disabled',
      'signed-out',
      'signed-in',
    ]);
    const rows = await office.store.db.selectFrom('audit').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/tanaka|窓口4|password,|boss/);
    expect(await verifyAudit(office.store)).toEqual({ ok: true, head: await auditHead(office.store) });
  });
});
