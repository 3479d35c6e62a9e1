/** `kazasu explain` as an operator runs it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const kazasu = fileURLToPath(new URL('./kazasu.ts', import.meta.url));

const messages = (language: 'ja' | 'en') =>
  JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));

const run = (args: readonly string[], lang = 'C') => {
  const { LC_ALL: _, LC_MESSAGES: __, ...rest } = process.env;
  const env = { ...rest, LANG: lang };
  const { status, stdout, stderr } = spawnSync(process.execPath, [kazasu, 'explain', ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};

describe('the answer in JSON', () => {
  test.each([
    ['ja_JP.UTF-8', 'ja'],
    ['en_US.UTF-8', 'en'],
    ['C', 'en'],
  ] as const)('is one line with every field, in the language of the terminal: %s', (lang, language) => {
    const { meaning, advice } = messages(language).ErrorMeanings['lifted-while-typing'];
    expect(run(['Ｅ０００８', '--json'], lang)).toEqual({
      code: 0,
      err: '',
      out: `${JSON.stringify({
        matches: [
          {
            code: 'E0008',
            app: 'マイナポイントアプリ（2020年）',
            meaning,
            usedATry: 'no',
            advice,
            source: 'https://did2memo.net/2020/07/02/mynumber-mynapoint-error-e0008/',
            asOf: '2020-07-02',
          },
        ],
      })}\n`,
    });
  });

  test.each([
    ['パスワードが間違っています。残り回数は2回です', { code: null, usedATry: 'yes', asOf: null }],
    ['SW 63C2', { code: 'SW 63Cx', usedATry: 'perhaps', asOf: '2026' }],
    ['ストアが何度も開く', { code: null, usedATry: 'no', asOf: '2026-09-03' }],
    ['EI123-208', { code: 'EI123-2008', usedATry: 'no', asOf: '2024-02-04' }],
  ])('%s: %j', (text, expected) => {
    const { code, out } = run([text, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ matches: [expected] });
  });

  test.each(['HJS9999E', 'APL0001', '6983', 'NFCタグを読み取れません', '1234'])(
    '%s is not known: an empty list, and no failure',
    (text) => {
      expect(run([text, '--json'])).toEqual({ code: 0, err: '', out: '{"matches":[]}\n' });
    },
  );
});

describe('the answer in words', () => {
  test.each([
    ['ja_JP.UTF-8', 'ja', 'この表示では減っていません'],
    ['en_US.UTF-8', 'en', 'none was used up by this'],
  ] as const)('is the meaning, what to do, the try and the source: %s', (lang, language, tries) => {
    const { meaning, advice } = messages(language).ErrorMeanings['reader-not-working'];
    const { code, out, err } = run(['HJS0407E'], lang);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [name, ...lines] = out.trimEnd().split('\n');
    expect(name).toBe('HJS0407E – e-Tax・確定申告書等作成コーナー');
    expect(lines.slice(0, 2)).toEqual([meaning, advice]);
    expect(lines[2]).toContain(tries);
    expect(lines[3]).toContain('https://1010uzu.com/blog/error-hjs-0407e-e-tax-2017 (2017)');
  });

  test('asks to compare a code that differs in one character', () => {
    expect(run(['HJS0407']).out.split('\n')[1]).toBe('One character of the code differs; compare it with the screen.');
  });

  test('names what happens where the screen shows no words', () => {
    const [name] = run(['ストアが何度も開く']).out.split('\n');
    expect(name).toBe('The app store opens again and again – マイナアプリ（旧マイナポータルアプリ）');
  });

  test.each([
    ['HJS9999E', 'etax-code'],
    ['6983', 'card-status-word'],
    ['1234', 'number-only'],
    ['APL0001', 'unknown'],
  ] as const)('says of %s, which is not known, what its shape tells: %s', (text, shape) => {
    expect(run([text])).toEqual({ code: 0, err: '', out: `${messages('en').ErrorShapes[shape]}\n` });
  });
});

describe('wrong words end with exit code 2, nothing on standard output, and what would be right', () => {
  test.each([
    ['no text', [], 'the sentence that the screen showed'],
    ['an empty one', [' ', '--json'], 'the sentence that the screen showed'],
    ['a flag that does not exist', ['115', '--pin', '1234'], '--pin'],
  ])('%s', (_, args, complaint) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(complaint);
  });
});
