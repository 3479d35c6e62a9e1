import { describe, expect, it } from 'vitest';
import { iphoneRule, sourcesOf } from './answer-sources.ts';
import { answerOf, newCheck, type PhoneCheck } from './check.ts';
import { systemRequirements } from './decide.ts';
import type { PhoneModel, PhoneSource } from './model.ts';

const source: PhoneSource = { address: 'https://example.jp/list', asOf: '2026-01-01' };
const listed: PhoneModel = {
  code: 'AB-12C',
  maker: 'Maker',
  name: 'Name',
  carrier: 'docomo',
  system: 'android',
  reads: 'yes',
  source,
  isEndOfLine: false,
  cardInPhone: 'unknown',
  spot: null,
};
const android: PhoneCheck = { ...newCheck, kind: 'android', model: listed };
const someAndroid: PhoneCheck = { ...android, model: 'not-listed' };
const iphone: PhoneCheck = { ...newCheck, kind: 'iphone', iphone: '8-or-x' };
const os = (value: 'new-enough' | 'too-old' | 'unknown') => ({ value, isSeen: false, isSure: true });

describe('the pages that an answer rests on', () => {
  it.each<readonly [string, PhoneCheck, readonly PhoneSource[]]>([
    ['a listed phone', { ...android, os: os('new-enough') }, [source]],
    ['a listed phone of some version', { ...android, os: os('unknown') }, [source, systemRequirements]],
    ['a listed phone that is too old', { ...android, os: os('too-old') }, [source, systemRequirements]],
    ['an unknown phone that is too old', { ...someAndroid, os: os('too-old') }, [systemRequirements]],
    ['a contact', { ...someAndroid, os: os('new-enough'), contact: 'found' }, []],
    ['a contact on some version', { ...someAndroid, os: os('unknown'), contact: 'found' }, [systemRequirements]],
    ['an iPhone 8', { ...iphone, os: os('new-enough') }, [iphoneRule]],
    ['an iPhone 7', { ...iphone, iphone: '7' }, [iphoneRule, systemRequirements]],
    ['an iPhone 6s', { ...iphone, iphone: '6s-or-older' }, [iphoneRule]],
    ['a phone of which nothing is known', someAndroid, []],
  ])('%s', (_, check, sources) => {
    expect(sourcesOf(answerOf(check), check)).toEqual(sources);
  });
});
