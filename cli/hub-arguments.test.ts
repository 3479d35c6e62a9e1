import { expect, it } from 'vitest';
import { parseHubArguments } from './hub-arguments.ts';

const parse = (line: string) => parseHubArguments(line.split(' ').filter(Boolean));
const start = { kind: 'start', port: 3000, listen: undefined, origin: undefined, data: undefined };

it.each([
  ['', start],
  ['--port 3001', { ...start, port: 3001 }],
  ['--origin https://kazasu.example', { ...start, origin: 'https://kazasu.example' }],
  [
    '--listen 192.0.2.7 --origin=https://kazasu.example/',
    { ...start, listen: '192.0.2.7', origin: 'https://kazasu.example' },
  ],
  ['--listen :: --origin https://kazasu.example', { ...start, listen: '::', origin: 'https://kazasu.example' }],
  ['--data /var/lib/kazasu', { ...start, data: '/var/lib/kazasu' }],
  ['code 入口', { kind: 'code', name: '入口', minutes: 60, data: undefined }],
  ['code 2階 --minutes 10 --data /d', { kind: 'code', name: '2階', minutes: 10, data: '/d' }],
  ['--help', { kind: 'help' }],
  ['code --help', { kind: 'help' }],
])('"%s" is understood', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

it.each([
  ['--port', 'portNumber'],
  ['--port 65536', 'portNumber'],
  ['--listen 192.0.2.7', 'origin'],
  ['--listen hub.example --origin https://kazasu.example', 'listen'],
  ['--listen --origin https://kazasu.example', 'listen'],
  ['--origin', 'origin'],
  ['--origin http://kazasu.example', 'origin'],
  ['--origin https://kazasu.example/hub', 'origin'],
  ['--data', 'dataFolder'],
  ['--reader X', 'unknownFlag'],
  ['--minutes 10', 'unknownFlag'],
  ['code', 'kioskName'],
  ['code --minutes 10', 'kioskName'],
  ['code 入口 --minutes 9', 'minutes'],
  ['code 入口 --minutes 1441', 'minutes'],
  ['code 入口 --minutes', 'minutes'],
  ['code 入口 --port 1', 'unknownFlag'],
  ['code 入口 出口', 'unknownFlag'],
])('"%s" is answered with %s', (line, mistake) => {
  expect(parse(line)).toMatchObject({ kind: 'wrong', mistake });
});
