/** `kazasu settings` as an operator runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { settingIds } from '../lib/office/definitions.ts';
import { parseSettingsArguments } from './settings-arguments.ts';

const kazasu = fileURLToPath(new URL('./kazasu.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kazasu-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], input = '') => {
  const { LC_ALL: _, LC_MESSAGES: __, DATABASE_URL: ___, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [kazasu, 'settings', ...args], {
    env: { ...rest, LANG: 'C' },
    encoding: 'utf8',
    input,
  });
  return { code: status, out: stdout, err: stderr };
};
const file = (name: string, settings: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ format: 'kazasu-settings-1', settings }));
  return path;
};
const here = (name: string): readonly string[] => ['--data', join(folder, name)];

describe('the words of the command', () => {
  test('say what to do, with which file and where', () => {
    expect(parseSettingsArguments(['export', '--all', '--data', 'x'])).toEqual({
      kind: 'export',
      all: true,
      data: 'x',
    });
    expect(parseSettingsArguments(['import', '-'])).toEqual({ kind: 'import', file: '-', data: undefined });
    expect(parseSettingsArguments(['check', 'a.json'])).toEqual({ kind: 'check', file: 'a.json' });
    expect(parseSettingsArguments(['import'])).toEqual({ kind: 'wrong', mistake: 'fileMissing' });
    expect(parseSettingsArguments([])).toEqual({ kind: 'wrong', mistake: 'commandMissing' });
    expect(() => parseSettingsArguments(['export', '--everything'])).toThrow('--everything');
  });
});

describe('a file', () => {
  test('that was imported is exported as it was, and imported again changes nothing', { timeout: 30_000 }, () => {
    const path = file('a.json', { usualWaitMinutes: 45, firstErrands: ['passport', 'moving-out'], practice: true });
    expect(run(['import', path, ...here('a')])).toEqual({ code: 0, out: 'published\n', err: '' });
    const { out, code } = run(['export', ...here('a')]);
    expect({ code, ...JSON.parse(out) }).toEqual({
      code: 0,
      format: 'kazasu-settings-1',
      settings: { usualWaitMinutes: 45, firstErrands: ['passport', 'moving-out'] },
    });
    expect(run(['import', '-', ...here('a')], out)).toEqual({ code: 0, out: 'it was so already\n', err: '' });
    expect(Object.keys(JSON.parse(run(['export', '--all', ...here('a')]).out).settings)).toEqual(settingIds);
  });

  test('that is wrong is refused with every mistake, where it is and what is allowed', { timeout: 30_000 }, () => {
    const path = file('b.json', { answerSeconds: 5, colour: 'red', languages: ['ja', 'fr'] });
    const said = {
      code: 5,
      out: '',
      err: [
        'kazasu settings: answerSeconds: is too small\n  allowed: 20-300 seconds\n',
        'kazasu settings: colour: there is no such name\n',
        'kazasu settings: languages[1]: is not one of the values there are\n  allowed: [ja, ja-easy, en], always ja\n',
      ].join(''),
    };
    expect(run(['check', path])).toEqual(said);
    expect(run(['import', path, ...here('b')])).toEqual(said);
    expect(JSON.parse(run(['export', ...here('b')]).out).settings).toEqual({});
  });

  test('waits where a second person is wanted', { timeout: 30_000 }, () => {
    expect(run(['import', file('c1.json', { approval: true }), ...here('c')]).code).toBe(0);
    const { code, out } = run(['import', file('c2.json', { approval: true, practice: false }), ...here('c')]);
    expect({ code, out }).toEqual({ code: 6, out: 'waiting for approval: a lead publishes it in the console\n' });
    expect(JSON.parse(run(['export', ...here('c')]).out).settings).toEqual({ approval: true });
  });

  test('has a schema that names every setting and no other', () => {
    const schema = JSON.parse(run(['schema']).out);
    expect(Object.keys(schema.properties.settings.properties)).toEqual(settingIds);
    expect(schema.properties.settings.additionalProperties).toBe(false);
    expect(schema.properties.settings.properties.answerSeconds).toEqual({
      type: 'integer',
      minimum: 20,
      maximum: 300,
      default: 30,
    });
  });
});
