/** The reader process as a whole: a real pcscd on one side, a page of the configured origin on the other. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSimulatedCard, pinAttempts } from '../simulated/card.ts';
import { type Pcscd, startPcscd } from '../simulated/pcscd.ts';
import { scenario } from '../simulated/scenarios.ts';
import { insertIntoVpcd } from '../simulated/vpcd.ts';

const origin = 'http://127.0.0.1:3000';
const secret = 'secret-of-this-test';

let pcscd: Pcscd;
let bridge: ChildProcess;
let url: URL;
let log = '';

const start = async (): Promise<void> => {
  bridge = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), {
    env: { ...process.env, KAZASU_ORIGIN: origin, KAZASU_READER_SECRET: secret, KAZASU_READER_PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  log = '';
  bridge.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const [message] = await once(bridge, 'message');
  url = new URL(message.url);
};

beforeEach(async () => {
  pcscd = await startPcscd({ reader: 'virtual' });
  await start();
});
afterEach(async () => {
  if (bridge.exitCode === null && bridge.signalCode === null) {
    bridge.kill('SIGTERM');
    await once(bridge, 'exit');
  }
  await pcscd.stop();
});

const headers = () => ({ Host: url.host, Origin: origin, Authorization: `Bearer ${secret}` });

const get = (
  path: string,
  method = 'GET',
  extra: Record<string, string> = {},
): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers: { ...headers(), ...extra } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });

/** Follows the events until one of this type. */
const untilEvent = (type: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL('/v1/events', url), { headers: headers() }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        const types = [...text.matchAll(/^event: (\S+)$/gm)].map(([, each = '']) => each);
        if (!types.includes(type)) return;
        sent.destroy();
        resolve(types);
      });
    });
    sent.on('error', (failure) => {
      if (!sent.destroyed) reject(failure);
    });
    sent.end();
  });

test('from contact to report over HTTP, and nothing of the card afterwards', async () => {
  const inserted = await insertIntoVpcd(createSimulatedCard(scenario('all-fine', new Date())), {
    port: pcscd.vpcdPort,
  });
  const types = await untilEvent('report');
  expect([...new Set(types)]).toEqual(['reader', 'card', 'progress', 'report']);
  expect(JSON.parse((await get('/v1/report')).body)).toMatchObject({ card: 'my-number', exchanges: 14 });
  await inserted.remove();
  await untilEvent('removed');
  expect(await get('/v1/report')).toEqual({ status: 204, body: '' });
});

test('whatever is asked of it, the card hears nothing but SELECT, READ BINARY and the empty query', async () => {
  const card = createSimulatedCard(scenario('all-fine', new Date()));
  const inserted = await insertIntoVpcd(card, { port: pcscd.vpcdPort });
  await untilEvent('report');
  const word = fc.constantFrom(
    'v1',
    'report',
    'health',
    'hold',
    'apdu',
    'transmit',
    'verify',
    'pin',
    '00200080',
    '0020008004',
  );
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH');
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 4 }), method, word, async (path, verb, query) => {
      const { status } = await get(`/${path.join('/')}?apdu=${query}`, verb, verb === 'GET' ? {} : { 'X-Apdu': query });
      expect([403, 404]).toContain(status);
    }),
    { numRuns: 300 },
  );
  await inserted.remove();
  expect(new Set(card.transcript.map(({ ins }) => ins))).toEqual(new Set([0x20, 0xa4, 0xb0]));
  expect(pinAttempts(card.transcript)).toBe(0);
  expect(card.transcript.every(({ ins, lc, le }) => ins !== 0x20 || (lc === 0 && le === null))).toBe(true);
});

test('its log holds instructions, status words, lengths and times, and none of the bytes a card sent', async () => {
  const inserted = await insertIntoVpcd(createSimulatedCard(scenario('all-fine', new Date())), {
    port: pcscd.vpcdPort,
  });
  await untilEvent('report');
  await inserted.remove();
  await untilEvent('removed');
  expect(log).toMatch(/^reader: 14 exchanges: A4>9000\+0 \d+ms, B0>9000\+32 \d+ms, /m);
  for (const line of log.trim().split('\n')) {
    expect(line).toMatch(
      /^reader: (\d+ exchanges: ([0-9A-F]{2}>[0-9A-F]{4}\+\d+ \d+ms(, )?)+|[\w ]+: \w+|looked at the card: \d+ times|card process ended \(\w+\))$/,
    );
  }
});

test('ends within 2 s of SIGTERM, and with the process that started it, also with an event stream open', async () => {
  const open = request(new URL('/v1/events', url), { headers: headers() });
  open.on('error', () => undefined);
  open.end();
  await once(open, 'response');
  const sentAt = performance.now();
  bridge.kill('SIGTERM');
  const [code] = await once(bridge, 'exit');
  expect(code).toBe(0);
  expect(performance.now() - sentAt).toBeLessThan(2_000);

  await start();
  const exit = once(bridge, 'exit');
  bridge.disconnect();
  expect((await exit)[0]).toBe(0);
});

test('a card process that is killed is replaced, and the card that lies there is read again', async () => {
  await insertIntoVpcd(createSimulatedCard(scenario('all-fine', new Date())), { port: pcscd.vpcdPort });
  await untilEvent('report');
  const children = readFileSync(`/proc/${bridge.pid}/task/${bridge.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  expect(children).toHaveLength(1);
  for (const child of children) process.kill(child, 'SIGKILL');
  // The report is taken back at once; the next one comes from the new process.
  const types = await untilEvent('report');
  expect(types.at(-1)).toBe('report');
});
