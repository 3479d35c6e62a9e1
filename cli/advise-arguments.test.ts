import { expect, test } from 'vitest';
import { parseAdviseArguments } from './advise-arguments.ts';

const parse = (line: string) => parseAdviseArguments(line.split(' ').filter(Boolean));
const advise = { kind: 'advise', file: 'visit.json', moment: null, json: false };

test.each([
  ['--facts visit.json', advise],
  ['--facts=visit.json --json', { ...advise, json: true }],
  ['--json --facts visit.json', { ...advise, json: true }],
  ['--facts -', { ...advise, file: '-' }],
  ['--facts visit.json --on 2026-11-25', { ...advise, moment: { day: '2026-11-25', minute: 540 } }],
  ['--facts visit.json --on 2026-11-25T23:05', { ...advise, moment: { day: '2026-11-25', minute: 1385 } }],
  ['--facts visit.json --on 2026-11-25T00:00', { ...advise, moment: { day: '2026-11-25', minute: 0 } }],
  ['--facts visit.json --on 2020-05-11', { ...advise, moment: { day: '2020-05-11', minute: 540 } }],
  ['--map', { kind: 'map' }],
  ['--names', { kind: 'names' }],
  ['--store-reset', { kind: 'store-reset' }],
])('"%s" is understood', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

test.each([
  ['', 'factsMissing'],
  ['--json', 'factsMissing'],
  ['--facts=', 'factsMissing'],
  ['--on 2026-11-25', 'factsMissing'],
  ['--facts visit.json --on today', 'onDay'],
  ['--facts visit.json --on 2026-02-30', 'onDay'],
  ['--facts visit.json --on 2026-11-25T24:00', 'onDay'],
  ['--facts visit.json --on 2026-11-25T9:00', 'onDay'],
  ['--facts visit.json --on 2026-11-25T', 'onDay'],
  ['--facts visit.json --on 2026-11-25T09:00:00', 'onDay'],
  ['--facts visit.json --on=', 'onDay'],
])('"%s" is refused, with the reason', (line, mistake) => {
  expect(parse(line)).toEqual({ kind: 'wrong', mistake });
});

test.each(['--pin 1234', '--facts visit.json extra', '--facts'])('"%s" is not for this command', (line) => {
  expect(() => parse(line)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^ERR_PARSE_ARGS/) }));
});
