import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact.ts';
import type { BrowserReport } from './browser.ts';
import {
  answerOf,
  cardInPhoneOf,
  checkOf,
  choseModel,
  factsOf,
  firstPlaceOf,
  forgotPhone,
  hasRead,
  type IphoneGroup,
  iphoneGroups,
  isPastHelp,
  isUntouched,
  learnedFrom,
  mostCautious,
  newCheck,
  openQuestion,
  osAnswers,
  type PhoneCheck,
  type PhoneQuestion,
  phoneKinds,
  phoneQuestions,
  sawContact,
  seenIn,
  signsOf,
  wasUpdated,
  wentBack,
  withModels,
  yesNoAnswers,
} from './check.ts';
import type { Found, Touch } from './contact.ts';
import { antennaSpots, type PhoneModel } from './model.ts';

const phone = (part: Partial<PhoneModel>): PhoneModel => ({
  code: 'AB-12C',
  maker: 'Maker',
  name: 'Name',
  carrier: 'docomo',
  system: 'android',
  reads: 'unknown',
  source: { address: 'https://example.jp/', asOf: null },
  isEndOfLine: false,
  cardInPhone: 'unknown',
  spot: null,
  ...part,
});
const listed = phone({ reads: 'yes', cardInPhone: 'yes' });
const withNfc = phone({ reads: 'nfc' });
const nameOnly = phone({ reads: 'unknown' });
const excluded = phone({ reads: 'no', cardInPhone: 'no' });
const iphone12 = phone({ code: 'iPhone 12', name: 'iPhone 12', system: 'ios', reads: 'yes' });

type Answers = Partial<Readonly<Record<PhoneQuestion, string | PhoneModel>>>;

/** As the buttons of the page do. */
const answered = (check: PhoneCheck, question: PhoneQuestion, answer: string | PhoneModel): PhoneCheck => {
  if (question === 'model') return choseModel(check, answer as PhoneModel | 'not-listed');
  const value = question === 'os' ? { value: answer, isSeen: false, isSure: true } : answer;
  return { ...check, [question]: value } as PhoneCheck;
};

interface Asked {
  /** The questions, in the order in which they were asked. */
  readonly asked: readonly PhoneQuestion[];
  readonly end: PhoneCheck;
}

/** Answers whatever is asked, until nothing is; "don't know" where `answers` say nothing. */
const ask = (start: PhoneCheck, answers: Answers): Asked => {
  let end = start;
  const asked: PhoneQuestion[] = [];
  for (let open = openQuestion(end); open !== null; open = openQuestion(end)) {
    if (asked.length > phoneQuestions.length) throw new Error(`no end: ${asked.join(', ')}`);
    asked.push(open);
    end = answered(end, open, answers[open] ?? (open === 'model' ? 'not-listed' : 'unknown'));
  }
  return { asked, end };
};

const browser = (part: Partial<BrowserReport>): BrowserReport => ({
  device: 'android-phone',
  model: null,
  os: null,
  browser: 'chrome',
  inApp: null,
  webNfc: 'not-in-this-browser',
  ...part,
});
const sure = (major: number, minor = 0): BrowserReport['os'] => ({ version: [major, minor], isSure: true });
const atLeast = (major: number, minor = 0): BrowserReport['os'] => ({ version: [major, minor], isSure: false });
const iphone = (os: BrowserReport['os']): PhoneCheck =>
  checkOf(browser({ device: 'iphone', webNfc: 'iphone', os }), []);
const android = (part: Partial<BrowserReport>, ...models: readonly PhoneModel[]): PhoneCheck =>
  checkOf(browser(part), models);
const testable = { webNfc: 'there' } as const;

type Row = readonly [
  about: string,
  start: PhoneCheck,
  answers: Answers,
  asked: readonly PhoneQuestion[],
  step: string,
  verdict: string,
];

const newEnough = { os: 'new-enough' } as const;
const tooOld = { os: 'too-old' } as const;

describe('the questions, one after the other', () => {
  const run = ([, start, answers, questions, step, verdict]: Row): void => {
    const { asked, end } = ask(start, answers);
    expect({ asked, step: answerOf(end).step, phone: answerOf(end).phone }).toEqual({
      asked: questions,
      step,
      phone: verdict,
    });
  };

  const someIphone = { kind: 'iphone' } as const;
  it.each<Row>([
    ['an iPad', newCheck, { kind: 'ipad' }, ['kind'], 'excluded', 'cannot'],
    [
      'iPhone XS or later, new enough',
      newCheck,
      { ...someIphone, iphone: 'xs-or-later', ...newEnough },
      ['kind', 'iphone', 'os'],
      'listed',
      'reads-and-runs',
    ],
    [
      'iPhone XS or later, of some version',
      newCheck,
      { ...someIphone, iphone: 'xs-or-later' },
      ['kind', 'iphone', 'os'],
      'listed',
      'likely',
    ],
    [
      'iPhone 8 that is too old and can be updated',
      newCheck,
      { ...someIphone, iphone: '8-or-x', ...tooOld, update: 'yes' },
      ['kind', 'iphone', 'os', 'update'],
      'os-too-old',
      'reads-but-too-old',
    ],
    [
      'iPhone 7, whose version does not matter',
      newCheck,
      { ...someIphone, iphone: '7' },
      ['kind', 'iphone'],
      'os-too-old',
      'reads-but-too-old',
    ],
    [
      'iPhone 6s, whose version does not matter',
      newCheck,
      { ...someIphone, iphone: '6s-or-older' },
      ['kind', 'iphone'],
      'excluded',
      'cannot',
    ],
    [
      'some iPhone that is new enough',
      newCheck,
      { ...someIphone, ...newEnough },
      ['kind', 'iphone', 'os'],
      'listed',
      'reads-and-runs',
    ],
    [
      'some iPhone that is too old and gets no update',
      newCheck,
      { ...someIphone, ...tooOld, update: 'no' },
      ['kind', 'iphone', 'os', 'update'],
      'os-too-old',
      'cannot',
    ],
    [
      'some iPhone of some version',
      newCheck,
      someIphone,
      ['kind', 'iphone', 'os', 'readBefore'],
      'not-known',
      'unknown',
    ],
    [
      'some iPhone that has read one before',
      newCheck,
      { ...someIphone, readBefore: 'yes' },
      ['kind', 'iphone', 'os', 'readBefore'],
      'read-before',
      'likely',
    ],
    [
      "this iPhone, of a version that its browser names: 'os' is not asked",
      iphone(sure(18, 5)),
      {},
      ['iphone'],
      'listed',
      'reads-and-runs',
    ],
    [
      'this iPhone 8 with iOS 16.3',
      iphone(sure(16, 3)),
      { iphone: '8-or-x' },
      ['iphone', 'update'],
      'os-too-old',
      'reads-but-too-old',
    ],
    ['this iPhone 7', iphone(sure(15, 8)), { iphone: '7' }, ['iphone'], 'os-too-old', 'reads-but-too-old'],
    ['this iPhone 6s', iphone(sure(15, 8)), { iphone: '6s-or-older' }, ['iphone'], 'excluded', 'cannot'],
    [
      'this iPhone XS, at least iOS 18.6',
      iphone(atLeast(18, 6)),
      { iphone: 'xs-or-later' },
      ['iphone'],
      'listed',
      'reads-and-runs',
    ],
    [
      'some iPhone, at least iOS 15, which says nothing',
      iphone(atLeast(15)),
      newEnough,
      ['iphone', 'os'],
      'listed',
      'reads-and-runs',
    ],
    [
      'this iPhone, whose browser names no version',
      iphone(null),
      { iphone: '8-or-x', ...newEnough },
      ['iphone', 'os'],
      'listed',
      'reads-and-runs',
    ],
    [
      'this iPhone, said to be a 7, with iOS 16.4: the version wins',
      iphone(sure(16, 4)),
      { iphone: '7' },
      ['iphone'],
      'listed',
      'reads-and-runs',
    ],
  ])('%s', (...row) => run(row));

  const someAndroid = { kind: 'android' } as const;
  it.each<Row>([
    [
      'listed',
      newCheck,
      { ...someAndroid, model: listed, ...newEnough },
      ['kind', 'model', 'os'],
      'listed',
      'reads-and-runs',
    ],
    [
      'listed, too old',
      newCheck,
      { ...someAndroid, model: listed, ...tooOld },
      ['kind', 'model', 'os', 'update'],
      'os-too-old',
      'reads-but-too-old',
    ],
    [
      'listed, of some version',
      newCheck,
      { ...someAndroid, model: listed },
      ['kind', 'model', 'os'],
      'listed',
      'likely',
    ],
    ['excluded', newCheck, { ...someAndroid, model: excluded }, ['kind', 'model'], 'excluded', 'cannot'],
    [
      'with a record of NFC',
      newCheck,
      { ...someAndroid, model: withNfc, ...newEnough },
      ['kind', 'model', 'os'],
      'nfc-hardware',
      'likely',
    ],
    [
      'of which only the name is known, and that has read one before',
      newCheck,
      { ...someAndroid, model: nameOnly, ...newEnough, readBefore: 'yes' },
      ['kind', 'model', 'os', 'readBefore'],
      'read-before',
      'reads-and-runs',
    ],
    [
      'not listed, with NFC in its settings',
      newCheck,
      { ...someAndroid, ...newEnough, readBefore: 'no', nfcItem: 'yes' },
      ['kind', 'model', 'os', 'readBefore', 'nfcItem'],
      'nfc-item',
      'likely',
    ],
    [
      'not listed, without NFC in its settings',
      newCheck,
      { ...someAndroid, ...newEnough, nfcItem: 'no' },
      ['kind', 'model', 'os', 'readBefore', 'nfcItem'],
      'no-nfc-item',
      'cannot',
    ],
    [
      'of which nobody knows anything',
      newCheck,
      someAndroid,
      ['kind', 'model', 'os', 'readBefore', 'nfcItem'],
      'not-known',
      'unknown',
    ],
    [
      'not listed, too old',
      newCheck,
      { ...someAndroid, ...tooOld },
      ['kind', 'model', 'os', 'update'],
      'os-too-old',
      'unknown',
    ],
    [
      'an iPhone after all',
      newCheck,
      { ...someAndroid, model: iphone12, ...newEnough },
      ['kind', 'model', 'os'],
      'listed',
      'reads-and-runs',
    ],
  ])('somebody’s Android phone: %s', (...row) => run(row));

  const told = { model: 'AB-12C', os: sure(14) };
  it.each<Row>([
    ['listed', android(told, listed), {}, [], 'listed', 'reads-and-runs'],
    ['listed, can test', android({ ...told, ...testable }, listed), {}, [], 'listed', 'reads-and-runs'],
    [
      'listed, Android 10',
      android({ ...told, os: sure(10) }, listed),
      { update: 'no' },
      ['update'],
      'os-too-old',
      'reads-but-too-old',
    ],
    ['with a record of NFC', android(told, withNfc), {}, [], 'nfc-hardware', 'likely'],
    ['of which only the name is known', android(told, nameOnly), {}, ['readBefore', 'nfcItem'], 'not-known', 'unknown'],
    [
      'of which only the name is known, can test',
      android({ ...told, ...testable }, nameOnly),
      {},
      [],
      'not-known',
      'unknown',
    ],
    [
      'with a code that is not in the data',
      android(told),
      { nfcItem: 'yes' },
      ['readBefore', 'nfcItem'],
      'nfc-item',
      'likely',
    ],
    [
      'with a code that is not in the data, can test',
      android({ ...told, ...testable }),
      {},
      [],
      'not-known',
      'unknown',
    ],
    [
      'whose browser names no version, can test',
      android({ model: 'AB-12C', ...testable }),
      newEnough,
      ['os'],
      'not-known',
      'unknown',
    ],
    [
      'whose browser names nothing',
      android({}),
      { model: listed, ...newEnough },
      ['model', 'os'],
      'listed',
      'reads-and-runs',
    ],
    ['whose browser names nothing, can test', android(testable), newEnough, ['model', 'os'], 'not-known', 'unknown'],
    ['excluded', android({ ...told, ...testable }, excluded), {}, [], 'excluded', 'cannot'],
    [
      'with a code that is not in the data, can test, of which the person would rather answer',
      { ...android({ ...told, ...testable }), asksInstead: true },
      { readBefore: 'yes' },
      ['readBefore'],
      'read-before',
      'reads-and-runs',
    ],
  ])('this Android phone: %s', (...row) => run(row));

  it.each(['pc', 'ipad', 'android-tablet', 'unknown'] as const)('begin with the kind of phone on %s', (device) => {
    expect(checkOf(browser({ device, os: sure(10) }), [])).toEqual(newCheck);
    expect(openQuestion(newCheck)).toBe('kind');
  });

  it('are over for a phone that has found a card and has a version', () => {
    const check: PhoneCheck = { ...android({ ...told, ...testable }), contact: 'found' };
    expect([openQuestion(check), answerOf(check).phone]).toEqual([null, 'reads-and-runs']);
  });

  it('are the version alone for a phone that has found a card', () => {
    const check: PhoneCheck = { ...android({ model: 'AB-12C', ...testable }), contact: 'found' };
    expect(ask(check, newEnough)).toMatchObject({ asked: ['os'], end: { contact: 'found' } });
  });
});

describe('a phone that says its code itself', () => {
  it('is the one of that code that promises least', () => {
    const models = [listed, withNfc, excluded, nameOnly];
    expect(android({ model: 'AB-12C' }, ...models).model).toBe(excluded);
    expect(mostCautious([listed, withNfc])).toBe(withNfc);
    expect(mostCautious([listed, phone({ reads: 'yes', isEndOfLine: true })])?.isEndOfLine).toBe(true);
    expect(mostCautious([{ ...withNfc, name: 'first' }, withNfc])?.name).toBe('first');
    expect(mostCautious([])).toBeUndefined();
  });

  it('is not listed where the data does not have it, and not asked for', () => {
    const check = android({ model: 'ZZ-99Z', ...testable });
    expect(check).toMatchObject({ isThisPhone: true, canTest: true, model: 'not-listed', code: 'ZZ-99Z' });
    expect(openQuestion(check)).toBe('os');
  });
});

describe('a model from the list', () => {
  it('of another kind than this phone is another phone: nothing that this browser says matters', () => {
    const here: PhoneCheck = { ...android({ os: sure(14), ...testable }), contact: 'silence' };
    expect(choseModel(here, iphone12)).toEqual({
      ...newCheck,
      kind: 'iphone',
      model: iphone12,
      isCodeChosen: true,
      carrier: 'docomo',
    });
    expect(ask(choseModel(here, iphone12), newEnough)).toMatchObject({ asked: ['os'] });
  });

  it('of the same kind is this phone', () => {
    const here = android({ os: sure(14), ...testable });
    expect(choseModel(here, listed)).toEqual({ ...here, model: listed, isCodeChosen: true, carrier: 'docomo' });
  });

  it('of which one name has several codes and carriers: nobody has chosen one of them', () => {
    const ofAu = phone({ ...listed, code: 'ABG12', carrier: 'au-uq' });
    const other = phone({ ...listed, code: 'AB-12D' });
    const chosen = (...alike: readonly PhoneModel[]) => choseModel(newCheck, listed, alike);
    expect(chosen(listed, ofAu)).toMatchObject({ model: listed, isCodeChosen: false, carrier: null });
    expect(chosen(listed, other)).toMatchObject({ model: listed, isCodeChosen: false, carrier: 'docomo' });
    expect(chosen(listed, { ...listed, carrier: 'uq' })).toMatchObject({ isCodeChosen: true, carrier: null });
  });
});

describe('back', () => {
  it.each<readonly [string, PhoneCheck, Answers]>([
    ['an iPad', newCheck, { kind: 'ipad' }],
    ['some iPhone that is too old', newCheck, { kind: 'iphone', ...tooOld }],
    ['some iPhone', newCheck, { kind: 'iphone' }],
    ['some Android phone', newCheck, { kind: 'android' }],
    ['a listed Android phone that is too old', newCheck, { kind: 'android', model: listed, ...tooOld }],
    ['an iPhone, found in the list of Android phones', newCheck, { kind: 'android', model: iphone12 }],
    ['this iPhone with iOS 16.3', iphone(sure(16, 3)), { iphone: '8-or-x' }],
    ['this Android phone, with nothing told', android({}), {}],
    ['this Android phone, with a code that is not in the data', android({ model: 'ZZ-99Z', os: sure(14) }), {}],
  ])('asks what was asked, one at a time, from the last to the first: %s', (_, start, answers) => {
    const { asked, end } = ask(start, answers);
    const again: (PhoneQuestion | null)[] = [];
    let check = end;
    for (let before = wentBack(check); before !== null; before = wentBack(check)) {
      check = before;
      again.push(openQuestion(check));
    }
    expect(again).toEqual(asked.toReversed());
    expect(check).toEqual(start);
  });

  it('never undoes what the browser has seen', () => {
    expect(wentBack(android({ model: 'AB-12C', os: sure(14), ...testable }, listed))).toBeNull();
    expect(wentBack(iphone(sure(18, 5)))).toBeNull();
  });

  it('keeps what the contact test has seen', () => {
    const check: PhoneCheck = { ...ask(android(testable), newEnough).end, contact: 'silence' };
    expect(wentBack(check)).toMatchObject({ os: null, contact: 'silence', isThisPhone: true });
  });

  it('has nothing before the first question', () => {
    expect(wentBack(newCheck)).toBeNull();
  });
});

const anyone = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const models = [listed, withNfc, nameOnly, excluded, phone({ reads: 'yes', isEndOfLine: true })];

const anyOs = fc.option(
  fc.record({ version: fc.tuple(fc.integer({ min: 4, max: 30 }), fc.nat({ max: 9 })), isSure: fc.boolean() }),
);
const anyReport: fc.Arbitrary<BrowserReport> = fc.record({
  device: anyone('iphone', 'ipad', 'android-phone', 'android-tablet', 'pc', 'unknown'),
  model: anyone(null, 'AB-12C', 'ZZ-99Z'),
  os: anyOs,
  browser: anyone('chrome', 'safari', 'firefox', 'other'),
  inApp: fc.constant(null),
  webNfc: anyone('there', 'not-in-this-browser', 'iphone', 'not-a-phone'),
});
const anyStart: fc.Arbitrary<PhoneCheck> = fc.oneof(
  fc.constant(newCheck),
  fc.tuple(anyReport, anyone(...models)).map(([report, model]) => {
    const code = report.device.startsWith('android') ? report.model : null;
    return checkOf({ ...report, model: code }, code === 'AB-12C' ? [model] : []);
  }),
);

const choices: Readonly<Record<PhoneQuestion, readonly (string | PhoneModel)[]>> = {
  kind: phoneKinds,
  iphone: iphoneGroups,
  model: [...models, iphone12, 'not-listed'],
  os: osAnswers,
  update: yesNoAnswers,
  readBefore: yesNoAnswers,
  nfcItem: yesNoAnswers,
};
/** Picks one of the answers, whatever is asked. */
const anyChoices = fc.array(fc.nat(), { minLength: phoneQuestions.length, maxLength: phoneQuestions.length });

/** Every check on the way, from the start to the one in which nothing is open. */
const walk = (start: PhoneCheck, picks: readonly number[]): readonly PhoneCheck[] => {
  const way = [start];
  let check = start;
  for (const pick of picks) {
    const open = openQuestion(check);
    if (open === null) break;
    const answer = choices[open][pick % choices[open].length];
    if (answer === undefined) throw new Error(`no answers to ${open}`);
    check = answered(check, open, answer);
    way.push(check);
  }
  return way;
};

const anyContact: fc.Arbitrary<PhoneCheck['contact']> = anyone(
  'found',
  'other-tag',
  'nfc-off',
  'silence',
  'no-hardware',
  null,
);

/** @param law - given every check on some way, and the last of them as it is after a contact test */
const always = (law: (way: readonly PhoneCheck[], tested: PhoneCheck) => void): void =>
  fc.assert(
    fc.property(anyStart, anyChoices, anyContact, (start, picks, contact) => {
      const way = walk(start, picks);
      const end = way.at(-1) ?? start;
      law(way, end.canTest ? { ...end, contact } : end);
    }),
    { numRuns: 5_000 },
  );

describe('whatever is answered', () => {
  it('asking ends after at most 7 answers, and every answer leads on', () => {
    always((way) => {
      const questions = way.map(openQuestion);
      expect(questions.at(-1)).toBeNull();
      expect(new Set(questions).size).toBe(questions.length);
    });
  });

  it('nothing is asked that has been answered, or that the browser has told', () => {
    always((way, tested) => {
      for (const check of [...way, tested]) {
        const open = openQuestion(check);
        if (open !== null) expect(check[open]).toBeNull();
      }
    });
  });

  it('back undoes exactly one answer, down to the start', () => {
    always((way) => {
      // An iPhone that is chosen on an Android phone is another phone, from which there is no way back to this one.
      if (way.some(({ isThisPhone }) => isThisPhone) && way.at(-1)?.isThisPhone === false) return;
      const back = way.toReversed().map(wentBack);
      expect(back).toEqual([...way.toReversed().slice(1), null]);
    });
  });

  it('back ends where nothing has been said, with what the browser has seen', () => {
    always((_, tested) => {
      let check = tested;
      for (let before = wentBack(check); before !== null; before = wentBack(check)) check = before;
      const { isThisPhone, canTest, code, contact } = tested;
      expect(check).toMatchObject({ isThisPhone, canTest, code, contact, iphone: null, update: null });
      expect(check.kind === null || isThisPhone).toBe(true);
      expect(check.os?.isSeen ?? true).toBe(true);
    });
  });

  it('the guide learns of a measurement only where a contact was seen', () => {
    always((way, tested) => {
      for (const check of [...way, tested])
        expect(factsOf(check).phone?.evidence === 'measured').toBe(answerOf(check).step === 'contact-seen');
      expect(factsOf(tested).phone?.evidence === 'measured' && tested.contact !== 'found').toBe(false);
    });
  });

  it('what a person said is not called seen by the browser', () => {
    always((_, tested) => {
      if (answerOf(tested).restsOn === 'you-told-us') expect(factsOf(tested).phone?.evidence).toBe('said');
      if (!tested.isThisPhone) expect(factsOf(tested).phone?.evidence).toBe('said');
    });
  });

  it('nothing is said to read without a list or a rule, a contact, or a card that was read before', () => {
    always((way, tested) => {
      for (const check of [...way, tested]) {
        const { model, contact, hasReadBefore } = signsOf(check);
        const isShown = model?.reads === 'yes' || contact === 'found' || hasReadBefore === true;
        expect(answerOf(check).phone.startsWith('reads') && !isShown).toBe(false);
      }
    });
  });

  it('"don’t know" to everything is never a no', () => {
    fc.assert(
      fc.property(anyStart, anyone(...phoneKinds), (start, kind) => {
        const { end } = ask(start, { kind });
        const isRuledOut = end.kind === 'ipad' || end.model === excluded || signsOf(end).model?.reads === 'no';
        expect(answerOf(end).phone === 'cannot' && !isRuledOut).toBe(false);
      }),
    );
  });
});

describe('what the guide learns', () => {
  it.each<readonly [string, PhoneCheck, string, string]>([
    [
      'a listed phone, by its own browser',
      android({ model: 'AB-12C', os: sure(14) }, listed),
      'reads-and-runs',
      'detected',
    ],
    [
      'the same, said by a person',
      ask(newCheck, { kind: 'android', model: listed, ...newEnough }).end,
      'reads-and-runs',
      'said',
    ],
    [
      'a contact',
      { ...android({ model: 'ZZ-99Z', os: sure(14), ...testable }), contact: 'found' },
      'reads-and-runs',
      'measured',
    ],
    [
      'a contact on a phone that is too old',
      { ...android({ model: 'ZZ-99Z', os: sure(10), ...testable }), contact: 'found' },
      'reads-but-too-old',
      'detected',
    ],
    [
      'a phone that is too old and gets no update',
      ask(android({ model: 'AB-12C', os: sure(10) }, listed), { update: 'no' }).end,
      'cannot',
      'detected',
    ],
    ['an iPhone 7, which gets none', ask(newCheck, { kind: 'iphone', iphone: '7' }).end, 'cannot', 'said'],
    [
      'a card that was read before, on a phone that says its version',
      ask(android({ model: 'ZZ-99Z', os: sure(14) }), { readBefore: 'yes' }).end,
      'reads-and-runs',
      'said',
    ],
    [
      'no NFC in the settings',
      ask(android({ model: 'ZZ-99Z', os: sure(14) }), { nfcItem: 'no' }).end,
      'cannot',
      'said',
    ],
    ['an iPad', ask(newCheck, { kind: 'ipad' }).end, 'cannot', 'said'],
    [
      'a search without a find, of a phone whose browser names nothing',
      { ...ask(android(testable), { ...newEnough }).end, contact: 'silence' },
      'likely',
      'detected',
    ],
    ['nothing', newCheck, 'unknown', 'said'],
  ])('%s: %s, %s', (_, check, value, evidence) => {
    expect(factsOf(check)).toEqual({ phone: { value, evidence } });
  });

  it.each<readonly [string, PhoneCheck, boolean]>([
    ['an iPhone 7', ask(newCheck, { kind: 'iphone', iphone: '7' }).end, true],
    ['a phone that gets no update', { ...newCheck, update: 'no' }, true],
    ['a phone that may get one', { ...newCheck, update: 'unknown' }, false],
    ['nobody’s phone', newCheck, false],
  ])('no update helps %s: %s', (_, check, expected) => {
    expect(isPastHelp(check)).toBe(expected);
  });
});

describe('what the guide keeps', () => {
  const tested: PhoneCheck = { ...android({ model: 'ZZ-99Z', os: sure(14), ...testable }), contact: 'found' };
  const unknown = android({ model: 'ZZ-99Z', os: sure(14), ...testable });
  const said = ask(newCheck, { kind: 'android', model: withNfc, ...newEnough }).end;
  const measured = { phone: { value: 'reads-and-runs', evidence: 'measured' } } as const;

  it('is nothing of a check in which a question is open', () => {
    expect(learnedFrom({}, newCheck)).toEqual({});
  });

  it('is the answer, in place of what was said or detected before', () => {
    const detected = { phone: { value: 'cannot', evidence: 'detected' } } as const;
    expect(learnedFrom({}, tested)).toEqual(measured);
    expect(learnedFrom(detected, said)).toEqual({ phone: { value: 'likely', evidence: 'said' } });
  });

  it('is what was measured, unless the answer knows of the measurement', () => {
    expect(learnedFrom(measured, said)).toEqual(measured);
    const tooOldAfterAll: PhoneCheck = { ...tested, os: { value: [10, 0], isSeen: true, isSure: true }, update: 'yes' };
    expect(learnedFrom(measured, tooOldAfterAll).phone?.value).toBe('reads-but-too-old');
  });

  it('is not replaced by "unknown"', () => {
    const none = { phone: { value: 'none', evidence: 'said' } } as const;
    expect(learnedFrom(none, unknown)).toEqual(none);
    expect(learnedFrom({}, unknown).phone?.value).toBe('unknown');
  });

  it('is nothing of the phone once another is checked', () => {
    const facts = { ...measured, phoneSpot: { value: 'top', evidence: 'said' }, pc: { value: 'no', evidence: 'said' } };
    expect(forgotPhone(facts as Facts)).toEqual({ pc: { value: 'no', evidence: 'said' } });
  });
});

describe('later on', () => {
  const unknown = android({ model: 'ZZ-99Z', os: sure(14), ...testable });

  it('a card that was found stays found, and anything else gives way', () => {
    expect(sawContact(sawContact(unknown, 'found'), 'silence').contact).toBe('found');
    expect(sawContact(sawContact(unknown, 'silence'), 'found').contact).toBe('found');
    expect(sawContact(sawContact(unknown, 'nfc-off'), 'silence').contact).toBe('silence');
  });

  it('a card that was read after all counts as one that was read before', () => {
    expect(answerOf(hasRead(sawContact(unknown, 'silence')))).toMatchObject({
      step: 'read-before',
      phone: 'reads-and-runs',
    });
    expect(hasRead(sawContact(unknown, 'found'))).toEqual(sawContact(unknown, 'found'));
    expect(answerOf(hasRead(sawContact(unknown, 'no-hardware'))).isDisputed).toBe(true);
  });

  it('a phone that was updated is asked for its version again', () => {
    const { end } = ask(newCheck, { kind: 'iphone', iphone: '8-or-x', ...tooOld, update: 'yes' });
    expect(ask(wasUpdated(end), newEnough)).toMatchObject({ asked: ['os'], end: { update: null } });
    expect(answerOf(ask(wasUpdated(end), newEnough).end).phone).toBe('reads-and-runs');
  });

  it('who would rather answer can go back to the test', () => {
    const instead: PhoneCheck = { ...unknown, asksInstead: true };
    expect(openQuestion(instead)).toBe('readBefore');
    expect(wentBack(instead)).toEqual(unknown);
    expect(wentBack({ ...instead, readBefore: 'no' })).toEqual(instead);
    expect([isUntouched(unknown), isUntouched(instead)]).toEqual([true, false]);
  });

  it('the data fills in the model that a browser has named, and no other', () => {
    expect(withModels(unknown, [listed])).toMatchObject({ model: listed, isCodeChosen: true, carrier: 'docomo' });
    expect(withModels(unknown, [])).toBe(unknown);
    const chosen = choseModel(newCheck, 'not-listed');
    expect(withModels(chosen, [listed])).toBe(chosen);
  });
});

describe('the card in the phone', () => {
  it.each<readonly [IphoneGroup | null, string]>([
    ['xs-or-later', 'yes'],
    ['8-or-x', 'no'],
    ['7', 'no'],
    ['6s-or-older', 'no'],
    ['unknown', 'unknown'],
    [null, 'unknown'],
  ])('iPhone %s: %s', (group, expected) => {
    expect(cardInPhoneOf({ ...newCheck, kind: 'iphone', iphone: group })).toBe(expected);
  });

  it.each<readonly [PhoneCheck['os'], string]>([
    [{ value: [18, 4], isSeen: true, isSure: true }, 'after-update'],
    [{ value: 'too-old', isSeen: false, isSure: true }, 'after-update'],
    [{ value: [18, 4], isSeen: true, isSure: false }, 'yes'],
    [{ value: [18, 5], isSeen: true, isSure: true }, 'yes'],
    [{ value: 'new-enough', isSeen: false, isSure: true }, 'yes'],
    [{ value: 'unknown', isSeen: false, isSure: true }, 'yes'],
  ])('an iPhone XS with %j: %s', (os, expected) => {
    expect(cardInPhoneOf({ ...newCheck, kind: 'iphone', iphone: 'xs-or-later', os })).toBe(expected);
    expect(cardInPhoneOf({ ...newCheck, kind: 'iphone', iphone: '8-or-x', os })).toBe('no');
  });

  it('is what is known of the model, and of an iPad a no', () => {
    expect(cardInPhoneOf({ ...newCheck, kind: 'android', model: listed })).toBe('yes');
    expect(cardInPhoneOf({ ...newCheck, kind: 'android', model: nameOnly })).toBe('unknown');
    expect(cardInPhoneOf({ ...newCheck, kind: 'android', model: 'not-listed' })).toBe('unknown');
    expect(cardInPhoneOf({ ...newCheck, kind: 'ipad' })).toBe('no');
  });
});

describe('the contact test', () => {
  it('begins where the card of this phone is found', () => {
    expect(Object.fromEntries(antennaSpots.map((spot) => [spot, firstPlaceOf(spot)]))).toEqual({
      top: 'top',
      'upper-middle': 'upper',
      'middle-line': 'middle',
      left: 'middle',
      'left-edge': 'middle',
      fingerprint: 'upper',
      middle: 'middle',
      'right-of-camera': 'upper',
      'around-camera': 'upper',
    });
    expect(firstPlaceOf(null)).toBeNull();
  });

  const found = (...kinds: readonly Touch['kind'][]): Found => ({
    touches: kinds.map((kind, at) => ({ atMs: at * 1_000, kind, mayBeSame: false })),
    firstAfterMs: 0,
    firstPlace: 'top',
    backAtMs: null,
  });
  it.each<readonly [string, Found | null, boolean, string | null]>([
    ['a card', found('card'), false, 'found'],
    ['a card after a sticker', found('tag', 'card'), false, 'found'],
    ['stickers alone', found('tag', 'tag'), true, 'other-tag'],
    ['nothing for long', null, true, 'silence'],
    ['nothing yet', null, false, null],
  ])('%s', (_, touches, wasLong, seen) => {
    expect(seenIn(touches, wasLong)).toBe(seen);
  });
});
