import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { internalHosts } from '../office/settings.ts';
import { askQueueSystem, type QueueOptions } from './queue-system.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/wait`;
};
const says = (text: string, status = 200) => serve((_, response) => void response.writeHead(status).end(text));

const options: QueueOptions = { timeoutMs: 2_000, mostMinutes: 480, staleMs: 600_000, isInternal: internalHosts([]) };
const ask = async (address: string, part: Partial<QueueOptions> = {}) => {
  const reading = await askQueueSystem(address, { ...options, ...part });
  return reading.kind === 'read' ? reading.waitMinutes : reading.why;
};
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

it('the wait is read, with the time at which it was counted', async () => {
  expect(await ask(await says('{"waitMinutes":25}'))).toBe(25);
  const asOf = ago(60_000);
  const address = await says(JSON.stringify({ waitMinutes: 25, asOf, counter: 3 }));
  expect(await askQueueSystem(address, options)).toEqual({ kind: 'read', waitMinutes: 25, at: Date.parse(asOf) });
});

it.each([
  ['{"waitMinutes":"25"}', 'notUnderstood'],
  ['{"waitMinutes":2.5}', 'notUnderstood'],
  ['{"waitMinutes":-1}', 'notUnderstood'],
  ['{"wait":25}', 'notUnderstood'],
  ['25', 'notUnderstood'],
  ['<html>25</html>', 'notUnderstood'],
  ['', 'notUnderstood'],
  ['{"waitMinutes":481}', 'tooLarge'],
  [`{"waitMinutes":25,"asOf":"${ago(601_000)}"}`, 'tooOld'],
  [`{"waitMinutes":25,"asOf":"${ago(-300_000)}"}`, 'notUnderstood'],
  ['{"waitMinutes":25,"asOf":"today"}', 'notUnderstood'],
  [`{"waitMinutes":25,"more":"${'x'.repeat(5_000)}"}`, 'tooLong'],
])('%.60s is not taken: %s', async (text, why) => {
  expect(await ask(await says(text))).toBe(why);
});

it('an answer that is none, or none in time, is not taken', async () => {
  expect(await ask(await says('{"waitMinutes":25}', 500))).toBe('unreachable');
  expect(await ask(await serve(() => undefined), { timeoutMs: 100 })).toBe('unreachable');
  expect(await ask('http://127.0.0.1:9/')).toBe('unreachable');
});

it('it follows nobody to another host, and asks none that was not named', async () => {
  let asked = 0;
  const other = await serve((_, response) => {
    asked += 1;
    response.end('{"waitMinutes":1}');
  });
  const redirect = await serve((_, response) => void response.writeHead(302, { Location: other }).end());
  expect(await ask(redirect)).toBe('unreachable');
  expect(await ask('http://queue.example.jp/')).toBe('notInternal');
  expect(await ask('http://169.254.169.254/')).toBe('notInternal');
  expect(asked).toBe(0);
});
