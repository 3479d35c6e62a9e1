import { expect, it } from 'vitest';
import { parseKioskArguments } from './kiosk-arguments.ts';

const scenarios = ['all-fine', 'all-locked'];
const parse = (line: string) => parseKioskArguments(line.split(' ').filter(Boolean), scenarios);
const start = {
  kind: 'start',
  port: 3000,
  reader: undefined,
  practiceCard: undefined,
  homeAddress: undefined,
  data: undefined,
  hub: undefined,
  paper: undefined,
  printQueue: undefined,
  panel: undefined,
  panelHeight: undefined,
};

it.each([
  ['', start],
  ['--practice-card', { ...start, practiceCard: 'all-fine' }],
  ['--practice-card all-locked', { ...start, practiceCard: 'all-locked' }],
  ['--practice-card=all-locked', { ...start, practiceCard: 'all-locked' }],
  ['--practice-card --port 0', { ...start, practiceCard: 'all-fine', port: 0 }],
  ['--port 65535', { ...start, port: 65_535 }],
  ['--port=8080', { ...start, port: 8080 }],
  ['--reader Virtual', { ...start, reader: 'Virtual' }],
  ['--home-address https://kazasu.example', { ...start, homeAddress: 'https://kazasu.example' }],
  ['--home-address=https://kazasu.example:8443/', { ...start, homeAddress: 'https://kazasu.example:8443' }],
  ['--home-address http://192.0.2.7:3000', { ...start, homeAddress: 'http://192.0.2.7:3000' }],
  ['--hub https://hub.example', { ...start, hub: 'https://hub.example' }],
  ['--printer 80mm', { ...start, paper: '80mm' }],
  ['--printer=a4 --print-queue lobby_2', { ...start, paper: 'a4', printQueue: 'lobby_2' }],
  ['--printer none', start],
  ['--panel 32:1920x1080', { ...start, panel: '32:1920x1080' }],
  ['--panel=21.5:1080x1920 --panel-height 900', { ...start, panel: '21.5:1080x1920', panelHeight: '900' }],
  ['--data /var/lib/kazasu', { ...start, data: '/var/lib/kazasu' }],
  ['--help', { kind: 'help' }],
  ['--port 1 --help', { kind: 'help' }],
])('"%s" is understood', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

it.each([
  ['--practice-card nobody', 'noSuchCard'],
  ['--port', 'portNumber'],
  ['--port 65536', 'portNumber'],
  ['--port -1', 'portNumber'],
  ['--port 30e2', 'portNumber'],
  ['--port= --reader X', 'portNumber'],
  ['--reader', 'readerName'],
  ['--reader=', 'readerName'],
  ['--reader X --practice-card', 'twoReaders'],
  ['--printer', 'printerPaper'],
  ['--printer A4', 'printerPaper'],
  ['--printer 58mm', 'printerPaper'],
  ['--print-queue', 'printQueue'],
  ['--print-queue=-x', 'printQueue'],
  ['--print-queue lobby/2', 'printQueue'],
  ['--panel', 'panel'],
  ['--panel 1080x1920', 'panel'],
  ['--panel 215:1080x1920', 'panel'],
  ['--panel-height', 'panelHeight'],
  ['--panel-height 90cm', 'panelHeight'],
  ['--panel-height 9000', 'panelHeight'],
  ['--data', 'dataFolder'],
  ['--hub', 'hubAddress'],
  ['--hub http://hub.example', 'hubAddress'],
  ['--data=', 'dataFolder'],
  ['--home-address', 'homeAddress'],
  ['--home-address kazasu.example', 'homeAddress'],
  ['--home-address ftp://kazasu.example', 'homeAddress'],
  ['--home-address javascript:alert(1)', 'homeAddress'],
  ['--home-address https://kazasu.example/ja', 'homeAddress'],
  ['--home-address https://kazasu.example/?x', 'homeAddress'],
  ['--home-address https://a:b@kazasu.example', 'homeAddress'],
  ['--pin 1234', 'unknownFlag'],
  ['kiosk', 'unknownFlag'],
])('"%s" is refused, with the reason', (line, mistake) => {
  expect(parse(line)).toMatchObject({ kind: 'wrong', mistake });
});
