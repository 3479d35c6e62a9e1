/** `kazasu card` as an operator runs it, on the real pcscd, beside OpenSC's pkcs15-tool. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startOtherProgram } from '../lib/reader/server/testing/other-program.ts';
import { recordReader } from '../lib/reader/server/testing/recorder.ts';
import { createSimulatedCard, type Faults, pinAttempts, type SimulatedCard } from '../lib/reader/simulated/card.ts';
import { type Pcscd, startPcscd, virtualReaderName } from '../lib/reader/simulated/pcscd.ts';
import { type ScenarioName, scenario } from '../lib/reader/simulated/scenarios.ts';
import { type InsertedCard, insertIntoVpcd } from '../lib/reader/simulated/vpcd.ts';
import { exitCodeOf } from './exit-codes.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const kazasu = fileURLToPath(new URL('./kazasu.ts', import.meta.url));
const run = (command: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(command, [...args], { env: { ...process.env, LC_ALL: 'C' } }, (failure, out, err) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, err });
    });
  });
const card = (...args: string[]): Promise<Ran> => run(process.execPath, [kazasu, 'card', ...args]);

let pcscd: Pcscd;
let inserted: InsertedCard | null = null;

const put = async (name: ScenarioName, faults: Faults = {}): Promise<SimulatedCard> => {
  const simulated = createSimulatedCard(scenario(name, new Date()), { faults });
  inserted = await insertIntoVpcd(simulated, { port: pcscd.vpcdPort });
  return simulated;
};

beforeEach(async () => {
  pcscd = await startPcscd({ reader: 'virtual' });
});
afterEach(async () => {
  await inserted?.remove();
  inserted = null;
  await pcscd.stop();
});

test.each(['all-fine', 'signature-last-try', 'authentication-locked', 'all-locked'] as const)(
  '%s: says of the tries what pkcs15-tool says, in at most 15 exchanges of A4, B0 and the empty 20',
  async (name) => {
    const simulated = await put(name);
    const ours = await card('--json', '--wait');
    expect(ours).toMatchObject({ code: 0, err: '' });
    const report = JSON.parse(ours.out);
    const exchanges = simulated.transcript.filter(({ sw }) => sw !== null);
    expect(exchanges.length).toBe(14);
    expect(new Set(exchanges.map(({ ins }) => ins))).toEqual(new Set([0x20, 0xa4, 0xb0]));
    expect(pinAttempts(simulated.transcript)).toBe(0);

    const theirs = await run('pkcs15-tool', ['--list-pins']);
    const tries = [...theirs.out.matchAll(/Tries left\s*:\s*(\d+)/g)].map(([, count]) => Number(count));
    expect(tries).toEqual([report.pins.authentication.triesLeft, report.pins.signature.triesLeft]);
  },
);

test('without --json: a table for people', async () => {
  await put('signature-locked');
  const { code, out } = await card('--wait');
  expect(code).toBe(0);
  expect(out).toMatch(/署名用電子証明書暗証番号\)\s+locked \(0\/5\)/);
  expect(out.split('\n').length).toBe(8);
});

test('another kind of card is a report as well', async () => {
  await put('drivers-licence');
  const { code, out } = await card('--json', '--wait');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ card: 'drivers-licence', authenticationCertificate: { notAfter: null } });
});

describe('a failure has a code of its own, a reason and a remedy, and nothing on standard output', () => {
  const expectFailure = async (code: keyof typeof exitCodeOf, ...args: string[]): Promise<void> => {
    const ran = await card(...args);
    expect(ran).toMatchObject({ code: exitCodeOf[code], out: '' });
    expect(ran.err.split('\n')[0]).toMatch(new RegExp(`^${code}: .+`));
    expect(ran.err.split('\n')[1]).toMatch(/^.+$/);
    expect(ran.err).not.toMatch(/\bat .+:\d+/);
  };
  /** pcscd has noticed the card once another program has. */
  const noticed = async (): Promise<void> => {
    const reader = recordReader();
    await reader.next('card');
    reader.stop();
  };

  test('no card', () => expectFailure('cardMissing'));
  test('no card, waited for', () => expectFailure('cardMissing', '--wait'));
  test('no reader of that name', () => expectFailure('readerMissing', '--reader', 'PaSoRi'));
  test('no service', async () => {
    await pcscd.stop();
    await expectFailure('serviceNotRunning', '--wait');
  });
  test('a service that does not answer', async () => {
    pcscd.suspend();
    await expectFailure('serviceNotResponding', '--wait');
  });
  test('a card lifted early', async () => {
    await put('all-fine', { removeInside: 6, latencyMs: 1 });
    await expectFailure('cardRemoved', '--wait');
  });
  test('a mute card', async () => {
    await put('all-fine', { mute: true });
    await expectFailure('cardMute', '--wait');
  });
  test('a card that never answers', async () => {
    await put('all-fine', { neverAnswers: 3 });
    await expectFailure('cardNotAnswering', '--wait');
  });
  test('a reader another program holds', async () => {
    await put('all-fine');
    await noticed();
    const other = await startOtherProgram(virtualReaderName, 'exclusive');
    await expectFailure('readerBusy');
    other.kill();
  });
});

test('wrong words are explained', async () => {
  const { code, err, out } = await card('--loud');
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('--loud');
});
