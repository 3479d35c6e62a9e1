import { expect, test } from 'vitest';
import { parseBrowserArguments } from './browser-arguments.ts';

test('without a word it keeps the browser of the usual kiosk', () => {
  expect(parseBrowserArguments([])).toEqual({
    kind: 'start',
    url: 'http://127.0.0.1:3000',
    port: 3101,
    chromium: '/usr/bin/chromium',
    folder: undefined,
  });
});

test('every flag is taken, in either form', () => {
  const words = [
    '--url',
    'http://127.0.0.1:3300/',
    '--port=3301',
    '--chromium',
    '/opt/chromium',
    '--folder',
    '/run/kazasu',
  ];
  expect(parseBrowserArguments(words)).toMatchObject({
    url: 'http://127.0.0.1:3300',
    port: 3301,
    chromium: '/opt/chromium',
    folder: '/run/kazasu',
  });
});

test.each([
  [['--url', 'https://kazasu.example'], 'url'],
  [['--url', 'http://localhost:3000'], 'url'],
  [['--url'], 'url'],
  [['--port', '0'], 'portNumber'],
  [['--port', '70000'], 'portNumber'],
  [['--chromium'], 'chromium'],
  [['--folder'], 'folder'],
  [['--colour'], 'unknownFlag'],
])('%j is refused: %s', (words, mistake) => {
  expect(parseBrowserArguments(words)).toMatchObject({ kind: 'wrong', mistake });
});
