/** `kazasu advise` as an operator runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { factNames } from '../lib/facts/fact.ts';

const kazasu = fileURLToPath(new URL('./kazasu.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kazasu-advise-'));
afterAll(() => rmSync(folder, { recursive: true }));

const messages = (language: 'ja' | 'en') =>
  JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));

const run = (args: readonly string[], { input = '', lang = 'C' } = {}) => {
  const { LC_ALL: _, LC_MESSAGES: __, ...rest } = process.env;
  const env = { ...rest, LANG: lang };
  const { status, stdout, stderr } = spawnSync(process.execPath, [kazasu, 'advise', ...args], {
    env,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};

const fileOf = (content: unknown): string => {
  const file = join(folder, 'visit.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

/** The example of docs/command-line.md, except for what a test is about. */
const prepared = {
  errand: 'moving-out',
  deadline: '2026-12-10',
  card: 'my-number',
  holder: 'self',
  changedSinceIssue: 'no',
  stay: 'not-limited',
  phone: 'reads-and-runs',
  phoneCard: 'none',
  pcReader: 'no',
  pc: 'no',
  borrowPhone: 'no',
  'pin.signature': 'known',
  'pin.authentication': 'known',
  'pin.cardInfoInput': 'known',
  'pin.residentRegister': 'known',
  'triesLeft.signature': 5,
  'certificate.authentication': 'valid',
  'certificate.signature': 'valid',
  place: 'home',
  waitMinutes: 40,
  konbini: 'both-pins',
  outage: 'no',
};
const on = ['--on', '2026-11-25'];

describe('the answer in JSON', () => {
  test('is the next question as long as one is open', () => {
    const ran = run(['--facts', fileOf({}), ...on, '--json']);
    expect(ran).toEqual({ code: 0, out: '{"question":"errand"}\n', err: '' });
  });

  test('is ways, best first, each with its steps, its day, its visits, what to bring and its rules', () => {
    const { code, out } = run(['--facts', fileOf({ ...prepared, 'pin.signature': 'forgotten' }), ...on, '--json']);
    expect(code).toBe(0);
    expect(out.trimEnd()).not.toContain('\n');
    const { routes } = JSON.parse(out);
    expect(routes[0]).toMatchObject({
      channel: 'online',
      by: 'phone',
      first: ['reset-signature-konbini'],
      doneBy: '2026-11-25',
      visits: 0,
    });
    expect(routes[0].bring).toContain('card');
    expect(routes.map(({ channel }: { channel: string }) => channel)).toEqual(
      expect.arrayContaining(['online', 'post', 'counter']),
    );
  });

  test('cites a source and a day for every rule of every way', () => {
    const { routes } = JSON.parse(run(['--facts', fileOf(prepared), ...on, '--json']).out);
    for (const { rules } of routes) {
      expect(rules.length).toBeGreaterThan(0);
      for (const rule of rules) {
        expect(rule).toEqual({
          id: expect.stringMatching(/^[a-z0-9-]+$/),
          source: expect.stringMatching(/^https?:\/\//),
          grade: expect.stringMatching(/^[A-ES]$/),
          asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        });
      }
    }
  });

  test('names the rules that close the other ways', () => {
    const { blocked } = JSON.parse(run(['--facts', fileOf({ ...prepared, phone: 'cannot' }), ...on, '--json']).out);
    expect(blocked).toContainEqual(
      expect.objectContaining({ channel: 'online', by: 'phone', because: ['phone-cannot-read'] }),
    );
  });

  test('takes the facts from standard input', () => {
    const ran = run(['--facts', '-', ...on, '--json'], { input: '{"errand":"price-relief-benefit"}' });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out).routes[0]).toMatchObject({ channel: 'none', by: null, visits: 0 });
  });

  test('depends on the time of the day', () => {
    const file = fileOf({ ...prepared, 'pin.signature': 'forgotten' });
    const late = JSON.parse(run(['--facts', file, '--on', '2026-11-25T23:00', '--json']).out);
    expect(late.routes[0].doneBy).toBe('2026-11-26');
  });

  test('is about today when no day is given', () => {
    const { routes } = JSON.parse(run(['--facts', fileOf({ ...prepared, deadline: 'none' }), '--json']).out);
    const days = [new Date(), new Date(Date.now() - 60_000)].map((date) =>
      date.toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }),
    );
    expect(days).toContain(routes[0].doneBy);
  });
});

describe('the answer in words', () => {
  test.each([
    ['ja_JP.UTF-8', 'ja'],
    ['en_US.UTF-8', 'en'],
    ['C', 'en'],
  ] as const)('is in the language of the terminal: %s', (lang, language) => {
    const { code, out, err } = run(['--facts', fileOf({ ...prepared, 'pin.signature': 'forgotten' }), ...on], { lang });
    const { Channels, Devices, Errands, Rules, Steps } = messages(language);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [title, best] = out.split('\n');
    expect(title).toBe(Errands['moving-out'].name);
    expect(best).toContain(`1. ${Channels.online} – ${Devices.phone}`);
    expect(best).toContain('2026-11-25');
    expect(out).toContain(Steps['reset-signature-konbini'].title);
    expect(out).toContain(Rules['pin-forgotten']);
    expect(out).not.toMatch(/undefined|[{}<>]/);
  });

  test('is the question, with its name among the facts', () => {
    const { out } = run(['--facts', fileOf({}), ...on], { lang: 'ja_JP.UTF-8' });
    expect(out).toContain(': errand\n');
    expect(out).toContain(messages('ja').Questions.errand.title);
  });
});

describe('wrong words end with exit code 2, nothing on standard output, and what would be right', () => {
  const refused = (args: readonly string[], input = '') => {
    const { code, out, err } = run(args, { input });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return err;
  };

  test('a name that is not a fact: the list of names', () => {
    const complaint = refused(['--facts', fileOf({ colour: 'red' }), '--json']);
    expect(complaint).toContain('colour');
    for (const name of factNames) expect(complaint).toContain(name);
  });

  test('a value that a fact cannot have: the list of its values', () => {
    const complaint = refused(['--facts', fileOf({ card: 'juki', 'triesLeft.authentication': 4 }), '--json']);
    expect(complaint).toContain('"juki"');
    expect(complaint).toContain('my-number, face-authentication, applied-for, lost, none');
    expect(complaint).toContain('0-3');
  });

  test('facts that are not an object', () => {
    expect(refused(['--facts', '-'], '["errand"]')).toContain('JSON');
  });

  test('a file that is not JSON', () => {
    expect(refused(['--facts', fileOf('{ errand: }')])).toContain('visit.json');
  });

  test('a file that is not there', () => {
    expect(refused(['--facts', join(folder, 'nowhere.json')])).toContain('nowhere.json');
  });

  test('no file', () => {
    expect(refused(['--json'])).toContain('--facts');
  });

  test('a day that does not exist', () => {
    expect(refused(['--facts', fileOf({}), '--on', '2026-02-30'])).toContain('YYYY-MM-DD');
  });

  test('a flag that does not exist', () => {
    expect(refused(['--facts', fileOf({}), '--pin', '1234'])).toContain('--pin');
  });
});
