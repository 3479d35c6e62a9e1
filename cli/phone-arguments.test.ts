import { expect, test } from 'vitest';
import { parsePhoneArguments } from './phone-arguments.ts';

const asked = { kind: 'phone', model: 'SO-51C', os: null, json: false };

test.each([
  [['--model', 'SO-51C'], asked],
  [['--model=SO-51C', '--json'], { ...asked, json: true }],
  [['--json', '--model', 'Pixel 7a'], { ...asked, model: 'Pixel 7a', json: true }],
  [['--os-version', '14', '--model', 'SO-51C'], { ...asked, os: { system: null, version: [14, 0] } }],
])('%j is understood', (args, expected) => {
  expect(parsePhoneArguments(args)).toEqual(expected);
});

test.each([
  ['14', null, [14, 0]],
  ['14.0', null, [14, 0]],
  ['14.0.0', null, [14, 0]],
  ['16.4', null, [16, 4]],
  ['16.10.2', null, [16, 10]],
  ['v16', null, [16, 0]],
  ['V16.3', null, [16, 3]],
  [' 16.4 ', null, [16, 4]],
  ['１６．４', null, [16, 4]],
  ['iOS 16.4', 'ios', [16, 4]],
  ['ios16.4', 'ios', [16, 4]],
  ['Android 14', 'android', [14, 0]],
  ['ANDROID 4.4.2', 'android', [4, 4]],
])('version "%s" is %s %j', (text, system, version) => {
  expect(parsePhoneArguments(['--model', 'SO-51C', '--os-version', text])).toEqual({
    ...asked,
    os: { system, version },
  });
});

test.each([
  '',
  ' ',
  'new',
  '16.',
  '.4',
  '16,4',
  '16.4.1.2',
  '-14',
  '12L',
  '2024',
  'Android',
  'Android v14',
  'iPadOS 16',
  '14 beta',
])('version "%s" is refused', (text) => {
  const args = ['--model', 'SO-51C', `--os-version=${text}`];
  expect(parsePhoneArguments(args)).toEqual({ kind: 'wrong', mistake: 'osVersion' });
});

test.each([[[]], [['--json']], [['--model=']], [['--model', '　']], [['--os-version', '14']]])(
  '%j names no phone',
  (args) => {
    expect(parsePhoneArguments(args)).toEqual({ kind: 'wrong', mistake: 'modelMissing' });
  },
);

test.each([[['--pin', '1234']], [['SO-51C']], [['--model']], [['--model', 'SO-51C', '--os-version']]])(
  '%j is not for this command',
  (args) => {
    expect(() => parsePhoneArguments(args)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^ERR_PARSE_ARGS/) }),
    );
  },
);
