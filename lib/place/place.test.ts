import * as v from 'valibot';
import { expect, it } from 'vitest';
import { placeOf, placeSchema } from './place.ts';

const homeAddress = 'https://kazasu.example';

it('a kiosk knows where its visitors find the pages at home', () => {
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_HOME_ADDRESS: homeAddress })).toMatchObject({
    surface: 'kiosk',
    homeAddress,
    paper: null,
  });
});

it.each([undefined, ''])('a kiosk that was told %j knows no such place', (told) => {
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_HOME_ADDRESS: told })).toMatchObject({
    surface: 'kiosk',
    homeAddress: null,
    paper: null,
  });
});

it.each(['home', '', 'KIOSK', undefined])('a server of surface %j is no kiosk', (surface) => {
  expect(placeOf({ KAZASU_SURFACE: surface, KAZASU_HOME_ADDRESS: homeAddress })).toMatchObject({
    surface: 'home',
    homeAddress: null,
    paper: null,
  });
});

it.each([
  ['80mm', '80mm'],
  ['a4', 'a4'],
  ['none', null],
  ['A4', null],
  ['', null],
  [undefined, null],
])('a kiosk that was told %j prints on %j', (told, paper) => {
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_PAPER: told }).paper).toBe(paper);
});

it.each([
  null,
  {},
  { surface: 'kiosk' },
  { surface: 'kiosk', homeAddress: null, keeper: null },
  { surface: 'office', homeAddress: null, keeper: null, paper: null },
  { surface: 'kiosk', homeAddress: null, keeper: null, paper: 'a5' },
  { surface: 'kiosk', homeAddress: 'somewhere', keeper: null, paper: null },
  { surface: 'home', homeAddress: null, keeper: null, paper: null, secret: 'x' },
])('%j is no place', (value) => {
  expect(v.is(placeSchema, value)).toBe(false);
});

it('pages are told of the keeper of their browser, and there is none at home', () => {
  const keeper = 'http://127.0.0.1:3101';
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_KEEPER: keeper }).keeper).toBe(keeper);
  expect(placeOf({ KAZASU_SURFACE: 'home', KAZASU_KEEPER: keeper }).keeper).toBeNull();
});
