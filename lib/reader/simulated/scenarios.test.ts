import { describe, expect, test } from 'vitest';
import { cardKinds } from '../../card/report.ts';
import { hex } from './bytes.ts';
import { createSimulatedCard } from './card.ts';
import { isScenarioName, type ScenarioName, scenario, scenarioNames } from './scenarios.ts';

/** 24 November 2026, 12:00 in Japan. */
const noon = new Date('2026-11-24T03:00:00Z');

const select = {
  jpki: '00A4040C0A D392F000260100000001',
  text: '00A4040C0A D3921000310001010408',
  residentRegister: '00A4040C0A D3921000310001010401',
  common: '00A4040C0A D3921000310001010100',
} as const;

const ask = async (name: ScenarioName, commands: readonly string[], now: Date = noon): Promise<Uint8Array> => {
  const card = createSimulatedCard(scenario(name, now));
  let answer = new Uint8Array(0);
  for (const command of commands) answer = Uint8Array.from(await card.transmit(hex(command)));
  return answer;
};
const spell = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/** authentication, signature, card-info input, resident register, the second count of the latter */
const triesOf = async (name: ScenarioName): Promise<string> => {
  const queries = [
    [select.jpki, '00200098'],
    [select.jpki, '0020009B'],
    [select.text, '00200091'],
    [select.residentRegister, '0020009C'],
    [select.common, '0020009C'],
  ];
  const answers = await Promise.all(queries.map((commands) => ask(name, commands)));
  return answers.map(spell).join(' ');
};

const endOf = async (name: ScenarioName, now: Date): Promise<string> => {
  const head = await ask(name, [select.jpki, '00B08A00E0'], now);
  return Buffer.from(head.subarray(186, 199)).toString('latin1');
};

test('a name is a scenario only when it is in the list', () => {
  expect(isScenarioName('all-fine')).toBe(true);
  expect(isScenarioName('ALL-FINE')).toBe(false);
  expect(isScenarioName(undefined)).toBe(false);
  expect(isScenarioName('toString')).toBe(false);
});

test('every kind of card is among the scenarios', () => {
  const kinds = new Set(scenarioNames.map((name) => scenario(name, noon).kind));
  expect(kinds).toEqual(new Set(cardKinds));
});

test.each(scenarioNames)('the ATR of %s has a correct check byte', (name) => {
  const { atr } = scenario(name, noon);
  expect(atr[0]).toBe(0x3b);
  expect(atr.slice(1).reduce((sum, byte) => sum ^ byte, 0)).toBe(0);
});

test.each([
  ['all-fine', '3B8880010000 41E0B381A1003B'],
  ['juki-card', '3B888001000014E0B38191005E'],
  ['drivers-licence', '3B888001000000009181C100D8'],
  ['felica', '3B8F8001804F0CA0000003061100 3B0000000042'],
] as const)('the ATR of %s is one collected from a real card', (name, atr) => {
  expect(spell(scenario(name, noon).atr)).toBe(atr.replaceAll(' ', ''));
});

test.each([
  ['all-fine', '63C3 63C5 63C3 63C3 63C3'],
  ['signature-low', '63C3 63C3 63C3 63C3 63C3'],
  ['signature-last-try', '63C3 63C1 63C3 63C3 63C3'],
  ['signature-locked', '63C3 63C0 63C3 63C3 63C3'],
  ['authentication-low', '63C2 63C5 63C3 63C3 63C3'],
  ['authentication-last-try', '63C1 63C5 63C3 63C3 63C3'],
  ['authentication-locked', '63C0 63C5 63C3 63C3 63C3'],
  ['card-info-input-locked', '63C3 63C5 63C0 63C3 63C3'],
  ['resident-register-locked', '63C3 63C5 63C3 63C0 63C0'],
  ['resident-register-common-locked', '63C3 63C5 63C3 63C3 63C0'],
  ['all-locked', '63C0 63C0 63C0 63C0 63C0'],
  ['locked-6984', '6984 6984 6984 6984 6984'],
  ['locked-6983', '6983 6983 6983 6983 6983'],
] as const)('%s answers the queries', async (name, statuses) => {
  expect(await triesOf(name)).toBe(statuses);
});

describe('certificates end at 23:59:59 in Japan', () => {
  test.each([
    ['all-fine', '291124145959Z'],
    ['certificate-renewable', '270108145959Z'],
    ['certificate-ends-today', '261124145959Z'],
    ['certificate-expired', '261015145959Z'],
  ] as const)('%s', async (name, end) => {
    expect(await endOf(name, noon)).toBe(end);
  });

  test('of the day it is in Japan, even where it is still the day before', async () => {
    expect(await endOf('certificate-ends-today', new Date('2026-11-24T14:59:59Z'))).toBe('261124145959Z');
    expect(await endOf('certificate-ends-today', new Date('2026-11-24T15:00:00Z'))).toBe('261125145959Z');
  });
});

test.each([
  ['all-fine', '8F8F009000', '3082'],
  ['no-signature-certificate', '008F009000', '3082'],
  ['certificate-absent', '8F00009000', '6A82'],
  ['certificate-empty', '8F00009000', 'FFFF'],
  ['certificate-garbage', '8F8F009000', 'FFF8'],
] as const)('%s says which certificates it has', async (name, presence, start) => {
  expect(spell(await ask(name, [select.jpki, '00B0880003']))).toBe(presence);
  const head = await ask(name, [select.jpki, '00B08A00E0']);
  expect(spell(head.subarray(0, 2))).toBe(start);
});

test('a truncated certificate is all there is in its file', async () => {
  expect(await ask('certificate-truncated', [select.jpki, '00B08A00E0'])).toHaveLength(152);
});

test.each([
  ['juki-card', 'JPKIAPICCTOKEN'],
  ['phone', 'JPKIAPGPSETOKEN'],
] as const)('the token of %s is %s', async (name, token) => {
  const answer = await ask(name, [select.jpki, '00B0860020']);
  expect(Buffer.from(answer.subarray(0, 32)).toString('latin1')).toBe(token.padEnd(32));
});

test('a phone keeps its authentication certificate behind the PIN and has no other application', async () => {
  expect(spell(await ask('phone', [select.jpki, '00B08A00E0']))).toBe('6982');
  expect(spell(await ask('phone', [select.text]))).toBe('6A82');
});

test.each([
  ['drivers-licence', '00A4040C10 A0000002310100000000000000000000'],
  ['with-drivers-licence', '00A4040C10 A0000002310100000000000000000000'],
  ['residence-card', '00A4040C10 D392F0004F0200000000000000000000'],
  ['passport', '00A4040C07 A0000002471001'],
] as const)('%s has its own application', async (name, command) => {
  expect(spell(await ask(name, [command]))).toBe('9000');
});

test.each(['drivers-licence', 'residence-card', 'credit', 'passport', 'unknown'] as const)(
  '%s does not know the JPKI application',
  async (name) => {
    expect(spell(await ask(name, [select.jpki]))).toBe('6A82');
  },
);
