/** What somebody tries who should not get in. Each row is one attempt; all of them end outside. */
import { generateKeyPairSync } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../store/open.ts';
import { eachStore, type TestStores } from '../store/testing/stores.ts';
import { newAuthenticator, type Wrong } from './testing/authenticator.ts';
import {
  addPerson,
  type Browser,
  type Got,
  goodPassword,
  type Office,
  openBrowser,
  openOffice,
  type Sent,
  signIn,
} from './testing/office.ts';
import {
  base64url,
  type Forgery,
  type Keys,
  kid,
  type Provider,
  signedWithPublicKey,
  startProvider,
} from './testing/provider.ts';

const callback = '/api/auth/oidc/callback';
const fromProvider = { 'sec-fetch-site': 'cross-site' };
const nowS = (): number => Math.floor(Date.now() / 1000);
const signed = async (
  claims: JWTPayload,
  { privateKey }: Keys,
  header: Record<string, unknown> = {},
): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey);
const unsigned = (claims: JWTPayload, alg: string): string => `${base64url({ alg, kid })}.${base64url(claims)}.`;
const otherKeys = (): Promise<Keys> => generateKeyPair('RS256', { extractable: true });
const changed = (token: string, change: (parts: [string, string, string]) => string[]): string =>
  change(token.split('.') as [string, string, string]).join('.');

const forgeries: readonly (readonly [string, Forgery])[] = [
  ['nobody has signed it (alg none)', { token: async (claims) => unsigned(claims, 'none') }],
  ['nobody has signed it (alg NoNe)', { token: async (claims) => unsigned(claims, 'NoNe') }],
  [
    'there is no signature',
    { token: async (claims, keys) => changed(await signed(claims, keys), ([a, b]) => [a, b, '']) },
  ],
  ['the signature is cut', { token: async (claims, keys) => (await signed(claims, keys)).slice(0, -8) }],
  [
    'the claims were changed after it was signed',
    {
      token: async (claims, keys) =>
        changed(await signed(claims, keys), ([a, , c]) => [a, base64url({ ...claims, sub: 'boss' }), c]),
    },
  ],
  ['it is signed with the public key as a secret', { token: signedWithPublicKey }],
  [
    'it is signed with the secret of the client',
    {
      token: (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode('the-secret-of-the-client')),
    },
  ],
  ['another key bears the name of the right one', { token: async (claims) => signed(claims, await otherKeys()) }],
  [
    'the key has a name that the provider does not know',
    { token: async (claims) => signed(claims, await otherKeys(), { kid: 'key-2' }) },
  ],
  ['the right key under another name', { token: (claims, keys) => signed(claims, keys, { kid: 'key-2' }) }],
  [
    'it brings its own key along',
    {
      token: async (claims) => {
        const keys = await otherKeys();
        return signed(claims, keys, { jwk: await exportJWK(keys.publicKey) });
      },
    },
  ],
  [
    'it says where its key is',
    { token: async (claims) => signed(claims, await otherKeys(), { jku: 'http://127.0.0.1:9/keys' }) },
  ],
  [
    'another algorithm than the provider announces',
    {
      token: async (claims) => {
        const { privateKey } = await generateKeyPair('ES256');
        return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
      },
    },
  ],
  [
    'it asks for an extension that nobody knows',
    {
      token: async (claims, keys) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', kid, crit: ['x'], x: 1 })
          .sign(keys.privateKey, { crit: { x: true } }),
    },
  ],
  ['it is no token', { token: async () => 'token' }],
  ['it is an encrypted one', { token: async () => `${base64url({ alg: 'dir', enc: 'A256GCM' })}.a.b.c.d` }],
  [
    'its claims are no object',
    { token: async (_, keys) => changed(await signed({}, keys), ([a, , c]) => [a, base64url('[]'), c]) },
  ],
  ['there is none', { answer: { id_token: undefined } }],
  ['it is a number', { answer: { id_token: 7 } }],
  ['the answer is of an unknown kind', { answer: { token_type: 'MAC' } }],
  ['there is no access token beside it', { answer: { access_token: undefined } }],
  ['it is for somebody else', { claims: { aud: 'another-client' } }],
  ['it is for nobody', { claims: { aud: undefined } }],
  ['it is for several, and not said for whom', { claims: { aud: ['kazasu', 'another-client'] } }],
  ['it is for several, and for another one', { claims: { aud: ['kazasu', 'another-client'], azp: 'another-client' } }],
  ['another one has asked for it', { claims: { azp: 'another-client' } }],
  ['another provider has made it', { claims: { iss: 'https://idp.example' } }],
  ['nobody has made it', { claims: { iss: undefined } }],
  ['it has run out', { claims: { exp: nowS() - 3_600 } }],
  ['it never runs out', { claims: { exp: undefined } }],
  ['it runs out some time', { claims: { exp: 'tomorrow' } }],
  ['it is not yet good', { claims: { nbf: nowS() + 3_600 } }],
  ['nobody knows when it was made', { claims: { iat: undefined } }],
  ['it was made some time', { claims: { iat: 'today' } }],
  ['it is about nobody', { claims: { sub: undefined } }],
  ['it is about somebody without a name', { claims: { sub: '' } }],
  ['it is about a number', { claims: { sub: 7 } }],
  ['it was made for another attempt', { claims: { nonce: 'another-nonce' } }],
  ['it was made for no attempt', { claims: { nonce: undefined } }],
];

/** The query that the browser brings back, changed on the way. */
const returns: readonly (readonly [string, (query: URLSearchParams, provider: Provider) => void])[] = [
  ['state is not there', (query) => query.delete('state')],
  ['state is empty', (query) => query.set('state', '')],
  ['state is one that we have not made', (query) => query.set('state', 'x'.repeat(43))],
  ['state is there twice', (query) => query.append('state', 'another')],
  ['code is not there', (query) => query.delete('code')],
  ['code is one that the provider has not made', (query) => query.set('code', 'another')],
  ['code is there twice', (query) => query.append('code', 'another')],
  ['the provider does not say who it is', (query) => query.delete('iss')],
  ['another provider answers (mix-up)', (query) => query.set('iss', 'https://idp.example')],
  ['two providers answer', (query) => query.append('iss', 'https://idp.example')],
  ['the person did not agree', (query) => query.set('error', 'access_denied')],
  [
    'a token comes with the query',
    (query) => {
      query.delete('code');
      query.set('id_token', unsigned({ sub: 'boss' }, 'none'));
    },
  ],
];

const leadsAway = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/ja/staff/../../evil',
  '/ja/staff//evil.example',
  '/ja/staff/%2f%2fevil.example',
  '/ja/staff?next=//evil.example',
  '/ja/staff#x',
  '/ja/staff@evil.example',
  '/ja/staff\r\nLocation: https://evil.example',
  'javascript:alert(1)',
  '/xx/staff',
  '/ja',
  '',
];

const wrongAssertions: readonly (readonly [string, Wrong])[] = [
  ['of another site', { origin: 'https://evil.example' }],
  ['of the same host with https', { origin: 'https://localhost' }],
  ['of another port', { origin: 'http://localhost:1' }],
  ['for another host', { host: 'evil.example' }],
  ['for a challenge that nobody made', { challenge: 'x'.repeat(43) }],
  ['for an empty challenge', { challenge: '' }],
  ['made to register a key', { type: 'webauthn.create' }],
  ['without anybody there', { flags: 4 }],
  ['without asking who it is', { flags: 1 }],
  ['with a count that goes back', { counter: 1 }],
  ['with a count that stands still', { counter: 2 }],
  ['signed with another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
  ['with a signature of zeros', { signature: (right) => Buffer.alloc(right.length) }],
  ['with a signature that is cut', { signature: (right) => right.subarray(0, 20) }],
  ['of a key that nobody knows', { id: 'AAAA' }],
];

const wrongRegistrations: readonly (readonly [string, Wrong])[] = [
  ['of another site', { origin: 'https://evil.example' }],
  ['for another host', { host: 'evil.example' }],
  ['for a challenge that nobody made', { challenge: 'x'.repeat(43) }],
  ['made to sign in', { type: 'webauthn.get' }],
  ['without anybody there', { flags: 4 | 64 }],
  ['without asking who it is', { flags: 1 | 64 }],
  ['without a key', { flags: 1 | 4 }],
  ['under another name', { id: 'AAAA' }],
];

const good = { login: 'tanaka', password: goodPassword };
const requests: readonly (readonly [string, number, Sent])[] = [
  ['without Origin', 403, { body: good, headers: { origin: undefined } }],
  ['from another site', 403, { body: good, headers: { origin: 'https://evil.example' } }],
  ['from a page without an origin', 403, { body: good, headers: { origin: 'null' } }],
  ['from another port of this machine', 403, { body: good, headers: { origin: 'http://localhost:1' } }],
  ['from another site, as the browser says', 403, { body: good, headers: { 'sec-fetch-site': 'cross-site' } }],
  ['from a neighbouring host', 403, { body: good, headers: { 'sec-fetch-site': 'same-site' } }],
  ['typed into the address bar', 403, { body: good, headers: { 'sec-fetch-site': 'none' } }],
  ['as a form', 400, { body: 'login=tanaka', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['as plain text', 400, { body: JSON.stringify(good), headers: { 'content-type': 'text/plain' } }],
  ['as broken JSON', 400, { body: '{"login":' }],
  ['with nothing', 400, {}],
  ['with half a megabyte', 413, { body: { ...good, password: 'x'.repeat(500_000) } }],
  ['with a password of two thousand characters', 400, { body: { ...good, password: 'x'.repeat(2_000) } }],
  ['with a name of three hundred characters', 400, { body: { ...good, login: 'x'.repeat(300) } }],
  ['with a password that is an object', 400, { body: { ...good, password: { $ne: '' } } }],
  ['with a name that is a list', 400, { body: { ...good, login: ['tanaka'] } }],
  ['with a member of its own', 400, { body: { ...good, role: 'administrator' } }],
  ['with a prototype', 400, { body: `{"login":"tanaka","password":"${goodPassword}","__proto__":{"a":1}}` }],
  ['with a piece of SQL', 401, { body: { ...good, login: "tanaka' --" } }],
  ['with a password and a zero behind it', 401, { body: { ...good, password: `${goodPassword}\0` } }],
  ['with a password in capitals', 401, { body: { ...good, password: goodPassword.toUpperCase() } }],
  ['with an empty password', 401, { body: { ...good, password: '' } }],
  ['to a disabled account', 401, { body: { ...good, login: 'gone' } }],
  ['to an account that waits', 401, { body: { ...good, login: 'waiting' } }],
  ['to an account without a password', 401, { body: { ...good, login: 'keyless' } }],
  ['to nobody', 401, { body: { ...good, login: 'nobody-there' } }],
];

eachStore((stores) => {
  let store: Store;
  let provider: Provider;
  let office: Office;

  const openAll = async ({ place }: TestStores): Promise<void> => {
    store = await openStore(await place());
    provider = await startProvider();
    office = await openOffice(store, provider.settings);
    await addPerson(store, 'tanaka');
    await addPerson(store, 'boss', 'administrator');
    await addPerson(store, 'gone', 'clerk', 'disabled');
    await addPerson(store, 'waiting', 'clerk', 'waiting');
    const keyless = await addPerson(store, 'keyless');
    await store.db.deleteFrom('staff_password').where('staff', '=', keyless).execute();
  };
  beforeAll(() => openAll(stores), 60_000);
  afterAll(async () => {
    await office.close();
    await provider.close();
    await store.close();
  });
  afterEach(async () => {
    vi.useRealTimers();
    provider.forge({});
    // Each row by itself: how many tries there may be is another test.
    await store.db.deleteFrom('sign_in_tries').execute();
  });

  const isOut = async (browser: Browser): Promise<void> => {
    expect(browser.cookies.has('kazasu-staff')).toBe(false);
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(401);
  };
  const goThere = async (browser: Browser, sub = 'abc-1'): Promise<URLSearchParams> => {
    const { body } = await browser.send('POST', '/api/auth/oidc/start', { body: { next: '/ja/staff' } });
    return provider.consent(new URL(body.address), { sub });
  };
  const comeBack = (browser: Browser, query: URLSearchParams): Promise<Got> =>
    browser.send('GET', `${callback}?${query}`, { headers: fromProvider });
  const refusedByUs = '/ja/staff/sign-in?problem=provider';
  /** An account that the provider knows, and that may sign in. */
  const welcome = async (sub: string): Promise<void> => {
    const browser = openBrowser(office);
    await comeBack(browser, await goThere(browser, sub));
    const { staff } = await store.db
      .selectFrom('staff_identity')
      .select('staff')
      .where('subject', '=', sub)
      .executeTakeFirstOrThrow();
    await store.db.updateTable('staff').set({ state: 'active' }).where('id', '=', staff).execute();
  };

  it('the right token gets in, so that the rows below fail for their own reason', async () => {
    await welcome('abc-1');
    const browser = openBrowser(office);
    expect((await comeBack(browser, await goThere(browser))).headers.location).toBe('/ja/staff');
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(200);
  });

  it.each(forgeries)('a token is refused when %s', async (_, forgery) => {
    await welcome('abc-1');
    const browser = openBrowser(office);
    const query = await goThere(browser);
    provider.forge(forgery);
    expect((await comeBack(browser, query)).headers.location).toBe(refusedByUs);
    await isOut(browser);
  });

  it.each(returns)('the way back is refused when %s', async (_, change) => {
    await welcome('abc-1');
    const browser = openBrowser(office);
    const query = await goThere(browser);
    change(query, provider);
    expect((await comeBack(browser, query)).headers.location).toBe(refusedByUs);
    await isOut(browser);
  });

  it('the way back is gone once', async () => {
    await welcome('abc-1');
    const browser = openBrowser(office);
    const query = await goThere(browser);
    const cookies = new Map(browser.cookies);
    expect((await comeBack(browser, query)).headers.location).toBe('/ja/staff');
    const again = openBrowser(office, cookies);
    expect((await comeBack(again, query)).headers.location).toBe(refusedByUs);
    await isOut(again);
  });

  it('a code that was used once is refused with a new state', async () => {
    await welcome('abc-1');
    const [first, second] = [openBrowser(office), openBrowser(office)];
    const used = await goThere(first);
    await comeBack(first, used);
    const query = await goThere(second);
    query.set('code', used.get('code') ?? '');
    expect((await comeBack(second, query)).headers.location).toBe(refusedByUs);
    await isOut(second);
  });

  it("somebody else's code is refused (code injection)", async () => {
    await welcome('abc-1');
    const [attacker, victim] = [openBrowser(office), openBrowser(office)];
    const stolen = await goThere(victim);
    const query = await goThere(attacker);
    query.set('code', stolen.get('code') ?? '');
    expect((await comeBack(attacker, query)).headers.location).toBe(refusedByUs);
    await isOut(attacker);
  });

  it("a way back that belongs to the attacker's browser signs nobody in with the victim's (login CSRF)", async () => {
    await welcome('abc-1');
    const [attacker, victim] = [openBrowser(office), openBrowser(office)];
    const query = await goThere(attacker);
    expect((await comeBack(victim, query)).headers.location).toBe(refusedByUs);
    await isOut(victim);
    // Also when the victim is on the way there too.
    await goThere(victim);
    expect((await comeBack(victim, await goThere(attacker))).headers.location).toBe(refusedByUs);
    await isOut(victim);
  });

  it('a way back after ten minutes is refused', async () => {
    await welcome('abc-1');
    const browser = openBrowser(office);
    const query = await goThere(browser);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 + 1 });
    expect((await comeBack(browser, query)).headers.location).toBe(refusedByUs);
  });

  it('a disabled account does not get in over the provider', async () => {
    await welcome('abc-2');
    await store.db
      .updateTable('staff')
      .set({ state: 'disabled' })
      .where('id', 'in', store.db.selectFrom('staff_identity').select('staff').where('subject', '=', 'abc-2'))
      .execute();
    const browser = openBrowser(office);
    expect((await comeBack(browser, await goThere(browser, 'abc-2'))).headers.location).toBe(refusedByUs);
    await isOut(browser);
  });

  it('the provider is asked for a code, with S256, state and nonce, and to answer in the query', async () => {
    const { body } = await openBrowser(office).send('POST', '/api/auth/oidc/start', { body: { next: '/ja/staff' } });
    const asked = Object.fromEntries(new URL(body.address).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      response_mode: 'query',
      code_challenge_method: 'S256',
      redirect_uri: `${office.origin}${callback}`,
      scope: 'openid profile',
    });
    expect(asked.state).toMatch(/^[\w-]{43}$/);
    expect(asked.nonce).toMatch(/^[\w-]{43}$/);
  });

  it.each(leadsAway)('nobody is led to %j', async (next) => {
    const got = await openBrowser(office).send('POST', '/api/auth/oidc/start', { body: { next } });
    expect(got).toMatchObject({ status: 400, body: { error: 'notUnderstood' } });
  });

  it('another site starts no way to the provider', async () => {
    const sent = { body: { next: '/ja/staff' }, headers: { origin: 'https://evil.example' } };
    expect((await openBrowser(office).send('POST', '/api/auth/oidc/start', sent)).status).toBe(403);
  });

  /** A passkey of an account of its own, used once. */
  const withKey = async (login: string) => {
    const staff = await addPerson(store, login);
    const browser = openBrowser(office);
    await signIn(browser, login);
    const key = newAuthenticator();
    const offered = (await browser.send('POST', '/api/auth/passkeys/options')).body;
    const body = key.register(office.origin, offered.challenge);
    expect((await browser.send('POST', '/api/auth/passkeys', { body })).status).toBe(204);
    return { staff, key, browser };
  };
  const challengeFor = async (browser: Browser): Promise<string> =>
    (await browser.send('POST', '/api/auth/passkey/options')).body.challenge;
  let people = 0;
  const newLogin = (): string => {
    people += 1;
    return `person-${people}`;
  };

  it.each(wrongAssertions)('a passkey is refused %s', async (_, wrong) => {
    const { key } = await withKey(newLogin());
    const browser = openBrowser(office);
    const send = async (how: Wrong) => {
      const body = key.assert(office.origin, await challengeFor(browser), how);
      return (await browser.send('POST', '/api/auth/passkey', { body })).status;
    };
    expect(await send({})).toBe(204);
    await browser.send('POST', '/api/auth/sign-out');
    expect(await send(wrong)).toBe(401);
    await isOut(browser);
  });

  it('a passkey is refused with a challenge that was used', async () => {
    const { key } = await withKey(newLogin());
    const [first, second] = [openBrowser(office), openBrowser(office)];
    const challenge = await challengeFor(first);
    const body = key.assert(office.origin, challenge);
    expect((await first.send('POST', '/api/auth/passkey', { body })).status).toBe(204);
    expect((await second.send('POST', '/api/auth/passkey', { body })).status).toBe(401);
    const anew = key.assert(office.origin, challenge);
    expect((await second.send('POST', '/api/auth/passkey', { body: anew })).status).toBe(401);
  });

  it('a passkey is refused with a challenge that is five minutes old, or was made to register one', async () => {
    const { key, browser: own } = await withKey(newLogin());
    const browser = openBrowser(office);
    const registering = (await own.send('POST', '/api/auth/passkeys/options')).body.challenge;
    const old = await challengeFor(browser);
    const wrong = key.assert(office.origin, registering);
    expect((await browser.send('POST', '/api/auth/passkey', { body: wrong })).status).toBe(401);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 + 1 });
    const body = key.assert(office.origin, old);
    expect((await browser.send('POST', '/api/auth/passkey', { body })).status).toBe(401);
  });

  it('the passkey of a disabled account is refused', async () => {
    const { key, staff } = await withKey(newLogin());
    await store.db.updateTable('staff').set({ state: 'disabled' }).where('id', '=', staff).execute();
    const browser = openBrowser(office);
    const body = key.assert(office.origin, await challengeFor(browser));
    expect((await browser.send('POST', '/api/auth/passkey', { body })).status).toBe(401);
  });

  it.each([{}, { id: 'x' }, [], 'x', { id: 'AAAA', rawId: 'AAAA', type: 'password', response: {} }])(
    'what is no answer of a passkey is not understood: %j',
    async (body) => {
      expect((await openBrowser(office).send('POST', '/api/auth/passkey', { body })).status).toBe(400);
    },
  );

  it.each(wrongRegistrations)('a new passkey is refused %s', async (_, wrong) => {
    const { browser, staff } = await withKey(newLogin());
    const { challenge } = (await browser.send('POST', '/api/auth/passkeys/options')).body;
    const body = newAuthenticator().register(office.origin, challenge, wrong);
    expect((await browser.send('POST', '/api/auth/passkeys', { body })).status).toBe(400);
    expect(await store.db.selectFrom('passkey').select('id').where('staff', '=', staff).execute()).toHaveLength(1);
  });

  it("a new passkey is refused with somebody else's challenge, and with one's own a second time", async () => {
    const [mine, theirs] = [await withKey(newLogin()), await withKey(newLogin())];
    const { challenge } = (await theirs.browser.send('POST', '/api/auth/passkeys/options')).body;
    const body = newAuthenticator().register(office.origin, challenge);
    expect((await mine.browser.send('POST', '/api/auth/passkeys', { body })).status).toBe(400);
    expect((await theirs.browser.send('POST', '/api/auth/passkeys', { body })).status).toBe(400);
  });

  it("nobody takes somebody else's passkey away", async () => {
    const [mine, theirs] = [await withKey(newLogin()), await withKey(newLogin())];
    expect((await mine.browser.send('DELETE', `/api/auth/passkeys/${theirs.key.id}`)).status).toBe(404);
    const browser = openBrowser(office);
    const body = theirs.key.assert(office.origin, await challengeFor(browser));
    expect((await browser.send('POST', '/api/auth/passkey', { body })).status).toBe(204);
  });

  it.each(requests)('a sign-in is refused %s: %i', async (_, status, sent) => {
    const browser = openBrowser(office);
    expect((await browser.send('POST', '/api/auth/sign-in', sent)).status).toBe(status);
    await isOut(browser);
  });

  it.each(['GET', 'PUT', 'DELETE'])('nobody signs in by %s', async (method) => {
    expect((await openBrowser(office).send(method, '/api/auth/sign-in')).status).toBe(404);
  });

  it.each([
    ['POST', '/api/auth/sign-out-everywhere'],
    ['POST', '/api/auth/here'],
    ['POST', '/api/auth/password'],
    ['PUT', '/api/staff/me/languages'],
    ['POST', '/api/staff/accounts'],
    ['POST', '/api/staff/accounts/x/disable'],
    ['POST', '/api/staff/accounts/x/set-up-code'],
  ])('another site does nothing with the cookie of staff: %s %s', async (method, path) => {
    const browser = openBrowser(office);
    await signIn(browser, 'boss');
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: undefined },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await browser.send(method, path, { body: {}, headers })).status).toBe(403);
    }
    expect((await browser.send('GET', '/api/staff/me')).status).toBe(200);
  });

  it('another site reads nothing with the cookie of staff', async () => {
    const browser = openBrowser(office);
    await signIn(browser, 'boss');
    for (const site of ['cross-site', 'same-site', 'none', undefined]) {
      expect((await browser.send('GET', '/api/staff/accounts', { headers: { 'sec-fetch-site': site } })).status).toBe(
        403,
      );
    }
  });

  it('cookies that nobody was given open nothing', async () => {
    const [one, other] = [openBrowser(office), openBrowser(office)];
    await signIn(one, 'tanaka');
    await signIn(other, 'boss');
    const tokenOf = (browser: Browser) => decodeURIComponent(browser.cookies.get('kazasu-staff') ?? '');
    const [mine = '', mineSigned = ''] = tokenOf(one).split('.');
    const [theirs = ''] = tokenOf(other).split('.');
    for (const value of [
      '',
      mine,
      `${mine}.`,
      `${theirs}.${mineSigned}`,
      `${mine}.${'A'.repeat(43)}=`,
      `${mine}x.${mineSigned}`,
      `' or '1'='1.${mineSigned}`,
      `${mine}.${mineSigned.toLowerCase()}`,
      '%00',
      'x'.repeat(4_000),
    ]) {
      const browser = openBrowser(office, new Map([['kazasu-staff', encodeURIComponent(value)]]));
      expect([value, (await browser.send('GET', '/api/staff/me')).status]).toEqual([value, 401]);
    }
  });

  it('a session that the attacker put into the browser is not the one after signing in (fixation)', async () => {
    const attacker = openBrowser(office);
    await signIn(attacker, 'tanaka');
    const planted = new Map(attacker.cookies);
    const victim = openBrowser(office, new Map(planted));
    await signIn(victim, 'boss');
    expect(victim.cookies.get('kazasu-staff')).not.toBe(planted.get('kazasu-staff'));
    const back = openBrowser(office, planted);
    expect((await back.send('GET', '/api/staff/me')).status).toBe(401);
  });

  it('a cookie of somebody whose role was changed is no longer good', async () => {
    const id = await addPerson(store, newLogin(), 'lead');
    const [boss, lead] = [openBrowser(office), openBrowser(office)];
    await signIn(boss, 'boss');
    await signIn(lead, `person-${people}`);
    await boss.send('PUT', `/api/staff/accounts/${id}`, { body: { role: 'clerk' } });
    expect((await lead.send('GET', '/api/staff/me')).status).toBe(401);
  });

  it('codes are guessed thirty times an hour from one address, and then not looked at', async () => {
    const browser = openBrowser(office);
    const guess = () => browser.send('POST', '/api/auth/set-up/whose', { body: { code: 'ABCD-EFGH-JKLM-NPQR' } });
    const got: number[] = [];
    for (let tries = 0; tries < 35; tries += 1) got.push((await guess()).status);
    expect(got.filter((status) => status === 403)).toHaveLength(30);
    expect(got.slice(30)).toEqual([429, 429, 429, 429, 429]);
  });

  it("another person's browser is a stranger's for this account", async () => {
    const login = newLogin();
    await addPerson(store, login);
    const browser = openBrowser(office);
    await signIn(browser, 'tanaka');
    for (let tries = 0; tries < 10; tries += 1) await signIn(browser, login, 'a wrong password, again');
    expect((await signIn(browser, login)).status).toBe(429);
    expect((await signIn(browser, 'tanaka')).status).toBe(204);
  });

  it('many names from one address are thirty tries an hour, and a known browser at that address gets in', async () => {
    const known = openBrowser(office);
    await signIn(known, 'tanaka');
    const statuses: number[] = [];
    for (let tries = 0; tries < 40; tries += 1) {
      statuses.push((await signIn(openBrowser(office), `somebody-${tries}`)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect((await signIn(known, 'tanaka')).status).toBe(204);
  }, 30_000);

  it('a name that there is and one that there is not are answered alike, in as much time', async () => {
    const measure = async (login: string): Promise<{ ms: number; got: Got }> => {
      const begin = performance.now();
      const got = await signIn(openBrowser(office), login, 'a wrong password, again');
      return { ms: performance.now() - begin, got };
    };
    const times = { there: [] as number[], not: [] as number[] };
    for (let round = 0; round < 9; round += 1) {
      const there = await measure('tanaka');
      const not = await measure('not-there');
      times.there.push(there.ms);
      times.not.push(not.ms);
      const plain = ({ status, body, headers }: Got) => ({ status, body, cookies: headers['set-cookie'] });
      expect(plain(there.got)).toEqual(plain(not.got));
    }
    const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[4] ?? 0;
    // A name without a password to look at would take a tenth of the time.
    expect(median(times.not) / median(times.there)).toBeGreaterThan(0.5);
    expect(median(times.not) / median(times.there)).toBeLessThan(2);
  }, 30_000);
});
