import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errors } from './errors.ts';
import { explain } from './search.ts';

const idsOf = (text: string, limit?: number) => explain(text, limit).map(({ row }) => row.id);

describe('what people type finds the right row first', () => {
  it.each([
    // Width, case, spaces, hyphens, brackets.
    ['ＥＩ１２３-２００８', 'certificate-not-verified'],
    ['ＥＩ１２３－２００８', 'certificate-not-verified'],
    ['ei123 2008', 'certificate-not-verified'],
    ['EI1232008', 'certificate-not-verified'],
    ['mpa is i05', 'certificate-not-verified'],
    ['「MPA-IS-I05」と出た', 'certificate-not-verified'],
    ['マイナアプリで EI123-2008 (MPA-IS-I05) と出た', 'certificate-not-verified'],
    ['ｴﾗｰ E0008', 'lifted-while-typing'],
    ['E0008/00210026', 'lifted-while-typing'],
    ['mkcz-405e', 'card-put-too-late'],
    ['エラーコード【hjs0432e】', 'signature-locked'],
    ['予期せぬエラー（５０３）', 'portal-unavailable'],
    ['マイナポータルで503エラーが出ました', 'portal-unavailable'],
    ['BAD REQUEST', 'stopped-by-button'],
    ['6 2 0 1 0', 'vaccine-card-not-read'],
    ['カードの読み取りに失敗しました エラーコード「115」', 'signing-failed-115'],
    // What a photo, or an eye, takes for another letter.
    ['EIl23-20O8', 'certificate-not-verified'],
    ['El123一2008', 'certificate-not-verified'],
    ['MPA-IS-IO5', 'certificate-not-verified'],
    ['5O3', 'portal-unavailable'],
    ['HJSO4O7E', 'reader-not-working'],
    ['HJ50432E', 'signature-locked'],
    ['EOOO8', 'lifted-while-typing'],
    ['MKC2405E', 'card-put-too-late'],
    ['6201O', 'vaccine-card-not-read'],
    ['ICカ一ド通信制御エラ一', 'lifted-while-typing'],
    ['バスワ一ドが間違っています。残リ回数は２回です', 'wrong-pin'],
    ['QRコ-ドを読み取る', 'opened-by-itself'],
    ['窓ロで電子証明書を更新してください', 'certificate-not-verified'],
    // Parts of a sentence, and sentences with more than the screen says.
    ['検証に失敗', 'certificate-not-verified'],
    ['電子証明書 検証 失敗', 'certificate-not-verified'],
    ['電子証明書の検証に失敗って出た', 'certificate-not-verified'],
    ['コマンド送信に失敗', 'lifted-while-typing'],
    ['マイナンバーカードが読み取れません', 'vaccine-card-not-read'],
    ['署名用の電子証明書が失効', 'signature-certificate-void'],
    ['しょめいようでんししょうめいしょがしっこうしています', 'signature-certificate-void'],
    ['電子認証エラー', 'certificate-just-issued'],
    ['2次元コードを更新', 'screen-code-expired'],
    ['マイナポータルが無効', 'extension-disabled'],
    ['予期せぬエラーが発生しました', 'vaccine-unexpected'],
    // Numbers that change.
    ['残り2回', 'wrong-pin'],
    ['残り二回', 'wrong-pin'],
    ['残り○回', 'wrong-pin'],
    ['のこり１かい', 'wrong-pin'],
    ['ぱすわーどがまちがっています', 'wrong-pin'],
    ['マイナサイン パスワードが間違って', 'wrong-pin'],
    // What happened.
    ['ストアが何度も開く', 'store-opens-again'],
    ['アプリのストアに戻ってしまう', 'store-opens-again'],
    ['デジタル認証アプリが開いてしまう', 'old-app-opens'],
    ['画面ロックを設定してください', 'screen-lock-missing'],
    ['app store opens again', 'store-opens-again'],
    ['wrong password', 'wrong-pin'],
    // What cards answer, which staff type.
    ['SW=63c2', 'sw-tries-left'],
    ['63 C1', 'sw-tries-left'],
    ['0x63C0', 'sw-none-left'],
    ['90 00', 'sw-accepted'],
    ['ｓｗ６９８４', 'sw-locked'],
  ])('%s: %s', (text, id) => {
    expect(idsOf(text)[0]).toBe(id);
  });
});

describe('a slip in a code', () => {
  it.each([
    ['EI123-208', 'certificate-not-verified'],
    ['EI23-2008', 'certificate-not-verified'],
    ['EI123-2009', 'certificate-not-verified'],
    ['EI132-2008', 'certificate-not-verified'],
    ['HJS0407', 'reader-not-working'],
    ['HJS04O77E', 'reader-not-working'],
    ['E008', 'lifted-while-typing'],
    ['MKCZ405', 'card-put-too-late'],
    ['bad reqest', 'stopped-by-button'],
  ])('%s is forgiven, but said: it may be another code', (text, id) => {
    expect(explain(text)).toMatchObject([{ row: { id }, fit: 'similar-code' }]);
  });

  it.each(['116', '15', '504', '502', '500', '6985', '6A86', '63D2', '9100', 'EI999-9999', 'HJS9999E'])(
    '%s is another code and no slip',
    (text) => {
      expect(explain(text)).toEqual([]);
    },
  );
});

describe('what is not known finds nothing', () => {
  it.each([
    ['no text', ''],
    ['spaces', ' 　 '],
    ['brackets', '「」'],
    ['one letter', 'a'],
    ['one kana', 'の'],
    ['a word that every error has', 'エラーコード'],
    ['what every sentence of a card has', 'カード'],
    ['what every sentence of a card has', 'マイナンバーカード'],
    ['what every sentence of a card has', 'パスワード'],
    ['the name of an app', 'マイナポータル'],
    ['the name of an app', 'マイナサイン'],
    ['a code that nobody has noted', 'EW144-1100'],
    ['four digits, which may be a PIN', '1234'],
    ['four digits, which may be a PIN, and are 62010 without its 6', '2010'],
    ['twelve digits, which may be a My Number', '123456789012'],
    ['a telephone number', '0120-95-0178'],
    ['an amount with the digits of a status word', '9,000円の給付金'],
    ['an amount with the digits of a code', '115円'],
    ['a day', '2026年12月1日'],
    ['words that look like digits', 'this is so'],
    ['an errand', '転出届を出したい'],
    ['an errand', '署名用電子証明書を更新したい'],
    ['an errand', '児童手当の申請'],
    ['a forgotten PIN', '暗証番号を忘れた'],
    ['a forgotten password', 'パスワードを忘れました'],
    ['a lost card', 'カードをなくした'],
    ['an expired card', 'カードの有効期限が切れた'],
    ['a question', '電子証明書の有効期限'],
    ['a login that fails, of which there are many', 'ログインできない'],
    ['something else', 'スマホが壊れた'],
  ])('%s: %s', (_, text) => {
    expect(explain(text)).toEqual([]);
  });
});

describe('what nobody has confirmed', () => {
  it.each([
    ['APL0001', 'apl0001'],
    ['APLO001', 'apl0001'],
    ['NFCタグを読み取れません', 'nfc-tag-not-read'],
    ['6983', 'sw-blocked'],
    ['SW 6A82', 'sw-not-found'],
    ['6a88', 'sw-not-found'],
  ])('%s is kept from being taken for something else, and not shown', (text, id) => {
    expect(explain(text)).toEqual([]);
    expect(explain(text, 1, { withUnconfirmed: true })).toMatchObject([{ row: { id, confirmed: false } }]);
  });

  it('is never among the matches, whatever is typed', () => {
    const words = fc.constantFrom(...errors.flatMap(({ codes, says, words: told }) => [...codes, ...says, ...told]));
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 4 }), (parts) => {
        expect(explain(parts.join(' '), 50).filter(({ row }) => !row.confirmed)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the matches', () => {
  it('are those of the code alone, where one is named', () => {
    expect(explain('予期せぬエラーが発生しました 90010')).toMatchObject([
      { row: { id: 'vaccine-unexpected' }, fit: 'code' },
    ]);
  });

  it('have several rows where a sentence fits several, and no more than asked for', () => {
    expect(idsOf('予期せぬエラー')).toHaveLength(2);
    expect(idsOf('予期せぬエラー', 1)).toHaveLength(1);
  });
});

/** What a photo or a person may make of each character. */
const lookAlikes: Readonly<Record<string, readonly string[]>> = {
  0: ['0', 'O', 'o', 'Ｏ', '０'],
  1: ['1', 'I', 'l', '|', '１'],
  2: ['2', 'Z', 'z', '２'],
  5: ['5', 'S', 's', '５'],
  8: ['8', 'B', '８'],
  O: ['O', '0', 'o'],
  I: ['I', '1', 'l', 'i'],
  S: ['S', '5', 's', 'Ｓ'],
  Z: ['Z', '2', 'z'],
  B: ['B', '8', 'b'],
  '-': ['-', 'ー', '－', '−', '一', ' ', '', ' - '],
  ' ': [' ', '　', '', '-'],
};
const variantsOf = (letter: string): readonly string[] =>
  lookAlikes[letter.toUpperCase()] ?? [letter, letter.toLowerCase(), letter.toUpperCase()];
const written = (code: string): fc.Arbitrary<string> =>
  fc.tuple(...[...code].map((letter) => fc.constantFrom(...variantsOf(letter)))).map((letters) => letters.join(''));
const around = fc.constantFrom(
  'X',
  '「X」',
  '【X】',
  ' X ',
  'エラーコード：X',
  'エラー（X）が出ました',
  'Xと表示される',
);

const visible = errors.filter(({ confirmed }) => confirmed);
const codesOf = (rows: typeof errors) => rows.flatMap(({ id, codes }) => codes.map((code) => ({ id, code })));
const sloppy = (rows: typeof errors) =>
  fc.constantFrom(...codesOf(rows)).chain(({ id, code }) => written(code).map((text) => ({ id, text })));

describe('every code', () => {
  it('finds its row first, however its letters were read', () => {
    fc.assert(
      fc.property(sloppy(visible), ({ id, text }) => {
        expect(explain(text)[0]).toMatchObject({ row: { id }, fit: 'code' });
      }),
      { numRuns: 3000 },
    );
  });

  it('that has digits finds its row first in a sentence as well', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codesOf(visible)), around, ({ id, code }, sentence) => {
        expect(explain(sentence.replace('X', code))[0]).toMatchObject({ row: { id }, fit: 'code' });
      }),
      { numRuns: 1000 },
    );
  });

  it('that is not confirmed finds nothing, however its letters were read', () => {
    fc.assert(
      fc.property(sloppy(errors.filter(({ confirmed }) => !confirmed)), ({ text }) => {
        expect(explain(text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('of five or more characters finds its row with one missing or wrong', () => {
    const long = codesOf(visible.filter(({ app }) => app !== 'card')).filter(({ code }) => code.length >= 5);
    const slip = fc
      .constantFrom(...long)
      .chain(({ id, code }) =>
        fc
          .tuple(fc.nat(code.length - 1), fc.constantFrom('', 'X', '7'))
          .map(([at, letter]) => ({ id, text: code.slice(0, at) + letter + code.slice(at + 1) })),
      );
    fc.assert(
      fc.property(slip, ({ id, text }) => {
        // "9000" is 90010 without its 1, and a code of its own; any four digits may be a PIN.
        fc.pre(!/^\d{4}$/.test(text));
        expect(idsOf(text)).toContain(id);
      }),
      { numRuns: 1000 },
    );
  });
});

it('takes any text without a failure', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, limit) => {
      expect(explain(text, limit).length).toBeLessThanOrEqual(limit);
    }),
  );
});
