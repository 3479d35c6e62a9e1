import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Day, isDay } from '../facts/day.ts';
import { factDefinitions } from '../facts/fact.ts';
import { errandList } from './errand-list.ts';
import { bringItems, type Procedure, type Source } from './procedure.ts';
import { procedures } from './procedures.ts';

const errands = factDefinitions.errand.values;
const all = Object.entries(procedures);

const day = v.custom<Day>(isDay, 'a day that exists');
const unique = <Item>(items: readonly Item[]): boolean => new Set(items).size === items.length;
const bring = v.pipe(v.array(v.picklist(bringItems)), v.check(unique, 'an item is named twice'));
const sources = v.pipe(
  v.array(
    v.strictObject({
      address: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//)),
      grade: v.picklist(['A', 'B', 'C', 'D', 'E']),
      asOf: v.nullable(day),
    }),
  ),
  v.minLength(1),
  v.check((list) => unique(list.map(({ address }) => address)), 'a source is named twice'),
);
const days = v.pipe(v.number(), v.integer(), v.minValue(0));

const procedure = v.strictObject({
  id: v.picklist(errands),
  kind: v.picklist([
    'application',
    'paid-without-application',
    'store-terminal',
    'pin-reset',
    'renewal',
    'information',
  ]),
  open: v.pipe(
    v.strictObject({ from: v.nullable(day), until: v.nullable(day) }),
    v.check(({ from, until }) => from === null || until === null || from <= until, 'it closes before it opens'),
  ),
  online: v.nullable(
    v.strictObject({
      pins: v.pipe(
        v.array(v.picklist(['signature', 'authentication', 'cardInfoInput'])),
        v.minLength(1),
        v.check(unique, 'a PIN is named twice'),
      ),
      phoneCard: v.picklist(['works', 'does-not-work', 'unconfirmed']),
      bring,
      adultsOnly: v.boolean(),
      phoneOnly: v.boolean(),
      newCertificateAfterDays: days,
      sources,
    }),
  ),
  post: v.nullable(v.strictObject({ form: v.picklist(['sent', 'download', 'request']), bring, sources })),
  counter: v.nullable(
    v.strictObject({ where: v.picklist(['municipality', 'tax-office', 'passport-office']), bring, sources }),
  ),
  asksHolder: v.boolean(),
  processing: v.nullable(
    v.pipe(
      v.strictObject({ unit: v.picklist(['days', 'working-days']), least: days, most: days }),
      v.check(({ least, most }) => least <= most, 'the least is more than the most'),
    ),
  ),
  varies: v.boolean(),
  sources,
  reviewBy: day,
});

const everySource = ({ sources: own, online, post, counter }: Procedure): readonly Source[] =>
  [own, online?.sources, post?.sources, counter?.sources].flatMap((list) => list ?? []);

test('every errand has one file, named as its id, and every file is listed', () => {
  const files = readdirSync(new URL('errands', import.meta.url)).map((name) => name.replace(/\.ts$/, ''));
  expect(files.sort()).toEqual([...errands].sort());
  expect(Object.keys(procedures).sort()).toEqual([...errands].sort());
});

test('the historical errand comes last', () => {
  expect(Object.keys(procedures).at(-1)).toBe('special-fixed-benefit-2020');
});

test('the list of errands holds every errand, in the order of their data', () => {
  expect(errandList).toEqual(Object.keys(procedures));
});

describe.each(all)('%s', (id, errand) => {
  test('has the shape of a procedure and the id it is listed by', () => {
    expect(v.safeParse(procedure, errand).issues ?? []).toEqual([]);
    expect(errand.id).toBe(id);
  });

  test('is looked at again after its sources were', () => {
    const late = everySource(errand).filter(({ asOf }) => asOf !== null && asOf >= errand.reviewBy);
    expect(late).toEqual([]);
  });

  test('says that the card in the phone works only where an official page does', () => {
    const isOfficial = errand.online?.sources.every(({ grade }) => ['A', 'B', 'C'].includes(grade));
    expect(errand.online?.phoneCard === 'works' && isOfficial !== true).toBe(false);
  });

  test('has a channel if it is applied for, and none if the rules about the card know its ways', () => {
    const channels = [errand.online, errand.post, errand.counter].filter((channel) => channel !== null);
    const isCardErrand = ['pin-reset', 'renewal', 'information'].includes(errand.kind);
    expect(channels.length > 0).toBe(!isCardErrand);
  });
});
