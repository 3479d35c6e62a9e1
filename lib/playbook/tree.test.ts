import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutReadings } from '../i18n/furigana.ts';
import { routing } from '../i18n/routing.ts';
import { handOutTitles } from './hand-out-titles.ts';
import { handOuts, nevers } from './node.ts';
import { certificates } from './pages/certificates.ts';
import { errors } from './pages/errors.ts';
import { fails } from './pages/fails.ts';
import { forgotten } from './pages/forgotten.ts';
import { locked } from './pages/locked.ts';
import { other } from './pages/other.ts';
import { people } from './pages/people.ts';
import { phone } from './pages/phone.ts';
import { which } from './pages/which.ts';
import { playbookSources } from './sources.ts';
import { choicesOf, isNodeId, type NodeId, nodeIds, nodes, type Page, top, trailTo, walk } from './tree.ts';

type Texts = string | { readonly [key: string]: Texts };

const messagesIn = (locale: string): Texts =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../messages/${locale}.json`), 'utf8'));

const textAt = (texts: Texts | undefined, path: string): string | undefined => {
  const found = path
    .split('.')
    .reduce<Texts | undefined>((node, key) => (typeof node === 'object' ? node[key] : undefined), texts);
  return typeof found === 'string' ? found : undefined;
};

const keysUnder = (texts: Texts, path: string): readonly string[] => {
  const node = path
    .split('.')
    .reduce<Texts | undefined>((each, key) => (typeof each === 'object' ? each[key] : undefined), texts);
  return typeof node === 'object' ? Object.keys(node).map((key) => `${path}.${key}`) : [];
};

const pages = nodeIds.flatMap((id): readonly (readonly [NodeId, Page])[] => {
  const node = nodes[id];
  return node.kind === 'page' ? [[id, node]] : [];
});

const linesOf = (page: Page): readonly string[] => [...page.say, ...page.ask, ...page.do];

/** What goes by the lines of pages: sentences, titles and what never to do. */
const usedPaths: ReadonlySet<string> = new Set([
  ...pages.flatMap(([, page]) => linesOf(page)),
  ...pages.flatMap(([, page]) => page.never.map((each) => `Playbook.never.${each}`)),
  ...nodeIds.filter((id) => id !== top).map((id) => `Playbook.titles.${id}`),
]);

describe('the tree', () => {
  test('has 71 pages, each at most four keys from the top', () => {
    expect(pages).toHaveLength(71);
    expect(pages.filter(([id]) => trailTo(id).length - 1 > 4)).toEqual([]);
  });

  test('leads to every node from the top', () => {
    const lost = nodeIds.filter((id) => {
      const trail = trailTo(id);
      return trail.some((each, at) => at > 0 && !choicesOf(trail[at - 1] ?? top).includes(each));
    });
    expect(lost).toEqual([]);
  });

  test('names nothing twice: no part has an id of another', () => {
    const parts = [forgotten, locked, fails, which, certificates, phone, errors, people, other];
    const ids = [top, ...parts.flatMap((part) => Object.keys(part))];
    expect(ids).toHaveLength(new Set(ids).size);
    expect(new Set(ids)).toEqual(new Set(nodeIds));
  });

  test('has no dead ends: from one to nine ways on from everywhere, none twice and none back to itself', () => {
    const wrong = nodeIds.filter((id) => {
      const choices = choicesOf(id);
      const isOdd = new Set(choices).size < choices.length || choices.includes(id);
      return isOdd || choices.length < 1 || choices.length > 9;
    });
    expect(wrong).toEqual([]);
  });

  test('knows its own ids and no others', () => {
    expect(isNodeId('pin-locked-signature')).toBe(true);
    expect(isNodeId('toString')).toBe(false);
    expect(isNodeId('')).toBe(false);
  });
});

describe('the way there', () => {
  test('is the shortest for an address that comes from elsewhere', () => {
    expect(walk([top], 'stay-pending')).toEqual([top, 'certificates', 'stay', 'stay-pending']);
  });

  test('goes on by a choice, and back without one', () => {
    const trail = walk([top, 'errors', 'error-locked'], 'pin-locked-signature');
    expect(trail).toEqual([top, 'errors', 'error-locked', 'pin-locked-signature']);
    expect(walk(trail, 'errors')).toEqual([top, 'errors']);
  });

  test('keeps the menu that was taken, not the one where a page is listed first', () => {
    expect(walk([top, 'other'], 'outage')).toEqual([top, 'other', 'outage']);
    expect(trailTo('outage')).toEqual([top, 'phone', 'outage']);
  });
});

describe.each(pages)('%s', (_, page) => {
  test('has something to say, to find out, to do, to show, never to do, and a source', () => {
    const { say, ask, do: steps, handOut, never, sources } = page;
    for (const each of [say, ask, steps, handOut, never, sources]) {
      expect(each.length).toBeGreaterThan(0);
      expect(new Set<string>(each).size).toBe(each.length);
    }
  });

  test('rests on pages that are public and, where they bear one, have a day', () => {
    for (const source of page.sources) {
      const { address, asOf } = playbookSources[source];
      expect(new URL(address).protocol).toMatch(/^https?:$/);
      if (asOf !== null) expect(new Date(asOf).toISOString().slice(0, 10)).toBe(asOf);
    }
  });
});

test('a page about a PIN says not to ask for it', () => {
  const silent = pages.filter(([, { pin, never }]) => pin !== undefined && !never.includes('ask-pin'));
  expect(silent).toEqual([]);
  const parts = [forgotten, locked, fails, which].flatMap((part) => Object.values(part));
  const open = parts.filter((node) => node.kind === 'page' && !(node.never as readonly string[]).includes('ask-pin'));
  expect(open).toEqual([]);
});

test('what never to do, and what can be shown, is all used somewhere', () => {
  expect(new Set(pages.flatMap(([, { never }]) => never))).toEqual(new Set(nevers));
  expect(new Set(pages.flatMap(([, { handOut }]) => handOut))).toEqual(new Set(handOuts));
});

/** A number that is asked for, or said, in the words of each language; 「番号は言わないで」 and the like are no asking. */
const asksForNumber: Readonly<Record<string, RegExp>> = {
  ja: /番号(?:を|は)(?:教えて|おっしゃって|言って|話して|見せて|書いて|入れて)|何番/,
  'ja-easy': /番号(?:を|は)\s*(?:教えて|言って|話して|見せて)\s*(?:ください|くれ)|何番/,
  en: /\b(?:tell|give|show|read)(?: \w+)? (?:me|us)\b[^.?]*\b(?:PIN|password|number)\b(?<!need not tell me the number)|what is your (?:PIN|password|number)/i,
};

describe.each(routing.locales)('in %s', (locale) => {
  const texts = messagesIn(locale);

  test('every sentence, title and screen is there, and needs nothing filled in', () => {
    const wanted = [...usedPaths, ...Object.values(handOutTitles)];
    expect(wanted.filter((path) => textAt(texts, path) === undefined)).toEqual([]);
    expect(wanted.filter((path) => /[{}]/.test(textAt(texts, path) ?? ''))).toEqual([]);
  });

  test('no sentence is without a page', () => {
    const groups = ['ask', 'do', 'never', 'say', 'titles'].map((group) => `Playbook.${group}`);
    const own = groups.flatMap((group) => keysUnder(texts, group));
    expect(own.filter((path) => !usedPaths.has(path))).toEqual([]);
  });

  test('no page asks for a PIN', () => {
    const asking = pages.flatMap(([id, page]) =>
      [...page.say, ...page.ask]
        .filter((path) => asksForNumber[locale]?.test(withoutReadings(textAt(texts, path) ?? '')))
        .map((path) => `${id}: ${path}`),
    );
    expect(asking).toEqual([]);
  });
});

test('what would ask for a PIN is noticed', () => {
  expect('暗証番号を教えていただけますか。').toMatch(asksForNumber.ja ?? /$^/);
  expect('番号を 言って ください。').toMatch(asksForNumber['ja-easy'] ?? /$^/);
  expect('Could you tell me your PIN?').toMatch(asksForNumber.en ?? /$^/);
});
