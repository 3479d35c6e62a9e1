import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex } from './bytes.ts';
import { createSimulatedCard, type Faults, pinAttempts, type SimulatedCard, SimulatedCardGone } from './card.ts';
import type { CardProfile } from './card-profile.ts';
import { type MyNumberCardOptions, myNumberCard } from './profiles.ts';
import { scenario } from './scenarios.ts';

const now = new Date('2026-11-24T03:00:00Z');
const allFine = scenario('all-fine', now);

const spell = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const ask = async (card: SimulatedCard, ...commands: string[]): Promise<string> => {
  let answer = '';
  for (const command of commands) answer = spell(await card.transmit(hex(command)));
  return answer;
};
const fresh = (profile: CardProfile = allFine, faults: Faults = {}): SimulatedCard =>
  createSimulatedCard(profile, { faults, wait: () => Promise.resolve() });
const withTries = (tries: MyNumberCardOptions['tries'] = {}): SimulatedCard =>
  fresh(myNumberCard({ authenticationCertificate: 'noFile', tries }));

const selectJpki = '00A4040C0A D392F000260100000001';
const selectText = '00A4040C0A D3921000310001010408';

describe('SELECT', () => {
  test.each([
    ['JPKI', selectJpki],
    ['券面事項入力補助', selectText],
    ['券面事項確認', '00A4040C0A D3921000310001010402'],
    ['住基', '00A4040C0A D3921000310001010401'],
    ['共通', '00A4040C0A D3921000310001010100'],
    ['the first bytes of a name', '00A4040C03 D392F0'],
  ])('finds %s', async (_, command) => {
    expect(await ask(fresh(), command)).toBe('9000');
  });

  test.each([
    ['an application that is not there', '00A4040C10 A0000002310100000000000000000000', '6A82'],
    ['a name that goes on after a known one', '00A4040C0B D392F00026010000000100', '6A82'],
    ['an answer that cards do not give', '00A404000A D392F000260100000001', '6A86'],
    ['the master file right after reset', '00A40000', '6A86'],
    ['the master file by its identifier', '00A4000C02 3F00', '6A82'],
    ['a file by P1=09', '00A4090C02 0018', '6A86'],
    ['a file without an application', '00A4020C02 0018', '6A82'],
    ['half a file identifier', '00A4020C01 00', '6700'],
  ])('refuses %s', async (_, command, status) => {
    expect(await ask(fresh(), command)).toBe(status);
  });

  test('an exact name wins over one that only begins so', async () => {
    const card = fresh(scenario('with-drivers-licence', now));
    expect(await ask(card, '00A4040C10 A0000002310200000000000000000000')).toBe('9000');
  });

  test('of the master file changes nothing once an application is selected', async () => {
    expect(await ask(fresh(), selectJpki, '00A4020C02 0018', '00A40000')).toBe('9000');
    expect(await ask(fresh(), selectJpki, '00A4020C02 0018', '00A40000', '00200080')).toBe('63C3');
  });

  test('of an application forgets the current file', async () => {
    expect(await ask(fresh(), selectJpki, '00A4020C02 0018', selectJpki, '00200080')).toBe('6986');
  });

  test('of a payment directory answers with its description', async () => {
    const card = fresh(scenario('credit', now));
    const directory = '325041592E5359532E4444463031';
    expect(await ask(card, `00A404000E ${directory} 00`)).toBe(`6F12840E${directory}A5009000`);
    expect(await ask(card, `00A4040C0E ${directory}`)).toBe('6A86');
  });
});

describe('READ BINARY', () => {
  const tokenName = Buffer.from('JPKIAPICCTOKEN2'.padEnd(32)).toString('hex').toUpperCase();

  test('reads the token name from the current file and by short identifier', async () => {
    expect(await ask(fresh(), selectJpki, '00A4020C02 0006', '00B0000020')).toBe(`${tokenName}9000`);
    expect(await ask(fresh(), selectJpki, '00B0860020')).toBe(`${tokenName}9000`);
  });

  test('by short identifier makes that file the current one', async () => {
    expect(await ask(fresh(), selectJpki, '00B0860020', '00B0000004')).toBe('4A504B499000');
  });

  test('stops at the end of the file and still succeeds', async () => {
    const answer = await fresh(allFine).transmit(hex(selectJpki));
    expect(spell(answer)).toBe('9000');
    const card = fresh();
    await ask(card, selectJpki, '00B0860000');
    expect(card.transcript.at(-1)).toEqual({ ins: 0xb0, lc: 0, le: 256, length: 160, sw: 0x9000 });
    expect(await ask(card, '00B0009F20')).toBe('009000');
  });

  test('beyond the end is refused', async () => {
    expect(await ask(fresh(), selectJpki, '00B0860000', '00B000A001')).toBe('6B00');
    expect(await ask(fresh(), selectJpki, '00B0860000', '00B07FFF01')).toBe('6B00');
  });

  test('takes an offset of 15 bits', async () => {
    const card = fresh();
    await ask(card, selectJpki, '00A4020C02 000A', '00B0010000');
    expect(card.transcript.at(-1)?.length).toBe(256);
    expect(await ask(card, '00B007CF10')).toBe('FF9000');
  });

  test.each([
    ['no file', [selectJpki, '00B0000020'], '6986'],
    ['the signature certificate', [selectJpki, '00B0810020'], '6982'],
    ['the individual number', [selectText, '00B0810020'], '6982'],
    ['a PIN', [selectJpki, '00B0980020'], '6981'],
    ['a private key', [selectJpki, '00B0970020'], '6981'],
    ['a file that is not there', [selectJpki, '00B0840020'], '6A82'],
    ['an undefined bit in P1', [selectJpki, '00B0C60020'], '6A86'],
    ['no length', [selectJpki, '00B08600'], '6700'],
    ['data', [selectJpki, '00B0860001AA'], '6700'],
    ['an extended length', [selectJpki, '00B08600000100'], '6700'],
  ])('of %s is refused', async (_, commands, status) => {
    expect(await ask(fresh(), ...commands)).toBe(status);
  });
});

describe('the VERIFY query', () => {
  test.each([
    ['authentication', [selectJpki, '00A4020C02 0018', '00200080'], '63C3'],
    ['authentication, by short identifier', [selectJpki, '00200098'], '63C3'],
    ['signature', [selectJpki, '0020009B'], '63C5'],
    ['券面事項入力補助用', [selectText, '00200091'], '63C3'],
    ['a reference that is blocked on every card', [selectText, '00200092'], '63C0'],
    ['照合番号A', [selectText, '00200094'], '63CA'],
    ['照合番号B of the card face', ['00A4040C0A D3921000310001010402', '00200092'], '63CA'],
    ['住民基本台帳用', ['00A4040C0A D3921000310001010401', '0020009C'], '63C3'],
    ['共通', ['00A4040C0A D3921000310001010100', '0020009C'], '63C3'],
  ])('tells the tries of %s', async (_, commands, status) => {
    const card = fresh();
    expect(await ask(card, ...commands)).toBe(status);
    expect(await ask(card, ...commands)).toBe(status);
    expect(pinAttempts(card.transcript)).toBe(0);
  });

  test('of five bytes is a query too', async () => {
    const card = fresh();
    expect(await ask(card, selectJpki, '00A4020C02 001B', '0020008000')).toBe('63C5');
    expect(pinAttempts(card.transcript)).toBe(0);
  });

  test('by short identifier makes that file the current one', async () => {
    expect(await ask(fresh(), selectJpki, '0020009B', '00200080')).toBe('63C5');
  });

  test.each([
    ['before a file is selected', [selectJpki, '00200080'], '6986'],
    ['of a file that is no PIN', [selectJpki, '00A4020C02 000A', '00200080'], '6981'],
    ['of a key', [selectJpki, '00A4020C02 0017', '00200080'], '6981'],
    ['of a file that is not there', [selectJpki, '00200085'], '6A82'],
    ['with another P1', [selectJpki, '00200180'], '6A86'],
    ['with another P2', [selectJpki, '00200018'], '6A86'],
  ])('%s is refused', async (_, commands, status) => {
    expect(await ask(fresh(), ...commands)).toBe(status);
  });

  test('counts the 住民基本台帳用 PIN of the two applications separately', async () => {
    const card = withTries({ residentRegister: 2, residentRegisterCommon: 1 });
    expect(await ask(card, '00A4040C0A D3921000310001010401', '0020009C')).toBe('63C2');
    expect(await ask(card, '00A4040C0A D3921000310001010100', '0020009C')).toBe('63C1');
  });

  test('can tell every count', async () => {
    for (let tries = 0; tries <= 15; tries++) {
      const answer = await ask(withTries({ signature: tries }), selectJpki, '0020009B');
      expect(answer).toBe(`63C${tries.toString(16).toUpperCase()}`);
    }
  });
});

describe('VERIFY with data, which would hurt a real card', () => {
  const attempt = '00200080 04 30303030';

  test('counts down to locked, and shows in the transcript', async () => {
    const card = fresh();
    await ask(card, selectJpki, '00A4020C02 0018');
    expect(await ask(card, attempt)).toBe('63C2');
    expect(await ask(card, attempt)).toBe('63C1');
    expect(await ask(card, attempt)).toBe('63C0');
    expect(await ask(card, attempt)).toBe('6984');
    expect(await ask(card, '00200080')).toBe('63C0');
    expect(pinAttempts(card.transcript)).toBe(4);
  });

  test('is not undone by a reset', async () => {
    const card = fresh();
    await ask(card, selectJpki, '00A4020C02 0018', attempt);
    card.reset();
    expect(await ask(card, selectJpki, '00200098')).toBe('63C2');
  });

  test('shows in the transcript even with lengths that do not add up', async () => {
    const card = fresh();
    expect(await ask(card, selectJpki, '00A4020C02 0018', '00200080 06 30303030')).toBe('6700');
    expect(pinAttempts(card.transcript)).toBe(1);
    expect(await ask(card, '00200080')).toBe('63C3');
  });
});

test('no command uses up a try without showing in the transcript as an attempt', async () => {
  const bytes = fc.uint8Array({ maxLength: 12 });
  const verify = fc.uint8Array({ maxLength: 8 }).map((rest) => Uint8Array.of(0x00, 0x20, 0x00, 0x80, ...rest));
  const commands = fc.array(fc.oneof(bytes, verify), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(commands, async (sent) => {
      const card = fresh();
      await ask(card, selectJpki, '00A4020C02 0018');
      for (const command of sent) expect((await card.transmit(command)).length).toBeGreaterThanOrEqual(2);
      const attempts = pinAttempts(card.transcript);
      const left = Number.parseInt((await ask(card, selectJpki, '00200098')).slice(-1), 16);
      expect(3 - left).toBeLessThanOrEqual(attempts);
    }),
    { numRuns: 500 },
  );
});

describe('other commands', () => {
  test.each([
    ['an unknown instruction', '00CA00FE02', '6D00'],
    ['a class of its own', '80CA00FE02', '6E00'],
    ['another logical channel', '01A40000', '6881'],
    ['a further logical channel', '40A40000', '6881'],
    ['secure messaging with SELECT', '0CA40000', '6882'],
    ['secure messaging with READ BINARY', '08B0000000', '69FC'],
    ['command chaining', '10A40000', '6E00'],
    ['three bytes', '00A400', '6700'],
    ['nothing', '', '6700'],
  ])('%s is refused', async (_, command, status) => {
    expect(await ask(fresh(), command)).toBe(status);
  });

  test.each(['powerOn', 'powerOff', 'reset'] as const)('%s forgets application and file', async (event) => {
    const card = fresh();
    await ask(card, selectJpki, '00A4020C02 0018');
    card[event]();
    expect(await ask(card, '00200080')).toBe('6986');
    expect(await ask(card, '00A4020C02 0018')).toBe('6A82');
  });

  test('a memory card refuses all of them', async () => {
    const card = fresh(scenario('felica', now));
    expect(await ask(card, selectJpki)).toBe('6A81');
    expect(await ask(card, '00200080')).toBe('6A81');
  });

  test('a card without short identifiers wants its files selected', async () => {
    const card = fresh(scenario('no-short-ids', now));
    expect(await ask(card, selectJpki, '00200098')).toBe('6A86');
    expect(await ask(card, '00B08A00E0')).toBe('6A86');
    expect(await ask(card, '00A4020C02 0018', '00200080')).toBe('63C3');
  });
});

describe('faults', () => {
  const query = hex('00200098');
  const select = hex(selectJpki);

  test('a card removed after two answers gives two answers', async () => {
    const card = fresh(allFine, { removeAfter: 2 });
    expect(await ask(card, selectJpki, '00200098')).toBe('63C3');
    expect(card.present).toBe(false);
    await expect(card.transmit(query)).rejects.toBeInstanceOf(SimulatedCardGone);
    await card.whenGone;
    expect(card.transcript).toHaveLength(2);
  });

  test('a card removed before the first command answers none', async () => {
    const card = fresh(allFine, { removeAfter: 0 });
    expect(card.present).toBe(false);
    await expect(card.transmit(select)).rejects.toBeInstanceOf(SimulatedCardGone);
    expect(card.transcript).toEqual([]);
  });

  test('a card removed inside an exchange has heard the command', async () => {
    const card = fresh(allFine, { removeInside: 2 });
    await card.transmit(select);
    await expect(card.transmit(query)).rejects.toBeInstanceOf(SimulatedCardGone);
    await expect(card.transmit(query)).rejects.toBeInstanceOf(SimulatedCardGone);
    expect(card.transcript).toEqual([
      { ins: 0xa4, lc: 10, le: null, length: 0, sw: 0x9000 },
      { ins: 0x20, lc: 0, le: null, length: 0, sw: null },
    ]);
  });

  test('a card that never answers does so until it is lifted', async () => {
    const card = fresh(allFine, { neverAnswers: 1 });
    const answer = card.transmit(select);
    card.remove();
    await expect(answer).rejects.toBeInstanceOf(SimulatedCardGone);
    expect(card.transcript).toEqual([{ ins: 0xa4, lc: 10, le: null, length: 0, sw: null }]);
  });

  test('a card lifted while it works does not answer', async () => {
    const card = createSimulatedCard(allFine, {
      faults: { latencyMs: 20 },
      wait: () => Promise.withResolvers<void>().promise,
    });
    const answer = card.transmit(select);
    card.remove();
    await expect(answer).rejects.toBeInstanceOf(SimulatedCardGone);
  });

  test('every answer takes the latency', async () => {
    const waited: number[] = [];
    const wait = async (ms: number): Promise<void> => {
      waited.push(ms);
    };
    const card = createSimulatedCard(allFine, { faults: { latencyMs: 20 }, wait });
    await ask(card, selectJpki, '00200098', '0020009B');
    expect(waited).toEqual([20, 20, 20]);
  });

  test('an odd status word takes the place of every answer to its instruction', async () => {
    const card = fresh(allFine, { oddStatus: { ins: 0x20, sw: 0x6f00 } });
    expect(await ask(card, selectJpki, '00200098')).toBe('6F00');
    expect(await ask(card, '00B0860004')).toBe('4A504B499000');
  });

  test('a mute card has no ATR and cannot be talked to', async () => {
    const card = fresh(allFine, { mute: true });
    expect(card.atr).toEqual(new Uint8Array(0));
    await expect(card.transmit(select)).rejects.toThrow('mute');
  });

  test('cards made from one profile do not share their tries', async () => {
    const first = fresh();
    await ask(first, selectJpki, '00A4020C02 0018', '00200080 04 30303030');
    expect(await ask(fresh(), selectJpki, '00200098')).toBe('63C3');
  });
});
