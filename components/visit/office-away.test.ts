import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PublicOffice, usualPublicOffice } from '@/lib/office/public-office';
import { atHome, type Place } from '@/lib/place/place';
import { officeAway } from './office-away';

const keeper = 'http://127.0.0.1:3101';
const wardOffice: PublicOffice = {
  ...usualPublicOffice,
  version: 7,
  phone: '03-0000-0000',
  waitMinutes: 25,
  waitUntil: Date.now() + 60_000,
  outage: { systems: ['portal'], works: [], note: null, until: Date.now() - 1 },
};
const withoutOutage = { ...wardOffice, outage: null };

/** What the keeper answers, should it be asked. */
const ask = vi.fn<(url: string) => Promise<Response>>();
/** Whoever asks for help has seen that it failed. */
const seen = (failure: Error): Promise<PublicOffice> => {
  const server = Promise.reject(failure);
  server.catch(() => undefined);
  return server;
};
const gone = (): Promise<PublicOffice> => seen(new TypeError('Failed to fetch'));
const fails = (): Promise<PublicOffice> => seen(new Error('answered 503'));

const pageIn = (place: Place): QueryClient => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(['place'], place);
  return client;
};
const kiosk = (): QueryClient => pageIn({ ...atHome, surface: 'kiosk', keeper });

beforeEach(() => {
  ask.mockReset().mockRejectedValue(new TypeError('Failed to fetch'));
  vi.stubGlobal('fetch', ask);
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([gone, fails])(
  'what a page knows it keeps, but for what is over, and nobody is asked: %o',
  async (server) => {
    expect(await officeAway(kiosk(), wardOffice, server())).toEqual(withoutOutage);
    expect(ask).not.toHaveBeenCalled();
  },
);

test.each([gone, fails])('a page that knows nothing begins with what the keeper has heard: %o', async (server) => {
  ask.mockResolvedValue(Response.json(wardOffice));
  expect(await officeAway(kiosk(), undefined, server())).toEqual(withoutOutage);
  expect(ask).toHaveBeenCalledExactlyOnceWith(`${keeper}/v1/office`, expect.anything());
});

test.each([
  ['is away', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['has heard nothing yet', async () => new Response(null, { status: 204 })],
  ['has heard a server that is newer', async () => Response.json({ ...wardOffice, format: 99 })],
])('when the keeper %s, everything is as usual', async (_, answer) => {
  ask.mockImplementation(answer);
  expect(await officeAway(kiosk(), undefined, gone())).toEqual(usualPublicOffice);
});

test('at home without a network everything is as usual, and no keeper is looked for', async () => {
  expect(await officeAway(pageIn(atHome), undefined, gone())).toEqual(usualPublicOffice);
  expect(ask).not.toHaveBeenCalled();
});

test('a server that is slow or fails is waited for, or asked again, where nobody else knows', async () => {
  expect(await officeAway(pageIn(atHome), undefined, Promise.resolve(wardOffice))).toEqual(wardOffice);
  await expect(officeAway(pageIn(atHome), undefined, fails())).rejects.toThrow('503');
  vi.stubGlobal('navigator', {});
  await expect(officeAway(pageIn(atHome), undefined, gone())).rejects.toThrow('Failed to fetch');
});
