import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { createSimulatedCard } from './card.ts';
import { type Pcscd, type PcscdOptions, startPcscd } from './pcscd.ts';
import { scenario } from './scenarios.ts';
import { insertIntoVpcd } from './vpcd.ts';

const run = promisify(execFile);
const started: Pcscd[] = [];
const start = async (options: PcscdOptions): Promise<Pcscd> => {
  const service = await startPcscd(options);
  started.push(service);
  return service;
};
afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.stop()));
});

const readers = async (): Promise<string> => (await run('opensc-tool', ['--list-readers'], { timeout: 10_000 })).stdout;

test('with a virtual reader there is one', async () => {
  await start({ reader: 'virtual', port: 40_961 });
  expect(await readers()).toContain('Virtual PCD 00 00');
});

test('without a reader the service runs and has none', async () => {
  await start({ reader: 'none' });
  expect(await readers()).toContain('No smart card readers found');
});

test('a service that stops leaves nothing behind', async () => {
  const service = await start({ reader: 'virtual' });
  await service.stop();
  expect(await readdir('/run/pcscd')).toEqual([]);
});

test('a service that is killed leaves its socket behind, and the next one starts all the same', async () => {
  const killed = await start({ reader: 'virtual' });
  await killed.kill9();
  expect(await readdir('/run/pcscd')).toEqual(['pcscd.comm', 'pcscd.pid']);
  const next = await start({ reader: 'virtual' });
  expect(next.pid).not.toBe(killed.pid);
  expect(await readers()).toContain('Virtual PCD 00 00');
});

test('a suspended service goes on where it was', async () => {
  const service = await start({ reader: 'virtual' });
  service.suspend();
  const answer = readers();
  service.resume();
  expect(await answer).toContain('Virtual PCD 00 00');
});

test('a suspended service can be stopped', async () => {
  const service = await start({ reader: 'virtual' });
  service.suspend();
  await service.stop();
  expect(await readdir('/run/pcscd')).toEqual([]);
});

test('a service with a card that never answers can be stopped, and the card is told', async () => {
  const service = await start({ reader: 'virtual' });
  const card = createSimulatedCard(scenario('all-fine', new Date('2026-11-24T03:00:00Z')), {
    faults: { neverAnswers: 1 },
  });
  const inserted = await insertIntoVpcd(card, { port: service.vpcdPort });
  await inserted.powered;
  const client = run('opensc-tool', ['--wait', '--send-apdu', '00:A4:00:00'], { timeout: 10_000 });
  await Promise.all([expect(client).rejects.toThrow('Command failed'), service.stop()]);
  await inserted.closed;
});
