import { describe, expect, it } from 'vitest';
import { findByCode } from './catalogue.ts';
import { guessFromCode } from './code-pattern.ts';
import { loadCatalogue } from './load.ts';

const catalogue = await loadCatalogue();
const androids = catalogue.models.filter(({ system }) => system === 'android');
const guesses = androids.map((model) => ({ model, guess: guessFromCode(model.code) }));

describe('the form of a code, of phones that are in no list', () => {
  it.each([
    ['SO-53C', 'docomo', 'Sony'],
    ['SOG99', 'au-uq', 'Sony'],
    ['A999SH', 'softbank-ymobile', 'Sharp'],
    ['999KC', 'softbank-ymobile', 'Kyocera'],
    ['SH-RM99', 'rakuten', 'Sharp'],
    ['sh-m99', 'sim-free', 'Sharp'],
    ['S11-KC', 'ymobile', 'Kyocera'],
    ['KYV44_u', 'uq', 'Kyocera'],
    ['FCG99', 'au-uq', 'Fujitsu/FCNT'],
    ['FMP181', null, 'Fujitsu/FCNT'],
    ['XQ-ZZ44', 'sim-free', 'Sony'],
    ['XQ-ZZ72', 'abroad', 'Sony'],
    ['SM-S931Q', 'sim-free', 'Samsung'],
    ['SM-S931B', null, 'Samsung'],
    ['Pixel 99 Pro', 'all', 'Google'],
    ['CPH2999', null, 'OPPO'],
    ['A999OP', 'softbank-ymobile', 'OPPO'],
    ['23021RAAEG', null, 'Xiaomi'],
    ['Redmi Note 99', null, 'Xiaomi'],
    ['ＳＯ－９９Ｚ', 'docomo', 'Sony'],
    ['DM-99Z', 'docomo', null],
  ])('%s: %s, %s', (code, carrier, maker) => {
    expect(guessFromCode(code)).toEqual({ carrier, maker });
  });

  it.each(['', 'K', 'iPhone', 'AOSP on x86', '12345', 'SH', 'toString'])('%j says nothing', (code) => {
    expect(guessFromCode(code)).toBeNull();
  });
});

describe('the form of the codes that are known', () => {
  it('agrees with the carrier of every phone of which it says one', () => {
    const wrong = guesses.filter(({ model, guess }) => (guess?.carrier ?? model.carrier) !== model.carrier);
    expect(wrong.map(({ model }) => model.code)).toEqual([]);
  });

  it('agrees with the maker of every phone of which it says one', () => {
    const wrong = guesses.filter(({ model, guess }) => (guess?.maker ?? model.maker) !== model.maker);
    expect(wrong.map(({ model }) => model.code)).toEqual([]);
  });

  it('says the carrier of more than 19 in 20, and the maker of all but a few', () => {
    const share = (part: 'carrier' | 'maker'): number =>
      guesses.filter(({ guess }) => (guess?.[part] ?? null) !== null).length / guesses.length;
    expect(share('carrier')).toBeGreaterThan(0.95);
    expect(share('maker')).toBeGreaterThan(0.98);
  });

  it('knows every maker by a code of its own', () => {
    const makers = new Set(guesses.map(({ guess }) => guess?.maker));
    const silent = new Set(androids.map(({ maker }) => maker).filter((maker) => !makers.has(maker)));
    // Rakuten's own phones have codes without a form: C330, ZR01.
    expect([...silent]).toEqual(['Rakuten']);
    expect(findByCode(catalogue, 'ZR01')[0]?.maker).toBe('Rakuten');
  });
});
