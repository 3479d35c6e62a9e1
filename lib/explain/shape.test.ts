import { expect, it } from 'vitest';
import type { ErrorApp } from './error-row.ts';
import { errors } from './errors.ts';
import { shapeOf } from './shape.ts';

it.each([
  ['残り回数は3回です', 'tries-left'],
  ['あと２回まちがえるとロックします', 'tries-left'],
  ['のこり1かい', 'tries-left'],
  ['暗証番号がロックされています', 'pin-locked'],
  ['PIN is locked', 'pin-locked'],
  ['HJS9999E', 'etax-code'],
  ['ＨＪＳ３０６４Ｅ', 'etax-code'],
  ['エラーコード【HJSO123E】', 'etax-code'],
  ['EW144-1100', 'myna-app-code'],
  ['EI999-0001', 'myna-app-code'],
  ['エラー EA123', 'myna-app-code'],
  ['MPA-XX-001', 'myna-app-code'],
  ['6985', 'card-status-word'],
  ['SW 6A86', 'card-status-word'],
  ['0x6700', 'card-status-word'],
  ['404', 'http-status'],
  ['HTTP 500', 'http-status'],
  ['５０４エラー', 'http-status'],
  ['1234', 'number-only'],
  ['116', 'number-only'],
  ['123456789012', 'number-only'],
  ['0120-95-0178', 'number-only'],
  ['APL0001', 'unknown'],
  ['スマホが壊れた', 'unknown'],
  ['ロックされています', 'pin-locked'],
  ['画面がロックされています', 'unknown'],
  ['', 'unknown'],
])('%s looks like %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape);
});

const codesOf = (app: ErrorApp) => errors.flatMap((row) => (row.app === app ? row.codes : []));

it.each(codesOf('e-tax'))('%s, which is known, has the shape of an e-Tax code', (code) => {
  expect(shapeOf(code)).toBe('etax-code');
});

it.each(codesOf('card'))('%s, which is known, has the shape of a status word', (code) => {
  expect(shapeOf(code.replace('63Cx', '63C2'))).toBe('card-status-word');
});
