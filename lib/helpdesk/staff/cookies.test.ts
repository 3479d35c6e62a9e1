import { expect, it } from 'vitest';
import { openStore } from '../store/open.ts';
import { cookieName, readCookie, writeCookie } from './cookies.ts';
import { openSessions } from './sessions.ts';
import { addPerson } from './testing/office.ts';

it('with https only this host can have set a cookie, and it travels encrypted', async () => {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  const sessions = await openSessions(store, 'https://kazasu.city.example', () => undefined);
  const [cookie = ''] = await sessions.begin(await addPerson(store, 'tanaka'));
  expect(cookie).toMatch(/^__Host-kazasu-staff=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const [gone = ''] = await sessions.end({
    id: 'none',
    madeAt: 0,
    endsAt: 0,
    member: { id: 'x', name: 'x', role: 'clerk', languages: [] },
  });
  expect(gone).toMatch(/^__Host-kazasu-staff=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  sessions.close();
  await store.close();
});

it('other cookies are as careful', () => {
  const origin = 'https://kazasu.city.example';
  const name = cookieName(origin, 'device');
  expect(writeCookie({ origin, name, value: 'a', seconds: 60, sameSite: 'Strict' })).toBe(
    '__Host-kazasu-device=a; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure',
  );
});

it.each([
  [undefined, undefined],
  ['', undefined],
  ['a=1; kazasu-device=x', 'x'],
  ['kazasu-device=x; a=1', 'x'],
  ['xkazasu-device=x', undefined],
  // Two of one name: one of them is not ours.
  ['kazasu-device=x; kazasu-device=y', undefined],
])('of "%s" the value is %s', (header, value) => {
  expect(readCookie(header, 'kazasu-device')).toBe(value);
});
