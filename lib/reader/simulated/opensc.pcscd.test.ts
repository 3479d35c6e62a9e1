/** An independent client, OpenSC, must take the simulated card for a JPKI card and agree on what is in it. */
import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSimulatedCard, pinAttempts, type SimulatedCard } from './card.ts';
import { type Pcscd, startPcscd, virtualReaderName } from './pcscd.ts';
import { type ScenarioName, scenario } from './scenarios.ts';
import { insertIntoVpcd } from './vpcd.ts';

const run = promisify(execFile);
const now = new Date('2026-11-24T03:00:00Z');

let service: Pcscd;
beforeEach(async () => {
  service = await startPcscd({ reader: 'virtual' });
});
afterEach(() => service.stop());

const putDown = async (name: ScenarioName): Promise<SimulatedCard> => {
  const card = createSimulatedCard(scenario(name, now));
  const { powered } = await insertIntoVpcd(card, { port: service.vpcdPort });
  await powered;
  return card;
};

const pkcs15 = async (...options: string[]): Promise<string> => {
  return (await run('pkcs15-tool', ['--reader', virtualReaderName, ...options], { timeout: 10_000 })).stdout;
};

const triesIn = (list: string): Record<string, number> => {
  const pins = list.matchAll(/PIN \[(.+?)\][\s\S]+?Tries left\s*: (\d+)/g);
  return Object.fromEntries([...pins].map(([, label, tries]) => [label, Number(tries)]));
};

describe('pkcs15-tool --list-pins', () => {
  test.each([
    ['all-fine', 3, 5],
    ['signature-low', 3, 3],
    ['signature-locked', 3, 0],
    ['authentication-last-try', 1, 5],
    ['all-locked', 0, 0],
    ['no-short-ids', 3, 5],
    ['with-drivers-licence', 3, 5],
  ] as const)('finds the tries of %s', async (name, authentication, signature) => {
    const card = await putDown(name);
    expect(triesIn(await pkcs15('--list-pins'))).toEqual({
      'User Authentication PIN': authentication,
      'Digital Signature PIN': signature,
    });
    expect(pinAttempts(card.transcript)).toBe(0);
  });

  test.each(['drivers-licence', 'felica', 'unknown'] as const)('finds no PINs on %s', async (name) => {
    await putDown(name);
    await expect(pkcs15('--list-pins')).rejects.toThrow('Card is invalid or cannot be handled');
  });
});

describe('pkcs15-tool --read-certificate', () => {
  test.each([
    ['all-fine', '2029-11-24T14:59:59.000Z'],
    ['certificate-renewable', '2027-01-08T14:59:59.000Z'],
    ['certificate-ends-today', '2026-11-24T14:59:59.000Z'],
    ['certificate-expired', '2026-10-15T14:59:59.000Z'],
  ] as const)('finds the end of the authentication certificate of %s', async (name, end) => {
    const card = await putDown(name);
    const certificate = new X509Certificate(await pkcs15('--read-certificate', '01'));
    expect(certificate.validToDate.toISOString()).toBe(end);
    expect(pinAttempts(card.transcript)).toBe(0);
  });

  test('reads the certificates of both authorities', async () => {
    await putDown('all-fine');
    expect(new X509Certificate(await pkcs15('--read-certificate', '03')).subject).toContain('user authentication');
    expect(new X509Certificate(await pkcs15('--read-certificate', '04')).subject).toContain('digital signature');
  });

  test('does not get the signature certificate', async () => {
    const card = await putDown('all-fine');
    await expect(pkcs15('--read-certificate', '02')).rejects.toThrow('Certificate read failed');
    expect(card.transcript.at(-1)).toEqual({ ins: 0xb0, lc: 0, le: 4, length: 0, sw: 0x6982 });
  });
});
