import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidePhone, isNewEnough, noSigns, type PhoneAnswer, type PhoneSigns } from './decide.ts';
import { readings } from './model.ts';

const listed = { reads: 'yes', isEndOfLine: false } as const;
const excluded = { reads: 'no', isEndOfLine: false } as const;
const withNfc = { reads: 'nfc', isEndOfLine: false } as const;
const nameOnly = { reads: 'unknown', isEndOfLine: false } as const;
const iphone7 = { reads: 'yes', isEndOfLine: true } as const;

const android14 = { system: 'android', os: [14, 0] } as const;
const android10 = { system: 'android', os: [10, 0] } as const;
const ios18 = { system: 'ios', os: [18, 5] } as const;
const ios16 = { system: 'ios', os: [16, 3] } as const;

type Row = readonly [
  about: string,
  signs: Partial<PhoneSigns>,
  step: PhoneAnswer['step'],
  phone: PhoneAnswer['phone'],
  restsOn: PhoneAnswer['restsOn'],
];

const table: readonly Row[] = [
  // 1. What is excluded.
  ['an iPad', { isIpad: true, ...ios18 }, 'excluded', 'cannot', 'maker-or-rule'],
  ['an iPhone 6s', { model: excluded, ...ios18 }, 'excluded', 'cannot', 'maker-or-rule'],
  [
    'OPPO Reno A, which has NFC',
    { model: excluded, ...android14, hasNfcItem: true },
    'excluded',
    'cannot',
    'maker-or-rule',
  ],
  ['an excluded phone with an old system', { model: excluded, ...android10 }, 'excluded', 'cannot', 'maker-or-rule'],
  // 2. What is too old.
  ['an iPhone 8 with iOS 16.3', { model: listed, ...ios16 }, 'os-too-old', 'reads-but-too-old', 'official-list'],
  [
    'an iPhone 7, whatever it runs',
    { model: iphone7, system: 'ios' },
    'os-too-old',
    'reads-but-too-old',
    'official-list',
  ],
  [
    'a listed phone with Android 10',
    { model: listed, ...android10 },
    'os-too-old',
    'reads-but-too-old',
    'official-list',
  ],
  [
    'a contact on Android 10',
    { ...android10, contact: 'found' },
    'os-too-old',
    'reads-but-too-old',
    'seen-by-this-phone',
  ],
  [
    'Android 10 that has read a card before',
    { ...android10, hasReadBefore: true },
    'os-too-old',
    'reads-but-too-old',
    'you-told-us',
  ],
  ['Android 10 on a phone with NFC', { model: withNfc, ...android10 }, 'os-too-old', 'unknown', 'you-told-us'],
  ['Android 10 on any phone', { model: nameOnly, ...android10 }, 'os-too-old', 'unknown', 'you-told-us'],
  [
    'Android 10 that gets no update',
    { model: nameOnly, ...android10, canUpdate: false },
    'os-too-old',
    'cannot',
    'you-told-us',
  ],
  [
    'Android 10 that its browser names',
    { ...android10, isOsSeen: true },
    'os-too-old',
    'unknown',
    'seen-by-this-phone',
  ],
  [
    'a version that somebody calls too old',
    { system: 'android', os: 'too-old' },
    'os-too-old',
    'unknown',
    'you-told-us',
  ],
  // 3. What this phone itself has shown.
  [
    'a contact on an unknown phone',
    { ...android14, contact: 'found' },
    'contact-seen',
    'reads-and-runs',
    'seen-by-this-phone',
  ],
  [
    'a contact on a phone that no list was seen for',
    { model: nameOnly, ...android14, contact: 'found' },
    'contact-seen',
    'reads-and-runs',
    'seen-by-this-phone',
  ],
  [
    'a contact with a version that nobody knows',
    { system: 'android', contact: 'found' },
    'contact-seen',
    'likely',
    'seen-by-this-phone',
  ],
  [
    'a browser that finds no NFC',
    { ...android14, contact: 'no-hardware' },
    'no-hardware',
    'cannot',
    'seen-by-this-phone',
  ],
  // 4. What a list or a rule covers.
  ['a listed Android phone', { model: listed, ...android14 }, 'listed', 'reads-and-runs', 'official-list'],
  ['a listed iPhone', { model: listed, ...ios18 }, 'listed', 'reads-and-runs', 'official-list'],
  [
    'a listed phone with a version that nobody knows',
    { model: listed, system: 'ios' },
    'listed',
    'likely',
    'official-list',
  ],
  [
    'a listed phone that is said to be new enough',
    { model: listed, system: 'ios', os: 'new-enough' },
    'listed',
    'reads-and-runs',
    'official-list',
  ],
  [
    'a listed phone with NFC off',
    { model: listed, ...android14, contact: 'nfc-off' },
    'listed',
    'reads-and-runs',
    'official-list',
  ],
  [
    'a listed phone with a test without an answer',
    { model: listed, ...android14, contact: 'silence' },
    'listed',
    'reads-and-runs',
    'official-list',
  ],
  // 5. and 6. What the test says short of a contact.
  ['a sticker', { ...android14, contact: 'other-tag' }, 'other-tag', 'likely', 'seen-by-this-phone'],
  ['NFC off', { ...android14, contact: 'nfc-off' }, 'nfc-off', 'likely', 'seen-by-this-phone'],
  [
    'a test without an answer',
    { model: nameOnly, ...android14, contact: 'silence' },
    'silence',
    'likely',
    'seen-by-this-phone',
  ],
  // 7. NFC hardware, no list seen.
  ['a phone with a record of NFC', { model: withNfc, ...android14 }, 'nfc-hardware', 'likely', 'nfc-record'],
  // 8. What people say.
  [
    'has read it before',
    { model: nameOnly, ...android14, hasReadBefore: true },
    'read-before',
    'reads-and-runs',
    'you-told-us',
  ],
  ['has read it before, on some version', { hasReadBefore: true }, 'read-before', 'likely', 'you-told-us'],
  [
    'an NFC item in the settings',
    { ...android14, hasReadBefore: false, hasNfcItem: true },
    'nfc-item',
    'likely',
    'you-told-us',
  ],
  ['no NFC item', { ...android14, hasReadBefore: false, hasNfcItem: false }, 'no-nfc-item', 'cannot', 'you-told-us'],
  // 9. Nobody knows.
  ['nothing at all', {}, 'not-known', 'unknown', 'unknown'],
  ['a phone of which only the name is known', { model: nameOnly, ...android14 }, 'not-known', 'unknown', 'unknown'],
  ['an iPhone of which nobody knows the model', { ...ios18 }, 'not-known', 'unknown', 'unknown'],
];

describe('the order of the decision', () => {
  it.each(table)('%s', (_, signs, step, phone, restsOn) => {
    expect(decidePhone({ ...noSigns, ...signs })).toEqual({ phone, restsOn, step, isDisputed: false });
  });

  it.each([
    ['an excluded phone that found a card', { model: excluded, ...android14, contact: 'found' }, 'excluded'],
    ['an excluded phone that has read a card', { model: excluded, ...android14, hasReadBefore: true }, 'excluded'],
    ['a listed phone without NFC', { model: listed, ...android14, contact: 'no-hardware' }, 'no-hardware'],
    [
      'a phone without NFC that has read a card',
      { ...android14, hasReadBefore: true, contact: 'no-hardware' },
      'no-hardware',
    ],
  ] as const)('%s is disputed, and the cautious answer is shown', (_, signs, step) => {
    expect(decidePhone({ ...noSigns, ...signs })).toMatchObject({ phone: 'cannot', step, isDisputed: true });
  });
});

it('an iPhone 7 that is said to have a version it never got is disputed', () => {
  const tooOld = { step: 'os-too-old', phone: 'reads-but-too-old' };
  expect(decidePhone({ ...noSigns, model: iphone7, ...ios18 })).toMatchObject({ ...tooOld, isDisputed: true });
  expect(decidePhone({ ...noSigns, model: iphone7, ...ios16 })).toMatchObject({ ...tooOld, isDisputed: false });
});

it.each([
  ['ios', [16, 3], false],
  ['ios', [16, 4], true],
  ['ios', [15, 8], false],
  ['ios', [26, 0], true],
  ['android', [10, 9], false],
  ['android', [11, 0], true],
  [null, [14, 0], null],
] as const)('%s %s is new enough: %s', (system, os, expected) => {
  expect(isNewEnough({ system, os })).toBe(expected);
});

const anyone = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

const anySigns: fc.Arbitrary<PhoneSigns> = fc.record({
  system: anyone('ios', 'android', null),
  isIpad: fc.boolean(),
  model: fc.option(fc.record({ reads: anyone(...readings), isEndOfLine: fc.boolean() })),
  os: fc.oneof(
    anyone('new-enough' as const, 'too-old' as const, null),
    fc.tuple(fc.integer({ min: 4, max: 30 }), fc.integer({ min: 0, max: 9 })),
  ),
  isOsSeen: fc.boolean(),
  canUpdate: anyone(true, false, null),
  contact: anyone('found', 'other-tag', 'nfc-off', 'silence', 'no-hardware', null),
  hasReadBefore: anyone(true, false, null),
  hasNfcItem: anyone(true, false, null),
});

describe('whatever is known', () => {
  it('nothing is said to read without a list or a rule, a contact, or a card that was read before', () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        const { phone } = decidePhone(signs);
        const isShown = signs.model?.reads === 'yes' || signs.contact === 'found' || signs.hasReadBefore === true;
        expect(phone.startsWith('reads') && !isShown).toBe(false);
      }),
      { numRuns: 20_000 },
    );
  });

  it('nothing is said not to read because a list, a test or a person is silent', () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        const speaksAgainst =
          signs.isIpad ||
          signs.model?.reads === 'no' ||
          signs.contact === 'no-hardware' ||
          signs.hasNfcItem === false ||
          signs.canUpdate === false;
        expect(decidePhone(signs).phone === 'cannot' && !speaksAgainst).toBe(false);
      }),
      { numRuns: 20_000 },
    );
  });

  it('the app is said to run only on a version that is known to be new enough', () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        const { phone } = decidePhone(signs);
        expect(phone === 'reads-and-runs' && isNewEnough(signs) !== true).toBe(false);
      }),
      { numRuns: 20_000 },
    );
  });
});
