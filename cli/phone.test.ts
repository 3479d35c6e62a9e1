/** `kazasu phone` as an operator runs it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answerOf } from '../lib/phone/check.ts';
import type { PhoneVerdict } from '../lib/phone/decide.ts';
import { loadCatalogue } from '../lib/phone/load.ts';
import type { PhoneModel } from '../lib/phone/model.ts';
import { checkNamed } from './phone.ts';

const kazasu = fileURLToPath(new URL('./kazasu.ts', import.meta.url));

const messages = (language: 'ja' | 'en') =>
  JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));

const run = (args: readonly string[], lang = 'C') => {
  const { LC_ALL: _, LC_MESSAGES: __, ...rest } = process.env;
  const env = { ...rest, LANG: lang };
  const { status, stdout, stderr } = spawnSync(process.execPath, [kazasu, 'phone', ...args], { env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};

/** @param version - left out: not known */
const ask = (model: string, version?: string, lang = 'C') => {
  const ran = run(['--model', model, ...(version === undefined ? [] : ['--os-version', version]), '--json'], lang);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
  expect(ran.out).toMatch(/^\{.*\}\n$/);
  return JSON.parse(ran.out);
};

const requirements = { source: 'https://services.digital.go.jp/mynaapp/system-requirements/', asOf: '2026-09-05' };
const { menus, paths } = messages('en').PhoneSettings;

describe('the answer in JSON', () => {
  test('is one line with every field, for a listed Pixel', () => {
    expect(run(['--model', 'Pixel 7a', '--os-version', '14', '--json'], 'ja_JP.UTF-8')).toEqual({
      code: 0,
      err: '',
      out: `${JSON.stringify({
        phone: 'reads-and-runs',
        restsOn: 'official-list',
        step: 'listed',
        isDisputed: false,
        name: 'Google Pixel 7a',
        maker: 'Google',
        carrier: '各社',
        antenna: '背面の左右まんなか（高さは機種でちがいます）',
        settings: [
          '設定 › 接続済みのデバイス › 接続の設定 › NFC',
          '「NFCの使用にロック解除を要求」がオンの機種では、画面ロックを解除してから読みます。',
        ],
        source: 'https://www.itmedia.co.jp/mobile/articles/2305/15/news067_2.html',
        asOf: '2023-05-15',
      })}\n`,
    });
  });

  test.each([
    ['a listed phone, version not known', 'Pixel 7a', undefined, 'likely', 'official-list', 'listed'],
    ['a listed phone with Android 10', 'Pixel 7a', '10', 'reads-but-too-old', 'official-list', 'os-too-old'],
    ['an iPhone 12', 'iPhone 12', 'iOS 16.4', 'reads-and-runs', 'official-list', 'listed'],
    ['an iPhone 12 with iOS 16.3', 'iphone12', '16.3.1', 'reads-but-too-old', 'official-list', 'os-too-old'],
    ['an iPhone 7, which ends at iOS 15', 'iPhone 7', undefined, 'reads-but-too-old', 'official-list', 'os-too-old'],
    ['an iPhone 6s', 'iPhone 6s', '15.8', 'cannot', 'maker-or-rule', 'excluded'],
    ['OPPO Reno A, which has NFC', 'CPH1983', '11', 'cannot', 'maker-or-rule', 'excluded'],
    ['a phone with a record of NFC', 'SO-51C', '14', 'likely', 'nfc-record', 'nfc-hardware'],
    ['a phone with a record of NFC, version not known', 'SO-51C', undefined, 'likely', 'nfc-record', 'nfc-hardware'],
    ['a phone of which only the name is known', 'KYV44', '14', 'unknown', 'unknown', 'not-known'],
    ['a phone of which nothing is known', 'SO-99Z', '14', 'unknown', 'unknown', 'not-known'],
    ['Android 10 on a phone of which nothing is known', 'SO-99Z', '10', 'unknown', 'you-told-us', 'os-too-old'],
    ['an iPad', 'iPad', 'iOS 18.5', 'cannot', 'maker-or-rule', 'excluded'],
    ['an iPad by its full name', 'ｉＰａｄ Pro', undefined, 'cannot', 'maker-or-rule', 'excluded'],
    ['some iPhone that is new enough', 'iPhone 99', '16.4', 'reads-and-runs', 'official-list', 'listed'],
    ['some iPhone that is too old', 'iPhone 99', '16.3', 'unknown', 'you-told-us', 'os-too-old'],
    ['some iPhone', 'iPhone', undefined, 'unknown', 'unknown', 'not-known'],
    ['an iPhone of before 6s that is not in the data', 'iPhone 5c', undefined, 'cannot', 'maker-or-rule', 'excluded'],
    ['a browser that tells no code', 'K', '14', 'unknown', 'unknown', 'not-known'],
  ])('%s: %s, %s', (_, model, version, phone, restsOn, step) => {
    expect(ask(model, version)).toMatchObject({ phone, restsOn, step, isDisputed: false });
  });

  test.each(['SO-51C', 'so-51c', 'ＳＯ－５１Ｃ', ' SO-51C ', 'SO-51C Build/64.1.C.0.250'])(
    'finds Xperia 1 IV as "%s"',
    (model) => {
      expect(ask(model)).toMatchObject({ name: 'Xperia 1 IV', maker: 'Sony', carrier: 'docomo' });
    },
  );

  test('says nothing of a place that is not known', () => {
    expect(ask('SO-51C').antenna).toBeNull();
  });

  test('knows the place of every iPhone', () => {
    const { top } = messages('en').PhoneAnswer.spots;
    expect([ask('iPhone 12').antenna, ask('iPhone 99').antenna]).toEqual([top, top]);
  });

  test('says neither a place nor a setting for what cannot read the card', () => {
    for (const model of ['iPad', 'iPhone 6s', 'iPhone 5', 'CPH1983'])
      expect(ask(model)).toMatchObject({ phone: 'cannot', antenna: null, settings: [] });
  });

  test('says what to look for in the settings of the maker that an unknown code names, and no more of it', () => {
    const found = ask('SO-99Z', '14');
    expect(found).toMatchObject({ name: null, maker: null, carrier: null, antenna: null, source: null, asOf: null });
    expect(found.settings).toEqual([
      menus.android,
      paths['xperia-quick'].how,
      paths['wallet-lock'].how,
      paths['lock-first'].how,
      menus['docomo-reader-writer'],
    ]);
  });

  test('says where most have it for a code without a form', () => {
    expect(ask('AOSP on x86').settings).toEqual([menus.android, paths['lock-first'].how]);
  });

  test('knows the old menu of Xperia up to Android 7, and the switch of docomo’s phones for all of them', () => {
    expect(ask('SO-01J', '7.1').settings[0]).toBe(menus.xperia);
    expect(ask('SO-01J', '8.0').settings[0]).toBe(menus.android);
    expect(ask('SO-01J', '8.0').settings.at(-1)).toBe(menus['docomo-reader-writer']);
  });

  test('says that an iPhone has nothing to switch on', () => {
    expect(ask('iPhone 12').settings).toEqual([paths.iphone.how]);
  });

  test('cites the system requirements where the version alone speaks against a phone', () => {
    expect(ask('SO-99Z', '10')).toMatchObject(requirements);
    expect(ask('SO-51C', '10')).toMatchObject(requirements);
    expect(ask('Pixel 7a', '10').source).toMatch(/^https:\/\/www\.itmedia\.co\.jp\//);
  });

  test.each([
    ['ja_JP.UTF-8', 'ja'],
    ['en_US.UTF-8', 'en'],
    ['C', 'en'],
  ] as const)('is in the language of the terminal: %s', (lang, language) => {
    const { PhoneAnswer, PhoneSearch, PhoneSettings } = messages(language);
    expect(ask('Pixel 7a', '14', lang)).toMatchObject({
      carrier: PhoneSearch.carriers.all,
      antenna: PhoneAnswer.spots['middle-line'],
      settings: [PhoneSettings.menus.pixel, PhoneSettings.paths['lock-first'].how],
    });
  });
});

const catalogue = await loadCatalogue();

describe('every phone of the data', () => {
  const expected = ({ reads, isEndOfLine }: PhoneModel): PhoneVerdict => {
    if (reads === 'yes') return isEndOfLine ? 'reads-but-too-old' : 'reads-and-runs';
    return ({ nfc: 'likely', no: 'cannot', unknown: 'unknown' } as const)[reads];
  };

  test('is found by its code alone', () => {
    const lost = catalogue.models.filter((model) => checkNamed(catalogue, model.code, null).model !== model);
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  test('with a new system gets the answer that is known of its reading', () => {
    const verdicts = catalogue.models.map(({ code }) => [code, answerOf(checkNamed(catalogue, code, [30, 0])).phone]);
    expect(verdicts).toEqual(catalogue.models.map((model) => [model.code, expected(model)]));
    expect(new Set(verdicts.map(([, phone]) => phone)).size).toBe(5);
  });

  test('without a version is never said to run the app', () => {
    const running = catalogue.models.filter(
      ({ code }) => answerOf(checkNamed(catalogue, code, null)).phone === 'reads-and-runs',
    );
    expect(running).toEqual([]);
  });
});

describe('the name of an iPhone', () => {
  test.each([
    ['iphone12', 'iPhone 12'],
    ['iPhone 12', 'iPhone 12'],
    ['ｉＰｈｏｎｅ　１２　ｍｉｎｉ', 'iPhone 12 mini'],
    ['IPHONE13PROMAX', 'iPhone 13 Pro Max'],
    ['iPhone SE (第2世代)', 'iPhone SE (第2世代)'],
    ['iPhone SE（第２世代）', 'iPhone SE (第2世代)'],
    ['iPhone SE 第3世代', 'iPhone SE (第3世代)'],
    ['iPhone SE (3rd generation)', 'iPhone SE (第3世代)'],
    ['iPhone SE2', 'iPhone SE (第2世代)'],
    ['iphone xs', 'iPhone XS'],
  ])('%s is %s', (text, name) => {
    expect(checkNamed(catalogue, text, null).model).toMatchObject({ name });
  });

  test.each([
    ['iPhone SE', 'one of three'],
    ['iPhone14,5', 'a name for machines, of an iPhone 13'],
    ['iPhone 99', 'still to come'],
  ])('%s is none that is known: %s', (text) => {
    expect(checkNamed(catalogue, text, null)).toMatchObject({ kind: 'iphone', iphone: 'unknown', model: null });
  });
});

test('of phones with one code, the one that promises least is taken, the first of equals', () => {
  const model = (reads: PhoneModel['reads'], name: string): PhoneModel => {
    const [some] = catalogue.models;
    if (some === undefined) throw new Error('no models');
    return { ...some, code: 'AB-12C', name, system: 'android', reads, isEndOfLine: false };
  };
  const models = [model('yes', 'one'), model('nfc', 'two'), model('nfc', 'three')];
  expect(checkNamed({ asOf: '2026-11-23', models }, 'ab-12c', null).model).toMatchObject({ name: 'two' });
});

describe('the answer in words', () => {
  test.each([
    ['ja_JP.UTF-8', 'ja'],
    ['en_US.UTF-8', 'en'],
  ] as const)(
    'is what the page says, with what it rests on, the place, the settings and the source: %s',
    (lang, language) => {
      const { code, out, err } = run(['--model', 'Pixel 7a', '--os-version', '14'], lang);
      const { PhoneAnswer, PhoneSettings } = messages(language);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.split('\n')[0]).toBe(PhoneAnswer.steps.listed.title);
      expect(out).toContain('Google Pixel 7a – Google');
      expect(out).toContain(PhoneAnswer.restsOn['official-list']);
      expect(out).toContain(PhoneAnswer.spots['middle-line']);
      expect(out).toContain(`${PhoneSettings.paths.pixel.title}: ${PhoneSettings.menus.pixel}`);
      expect(out).toContain('https://www.itmedia.co.jp/mobile/articles/2305/15/news067_2.html (2023-05-15)');
      expect(out).not.toMatch(/undefined|null|[{}<>《》]/);
    },
  );

  test.each([
    ['iPad', undefined, 'ipad'],
    ['Pixel 7a', undefined, 'version-open'],
    ['Pixel 7a', '10', 'too-old'],
    ['iPhone 7', undefined, 'too-old-end'],
    ['SO-51C', '14', 'nfc-hardware'],
    ['KYV44', '14', 'not-known'],
    ['CPH1983', '14', 'excluded'],
  ] as const)('%s with version %s begins with the words of %s', (model, version, words) => {
    const { out } = run(['--model', model, ...(version === undefined ? [] : ['--os-version', version])]);
    const { title, body } = messages('en').PhoneAnswer.steps[words];
    expect(out.split('\n').slice(0, 2)).toEqual([title, body]);
  });

  test('says that a place is not known, and that a phone is not in the list', () => {
    const { out } = run(['--model', 'SO-99Z']);
    expect(out).toContain(messages('en').PhoneAnswer.spotUnknown);
    expect(out).toContain('SO-99Z – not in the list');
  });
});

describe('wrong words end with exit code 2, nothing on standard output, and what would be right', () => {
  test.each([
    ['no phone', [], '--model'],
    ['an empty one', ['--model', ' ', '--json'], '--model'],
    ['a version that is none', ['--model', 'SO-51C', '--os-version', 'newest', '--json'], '--os-version'],
    ['a version of iOS on an Android phone', ['--model', 'SO-51C', '--os-version', 'iOS 16.4'], 'this version'],
    ['a version of Android on an iPhone', ['--model', 'iPhone 12', '--os-version', 'Android 14'], 'this version'],
    ['a flag that does not exist', ['--model', 'SO-51C', '--pin', '1234'], '--pin'],
  ])('%s', (_, args, complaint) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(complaint);
  });
});
