import { afterEach, expect, it, vi } from 'vitest';
import { usualPanel } from '@/lib/kiosk/panel';
import { atHome } from '@/lib/place/place';
import { GET } from './route.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('a page of a kiosk learns that it is at one, and where its visitors go on at home, and what it prints on', async () => {
  vi.stubEnv('KAZASU_SURFACE', 'kiosk');
  vi.stubEnv('KAZASU_HOME_ADDRESS', 'https://kazasu.example');
  vi.stubEnv('KAZASU_PAPER', '80mm');
  const answer = GET();
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  expect(await answer.json()).toEqual({
    surface: 'kiosk',
    homeAddress: 'https://kazasu.example',
    keeper: null,
    paper: '80mm',
    panel: usualPanel,
  });
});

it('every other page is at home', async () => {
  vi.stubEnv('KAZASU_SURFACE', undefined);
  expect(await GET().json()).toEqual(atHome);
});
