import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entriesOf, type PhoneData, type PhoneEntry, readCatalogue } from './catalogue.ts';
import { checkSource, type ListPlan, type ListSource, planImport, readList } from './official-list.ts';
import { phoneColumns, phoneDataSchema } from './phone-data-schema.ts';

const header = 'maker,model name,model code,carrier';
const csvOf = (...lines: readonly string[]): string => [header, ...lines].join('\n');

const list: ListSource = { kind: 'reads', address: 'https://example.org/nfclist.pdf', date: '2026-12-01' };
const later: ListSource = { ...list, date: '2027-02-01' };
const cardList: ListSource = { ...list, kind: 'card-in-phone' };

const data: PhoneData = {
  about: 'For tests.',
  asOf: '2026-11-23',
  licences: {
    names: { address: 'https://example.org/names', licence: 'MIT', taken: 'names', asOf: '2022-11-28' },
    article: { address: 'https://example.org/article', licence: 'facts', taken: 'a rule', asOf: '2025' },
  },
  endOfLine: [],
  columns: [...phoneColumns],
  models: {
    Google: [['Pixel 7a', 'Google Pixel 7a', 'names', 'all', null, 'yes', 'article', 'yes', 'article']],
    Sony: [
      ['SO-51C', 'Xperia 1 IV', 'names', 'docomo'],
      ['SOG06', 'Xperia 1 IV', 'names', 'au-uq', null, 'nfc', 'article'],
      ['XQ-CT54', 'Xperia 1 IV', 'names', 'abroad'],
    ],
    Sharp: [
      ['A103SH', 'AQUOS wish', 'names', 'softbank-ymobile'],
      ['A104SH', 'AQUOS wish', 'names', 'softbank-ymobile'],
    ],
    OPPO: [['CPH1983', 'OPPO Reno A', 'names', 'sim-free', null, 'no', 'article']],
  },
};

const linesOf = (...lines: readonly string[]) => {
  const read = readList(csvOf(...lines));
  if (!read.ok) throw new Error(read.mistakes.map(({ says }) => says).join());
  return read.lines;
};
const plan = (source: ListSource, from: PhoneData, ...lines: readonly string[]): ListPlan =>
  planImport(from, linesOf(...lines), source);
const codes = (entries: readonly PhoneEntry[]): readonly string[] => entries.map(({ code }) => code);
const entry = (of: PhoneData, code: string): PhoneEntry | undefined => entriesOf(of).find((each) => each.code === code);
const mistakesOf = (csv: string, otherwise?: string): readonly string[] => {
  const read = readList(csv, otherwise);
  return read.ok ? [] : read.mistakes.map(({ line, says }) => `${line}: ${says}`);
};

describe('the table of a list', () => {
  it('is read with quotes, a byte order mark, empty lines and any ends of lines', () => {
    const csv = `\ufeff${header}\r\n"Sony","Xperia ""1"", IV",SO-51C,docomo\r\n\r\nシャープ,"AQUOS\nwish",,ソフトバンク\r\n`;
    expect(readList(csv)).toEqual({
      ok: true,
      lines: [
        { line: 2, maker: 'Sony', name: 'Xperia "1", IV', code: 'SO-51C', carrier: 'docomo' },
        { line: 4, maker: 'シャープ', name: 'AQUOS\nwish', code: null, carrier: 'softbank-ymobile' },
      ],
    });
  });

  it.each([
    ['ドコモ', 'docomo'],
    ['NTTドコモ', 'docomo'],
    ['ＮＴＴ docomo', 'docomo'],
    ['KDDI', 'au-uq'],
    ['au/UQ mobile', 'au-uq'],
    ['UQモバイル', 'uq'],
    ['ソフトバンク', 'softbank-ymobile'],
    ['SoftBank/Y!mobile', 'softbank-ymobile'],
    ['ワイモバイル', 'ymobile'],
    ['楽天モバイル', 'rakuten'],
    ['SIMフリー', 'sim-free'],
    ['sim-free', 'sim-free'],
  ])('knows %s', (text, carrier) => {
    expect(linesOf(`Sony,One,,${text}`)).toMatchObject([{ carrier }]);
  });

  it('may leave the carrier to the order', () => {
    expect(readList(csvOf('Sony,One,X-1,'), 'au')).toMatchObject({ ok: true, lines: [{ carrier: 'au-uq' }] });
    expect(mistakesOf(csvOf('Sony,One,X-1,'))).toEqual(['2: the carrier "" is not known']);
  });

  it('says every mistake with its line', () => {
    const csv = csvOf(
      ',One,SO-1,docomo',
      'Sony,,SO-2,docomo',
      'Sony,Three,SO-3,vodafone',
      'Sony,Four,SO-4',
      'Sony,Five,SO-5,docomo',
      'Sony,Five again,so-5,ドコモ',
      'Sony,Six,,au',
      'Sony,S I X,,au',
    );
    expect(mistakesOf(csv)).toEqual([
      '2: the maker is empty',
      '3: the model name is empty',
      '4: the carrier "vodafone" is not known',
      '5: 4 columns expected, 3 found',
      '5: the carrier "" is not known',
      '7: the same phone as in line 6',
      '9: the same phone as in line 8',
    ]);
  });

  it.each([
    ['', '1: the header must be maker,model name,model code,carrier'],
    ['maker,name\nSony,One', '1: the header must be maker,model name,model code,carrier'],
    [header, '1: there is no phone in it'],
    [csvOf('Sony,"One,SO-1,docomo'), '2: a quote is out of place or not closed'],
    [csvOf('Sony,O"ne,SO-1,docomo'), '2: a quote is out of place or not closed'],
  ])('%j is no such table', (csv, mistake) => {
    expect(mistakesOf(csv)).toEqual([mistake]);
  });
});

describe('what is said about a list', () => {
  it('is in order with a kind, an address and a day', () => {
    expect(checkSource(data, list)).toEqual([]);
  });

  it('names everything that is wrong', () => {
    const says = checkSource(data, { kind: 'nfc', address: 'nfclist.pdf', date: '2026-02-30' }).map(
      (each) => each.says,
    );
    expect(says).toEqual([
      'the kind must be reads or card-in-phone, not "nfc"',
      'the address must begin with https://, not "nfclist.pdf"',
      'the date must be a day, YYYY-MM-DD, not "2026-02-30"',
    ]);
  });

  it('is refused for a copy that is older than the one that was read', () => {
    const { data: after } = plan(later, data, 'Sony,Xperia 1 IV,SO-51C,docomo');
    expect(checkSource(after, later)).toEqual([]);
    expect(checkSource(after, list).map(({ says }) => says)).toEqual([
      'the data has a copy of this list of 2027-02-01, which is newer than 2026-12-01',
    ]);
  });
});

describe('a list', () => {
  it('makes the model with its code a "yes" that leads to the list', () => {
    const { becomeYes, data: after } = plan(list, data, 'ソニー,XPERIA 1 IV,so-51c,ドコモ');
    expect(codes(becomeYes)).toEqual(['SO-51C']);
    const [model] = readCatalogue(after).models.filter(({ code }) => code === 'SO-51C');
    expect(model).toMatchObject({ reads: 'yes', source: { address: list.address, asOf: '2026-12-01' } });
    expect(after.asOf).toBe('2026-12-01');
    expect(v.is(phoneDataSchema, after)).toBe(true);
  });

  it('says nothing of the models that are not in it', () => {
    const { becomeNo, data: after } = plan(list, data, 'Sony,Xperia 1 IV,SO-51C,docomo');
    expect(becomeNo).toEqual([]);
    expect(entriesOf(after).filter(({ code }) => code !== 'SO-51C')).toEqual(
      entriesOf(data).filter(({ code }) => code !== 'SO-51C'),
    );
  });

  it('finds a model by its name where it gives no code, of the same carrier only', () => {
    expect(codes(plan(list, data, 'ソニー,エクスペリア 1 Ⅳ,,UQ').becomeYes)).toEqual(['SOG06']);
    expect(codes(plan(list, data, 'Sony,Xperia 1 IV SOG06,,au').added)).toEqual(['Xperia 1 IV SOG06']);
  });

  it('finds a model that is known by its name alone, whatever code the list gives it', () => {
    const { stayYes, added, data: after } = plan(list, data, 'Google,Pixel 7a,GWKK3,SoftBank');
    expect([codes(stayYes), added]).toEqual([['Pixel 7a'], []]);
    expect(entry(after, 'Pixel 7a')).toMatchObject({ reads: 'yes', readsSource: 'official-reads-1' });
  });

  it('adds a model once, by its name, where its maker has no other codes', () => {
    const lines = ['Google,Pixel 8,GKWS6,docomo', 'Google,Google Pixel 8,GPJ41,au'];
    const { added } = plan(list, data, ...lines);
    expect(added).toMatchObject([{ code: 'Pixel 8', name: 'Pixel 8', carrier: 'all', reads: 'yes' }]);
  });

  it('adds a model of which it gives another code, before the others of its maker', () => {
    const { added, data: after } = plan(list, data, 'Sony,Xperia 1 IV,SO-99Z,docomo', '新しい会社,One,N-1,au');
    expect(codes(added)).toEqual(['SO-99Z', 'N-1']);
    expect(after.models.Sony?.map(([code]) => code)).toEqual(['SO-99Z', 'SO-51C', 'SOG06', 'XQ-CT54']);
    expect(Object.keys(after.models)).toEqual(['Google', 'Sony', 'Sharp', 'OPPO', '新しい会社']);
    expect(entry(after, 'N-1')).toMatchObject({ nameSource: 'official-reads-1', reads: 'yes' });
    expect(v.is(phoneDataSchema, after)).toBe(true);
  });

  it('changes nothing where a name fits two models of a carrier', () => {
    const { unclear, becomeYes, data: after } = plan(list, data, 'シャープ,AQUOS wish,,SoftBank');
    expect(unclear.map(({ line, entries }) => [line.line, codes(entries)])).toEqual([[2, ['A103SH', 'A104SH']]]);
    expect(becomeYes).toEqual([]);
    expect(entriesOf(after)).toEqual(entriesOf(data));
  });

  it('does not overrule a "no" from elsewhere', () => {
    const { disputed, data: after } = plan(list, data, 'OPPO,Reno A,CPH1983,SIMフリー');
    expect(codes(disputed)).toEqual(['CPH1983']);
    expect(entry(after, 'CPH1983')).toEqual(entry(data, 'CPH1983'));
  });
});

describe('a newer copy of a list', () => {
  const { data: first } = plan(
    list,
    data,
    'Sony,Xperia 1 IV,SO-51C,docomo',
    'Sony,Xperia 1 IV,SOG06,au',
    'Sharp,AQUOS wish,A103SH,SoftBank',
  );

  it('makes "no" of what the older had and it has not', () => {
    const { becomeNo, stayYes, data: after } = plan(later, first, 'Sony,Xperia 1 IV,SO-51C,docomo');
    expect(codes(becomeNo)).toEqual(['SOG06', 'A103SH']);
    expect(codes(stayYes)).toEqual(['SO-51C']);
    expect(entry(after, 'SOG06')).toMatchObject({ reads: 'no', readsSource: 'official-reads-1' });
    expect(entry(after, 'A104SH')).toMatchObject({ reads: 'unknown' });
    expect(entry(after, 'Pixel 7a')).toMatchObject({ reads: 'yes', readsSource: 'article' });
    expect(after.licences['official-reads-1']?.asOf).toBe('2027-02-01');
  });

  it('takes back a "no" of its own', () => {
    const { data: dropped } = plan(later, first, 'Sony,Xperia 1 IV,SO-51C,docomo');
    const { becomeYes, disputed } = plan(later, dropped, 'Sony,Xperia 1 IV,SOG06,au');
    expect([codes(becomeYes), disputed]).toEqual([['SOG06'], []]);
  });

  it('does not make "no" of what it may have, by a name that fits several', () => {
    expect(codes(plan(later, first, 'Sharp,AQUOS wish,,SoftBank').becomeNo)).toEqual(['SO-51C', 'SOG06']);
  });

  it('is not what another list, or an article at its address, says', () => {
    expect(plan({ ...later, address: 'https://example.org/other' }, first, 'Sony,X,X-1,au').becomeNo).toEqual([]);
    expect(plan({ ...later, address: 'https://example.org/article' }, first, 'Sony,X,X-1,au').becomeNo).toEqual([]);
  });

  it('changes nothing if it is the same', () => {
    const again = planImport(
      first,
      linesOf('Sony,Xperia 1 IV,SO-51C,docomo', 'Sony,Xperia 1 IV,SOG06,au', 'Sharp,AQUOS wish,A103SH,SoftBank'),
      list,
    );
    expect(again.data).toEqual(first);
  });
});

describe('a list of phones that hold the card', () => {
  const { becomeYes, data: first } = plan(
    cardList,
    data,
    'Sony,Xperia 1 IV,SO-51C,docomo',
    'OPPO,Reno A,CPH1983,SIMフリー',
  );

  it('says that they hold it, by a source of its own', () => {
    expect(codes(becomeYes)).toEqual(['SO-51C', 'CPH1983']);
    expect(entry(first, 'SO-51C')).toMatchObject({
      reads: 'unknown',
      cardInPhone: 'yes',
      cardSource: 'official-card-in-phone-1',
    });
  });

  it('lets the catalogue say that they read the card, unless the maker says that they do not', () => {
    const readings = readCatalogue(first).models.filter(({ cardInPhone }) => cardInPhone === 'yes');
    expect(readings.map(({ code, reads }) => [code, reads])).toEqual([
      ['Pixel 7a', 'yes'],
      ['SO-51C', 'yes'],
      ['CPH1983', 'no'],
    ]);
  });

  it('leaves the reading as it was when it has them no more', () => {
    const { data: after } = plan({ ...cardList, date: '2027-02-01' }, first, 'Sony,Other,X-1,au');
    expect(entry(after, 'SO-51C')).toMatchObject({ reads: 'unknown', cardInPhone: 'no' });
  });
});
