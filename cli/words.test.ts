import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cardErrorCodes } from '../lib/errors/card-error.ts';

const load = (path: string) => JSON.parse(readFileSync(new URL(`../messages/${path}`, import.meta.url), 'utf8'));

const keys = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object'
      ? keys(inner, `${prefix}${key}.`)
      : [`${prefix}${key}=${inner === '' ? 'empty' : 'text'}`],
  );

test('the command line says the same things in Japanese and in English', () => {
  const [ja, en] = [keys(load('command-line/ja.json')), keys(load('command-line/en.json'))];
  expect(en).toEqual(ja);
  expect(ja.filter((key) => key.endsWith('=empty'))).toEqual([]);
});

test.each(['ja', 'en'])('every failure has a plain title and remedy in %s for the terminal', (language) => {
  const { CardErrors } = load(`${language}.json`);
  for (const code of cardErrorCodes) {
    expect(CardErrors[code].title).toMatch(/^[^<{]+$/);
    expect(CardErrors[code].remedy).toMatch(/^[^<{]+$/);
  }
});
