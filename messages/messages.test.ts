import { readdirSync, readFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';

type Messages = { readonly [key: string]: string | Messages };

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (file: string): Messages => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));

const flatten = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flatten(value, `${path}${key}.`),
  );

/** Names that the program fills in: `{count}`, `<term>…</term>`, also those inside a plural. */
const argumentsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
      default:
        return [element.value];
    }
  });

const shapeOf = (messages: Messages): Map<string, string[]> =>
  new Map(flatten(messages).map(([key, text]) => [key, [...new Set(argumentsOf(parse(text)))].sort()]));

const reference = shapeOf(read('ja.json'));

const keysInOrder = (messages: Messages): string[] => [
  ...Object.keys(messages),
  ...Object.values(messages).flatMap((value) => (typeof value === 'string' ? [] : keysInOrder(value))),
];
const sorted = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, typeof value === 'string' ? value : sorted(value)]),
  );

it('there is a file for each language', () => {
  expect(files).toEqual(expect.arrayContaining(['en.json', 'ja-easy.json', 'ja.json']));
});

it.each(files)('%s says everything that ja.json says, with the same arguments', (file) => {
  expect(Object.fromEntries(shapeOf(read(file)))).toEqual(Object.fromEntries(reference));
});

it.each(files)('nothing in %s is empty', (file) => {
  expect(flatten(read(file)).filter(([, text]) => text.trim() === '')).toEqual([]);
});

it.each(files)('the keys of %s are sorted', (file) => {
  const messages = read(file);
  expect(keysInOrder(messages)).toEqual(keysInOrder(sorted(messages)));
});
