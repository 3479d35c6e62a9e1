import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { type PublicOffice, usualPublicOffice } from '../../office/public-office.ts';
import { hubOffice } from './hub-office.ts';
import { hubClock } from './hub-requests.ts';

const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0).reverse()) await end();
});

const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-office-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'office.json');
};

const hubThatSays = async (body: string): Promise<{ origin: string; stop: () => Promise<unknown> }> => {
  const server = createServer((_, response) => void response.setHeader('Content-Type', 'application/json').end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  ends.push(stop);
  return { origin: `http://127.0.0.1:${port}`, stop };
};

const follow = (hub: string, file: string) => {
  // Signing is tested elsewhere.
  const send = (_: string, path: string, { signal }: { signal: AbortSignal }) => fetch(new URL(path, hub), { signal });
  const office = hubOffice({ clock: hubClock(), send }, file);
  ends.push(office.close);
  return office;
};

const ours: PublicOffice = { ...usualPublicOffice, version: 7, phone: '03-0000-0000', waitMinutes: 25 };

it('a kiosk tells what its hub says, and still does after a new start without the hub, but for the wait of that time', async () => {
  const file = newFile();
  const hub = await hubThatSays(JSON.stringify(ours));
  const office = follow(hub.origin, file);
  expect(office.tell()).toEqual(usualPublicOffice);
  while (office.tell().version !== 7) await wait(10);
  expect(office.tell()).toEqual(ours);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  office.close();
  await hub.stop();
  expect(follow(hub.origin, file).tell()).toEqual({ ...ours, waitMinutes: null });
});

it('a notice that began when nobody changed a setting is still told after a new start, until its time is over', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const file = newFile();
  writeFileSync(file, JSON.stringify(ours));
  const notice = {
    places: ['start'],
    tone: 'information',
    text: { ja: '今日だけ', 'ja-easy': '', en: '' },
    until: Date.now() + 60_000,
  } as const;
  const hub = await hubThatSays(JSON.stringify({ ...ours, notices: [notice] }));
  const office = follow(hub.origin, file);
  while (office.tell().notices.length === 0) await wait(10);
  office.close();
  await hub.stop();
  const later = follow(hub.origin, file);
  expect(later.tell().notices).toEqual([notice]);
  vi.advanceTimersByTime(60_000);
  expect(later.tell().notices).toEqual([]);
});

it('a wait that nobody says anew is told for five minutes', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const hub = await hubThatSays(JSON.stringify(ours));
  const office = follow(hub.origin, newFile());
  while (office.tell().version !== 7) await wait(10);
  await hub.stop();
  expect(office.tell().waitMinutes).toBe(25);
  vi.advanceTimersByTime(300_001);
  expect(office.tell()).toEqual({ ...ours, waitMinutes: null });
});

it.each([
  '',
  'null',
  '[]',
  '{"format":1,"version":9}',
  '{"format":3,"version":9}',
  '<html>',
  '{"error":"unavailable"}',
])('what is no office of this format is not told: %j', async (body) => {
  const hub = await hubThatSays(body);
  const file = newFile();
  const office = follow(hub.origin, file);
  await wait(200);
  expect(office.tell()).toEqual(usualPublicOffice);
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});
