import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { usualPublicOffice } from '../lib/office/public-office.ts';
import { officeOfFile } from './office-of-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kazasu-office-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (settings: unknown): string => {
  const path = join(folder, 'office.json');
  writeFileSync(path, JSON.stringify({ format: 'kazasu-settings-1', settings }));
  return path;
};

test('pages at home are told what the file of the office says', () => {
  expect(officeOfFile(file({ officePhone: '03-1234-5678' }))().phone).toBe('03-1234-5678');
});

test('without a file everything is as usual', () => {
  expect(officeOfFile(undefined)()).toEqual(usualPublicOffice);
});

test('a file that is wrong is not half used', () => {
  expect(() => officeOfFile(file({ officePhone: '<b>' }))).toThrow('officePhone: notPhone');
});
