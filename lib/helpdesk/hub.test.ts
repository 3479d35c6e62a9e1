import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as ask } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { KioskStatus } from './fleet.ts';
import { makeKeys } from './link/identity.ts';
import { isSignedBy, signatureHeaders, signRequest, timeToleranceMs } from './link/signature.ts';
import { verifyAudit } from './store/audit.ts';
import { enrol, forgetEnrolments, isFirstUse, makeCode } from './store/enrolment.ts';
import { eventsAfter, newestEvent } from './store/events.ts';
import { fleetOf, keepStatus, noteAlarms, renameKiosk, revokeKiosk } from './store/fleet.ts';
import { ensureKiosk } from './store/kiosks.ts';
import type { Store } from './store/open.ts';
import { eachStore } from './store/testing/stores.ts';
import { type RunningHub, startHub } from './testing/hub.ts';
import { asking, clerk, leaving } from './testing/samples.ts';

const fine: KioskStatus = {
  power: 'on',
  version: '0.1.0',
  reader: 'ready',
  printer: 'none',
  lastVisitEndedMin: null,
  clockSkewMs: 0,
  clock: 'right',
  outbox: 0,
  uptimeS: 1,
};

type Keys = ReturnType<typeof makeKeys>;
interface Sent {
  method?: string;
  path?: string;
  body?: string;
  /** What is signed, where it is not what is sent. */
  signed?: Partial<Parameters<typeof signRequest>[1]>;
  headers?: Record<string, string | string[]>;
  nonce?: string;
  time?: number;
}

/** A request as a kiosk sends it, or as somebody does who is up to something. */
const send = async (hub: RunningHub, kiosk: string, { privateKey }: Keys, given: Sent = {}): Promise<number> => {
  const { method = 'POST', path = '/api/hub/messages', body = '{"messages":[]}', time = Date.now() } = given;
  const nonce = given.nonce ?? randomBytes(16).toString('base64url');
  const signature = signRequest(privateKey, { kiosk, method, path, time, nonce, body, ...given.signed });
  const request = ask({
    port: hub.port,
    host: '127.0.0.1',
    method,
    path,
    agent: false,
    headers: {
      'content-type': 'application/json',
      [signatureHeaders.kiosk]: kiosk,
      [signatureHeaders.time]: String(time),
      [signatureHeaders.nonce]: nonce,
      [signatureHeaders.signature]: signature,
      ...given.headers,
    },
  });
  request.end(body);
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
};

const post = async (hub: RunningHub, body: unknown): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${hub.origin}/api/hub/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

eachStore(({ open }) => {
  const hubs: RunningHub[] = [];
  afterEach(async () => {
    await Promise.all(hubs.splice(0).map((hub) => hub.stop()));
  });
  const start = async (store: Store): Promise<RunningHub> => {
    const hub = await startHub(store);
    hubs.push(hub);
    return hub;
  };
  const enrolled = async (store: Store, name = '入口'): Promise<{ kiosk: string; keys: Keys }> => {
    const keys = makeKeys();
    const { code } = await makeCode(store, { name, minutes: 60 }, Date.now());
    const kiosk = await enrol(store, code, keys.publicKey, Date.now());
    if (kiosk === null) throw new Error('not enrolled');
    return { kiosk, keys };
  };

  it('a code makes one kiosk, which has the name that the administrator gave', async () => {
    const store = await open();
    const hub = await start(store);
    const { code, endsAt } = await makeCode(store, { name: '2階 右', minutes: 10 }, Date.now());
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(endsAt - Date.now()).toBeGreaterThan(590_000);
    const keys = makeKeys();
    const { status, body } = await post(hub, { code, publicKey: keys.publicKey });
    expect(status).toBe(200);
    const { kiosk } = body as { kiosk: string };
    expect((await fleetOf(store, 0)).kiosks).toMatchObject([{ id: kiosk, name: '2階 右', local: false, seenAt: null }]);
    expect(await send(hub, kiosk, keys)).toBe(204);
  });

  it('a code may be typed in small letters, without hyphens, with an O for a zero', async () => {
    const store = await open();
    const { code } = await makeCode(store, { name: 'a', minutes: 10 }, 0);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await enrol(store, typed, makeKeys().publicKey, 1)).not.toBeNull();
  });

  it('a code that was used is refused to another key, and says the same once more to the same one', async () => {
    const store = await open();
    const { code } = await makeCode(store, { name: 'a', minutes: 10 }, 0);
    const { publicKey } = makeKeys();
    const kiosk = await enrol(store, code, publicKey, 1);
    expect(kiosk).not.toBeNull();
    expect(await enrol(store, code, makeKeys().publicKey, 2)).toBeNull();
    expect(await enrol(store, code, publicKey, 3)).toBe(kiosk);
    expect((await fleetOf(store, 0)).kiosks).toHaveLength(1);
  });

  it('of twenty kiosks that use one code at the same time one is enrolled', async () => {
    const store = await open();
    const { code } = await makeCode(store, { name: 'a', minutes: 10 }, 0);
    const got = await Promise.all(Array.from({ length: 20 }, () => enrol(store, code, makeKeys().publicKey, 1)));
    expect(got.filter((kiosk) => kiosk !== null)).toHaveLength(1);
    expect((await fleetOf(store, 0)).kiosks).toHaveLength(1);
  });

  it('a code that is too old is refused, and deleted', async () => {
    const store = await open();
    const { code, endsAt } = await makeCode(store, { name: 'a', minutes: 10 }, 0);
    expect(await enrol(store, code, makeKeys().publicKey, endsAt)).toBeNull();
    await forgetEnrolments(store, endsAt);
    expect(await store.db.selectFrom('enrolment').selectAll().execute()).toEqual([]);
  });

  it('the code itself is not in the database', async () => {
    const store = await open();
    const { code } = await makeCode(store, { name: 'a', minutes: 10 }, 0);
    const rows = JSON.stringify(await store.db.selectFrom('enrolment').selectAll().execute());
    expect(rows).not.toContain(code);
    expect(rows).not.toContain(code.replaceAll('-', ''));
  });

  it('whoever guesses codes is told to stop after ten, and a right one from the same address is taken', async () => {
    const store = await open();
    const hub = await start(store);
    const { publicKey } = makeKeys();
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push((await post(hub, { code: `AAAA-BBBB-00${n}`, publicKey })).status);
    expect(answers).toEqual([...Array(10).fill(403), 429, 429]);
    const { code } = await makeCode(store, { name: 'a', minutes: 10 }, Date.now());
    expect((await post(hub, { code, publicKey })).status).toBe(200);
  });

  it.each<[string, unknown]>([
    ['no key', { code: 'AAAA-BBBB-CCCC' }],
    [
      'a key of another kind',
      {
        code: 'A',
        publicKey: generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      },
    ],
    ['a key that is none', { code: 'A', publicKey: 'MCowBQYDK2VwAyEA' }],
    ['a key written otherwise', { code: 'A', publicKey: `${makeKeys().publicKey} ` }],
    ['something more', { code: 'A', publicKey: makeKeys().publicKey, name: 'mine' }],
    ['a code that is a list', { code: ['A'], publicKey: makeKeys().publicKey }],
    ['nothing', undefined],
  ])('an enrolment with %s is not understood', async (_, body) => {
    const hub = await start(await open());
    expect((await post(hub, body)).status).toBe(400);
  });

  it('what is signed arrives', async () => {
    const store = await open();
    const hub = await start(store);
    const { kiosk, keys } = await enrolled(store);
    const message = asking();
    const body = JSON.stringify({ messages: [{ message, agoMs: 0 }] });
    expect(await send(hub, kiosk, keys, { body })).toBe(204);
    expect((await hub.desk.queue()).calls).toMatchObject([{ id: message.call, kiosk: { id: kiosk, name: '入口' } }]);
  });

  it.each<[string, (of: { kiosk: string; keys: Keys }) => Sent & { as?: string; with?: Keys }]>([
    ['the key of somebody else', () => ({ with: makeKeys() })],
    ['no such kiosk', () => ({ as: randomUUID() })],
    [
      'another kiosk in the header than in the signature',
      ({ kiosk }) => ({ signed: { kiosk: randomUUID() }, as: kiosk }),
    ],
    ['another body', () => ({ signed: { body: '{"messages":[ ]}' } })],
    ['another path', () => ({ signed: { path: '/api/hub/status' } })],
    ['a query that was not signed', () => ({ path: '/api/hub/messages?a=1', signed: { path: '/api/hub/messages' } })],
    ['another method', () => ({ signed: { method: 'GET' } })],
    ['another time', () => ({ signed: { time: Date.now() - 60_000 } })],
    ['another nonce', () => ({ signed: { nonce: randomBytes(16).toString('base64url') } })],
    ['a time too long ago', () => ({ time: Date.now() - timeToleranceMs - 1_000 })],
    ['a time too far ahead', () => ({ time: Date.now() + timeToleranceMs + 1_000 })],
    ['a time that is no number', () => ({ headers: { [signatureHeaders.time]: '1e3' } })],
    ['a time below zero', () => ({ headers: { [signatureHeaders.time]: '-1' } })],
    ['no signature', () => ({ headers: { [signatureHeaders.signature]: '' } })],
    ['zeros for a signature', () => ({ headers: { [signatureHeaders.signature]: 'A'.repeat(86) } })],
    ['a short nonce', () => ({ nonce: 'AAAA' })],
    ['a nonce with a line in it', () => ({ nonce: 'AAAAAAAAAAAAAAAAAAAA\tA' })],
    ['two signatures', () => ({ headers: { [signatureHeaders.signature]: ['A'.repeat(86), 'B'.repeat(86)] } })],
    ['two kiosks', ({ kiosk }) => ({ headers: { [signatureHeaders.kiosk]: [kiosk, kiosk] } })],
    ['a kiosk that is no id', () => ({ headers: { [signatureHeaders.kiosk]: "' or 1=1 --" } })],
  ])('%s is refused', async (_, make) => {
    const store = await open();
    const hub = await start(store);
    const own = await enrolled(store);
    const { as = own.kiosk, with: keys = own.keys, ...given } = make(own);
    expect(await send(hub, as, keys, given)).toBe(403);
    // And it was that alone.
    expect(await send(hub, own.kiosk, own.keys)).toBe(204);
  });

  it('the kiosk of this machine cannot be played from outside: it has no key', async () => {
    const store = await open();
    const hub = await start(store);
    await ensureKiosk(store, { id: randomUUID(), name: 'own' }, 0);
    const { id } = (await fleetOf(store, 0)).kiosks[0] ?? { id: '' };
    expect(await send(hub, id, makeKeys())).toBe(403);
  });

  it('the same request a second time is refused, at another instance too', async () => {
    const store = await open();
    const [hub, other] = [await start(store), await start(store)];
    const { kiosk, keys } = await enrolled(store);
    const nonce = randomBytes(16).toString('base64url');
    const time = Date.now();
    expect(await send(hub, kiosk, keys, { nonce, time })).toBe(204);
    expect(await send(hub, kiosk, keys, { nonce, time })).toBe(403);
    expect(await send(other, kiosk, keys, { nonce, time })).toBe(403);
  });

  it('of ten copies of a request that arrive together one is taken', async () => {
    const store = await open();
    const hub = await start(store);
    const { kiosk, keys } = await enrolled(store);
    const same = { nonce: randomBytes(16).toString('base64url'), time: Date.now() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(hub, kiosk, keys, same)));
    expect(answers.sort()).toEqual([204, ...Array(9).fill(403)]);
  });

  it('a nonce is forgotten when its request would be too old, and not before', async () => {
    const store = await open();
    await isFirstUse(store, 'k', 'n', 0);
    await forgetEnrolments(store, 2 * timeToleranceMs);
    expect(await isFirstUse(store, 'k', 'n', 2 * timeToleranceMs)).toBe(false);
    await forgetEnrolments(store, 4 * timeToleranceMs);
    expect(await isFirstUse(store, 'k', 'n', 4 * timeToleranceMs)).toBe(true);
  });

  it('one kiosk cannot end the call of another, nor answer for it', async () => {
    const store = await open();
    const hub = await start(store);
    const [mine, theirs] = [await enrolled(store, 'a'), await enrolled(store, 'b')];
    const message = asking();
    await send(hub, theirs.kiosk, theirs.keys, { body: JSON.stringify({ messages: [{ message, agoMs: 0 }] }) });
    const end = JSON.stringify({ messages: [{ message: leaving(message.call), agoMs: 0 }] });
    expect(await send(hub, mine.kiosk, mine.keys, { body: end })).toBe(204);
    expect((await hub.desk.queue()).calls).toMatchObject([{ id: message.call, state: 'waiting' }]);
  });

  it('a message that the hub does not know yet holds up nothing behind it', async () => {
    const store = await open();
    const hub = await start(store);
    const { kiosk, keys } = await enrolled(store);
    const message = asking();
    const body = JSON.stringify({
      messages: [
        { message: { kind: 'song', id: randomUUID() }, agoMs: 0 },
        { message, agoMs: 0 },
      ],
    });
    expect(await send(hub, kiosk, keys, { body })).toBe(204);
    expect((await hub.desk.queue()).calls).toHaveLength(1);
    expect(hub.troubles).toEqual([`kiosk ${kiosk}: 1 messages are not understood; is it newer than this hub?`]);
  });

  it('a revoked kiosk is out at once: nothing more is taken, and its stream ends within 5 seconds, at every instance', async () => {
    const store = await open();
    const [hub, other] = [await start(store), await start(store)];
    const { kiosk, keys } = await enrolled(store);
    const [nonce, time] = [randomBytes(16).toString('base64url'), Date.now()];
    const path = '/api/hub/view';
    const signature = signRequest(keys.privateKey, { kiosk, method: 'GET', path, time, nonce, body: '' });
    const stream = await fetch(`${other.origin}${path}`, {
      headers: {
        [signatureHeaders.kiosk]: kiosk,
        [signatureHeaders.time]: String(time),
        [signatureHeaders.nonce]: nonce,
        [signatureHeaders.signature]: signature,
      },
    });
    expect(stream.status).toBe(200);
    expect(other.streams()).toBe(1);
    const revokedAt = performance.now();
    expect(await revokeKiosk(store, kiosk, 'a', Date.now())).toBe(true);
    // Ends, or breaks: both are an end.
    await stream.text().catch(() => '');
    expect(performance.now() - revokedAt).toBeLessThan(5_000);
    expect(other.streams()).toBe(0);
    expect(await send(hub, kiosk, keys)).toBe(403);
    expect(await revokeKiosk(store, kiosk, 'a', Date.now())).toBe(false);
    expect(await renameKiosk(store, kiosk, 'b', 'a', Date.now())).toBe(false);
  });

  it('the kiosk of this machine is not revoked', async () => {
    const store = await open();
    await ensureKiosk(store, { id: 'own', name: '1' }, 0);
    expect(await revokeKiosk(store, 'own', 'a', 1)).toBe(false);
    expect(await renameKiosk(store, 'own', '入口', 'a', 1)).toBe(true);
    expect((await fleetOf(store, 1)).kiosks).toMatchObject([{ name: '入口', local: true }]);
  });

  it('when what is wrong with a kiosk changes there is one event, however many watch', async () => {
    const store = await open();
    const { kiosk } = await enrolled(store);
    await keepStatus(store, kiosk, fine, 1_000);
    const before = await newestEvent(store);
    await Promise.all([noteAlarms(store, 0, 60_000), noteAlarms(store, 0, 60_000), noteAlarms(store, 0, 60_000)]);
    expect((await fleetOf(store, 0)).kiosks[0]?.alarms).toEqual(['silent']);
    await keepStatus(store, kiosk, { ...fine, reader: 'readerMissing' }, 61_000);
    await noteAlarms(store, 0, 62_000);
    await noteAlarms(store, 0, 63_000);
    expect((await fleetOf(store, 0)).kiosks[0]?.alarms).toEqual(['readerDown']);
    const events = await eventsAfter(store, before, 10);
    expect(events.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['kiosk', kiosk],
      ['kiosk', kiosk],
    ]);
  });

  it('staff see the board; only an administrator changes it', async () => {
    const store = await open();
    const administrator = { ...clerk, id: 'a', role: 'administrator' } as const;
    const hub = await startHub(store, 0, (cookie) => (cookie === 'a' ? administrator : cookie === 'c' ? clerk : null));
    hubs.push(hub);
    const as = async (cookie: string, method: string, path = '', body?: unknown) => {
      const response = await fetch(`${hub.origin}/api/staff/kiosks${path}`, {
        method,
        headers: {
          cookie,
          origin: hub.origin,
          'sec-fetch-site': 'same-origin',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    };
    const { kiosk } = await enrolled(store);
    expect((await as('', 'GET')).status).toBe(401);
    expect((await as('c', 'GET')).body.kiosks).toMatchObject([{ id: kiosk, name: '入口', alarms: [] }]);
    for (const [method, path, body] of [
      ['POST', '', { name: 'x' }],
      ['PUT', `/${kiosk}`, { name: 'x' }],
      ['DELETE', `/${kiosk}`, undefined],
    ] as const) {
      expect((await as('c', method, path, body)).status).toBe(403);
    }
    const made = await as('a', 'POST', '', { name: '新しい' });
    expect(made.status).toBe(200);
    expect(await enrol(store, made.body.code, makeKeys().publicKey, Date.now())).not.toBeNull();
    expect((await as('a', 'POST', '', { name: 'x', minutes: 9 })).status).toBe(400);
    expect((await as('a', 'POST', '', { name: 'x', minutes: 1441 })).status).toBe(400);
    expect((await as('a', 'PUT', `/${kiosk}`, { name: ' ' })).status).toBe(400);
    expect((await as('a', 'PUT', `/${kiosk}`, { name: '北口' })).status).toBe(204);
    expect((await as('a', 'DELETE', `/${kiosk}`)).status).toBe(204);
    expect((await as('a', 'DELETE', `/${kiosk}`)).status).toBe(404);
    const audit = await store.db.selectFrom('audit').select(['actor', 'action', 'subject']).orderBy('seq').execute();
    expect(audit.slice(-4)).toMatchObject([
      { actor: 'a', action: 'kiosk-code-made' },
      { actor: 'nobody', action: 'kiosk-enrolled' },
      { actor: 'a', action: 'kiosk-renamed', subject: kiosk },
      { actor: 'a', action: 'kiosk-revoked', subject: kiosk },
    ]);
    expect((await verifyAudit(store)).ok).toBe(true);
  });
});

it('a signature of 64 other bytes, or of another length, is none', () => {
  const { privateKey, publicKey } = makeKeys();
  const request = { kiosk: 'k', method: 'GET', path: '/', time: 0, nonce: 'n', body: '' };
  const signature = signRequest(privateKey, request);
  expect(isSignedBy(publicKey, request, signature)).toBe(true);
  for (let bit = 0; bit < 512; bit += 1) {
    const bytes = Buffer.from(signature, 'base64url');
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(isSignedBy(publicKey, request, bytes.toString('base64url'))).toBe(false);
  }
  expect(isSignedBy(publicKey, request, signature.slice(2))).toBe(false);
});
