import * as v from 'valibot';
import { expect, it } from 'vitest';
import { usualPanel } from '../kiosk/panel.ts';
import { placeSchema } from './place.ts';
import { placeOf } from './place-of.ts';

const homeAddress = 'https://kazasu.example';

it('a kiosk knows where its visitors find the pages at home', () => {
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_HOME_ADDRESS: homeAddress })).toMatchObject({
    surface: 'kiosk',
    homeAddress,
    paper: null,
    panel: usualPanel,
  });
});

it.each([undefined, ''])('a kiosk that was told %j knows no such place', (told) => {
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_HOME_ADDRESS: told })).toMatchObject({
    surface: 'kiosk',
    homeAddress: null,
    paper: null,
    panel: usualPanel,
  });
});

it('a kiosk knows its panel, and how high it hangs', () => {
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_PANEL: '32:1920x1080', KAZASU_PANEL_HEIGHT: '950' }).panel).toEqual({
    diagonal: 32,
    width: 1920,
    height: 1080,
    lowerEdge: 950,
  });
});

it.each(['home', '', 'KIOSK', undefined])('a server of surface %j is no kiosk', (surface) => {
  expect(placeOf({ KAZASU_SURFACE: surface, KAZASU_HOME_ADDRESS: homeAddress })).toMatchObject({
    surface: 'home',
    homeAddress: null,
    paper: null,
    panel: null,
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
  { surface: 'office', homeAddress: null, keeper: null, paper: null, panel: null },
  { surface: 'kiosk', homeAddress: null, keeper: null, paper: 'a5', panel: null },
  { surface: 'kiosk', homeAddress: 'somewhere', keeper: null, paper: null, panel: null },
  { surface: 'kiosk', homeAddress: null, keeper: null, paper: null, panel: { diagonal: 21.5 } },
  { surface: 'home', homeAddress: null, keeper: null, paper: null, panel: null, secret: 'x' },
])('%j is no place', (value) => {
  expect(v.is(placeSchema, value)).toBe(false);
});

it('pages are told of the keeper of their browser, and there is none at home', () => {
  const keeper = 'http://127.0.0.1:3101';
  expect(placeOf({ KAZASU_SURFACE: 'kiosk', KAZASU_KEEPER: keeper }).keeper).toBe(keeper);
  expect(placeOf({ KAZASU_SURFACE: 'home', KAZASU_KEEPER: keeper }).keeper).toBeNull();
});
