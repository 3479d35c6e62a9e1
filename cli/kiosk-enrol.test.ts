import { expect, it } from 'vitest';
import { parseEnrolArguments } from './kiosk-enrol.ts';

const parse = (line: string) => parseEnrolArguments(line.split(' ').filter(Boolean));

it.each([
  [
    'ABCD-EFGH-JKMN --hub https://hub.example',
    { kind: 'enrol', code: 'ABCD-EFGH-JKMN', hub: 'https://hub.example', data: undefined },
  ],
  ['A --hub=http://127.0.0.1:3001 --data /d', { kind: 'enrol', code: 'A', hub: 'http://127.0.0.1:3001', data: '/d' }],
  ['--help', { kind: 'help' }],
])('"%s" is understood', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

it.each([
  ['', 'enrolCode'],
  ['--hub https://hub.example', 'enrolCode'],
  ['A', 'hubAddress'],
  ['A --hub', 'hubAddress'],
  ['A --hub http://hub.example', 'hubAddress'],
  ['A --hub https://hub.example --data', 'dataFolder'],
  ['A B --hub https://hub.example', 'unknownFlag'],
])('"%s" is answered with %s', (line, mistake) => {
  expect(parse(line)).toMatchObject({ kind: 'wrong', mistake });
});
