/** Each row of the table of what goes wrong with cards, readers and the service, produced on the real pcscd. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseAid } from '../../card/commands.ts';
import { createSimulatedCard, type Faults, pinAttempts, type SimulatedCard } from '../simulated/card.ts';
import { type Pcscd, startPcscd, virtualReaderName } from '../simulated/pcscd.ts';
import { type ScenarioName, scenario } from '../simulated/scenarios.ts';
import { type InsertedCard, insertIntoVpcd } from '../simulated/vpcd.ts';
import { type OtherProgram, type OtherProgramWish, startOtherProgram } from './testing/other-program.ts';
import { type Recorder, recordReader } from './testing/recorder.ts';

const now = new Date();
const makeCard = (name: ScenarioName, faults: Faults = {}): SimulatedCard =>
  createSimulatedCard(scenario(name, now), { faults: { latencyMs: 5, ...faults } });

let pcscd: Pcscd;
let reader: Recorder;
let inserted: InsertedCard | null = null;

const put = async (card: SimulatedCard): Promise<InsertedCard> => {
  inserted = await insertIntoVpcd(card, { port: pcscd.vpcdPort });
  return inserted;
};

beforeEach(async () => {
  pcscd = await startPcscd({ reader: 'virtual' });
  reader = recordReader();
  expect(await reader.next('reader')).toMatchObject({ ready: true });
});

afterEach(async () => {
  reader.stop();
  await inserted?.remove();
  inserted = null;
  await pcscd.stop();
});

describe('a card', () => {
  test('is found, read in 14 exchanges and waited for until it is taken away', async () => {
    const card = makeCard('all-fine');
    const onReader = await put(card);
    const { report } = await reader.next('report');
    expect(report).toMatchObject({
      card: 'my-number',
      pins: {
        authentication: { state: 'ok', triesLeft: 3 },
        signature: { state: 'ok', triesLeft: 5 },
        cardInfoInput: { state: 'ok', triesLeft: 3 },
        residentRegister: { state: 'ok', triesLeft: 3 },
      },
      authenticationCertificate: { state: 'valid' },
      signatureCertificate: { present: true },
      exchanges: 14,
    });
    await onReader.remove();
    expect(await reader.next('removed')).toEqual({ type: 'removed', early: false });
    expect(reader.said()).toEqual(['ready', 'card', 'report', 'removed']);
    expect(pinAttempts(card.transcript)).toBe(0);
    expect(new Set(card.transcript.map(({ ins }) => ins))).toEqual(new Set([0xa4, 0xb0, 0x20]));
  });

  test('that is mute or upside down is named, and the next one is read', async () => {
    const mute = await put(makeCard('all-fine', { mute: true }));
    expect(await reader.next('failed')).toMatchObject({ error: 'cardMute' });
    await mute.remove();
    await reader.next('removed');
    await put(makeCard('all-fine'));
    expect(await reader.next('report')).toMatchObject({ report: { card: 'my-number' } });
  });

  test('that speaks no protocol a reader knows is named', async () => {
    // TD1 = 0E: T=14 only
    await put(createSimulatedCard({ ...scenario('all-fine', now), atr: parseAid('3B800E8E') }));
    expect(await reader.next('failed')).toMatchObject({ error: 'protocolMismatch' });
  });

  test('that never answers is named within its time, and the next one is read without anybody restarting anything', async () => {
    const hung = await put(makeCard('all-fine', { neverAnswers: 5 }));
    const failed = await reader.next('failed', 8_000);
    expect(failed).toMatchObject({ error: 'cardNotAnswering', known: { pins: { authentication: { triesLeft: 3 } } } });
    await hung.remove();
    expect(await reader.next('removed')).toEqual({ type: 'removed', early: true });
    await put(makeCard('all-fine'));
    await reader.next('report');
  });

  test('swapped for another within 300 ms is noticed, and the report is that of the second', async () => {
    const first = await put(makeCard('all-fine'));
    expect(await reader.next('report')).toMatchObject({ report: { pins: { signature: { state: 'ok' } } } });
    await first.remove();
    await put(makeCard('signature-locked'));
    expect(await reader.next('removed')).toEqual({ type: 'removed', early: false });
    expect(await reader.next('report')).toMatchObject({ report: { pins: { signature: { state: 'locked' } } } });
  });

  test('that loses contact three times without being taken away is named', async () => {
    let card = makeCard('all-fine', { removeInside: 3 });
    await put(card);
    for (let losses = 1; losses <= 3; losses++) {
      await card.whenGone;
      card = makeCard('all-fine', { removeInside: 3 });
      await put(card);
      expect(await reader.next('failed')).toMatchObject({ error: 'cardRemoved' });
    }
    expect(await reader.next('failed')).toMatchObject({ error: 'contactLost' });
  });

  test('of another kind is a report, not a failure', async () => {
    await put(makeCard('credit'));
    expect(await reader.next('report')).toMatchObject({ report: { card: 'credit' } });
  });
});

describe('another program', () => {
  let other: OtherProgram;
  const start = async (wish: OtherProgramWish): Promise<OtherProgram> => {
    other = await startOtherProgram(virtualReaderName, wish);
    return other;
  };
  afterEach(() => other.kill());

  test.each(['exclusive', 'transaction'] as const)(
    'that holds the card (%s) is named, and reading begins once it lets go',
    async (wish) => {
      reader.stop();
      await put(makeCard('all-fine'));
      await start(wish);
      reader = recordReader();
      expect(await reader.next('failed')).toMatchObject({ error: 'readerBusy' });
      await other.letGo();
      expect(await reader.next('report')).toMatchObject({ report: { card: 'my-number' } });
    },
  );

  test.each(['reset', 'power-down'] as const)(
    'that does a %s while the card lies there after its report goes unnoticed',
    async (wish) => {
      reader.stop();
      const card = makeCard('all-fine');
      await put(card);
      await start(wish);
      reader = recordReader();
      await reader.next('report');
      const before = card.transcript.length;
      await other.act();
      // Read once more, without a word: the look that fails, a whole reading, and a look that is answered.
      await expect.poll(() => card.transcript.length - before, { timeout: 5_000 }).toBeGreaterThan(15);
      expect(reader.log.join()).toMatch(/ResetCard|UnpoweredCard/);
      await other.letGo();
      await inserted?.remove();
      expect(await reader.next('removed')).toEqual({ type: 'removed', early: false });
      expect(reader.said()).toEqual(['ready', 'card', 'report', 'removed']);
    },
  );

  test('that uses the card after its report, or keeps it in a transaction for long, goes unnoticed', async () => {
    const card = makeCard('all-fine');
    await put(card);
    await reader.next('report');
    const before = card.transcript.length;
    await start('transaction');
    await other.letGo();
    await promisify(execFile)('pkcs15-tool', ['--list-pins']);
    await expect.poll(() => card.transcript.length - before, { timeout: 5_000 }).toBeGreaterThan(50);
    await inserted?.remove();
    await reader.next('removed');
    expect(reader.said()).toEqual(['ready', 'card', 'report', 'removed']);
  });

  test('that resets the card again and again is named', async () => {
    reader.stop();
    await put(makeCard('all-fine'));
    await start('reset-loop');
    await other.act();
    // Now and then a whole reading slips in between two resets.
    for (let tries = 0; tries < 20; tries++) {
      reader = recordReader();
      const endings = ['report', 'failed cardReset'];
      await expect.poll(() => reader.said().some((what) => endings.includes(what)), { timeout: 4_000 }).toBe(true);
      if (reader.said().includes('failed cardReset')) break;
      reader.stop();
    }
    expect(reader.said()).toEqual(['ready', 'card', 'card', 'failed cardReset']);
  });
});

describe('the reader', () => {
  test('that is gone after a restart of the service is named as unplugged', async () => {
    await pcscd.stop();
    expect(await reader.next('reader')).toMatchObject({ ready: false, error: 'serviceStopped' });
    pcscd = await startPcscd({ reader: 'none' });
    expect(await reader.next('reader')).toMatchObject({ ready: false, error: 'readerUnplugged' });
  });

  test('that never was there is named as missing', async () => {
    reader.stop();
    await pcscd.stop();
    pcscd = await startPcscd({ reader: 'none' });
    reader = recordReader();
    expect(await reader.next('reader')).toMatchObject({ ready: false, error: 'readerMissing' });
  });

  test('of another name is not used', async () => {
    reader.stop();
    reader = recordReader({ readerName: 'PaSoRi' });
    expect(await reader.next('reader')).toMatchObject({ ready: false, error: 'readerMissing' });
  });
});

describe('the service', () => {
  test('that is not running is named, and used once it is', async () => {
    reader.stop();
    await pcscd.stop();
    reader = recordReader();
    expect(await reader.next('reader')).toMatchObject({ ready: false, error: 'serviceNotRunning' });
    pcscd = await startPcscd({ reader: 'virtual' });
    expect(await reader.next('reader')).toMatchObject({ ready: true });
  });

  test('stopped and killed ten times in a row is named each time, and recovers by itself', async () => {
    for (let round = 0; round < 10; round++) {
      if (round % 2 === 0) {
        pcscd.suspend();
        expect(await reader.next('reader')).toMatchObject({ error: 'serviceNotResponding' });
        pcscd.resume();
      } else {
        await pcscd.kill9();
        expect(await reader.next('reader')).toMatchObject({ error: 'serviceStopped' });
        pcscd = await startPcscd({ reader: 'virtual' });
      }
      expect(await reader.next('reader')).toMatchObject({ ready: true });
    }
    await put(makeCard('all-fine'));
    await reader.next('report');
  }, 90_000);

  test('that dies while a card is read leaves no half report', async () => {
    await put(makeCard('all-fine', { latencyMs: 100 }));
    await reader.next('progress');
    await pcscd.kill9();
    expect(await reader.next('failed')).toMatchObject({ error: 'serviceStopped' });
    expect(await reader.next('removed')).toEqual({ type: 'removed', early: true });
    expect(reader.said()).not.toContain('report');
  });
});
