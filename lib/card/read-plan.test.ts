import { describe, expect, test } from 'vitest';
import { createSimulatedCard, type Faults, pinAttempts } from '../reader/simulated/card.ts';
import { authenticationCertificate } from '../reader/simulated/certificate.ts';
import { type ScenarioName, scenario, scenarioNames } from '../reader/simulated/scenarios.ts';
import { exchangesMax, type PlanResult, readPlan } from './read-plan.ts';
import { type PartialReport, pinNames } from './report.ts';
import { parseResponse } from './response.ts';

const now = new Date('2026-11-24T03:00:00Z');

interface Outcome {
  readonly result: PlanResult;
  readonly exchanges: number;
  readonly known: PartialReport[];
}

const read = async (name: ScenarioName, faults: Faults = {}, mayQuery = true): Promise<Outcome> => {
  const card = createSimulatedCard(scenario(name, now), { faults });
  card.powerOn();
  const plan = readPlan({ atr: card.atr, now, mayQuery });
  const known: PartialReport[] = [];
  let step = plan.next();
  while (!step.done) {
    known.push(step.value.known);
    const response = parseResponse(await card.transmit(step.value.command));
    if (response === null) throw new Error('the simulated card gave no status word');
    step = plan.next(response);
  }
  expect(pinAttempts(card.transcript)).toBe(0);
  return { result: step.value, exchanges: card.transcript.length, known };
};

const summary = ({ pins, authenticationCertificate, signatureCertificate, card }: PlanResult) => ({
  card,
  pins: pinNames.map((name) => pins[name].triesLeft),
  certificate: authenticationCertificate,
  signature: signatureCertificate.present,
});

const threeYears = { state: 'valid', notAfter: '2029-11-24' };
const notRead = { state: 'unreadable', notAfter: null };
// authentication, signature, cardInfoInput, residentRegister
const fine = [3, 5, 3, 3];
const nothing = [null, null, null, null];

describe('a My Number card', () => {
  test.each<[ScenarioName, (number | null)[], object, boolean | null]>([
    ['all-fine', fine, threeYears, true],
    ['with-drivers-licence', fine, threeYears, true],
    ['signature-low', [3, 3, 3, 3], threeYears, true],
    ['signature-last-try', [3, 1, 3, 3], threeYears, true],
    ['signature-locked', [3, 0, 3, 3], threeYears, true],
    ['authentication-low', [2, 5, 3, 3], threeYears, true],
    ['authentication-last-try', [1, 5, 3, 3], threeYears, true],
    ['authentication-locked', [0, 5, 3, 3], threeYears, true],
    ['card-info-input-locked', [3, 5, 0, 3], threeYears, true],
    ['resident-register-locked', [3, 5, 3, 0], threeYears, true],
    ['resident-register-common-locked', [3, 5, 3, 0], threeYears, true],
    ['all-locked', [0, 0, 0, 0], threeYears, true],
    ['locked-6984', [0, 0, 0, 0], threeYears, true],
    ['locked-6983', [0, 0, 0, 0], threeYears, true],
    ['certificate-renewable', fine, { state: 'renewable', notAfter: '2027-01-08' }, true],
    ['certificate-ends-today', fine, { state: 'renewable', notAfter: '2026-11-24' }, true],
    ['certificate-expired', fine, { state: 'expired', notAfter: '2026-10-15' }, true],
    ['certificate-garbage', fine, notRead, true],
    ['certificate-truncated', fine, notRead, true],
  ])('%s', async (name, pins, certificate, signature) => {
    const { result, exchanges } = await read(name);
    expect(summary(result)).toEqual({ card: 'my-number', pins, certificate, signature });
    expect(exchanges).toBe(14);
  });

  test('without an authentication certificate has an absent one, whether the file is missing or empty', async () => {
    for (const name of ['certificate-absent', 'certificate-empty'] as const) {
      const { result } = await read(name);
      expect(result.authenticationCertificate).toEqual({ state: 'absent', notAfter: null });
    }
  });

  test('without a signature certificate says so', async () => {
    expect((await read('no-signature-certificate')).result.signatureCertificate).toEqual({ present: false });
  });

  test('that knows no short identifiers is read by SELECT, within the same budget', async () => {
    const { result, exchanges } = await read('no-short-ids');
    expect(summary(result)).toMatchObject({ card: 'my-number', certificate: threeYears, signature: null });
    expect(summary(result).pins).toEqual([3, 5, 3, null]);
    expect(exchanges).toBeLessThanOrEqual(exchangesMax);
  });

  test('on a T=0 connection is not asked for its tries', async () => {
    const { result } = await read('all-fine', {}, false);
    expect(summary(result)).toEqual({ card: 'my-number', pins: nothing, certificate: threeYears, signature: true });
  });

  test('tells its two main PINs first, then its certificate', async () => {
    const { known } = await read('all-fine');
    const order = known.map(({ pins, authenticationCertificate }) => [
      ...Object.keys(pins),
      ...(authenticationCertificate === undefined ? [] : ['certificate']),
    ]);
    expect(order[6]).toEqual(['authentication', 'signature']);
    expect(order[8]).toEqual(['authentication', 'signature', 'certificate']);
    expect(order[13]).toEqual(['authentication', 'signature', 'cardInfoInput', 'certificate']);
  });
});

describe('an odd status word to every query', () => {
  test.each([0x9000, 0x6300, 0x6700, 0x6d00, 0x6981, 0x63c7, 0x0000])(
    '%j leaves the tries unknown and the rest of the report whole',
    async (sw) => {
      const { result } = await read('all-locked', { oddStatus: { ins: 0x20, sw } });
      expect(summary(result)).toMatchObject({ card: 'my-number', pins: nothing, certificate: threeYears });
    },
  );

  test('is a lock when it is 6984 or 6983', async () => {
    for (const sw of [0x6984, 0x6983]) {
      const { result } = await read('all-fine', { oddStatus: { ins: 0x20, sw } });
      expect(summary(result).pins).toEqual([0, 0, 0, 0]);
    }
  });

  test('to READ BINARY: the card cannot be told, and nothing is guessed', async () => {
    const { result } = await read('all-fine', { oddStatus: { ins: 0xb0, sw: 0x6982 } });
    expect(summary(result)).toEqual({ card: 'unknown', pins: nothing, certificate: notRead, signature: null });
  });
});

describe('another card', () => {
  test.each<[ScenarioName, string, number]>([
    ['juki-card', 'juki-card', 2],
    ['phone', 'phone', 2],
    ['drivers-licence', 'drivers-licence', 2],
    ['residence-card', 'residence-card', 4],
    ['passport', 'passport', 5],
    ['credit', 'credit', 6],
    ['unknown', 'unknown', 7],
    ['felica', 'felica', 0],
  ])('%s is told by its application in at most %i more commands', async (name, kind, commands) => {
    const { result, exchanges } = await read(name);
    expect(summary(result)).toEqual({ card: kind, pins: nothing, certificate: notRead, signature: null });
    expect(exchanges).toBe(commands);
  });
});

test('a card lifted before or inside any exchange, in every scenario, gives no report and no wrong part of one', async () => {
  let lifts = 0;
  for (const name of scenarioNames) {
    const whole = await read(name);
    for (let exchange = 1; exchange <= whole.exchanges; exchange++) {
      for (const faults of [{ removeAfter: exchange - 1 }, { removeInside: exchange }]) {
        const card = createSimulatedCard(scenario(name, now), { faults });
        const plan = readPlan({ atr: card.atr, now });
        let step = plan.next();
        let known: PartialReport = { pins: {} };
        await expect(
          (async () => {
            while (!step.done) {
              known = step.value.known;
              const response = parseResponse(await card.transmit(step.value.command));
              if (response !== null) step = plan.next(response);
            }
          })(),
        ).rejects.toThrow('lifted');
        expect(whole.result).toMatchObject(known);
        lifts += 1;
      }
    }
  }
  expect(lifts).toBeGreaterThan(600);
});

/** A small generator of random numbers with a seed (mulberry32), so that a failure can be repeated. */
const random = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const certificateHead = authenticationCertificate({
  notBefore: new Date('2024-11-24T00:00:00Z'),
  notAfter: new Date('2029-11-24T14:59:59Z'),
}).subarray(0, 224);
const token = Uint8Array.from('JPKIAPICCTOKEN2                 ', (letter) => letter.charCodeAt(0));
const statusWords = [0x9000, 0x9000, 0x9000, 0x63c3, 0x63c0, 0x63cf, 0x6984, 0x6a82, 0x6c20, 0x6110, 0x6700, 0x6d00];

test('100,000 cards that answer anything at all: the plan ends in time, and nothing is called fine that the card did not say', () => {
  const next = random(20261124);
  /** Noise of any length, the right token, a certificate with a few wrong bytes, or cut off. */
  const answerData = (): Uint8Array => {
    const kind = next(6);
    if (kind < 2) return kind === 0 ? new Uint8Array() : token.slice();
    if (kind === 2) return Uint8Array.from({ length: next(600) }, () => next(256));
    const bytes = certificateHead.slice(0, kind === 3 ? next(225) : 224);
    for (let changes = next(4); changes > 0; changes--) bytes[next(bytes.length)] = next(256);
    return bytes;
  };

  let dates = 0;
  let counts = 0;
  for (let run = 0; run < 100_000; run++) {
    const plan = readPlan({ atr: new Uint8Array(), now });
    const said: number[] = [];
    let sentDate = false;
    let exchanges = 0;
    let step = plan.next();
    while (!step.done) {
      const [, ins] = step.value.command;
      const sw = next(8) === 0 ? next(0x10000) : (statusWords[next(statusWords.length)] ?? 0);
      const isQuery = ins === 0x20;
      // Most cards are recognised at first, or the run would end with the second command.
      const early = exchanges < 2 && next(10) > 0;
      const data = early
        ? ins === 0xb0
          ? token.slice()
          : new Uint8Array()
        : isQuery && next(4) > 0
          ? new Uint8Array()
          : answerData();
      if (isQuery && data.length === 0) said.push(sw);
      // The twelve digits of the end, as the certificate has them.
      const digits = String.fromCharCode(...data.subarray(186, 198));
      if (/^\d{12}$/.test(digits)) sentDate = true;
      exchanges += 1;
      step = plan.next({ data, sw: early ? 0x9000 : sw });
    }
    const { pins, authenticationCertificate: certificate } = step.value;
    if (exchanges > exchangesMax) throw new Error(`run ${run}: ${exchanges} exchanges`);
    for (const name of pinNames) {
      const { state, triesLeft } = pins[name];
      if (triesLeft === null) continue;
      counts += 1;
      const locked = state === 'locked' && said.some((sw) => sw === 0x6984 || sw === 0x6983);
      if (!locked && !said.includes(0x63c0 + triesLeft)) throw new Error(`run ${run}: ${name} ${state}`);
    }
    if (certificate.notAfter === null) continue;
    dates += 1;
    if (!sentDate) throw new Error(`run ${run}: a date out of noise: ${certificate.notAfter}`);
  }
  // The cards were not so hostile that there was nothing to get wrong.
  expect(counts).toBeGreaterThan(1_000);
  expect(dates).toBeGreaterThan(1_000);
}, 60_000);
