import { describe, expect, test } from 'vitest';
import { factDefinitions, factNames } from './fact.ts';
import { allowedValues, readFacts } from './facts-file.ts';

const mistakesIn = (json: unknown) => {
  const read = readFacts(json);
  return read.ok ? [] : read.mistakes;
};

describe('a file of facts', () => {
  test('may be empty', () => {
    expect(readFacts({})).toEqual({ ok: true, facts: {} });
  });

  test('holds what somebody said; tries left and the wait of the office are measured', () => {
    expect(
      readFacts({ errand: 'moving-out', deadline: '2026-12-10', 'triesLeft.signature': 0, waitMinutes: 40 }),
    ).toEqual({
      ok: true,
      facts: {
        errand: { value: 'moving-out', evidence: 'said' },
        deadline: { value: '2026-12-10', evidence: 'said' },
        'triesLeft.signature': { value: 0, evidence: 'measured' },
        waitMinutes: { value: 40, evidence: 'measured' },
      },
    });
  });

  test('may hold every value of every choice', () => {
    for (const name of factNames) {
      const definition = factDefinitions[name];
      if (definition.kind !== 'choice') continue;
      for (const value of definition.values) expect(mistakesIn({ [name]: value })).toEqual([]);
    }
  });

  test.each([
    ['triesLeft.signature', 5],
    ['triesLeft.authentication', 3],
    ['triesLeft.cardInfoInput', 3],
    ['triesLeft.residentRegister', 3],
    ['waitMinutes', 1440],
  ])('%s goes up to %i', (name, most) => {
    expect(mistakesIn({ [name]: most })).toEqual([]);
    expect(mistakesIn({ [name]: most + 1 })).toEqual([
      { kind: 'unknownValue', name, value: most + 1, allowed: [`0-${most}`] },
    ]);
  });
});

describe('is refused', () => {
  test.each([[null], [[]], [[{}]], ['errand'], [3], [true], [undefined]])('%j, which is not an object', (json) => {
    expect(mistakesIn(json)).toEqual([{ kind: 'notAnObject' }]);
  });

  test.each(['pin', 'pinSignature', 'Errand', 'birthday', 'name', 'toString', 'constructor', '__proto__'])(
    'the name %s, with the list of all names',
    (name) => {
      const mistakes = mistakesIn(JSON.parse(`{"${name}": "yes"}`));
      expect(mistakes).toEqual([{ kind: 'unknownName', name, allowed: factNames }]);
    },
  );

  test.each([
    ['card', 'juki'],
    ['card', ''],
    ['card', null],
    ['card', ['my-number']],
    ['pc', true],
    ['pin.signature', '1234'],
    ['deadline', '2026-02-30'],
    ['deadline', 'tomorrow'],
    ['deadline', 20261210],
    ['certificateEnds', 'none'],
    ['triesLeft.signature', -1],
    ['triesLeft.signature', 1.5],
    ['triesLeft.signature', '5'],
    ['waitMinutes', null],
  ] as const)('%s as %j, with the list of what it may be', (name, value) => {
    expect(mistakesIn({ [name]: value })).toEqual([
      { kind: 'unknownValue', name, value, allowed: allowedValues(name) },
    ]);
  });

  test('everything that is wrong is named at once', () => {
    expect(mistakesIn({ card: 'juki', colour: 'red', errand: 'passport', phone: 1 })).toMatchObject([
      { kind: 'unknownValue', name: 'card' },
      { kind: 'unknownName', name: 'colour' },
      { kind: 'unknownValue', name: 'phone' },
    ]);
  });
});

describe('what a fact may be, in words', () => {
  test.each([
    ['pc', ['no', 'yes']],
    ['deadline', ['none', 'YYYY-MM-DD']],
    ['certificateEnds', ['YYYY-MM-DD']],
    ['triesLeft.authentication', ['0-3']],
  ] as const)('%s: %j', (name, allowed) => {
    expect(allowedValues(name)).toEqual(allowed);
  });
});
