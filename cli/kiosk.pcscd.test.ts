import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { readerSettingsSchema } from '../lib/reader/protocol.ts';
import { ensureBuild } from '../scripts/build.ts';
import { type RunningKiosk, startKiosk } from './testing/running-kiosk.ts';

const npm = ['npm', 'run', '--silent', 'kazasu', '--'] as const;
const kiosks: RunningKiosk[] = [];

const started = async (...given: Parameters<typeof startKiosk>): Promise<RunningKiosk> => {
  const kiosk = await startKiosk(...given);
  kiosks.push(kiosk);
  return kiosk;
};

beforeAll(async () => {
  expect(await ensureBuild(() => undefined, new AbortController().signal)).toBe(true);
}, 120_000);

afterEach(async () => {
  await Promise.all(kiosks.splice(0).map(({ stop }) => stop()));
});

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly words: string;
}

const readProcess = (pid: number): Process[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    // What has ended and was not yet collected is gone for our purpose.
    return state === 'Z' ? [] : [{ pid, parent: Number(parent), words }];
  } catch {
    // Ended between the listing and the look.
    return [];
  }
};

const allProcesses = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));

/** The process and all that it started, directly or not. */
const familyOf = (pid: number, all: readonly Process[] = allProcesses()): Process[] => [
  ...all.filter((each) => each.pid === pid),
  ...all.filter((each) => each.parent === pid).flatMap((each) => familyOf(each.pid, all)),
];

const memberOf = (kiosk: RunningKiosk, words: string): Process => {
  const [member] = familyOf(kiosk.process.pid ?? 0).filter((each) => each.words.includes(words));
  if (member === undefined) throw new Error(`no process "${words}"`);
  return member;
};

const until = async (isTrue: () => boolean | Promise<boolean>): Promise<number> => {
  const startedAt = performance.now();
  while (!(await isTrue())) await wait(20);
  return performance.now() - startedAt;
};

const open = async (url: string, headers: Record<string, string>): Promise<[IncomingMessage, ClientRequest]> => {
  const request = get(url, { headers });
  const [response] = await once(request, 'response');
  return [response, request];
};

const readerSettings = async (origin: string) => {
  const [response] = await open(`${origin}/api/reader`, { 'Sec-Fetch-Site': 'same-origin' });
  const body = await response.setEncoding('utf8').toArray();
  return v.parse(readerSettingsSchema, JSON.parse(body.join('')));
};

/** As a screen does: an event stream from the reader process, and a page whose connection stays open. */
const openStreams = async (origin: string): Promise<void> => {
  const settings = await readerSettings(origin);
  if (settings.kind !== 'reader') throw new Error(`no reader: ${settings.kind}`);
  const headers = { Origin: origin, Authorization: `Bearer ${settings.secret}` };
  const [events, request] = await open(`${settings.url}/v1/events`, headers);
  expect(events.headers['content-type']).toContain('text/event-stream');
  request.on('error', () => undefined);
  events.on('error', () => undefined).resume();
};

const answers = (url: string): Promise<boolean> =>
  fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );

it('a second start on the same port says so, with an exit code of its own, and leaves the first alone', async () => {
  const first = await started(['--practice-card']);
  const { port } = new URL(first.origin);
  const second = startKiosk(['--practice-card', '--port', port]);
  await expect(second).rejects.toThrow(/ended with 4: .*\d+: This port is already used/s);
  expect(await answers(first.origin)).toBe(true);
});

it('words that are not understood are answered with the usage', async () => {
  await expect(startKiosk(['--pin', '1234'])).rejects.toThrow(/ended with 2: .*--pin: not known.*Usage/s);
});

it.each([
  ['npm', 'npm run', [...npm]],
  ['the bootstrap', 'scripts/bootstrap.mjs', [...npm]],
  ['the kiosk process', 'cli/kazasu.ts kiosk', [...npm]],
] as const)('SIGTERM to %s ends everything within 2 s, open event streams or not', async (_, words, starter) => {
  const kiosk = await started([], starter);
  await openStreams(kiosk.origin);
  const family = familyOf(kiosk.process.pid ?? 0);
  expect(family.map((each) => each.words).join('\n')).toMatch(/reader\/server\/main\.ts/);
  process.kill(memberOf(kiosk, words).pid, 'SIGTERM');
  const tookMs = await until(() => family.every(({ pid }) => readProcess(pid).length === 0));
  expect(tookMs).toBeLessThan(2_000);
  expect(await kiosk.ended).toBe(0);
});

it('Ctrl-C, which reaches every process of the terminal, ends everything with exit code 0', async () => {
  const kiosk = await started([], npm);
  const family = familyOf(kiosk.process.pid ?? 0);
  const own = family.filter(({ words }) => /^npm|bootstrap|kazasu\.ts/.test(words));
  expect(own.length).toBeGreaterThanOrEqual(3);
  for (const { pid } of own) process.kill(pid, 'SIGINT');
  expect(await until(() => family.every(({ pid }) => readProcess(pid).length === 0))).toBeLessThan(2_000);
  expect(await kiosk.ended).toBe(0);
});

it.each(['scripts/bootstrap.mjs', 'cli/kazasu.ts kiosk'])('nothing survives a killed "%s"', async (words) => {
  const kiosk = await started([], npm);
  await openStreams(kiosk.origin);
  const family = familyOf(kiosk.process.pid ?? 0);
  process.kill(memberOf(kiosk, words).pid, 'SIGKILL');
  expect(await until(() => family.every(({ pid }) => readProcess(pid).length === 0))).toBeLessThan(3_000);
});

it('a web server that dies is back within 2 s, at the same address', async () => {
  const kiosk = await started(['--practice-card']);
  const { pid } = memberOf(kiosk, 'cli/web-server.ts');
  process.kill(pid, 'SIGKILL');
  const tookMs = await until(async () => readProcess(pid).length === 0 && (await answers(kiosk.origin)));
  expect(tookMs).toBeLessThan(2_000);
});

it('a reader process that dies is back within 2 s, at the same address and with the same secret', async () => {
  const kiosk = await started([]);
  const before = await readerSettings(kiosk.origin);
  const { pid } = memberOf(kiosk, 'reader/server/main.ts');
  process.kill(pid, 'SIGKILL');
  const url = before.kind === 'reader' ? before.url : '';
  expect(await until(async () => readProcess(pid).length === 0 && (await answers(url)))).toBeLessThan(2_000);
  expect(await readerSettings(kiosk.origin)).toEqual(before);
});

it('a kiosk that was killed and is started again has its reader where the pages that are open may look for it', async () => {
  const first = await started([]);
  const { port } = new URL(first.origin);
  const before = await readerSettings(first.origin);
  first.process.kill('SIGKILL');
  await first.ended;
  const again = await started(['--port', port]);
  const after = await readerSettings(again.origin);
  expect(before).toMatchObject({ kind: 'reader', url: `http://127.0.0.1:${Number(port) + 7}` });
  expect(after).toMatchObject({ kind: 'reader', url: `http://127.0.0.1:${Number(port) + 7}` });
});
