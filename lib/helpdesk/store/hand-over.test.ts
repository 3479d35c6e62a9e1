import { expect, test } from 'vitest';
import { type HandOver, readCode } from '../hand-over.ts';
import { handOverRoutes } from '../server/hand-over-routes.ts';
import type { Answer, Asked } from '../server/route.ts';
import type { StaffMember } from '../wire.ts';
import { findHandOver, keepHandOver } from './hand-over.ts';
import type { Store } from './open.ts';
import { deleteOldDays } from './retention.ts';
import { eachStore } from './testing/stores.ts';

const morning = Date.parse('2026-11-26T09:00:00+09:00');
const evening = Date.parse('2026-11-26T23:59:59+09:00');
const midnight = Date.parse('2026-11-27T00:00:00+09:00');

const content: HandOver = {
  language: 'en',
  facts: { 'triesLeft.signature': { value: 0, evidence: 'measured' } },
  tried: ['read-card'],
  asked: ['reset-signature'],
  cardErrors: [],
  appErrors: ['signature-locked'],
  pages: ['pin-locked-signature'],
};
const slip = { content, by: 'staff-1', at: morning };

/** As the server asks once it has let a clerk in. */
const ask = async (
  store: Store,
  now: number,
  path: string,
  params: Asked['params'],
  body?: unknown,
): Promise<Answer> => {
  const found = handOverRoutes(store, () => now).find((each) => each.path === path);
  if (found === undefined) throw new Error(`no route ${path}`);
  const member: StaffMember = { id: 'staff-1', name: 'Counter 3', role: 'clerk', languages: ['ja'] };
  const query = new URLSearchParams();
  return found.answer({ headers: {}, params, query, body, address: '127.0.0.1', member, kiosk: undefined });
};
const make = '/api/staff/calls/:call/hand-over';
const read = '/api/staff/hand-overs/:code';

const addCall = (store: Store, id: string) =>
  store.db
    .insertInto('call')
    .values({
      id,
      kiosk: 'kiosk-1',
      reason: 'pin',
      language: 'en',
      detail: '{}',
      state: 'claimed',
      level: 0,
      asked_at: morning,
      claimed_by: 'staff-1',
      claimed_name: 'Counter 3',
      claimed_at: morning,
      ended_at: null,
    })
    .execute();

eachStore((stores) => {
  test('a slip is found by its code until the day is over', async () => {
    const store = await stores.open();
    const code = await keepHandOver(store, slip);
    expect(readCode(code)).toBe(code);
    expect(await findHandOver(store, code, 'c', evening)).toEqual({ content, madeAt: morning });
    expect(await findHandOver(store, code, 'c', midnight)).toBeNull();
    expect(await findHandOver(store, 'AAAA3333', 'c', evening)).toBeNull();
  });

  test('at the end of the day they are gone', async () => {
    const store = await stores.open();
    await keepHandOver(store, slip);
    const tomorrow = await keepHandOver(store, { ...slip, at: midnight });
    expect((await deleteOldDays(store, midnight)).handOvers).toBe(1);
    expect(await store.db.selectFrom('hand_over').select('code').execute()).toEqual([{ code: tomorrow }]);
  });

  test('a code that is taken is drawn again', async () => {
    const store = await stores.open();
    const codes = ['AAAA3333', 'AAAA3333', 'CCCC4444'];
    const draw = (): string => codes.shift() ?? '';
    expect(await keepHandOver(store, slip, draw)).toBe('AAAA3333');
    expect(await keepHandOver(store, { ...slip, content: { ...content, language: 'ja' } }, draw)).toBe('CCCC4444');
    expect((await findHandOver(store, 'AAAA3333', 'c', morning))?.content.language).toBe('en');
  });

  test('a clerk makes one for a call, and the next counter opens it', async () => {
    const store = await stores.open();
    await addCall(store, 'call-1');
    const { status, body } = await ask(store, morning, make, { call: 'call-1' }, content);
    expect(status).toBe(200);
    const { code } = body as { code: string };
    expect(await ask(store, evening, read, { code })).toEqual({ status: 200, body: { content, madeAt: morning } });
    expect((await ask(store, midnight, read, { code })).status).toBe(404);
    expect((await ask(store, morning, read, { code: 'Yamada' })).status).toBe(404);
  });

  test('none is made for a call that is not there, nor with anything that is not in the lists', async () => {
    const store = await stores.open();
    await addCall(store, 'call-1');
    expect((await ask(store, morning, make, { call: 'call-2' }, content)).status).toBe(404);
    expect((await ask(store, morning, make, { call: 'call-1' }, { ...content, note: 'Yamada' })).status).toBe(400);
    expect(await store.db.selectFrom('hand_over').selectAll().execute()).toEqual([]);
  });
});
