import { describe, expect, it } from 'vitest';
import { isPhone, probePhone } from './probe.ts';

const iphone = (version: string): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1`;
const android =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const pc =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

const says = (userAgent: string, androidVersion: string | null = null, hasWebNfc = false) =>
  probePhone({ userAgent, androidVersion, hasWebNfc });

describe('an iPhone', () => {
  it.each([
    ['16_3', null],
    ['16_4', 'likely'],
    ['16_10', 'likely'],
    ['18_6', 'likely'],
    ['9_3', null],
  ])('with iOS %s: %s', (version, expected) => {
    expect(says(iphone(version))).toBe(expected);
  });
});

describe('an Android phone', () => {
  it('is likely to read the card with Android 11 and Web NFC', () => {
    expect(says(android, '11.0.0', true)).toBe('likely');
    expect(says(android, '16.0.0', true)).toBe('likely');
  });

  it('is not judged by the version that every user agent string names', () => {
    expect(says(android, null, true)).toBeNull();
  });

  it('is not judged without Web NFC: it may have no NFC at all', () => {
    expect(says(android, '14.0.0', false)).toBeNull();
  });

  it('is not said to read the card with an older Android', () => {
    expect(says(android, '10.0.0', true)).toBeNull();
  });
});

it('a PC says nothing about a phone', () => {
  expect(says(pc, '11', true)).toBeNull();
  expect([isPhone(pc), isPhone(android), isPhone(iphone('18_6'))]).toEqual([false, true, true]);
});
