import { expect, it } from 'vitest';
import { parseHomeArguments } from './home-arguments.ts';

const parse = (line: string) => parseHomeArguments(line.split(' ').filter(Boolean));

it.each([
  ['', { kind: 'start', port: 3000, settings: undefined }],
  ['--port 8080', { kind: 'start', port: 8080, settings: undefined }],
  ['--settings /o.json', { kind: 'start', port: 3000, settings: '/o.json' }],
  ['--port=0', { kind: 'start', port: 0, settings: undefined }],
  ['--port 1 --port 2', { kind: 'start', port: 2, settings: undefined }],
  ['--help', { kind: 'help' }],
  ['--port 1 --help', { kind: 'help' }],
])('"%s" is understood', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

it.each([
  ['--port', 'portNumber', ''],
  ['--settings', 'settingsFile', '--settings'],
  ['--port x', 'portNumber', 'x'],
  ['--port 65536', 'portNumber', '65536'],
  ['--reader X', 'unknownFlag', '--reader'],
  ['--practice-card', 'unknownFlag', '--practice-card'],
  ['home', 'unknownFlag', 'home'],
])('"%s" is refused, with the reason', (line, mistake, word) => {
  expect(parse(line)).toEqual({ kind: 'wrong', mistake, word });
});
