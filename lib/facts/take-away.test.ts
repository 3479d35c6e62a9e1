import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from './day.ts';
import { evidences, type FactName, type Facts, factDefinitions, factNames } from './fact.ts';
import { readFacts } from './facts-file.ts';
import { fromTakeAway, toTakeAway } from './take-away.ts';

const today: Day = '2026-11-25';

/** What is true of this place and this day only, and a birthday. */
const staying = ['certificateEnds', 'place', 'waitMinutes', 'outage'] as const satisfies readonly FactName[];
const leaving = factNames.filter((name) => !staying.some((each) => each === name));

/** Years with which a code can deal: it writes two digits. */
const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));

const anyValue = (name: FactName): fc.Arbitrary<string | number> => {
  const definition = factDefinitions[name];
  if (definition.kind === 'count') return fc.integer({ min: 0, max: definition.max });
  if (definition.kind === 'choice') return fc.constantFrom(...definition.values);
  return definition.values.length === 0 ? anyDay : fc.oneof(anyDay, fc.constantFrom(...definition.values));
};

const anyFacts = (names: readonly FactName[]): fc.Arbitrary<Facts> =>
  fc.record(
    Object.fromEntries(
      names.map((name) => [name, fc.record({ value: anyValue(name), evidence: fc.constantFrom(...evidences) })]),
    ),
    { requiredKeys: [] },
    // Each value was drawn from the definition of its name.
  ) as fc.Arbitrary<Facts>;

const said = (json: Record<string, unknown>): Facts => {
  const read = readFacts(json);
  if (!read.ok) throw new TypeError(JSON.stringify(read.mistakes));
  return read.facts;
};

/** A code with a check that fits, whatever is in it: sums of the characters and of the sums, modulo 255. */
const checked = (text: string): string => {
  const codes = [...text].map((character) => character.charCodeAt(0));
  const sum = codes.reduce((total, code) => total + code, 0) % 255;
  const sumOfSums = codes.reduce((total, code, place) => total + code * (codes.length - place), 0) % 255;
  return `${text}.${(sumOfSums * 256 + sum).toString(36).padStart(4, '0')}`;
};

describe('a visit that is taken away', () => {
  test.each(leaving)('keeps every value of %s', (name) => {
    const definition = factDefinitions[name];
    const counts = definition.kind === 'count' ? Array.from({ length: definition.max + 1 }, (_, count) => count) : [];
    const values = definition.kind === 'count' ? counts : definition.values;
    for (const value of [...values, ...(definition.kind === 'day' ? ['2026-12-10', '2028-02-29'] : [])]) {
      const facts = said({ [name]: value });
      expect(fromTakeAway(toTakeAway(facts, today), today)).toEqual({ ok: true, facts });
    }
  });

  test('keeps any facts with their evidence', () => {
    fc.assert(
      fc.property(anyFacts(leaving), anyDay, (facts, day) => {
        expect(fromTakeAway(toTakeAway(facts, day), day)).toEqual({ ok: true, facts });
      }),
    );
  });

  test('is the same text in whichever order the facts were learned', () => {
    const one = said({ errand: 'passport', card: 'my-number', pc: 'no' });
    const other = said({ pc: 'no', card: 'my-number', errand: 'passport' });
    expect(toTakeAway(one, today)).toBe(toTakeAway(other, today));
  });

  test('leaves the place, the wait, the outage and the birthday behind', () => {
    fc.assert(
      fc.property(anyFacts(leaving), anyFacts(staying), (facts, others) => {
        expect(toTakeAway({ ...facts, ...others }, today)).toBe(toTakeAway(facts, today));
      }),
    );
  });

  test('holds no day but today and the deadline, and no year', () => {
    const facts = said({ errand: 'passport', certificateEnds: '2028-05-17', place: 'office', waitMinutes: 333 });
    const text = toTakeAway(facts, today);
    expect(text).toMatch(/^1\.261125\.[A-Z]\ws\.\w{4}$/);
    expect(text).not.toMatch(/280517|0517|2028|333/);
  });

  test('is made of characters that a fragment may hold as they are, and short enough for a QR code', () => {
    fc.assert(
      fc.property(anyFacts(factNames), (facts) => {
        expect(toTakeAway(facts, today)).toMatch(/^[0-9A-Za-z.-]{1,120}$/);
      }),
    );
  });
});

/** They are on paper in drawers: no later version of the program may fail to read them, or read something else. */
describe('a code that was printed on 25 November 2026 stays readable', () => {
  test.each([
    ['1.261125..10vz', {}],
    [
      '1.261125.A1sB261210sC0sD0s.12l3',
      { errand: 'moving-out', deadline: '2026-12-10', card: 'my-number', holder: 'self' },
    ],
    ['1.261125.AesB-0sG5sV3s.0zx5', { errand: 'look-around', deadline: 'none', phone: 'unknown', konbini: 'unknown' }],
    [
      '1.261125.A7sL3sP000mQ003mT1sU1s.0to2',
      {
        errand: 'income-tax-return',
        'pin.signature': 'locked',
        'triesLeft.signature': 0,
        'triesLeft.authentication': 3,
        'certificate.authentication': 'renewable',
        'certificate.signature': 'void',
      },
    ],
    [
      '1.261125.AdsB-0sC1sD3sE1sF1sG2sH2sI1sJ1sK1sL1sM2sN3sO4sV1s.0u86',
      {
        errand: 'renew-certificates',
        deadline: 'none',
        card: 'face-authentication',
        holder: 'helping-someone',
        changedSinceIssue: 'yes',
        stay: 'limited',
        phone: 'reads-but-too-old',
        phoneCard: 'android',
        pcReader: 'yes',
        pc: 'yes',
        borrowPhone: 'yes',
        'pin.signature': 'on-slip-at-home',
        'pin.authentication': 'forgotten',
        'pin.cardInfoInput': 'locked',
        'pin.residentRegister': 'unknown',
        konbini: 'signature-only',
      },
    ],
  ])('%s', (code, facts) => {
    expect(fromTakeAway(code, '2026-12-01')).toEqual({ ok: true, facts: said(facts) });
  });
});

describe('a code that is not read', () => {
  const code = '1.261125.A7sL3sP000mQ003mT1sU1s.0to2';
  const broken = { ok: false, reason: 'broken' };

  test.each([
    '',
    '1',
    'hello',
    '#',
    '....',
    '1.261125.',
    'x.261125..10vz',
    '1000.261125..10vz',
    `${code}.`,
    ` ${code}`,
  ])('is broken when it is "%s"', (text) => {
    expect(fromTakeAway(text, today)).toEqual(broken);
  });

  test('is broken wherever it is cut', () => {
    for (let length = 0; length < code.length; length += 1) {
      expect(fromTakeAway(code.slice(0, length), today)).toEqual(broken);
    }
  });

  test('is refused when a character is another one', () => {
    const characters = [...'0123456789abcxyzABCXYZ.-'];
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(...characters), (place, character) => {
        fc.pre(code[place] !== character);
        const changed = `${code.slice(0, place)}${character}${code.slice(place + 1)}`;
        expect(fromTakeAway(changed, today).ok).toBe(false);
      }),
    );
  });

  test('is refused when two neighbours have changed places', () => {
    for (let place = 0; place + 1 < code.length; place += 1) {
      const [one = '', two = ''] = code.slice(place, place + 2);
      if (one === two) continue;
      const exchanged = `${code.slice(0, place)}${two}${one}${code.slice(place + 2)}`;
      expect([exchanged, fromTakeAway(exchanged, today).ok]).toEqual([exchanged, false]);
    }
  });

  test.each([
    ['a letter of no fact', '1.261125.Z0s'],
    ['a value that is not in the list', '1.261125.C9s'],
    ['an evidence that does not exist', '1.261125.C0x'],
    ['a day that does not exist', '1.261125.B270230s'],
    ['more tries than a card has', '1.261125.P009m'],
    ['a fact without its evidence', '1.261125.C0'],
    ['a day of making that does not exist', '1.261131.C0s'],
    ['a version before the first', '0.261125.C0s'],
  ])('is broken with %s, though its check fits', (_what, text) => {
    expect(fromTakeAway(checked('1.261125.C0s'), today).ok).toBe(true);
    expect(fromTakeAway(checked(text), today)).toEqual(broken);
  });

  test.each(['2.261125.C0s.0000', '2.something.else', '17.x.y.z', '999'])('is newer when it is "%s"', (text) => {
    expect(fromTakeAway(text, today)).toEqual({ ok: false, reason: 'newer' });
  });

  test('is old from the 181st day on', () => {
    expect(fromTakeAway(code, '2027-05-24').ok).toBe(true);
    expect(fromTakeAway(code, '2027-05-25')).toEqual({ ok: false, reason: 'old' });
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => !fromTakeAway(text, today).ok));
  });
});
