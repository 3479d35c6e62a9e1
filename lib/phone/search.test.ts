import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PhoneData, type PhoneRow, readCatalogue } from './catalogue.ts';
import { loadCatalogue } from './load.ts';
import type { PhoneModel } from './model.ts';
import { searchPhones } from './search.ts';

const catalogue = await loadCatalogue();

/** Of a few phones whose order and readings are fixed, where phones.json is made anew now and then. */
const few = (models: Readonly<Record<string, readonly PhoneRow[]>>) => {
  const source = { address: 'https://example.org/', licence: 'MIT', taken: 'names', asOf: null };
  const data: PhoneData = {
    about: '-',
    asOf: '2026-11-23',
    licences: { a: source },
    endOfLine: [],
    columns: [],
    models,
  };
  return readCatalogue(data);
};
const xperias = few({
  Sony: [
    ['XQ-FS44', 'Xperia 1 VII', 'a', 'sim-free'],
    ['SO-52E', 'Xperia 10 VI', 'a', 'docomo'],
    ['SOG14', 'Xperia 10 VI', 'a', 'au-uq'],
    ['A402SO', 'XPERIA 10 Ⅵ', 'a', 'softbank-ymobile'],
    ['XQ-ES44', 'Xperia 10 VI', 'a', 'sim-free', null, 'yes', 'a'],
    ['SO-53C', 'Xperia Ace III', 'a', 'docomo'],
    ['SO-41B', 'Xperia Ace II', 'a', 'docomo'],
    ['SOV40', 'Xperia 1', 'a', 'au-uq'],
  ],
});
const fewNames = (text: string): readonly string[] => searchPhones(xperias, text).matches.map(({ name }) => name);

const namesOf = (text: string, limit?: number): readonly string[] =>
  searchPhones(catalogue, text, limit).matches.map(({ name }) => name);
const codesOf = (text: string, limit?: number): readonly string[] =>
  searchPhones(catalogue, text, limit).matches.flatMap(({ models }) => models.map(({ code }) => code));

describe('what people type', () => {
  it.each([
    ['アクオス センス', 'AQUOS sense'],
    ['あくおすせんす6', 'AQUOS sense6'],
    ['aquossense6', 'AQUOS sense6'],
    ['アクオス センス8', 'AQUOS Sense 8'],
    ['アクオス　ウィッシュ３', 'AQUOS wish3'],
    ['アクオスゼロ6', 'AQUOS zero6'],
    ['アクオスアール6', 'AQUOS R6'],
    ['sense 5g', 'AQUOS sense5G'],
    ['SO-51C', 'Xperia 1 IV'],
    ['so51c', 'Xperia 1 IV'],
    ['SO 51C', 'Xperia 1 IV'],
    ['ＳＯ－５１Ｃ', 'Xperia 1 IV'],
    ['xperia so-51c', 'Xperia 1 IV'],
    ['エクスペリア 1 iv', 'Xperia 1 IV'],
    ['エクスペリア1マーク4', 'Xperia 1 IV'],
    ['xperia 1 4', 'Xperia 1 IV'],
    ['Xperia１Ⅳ', 'Xperia 1 IV'],
    ['えくすぺりあ えーす', 'Xperia Ace'],
    ['エキスペリア 10III', 'Xperia 10 III'],
    ['au xperia', 'Xperia 10 VI'],
    ['ぎゃらくしー', 'Galaxy S24'],
    ['ｷﾞｬﾗｸｼｰ s22', 'Galaxy S22'],
    ['ギャラクシイ S22', 'Galaxy S22'],
    ['ギャラクシー S22 ドコモ', 'Galaxy S22'],
    ['ドコモのギャラクシー s22', 'Galaxy S22'],
    ['galaxy s22 5g', 'Galaxy S22'],
    ['S10+', 'Galaxy S10+'],
    ['s10プラス', 'Galaxy S10+'],
    ['ギャラクシー ノート 10 プラス', 'Galaxy Note10+'],
    ['Zフリップ 5', 'Galaxy Z Flip 5'],
    ['z フォールド4', 'Galaxy Z Fold4'],
    ['らくらくフォン', 'らくらくスマートフォン'],
    ['らくらくホン F-52B', 'らくらくスマートフォン'],
    ['楽々スマホ', 'らくらくスマートフォン'],
    ['rakuraku', 'らくらくスマートフォン'],
    ['かんたんスマホ2プラス', 'かんたんスマホ2+'],
    ['シンプルスマホ6', 'シンプルスマホ6'],
    ['おてがるすまほ', 'おてがるスマホ01'],
    ['アローズ', 'arrows We'],
    ['富士通 arrows we', 'arrows We'],
    ['ピクセル 7a', 'Google Pixel 7a'],
    ['pixel4a5g', 'Google Pixel 4a (5G)'],
    ['アイフォン 12 ミニ', 'iPhone 12 mini'],
    ['12mini', 'iPhone 12 mini'],
    ['アイホン13 プロ マックス', 'iPhone 13 Pro Max'],
    ['ドコモ アイフォン 8', 'iPhone 8'],
    ['iphone se 第2世代', 'iPhone SE (第2世代)'],
    ['SE2', 'iPhone SE (第2世代)'],
    ['アイフォン エスイー 第三世代', 'iPhone SE (第3世代)'],
    ['iPhone10', 'iPhone X'],
    ['ディグノ bx2', 'DIGNO BX2'],
    ['トルク 5g', 'TORQUE(R) 5G'],
    ['京セラ トルク', 'Torque G06'],
    ['ベイシオ4', 'BASIO4'],
    ['オッポ リノ 5a', 'OPPO Reno5 A'],
    ['楽天 oppo reno a', 'OPPO Reno A'],
    ['シャオミ 13t プロ', 'Xiaomi 13T Pro'],
    ['レドミ ノート 10', 'Redmi Note 10 JE'],
    ['ファーウェイ p30 ライト', 'HUAWEI P30 lite'],
    ['ファーウェイ ノヴァ 2', 'huawei nova 2'],
    ['ゼンフォン9', 'Zenfone 9'],
    ['アンドロイドワン S9', 'Android One S9'],
    ['y!mobile android one s10', 'Android One S10'],
    ['バルミューダ', 'BALMUDA Phone'],
    ['ナッシングフォン 2a', 'Nothing Phone 2a'],
    ['エルジー スタイル3', 'LG style3'],
  ])('%s finds %s among the first five', (typed, name) => {
    expect(namesOf(typed, 5)).toContain(name);
  });

  it.each(['iv 1 xperia docomo', 'docomo xperia 1 iv', '1 iv ドコモ エクスペリア'])(
    '%s: the order does not matter',
    (typed) => {
      expect(codesOf(typed)).toEqual(['SO-51C']);
    },
  );
});

describe('a slip', () => {
  it.each([
    ['glaxy s22', 'Galaxy S22'],
    ['galaxxy s22', 'Galaxy S22'],
    ['gelaxy s22', 'Galaxy S22'],
    ['aqous sense6', 'AQUOS sense6'],
    ['エクスペリヤ 5', 'Xperia 5'],
    ['ギャラクス s22', 'Galaxy S22'],
    ['xpreia ace', 'Xperia Ace'],
  ])('%s still finds %s', (typed, name) => {
    expect(namesOf(typed, 5)).toContain(name);
  });

  it.each(['gxlxxy', 'ixhxne', 'SO-51Z', 'tip', 'aqpp'])(
    '%s is more than a slip, or too short to forgive one',
    (typed) => {
      expect(searchPhones(catalogue, typed)).toEqual({ matches: [], total: 0 });
    },
  );

  it('is not looked for where something is found', () => {
    expect(fewNames('xperia ace ii')).toEqual(['Xperia Ace II', 'Xperia Ace III']);
  });
});

describe('what is not there', () => {
  it.each([
    'ipad',
    'windows',
    'ガラケー',
    'iphone 99',
    'SO-99Z',
    '12345',
    'galaxy so-51c',
    'au SO-51C',
    'ドコモ アンドロイドワン s9',
    'zzzz',
  ])('%s finds nothing', (typed) => {
    expect(searchPhones(catalogue, typed)).toEqual({ matches: [], total: 0 });
  });

  it.each(['', ' ', '　', '-', '!?'])('%j is no search', (typed) => {
    expect(searchPhones(catalogue, typed)).toEqual({ matches: [], total: 0 });
  });

  it('is no longer number: with more to come after it, a 1 is not a 10', () => {
    expect(namesOf('xperia 1 v', 50)).not.toContain('Xperia 10 V');
  });

  it('is no code because of a number in it', () => {
    expect(namesOf('galaxy z flip 5', 50)).not.toContain('Galaxy Z Flip4');
  });
});

describe('the order', () => {
  it('begins with the phone of the whole code', () => {
    expect(codesOf('KYV44')[0]).toBe('KYV44');
  });

  it('begins with the whole name, then names that start so, then the catalogue', () => {
    expect(fewNames('xperia 1')).toEqual(['Xperia 1', 'Xperia 1 VII', 'Xperia 10 VI', 'Xperia 10 VI']);
    expect(fewNames('ace iii')).toEqual(['Xperia Ace III']);
  });

  it('prefers a name with the word that says little', () => {
    expect(namesOf('トルク 5g', 1)).toEqual(['TORQUE(R) 5G']);
  });
});

describe('a match', () => {
  it('has the models that share a name, in any spelling, and what is known of them', () => {
    const { matches } = searchPhones(xperias, 'xperia 10 vi');
    expect(matches.map(({ models }) => models.map(({ code }) => code))).toEqual([
      ['SO-52E', 'SOG14', 'A402SO'],
      ['XQ-ES44'],
    ]);
    expect(matches[0]).toMatchObject({ name: 'Xperia 10 VI', maker: 'Sony' });
  });

  it('has only the models of the carrier that was typed', () => {
    const [match] = searchPhones(xperias, 'au xperia 10').matches;
    expect(match?.models.map(({ code }) => code)).toEqual(['SOG14']);
  });

  it('is counted beyond the limit', () => {
    expect(searchPhones(xperias, 'xperia', 2)).toMatchObject({ matches: { length: 2 }, total: 6 });
    expect(searchPhones(catalogue, 'iphone').matches).toHaveLength(12);
  });
});

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');

describe('every phone', () => {
  const sloppy = fc.record({
    model: fc.constantFrom(...catalogue.models),
    isUpper: fc.boolean(),
    isWide: fc.boolean(),
    hasHyphens: fc.boolean(),
  });
  const writeCode = ({ code }: PhoneModel, isUpper: boolean, isWide: boolean, hasHyphens: boolean): string => {
    const cased = isUpper ? code.toUpperCase() : code.toLowerCase();
    const joined = hasHyphens ? cased : cased.replaceAll('-', '');
    return isWide ? wide(joined) : joined;
  };

  it('is the first that its code finds, however the code is written', () => {
    fc.assert(
      fc.property(sloppy, ({ model, isUpper, isWide, hasHyphens }) => {
        const [first] = searchPhones(catalogue, writeCode(model, isUpper, isWide, hasHyphens)).matches;
        expect(first?.models).toContain(model);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found by its name and its maker', () => {
    const lost = catalogue.models.filter(
      (model) =>
        !searchPhones(catalogue, `${model.maker} ${model.name}`).matches.some(({ models }) => models.includes(model)),
    );
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  it('is searched by any text without a failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { matches, total } = searchPhones(catalogue, text);
        expect(matches.length).toBe(Math.min(total, 12));
      }),
    );
  });
});
