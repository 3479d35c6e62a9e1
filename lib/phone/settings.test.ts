import { describe, expect, it } from 'vitest';
import { choseModel, newCheck, type PhoneCheck } from './check.ts';
import { guessFromCode } from './code-pattern.ts';
import { loadCatalogue } from './load.ts';
import type { Carrier } from './model.ts';
import {
  hasMenu,
  type SettingsOf,
  type SettingsPath,
  settingsFor,
  settingsOf,
  settingsOwner,
  settingsPaths,
  settingsSources,
} from './settings.ts';

const nobody: SettingsOf = { system: 'android', maker: null, name: null, carrier: null, androidVersion: null };

describe('what to look for in the settings', () => {
  it.each<readonly [string, Partial<SettingsOf>, readonly SettingsPath[]]>([
    ['an iPhone has nothing to switch on', { system: 'ios', maker: 'Apple', carrier: 'all' }, ['iphone']],
    ['a phone of which nothing is known', {}, ['android', 'lock-first']],
    ['a phone of which not even the system is known', { system: null }, ['android', 'lock-first']],
    ['Pixel', { maker: 'Google', carrier: 'all' }, ['pixel', 'lock-first']],
    [
      'Xperia of docomo',
      { maker: 'Sony', carrier: 'docomo' },
      ['android', 'xperia-quick', 'wallet-lock', 'lock-first', 'docomo-reader-writer'],
    ],
    ['Xperia with Android 8', { maker: 'Sony', androidVersion: 8 }, ['android', 'xperia-quick', 'lock-first']],
    ['Xperia with Android 7', { maker: 'Sony', androidVersion: 7 }, ['xperia', 'lock-first']],
    ['Galaxy of au', { maker: 'Samsung', carrier: 'au-uq' }, ['galaxy', 'wallet-lock', 'lock-first', 'au-tag-reader']],
    ['Galaxy that is sold abroad', { maker: 'Samsung', carrier: 'abroad' }, ['galaxy', 'lock-first']],
    ['AQUOS', { maker: 'Sharp', name: 'AQUOS sense7', carrier: 'sim-free' }, ['aquos', 'wallet-lock', 'lock-first']],
    ['a phone of Sharp without a name', { maker: 'Sharp' }, ['aquos', 'lock-first']],
    ['a phone of Sharp that is no AQUOS', { maker: 'Sharp', name: 'シンプルスマホ4' }, ['android', 'lock-first']],
    ['Huawei', { maker: 'Huawei' }, ['huawei', 'lock-first']],
    ['Xiaomi, whose menu is not known', { maker: 'Xiaomi' }, ['android', 'xiaomi', 'lock-first']],
    ['a maker whose menus are not known', { maker: 'OPPO' }, ['android', 'lock-first']],
  ])('%s', (_, of, paths) => {
    expect(settingsFor({ ...nobody, ...of })).toEqual(paths);
  });

  it.each<readonly [Carrier, number | null, SettingsPath | null]>([
    ['docomo', 7, 'docomo-reader-writer'],
    ['docomo', 14, 'docomo-reader-writer'],
    ['docomo', null, 'docomo-reader-writer'],
    ['softbank-ymobile', 6, 'softbank-reader-writer'],
    ['au-uq', 12, 'au-tag-reader'],
    ['rakuten', 7, null],
    ['sim-free', 7, null],
  ])('a phone of %s with Android %s may have this switch of its own, the last to look for: %s', (...row) => {
    const [carrier, androidVersion, path] = row;
    const own = path === null ? [] : [path];
    expect(settingsFor({ ...nobody, carrier, androidVersion })).toEqual([
      'android',
      'wallet-lock',
      'lock-first',
      ...own,
    ]);
  });

  it('names every path for some phone', () => {
    const makers = ['Google', 'Sharp', 'Sony', 'Samsung', 'Huawei', 'Xiaomi', null];
    const named = (['docomo', 'softbank-ymobile', 'au-uq'] as const).flatMap((carrier) =>
      makers.flatMap((maker) =>
        [7, null].flatMap((androidVersion) => settingsFor({ ...nobody, maker, carrier, androidVersion })),
      ),
    );
    expect(new Set([...named, ...settingsFor({ ...nobody, system: 'ios' })])).toEqual(new Set(settingsPaths));
  });

  it('names none twice, and a place for every phone of the data', async () => {
    const { models } = await loadCatalogue();
    for (const model of models) {
      const paths = settingsFor(settingsOwner(model, null, null, 7));
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths[0] === 'iphone' || paths.includes('lock-first')).toBe(true);
    }
  });
});

describe('whose settings', () => {
  it('a model that is known says more than the form of its code', async () => {
    const { models } = await loadCatalogue();
    const model = models.find(({ code }) => code === 'SO-51C') ?? null;
    const guess = { carrier: 'abroad', maker: 'Sharp' } as const;
    expect(settingsOwner(model, guess, 'ios', 14)).toEqual({
      system: 'android',
      maker: 'Sony',
      name: 'Xperia 1 IV',
      carrier: 'docomo',
      androidVersion: 14,
    });
  });

  it('without a model, what the form of the code says', () => {
    expect(settingsOwner(null, guessFromCode('SHG99'), 'android', null)).toEqual({
      ...nobody,
      maker: 'Sharp',
      carrier: 'au-uq',
    });
  });

  it('without either, nothing but the system', () => {
    expect(settingsOwner(null, null, 'android', 12)).toEqual({ ...nobody, androidVersion: 12 });
  });
});

describe('the settings of a checked phone', () => {
  const asked: PhoneCheck = { ...newCheck, kind: 'android' };

  it('say nothing of a carrier where several sell a phone of that name', async () => {
    const { models } = await loadCatalogue();
    const alike = models.filter(({ name }) => name === 'Galaxy S22');
    const [first] = alike;
    if (first === undefined) throw new Error('the data has no Galaxy S22');
    expect(settingsOf(choseModel(asked, first, alike))).toEqual(['galaxy', 'lock-first']);
    expect(settingsOf(choseModel(asked, first))).toContain('wallet-lock');
  });

  it('are those of the maker that the code of an unknown phone names, and of its version', () => {
    const code = { ...asked, model: 'not-listed', code: 'SO-99Z' } as const;
    expect(settingsOf(code)[0]).toBe('android');
    expect(settingsOf({ ...code, os: { value: [7, 1], isSeen: true, isSure: true } })[0]).toBe('xperia');
  });

  it('are none on an iPhone', () => {
    expect(settingsOf({ ...newCheck, kind: 'iphone' })).toEqual(['iphone']);
  });
});

describe('every path', () => {
  it.each(settingsPaths)('%s has a source, with its day if it bears one', (path) => {
    const { address, asOf, grade } = settingsSources[path];
    expect(address).toMatch(/^https?:\/\//);
    expect(asOf ?? '2000-01').toMatch(/^20\d\d-\d\d(-\d\d)?$/);
    expect('ACD').toContain(grade);
  });

  it('leads through a menu, except where there is none or it is not known', () => {
    expect(settingsPaths.filter((path) => !hasMenu(path))).toEqual([
      'iphone',
      'xperia-quick',
      'xiaomi',
      'wallet-lock',
      'lock-first',
    ]);
  });
});
