import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesPage } from './advise-map.ts';
import { factNamesPage } from './advise-names.ts';
import { storeResetPage } from './advise-store-reset.ts';
import { settingsPage } from './settings-page.ts';

const page = (name: string): string => readFileSync(join(import.meta.dirname, '../docs', name), 'utf8');

describe('pages made from the rules are up to date', () => {
  test('docs/facts.md: npm run -s kazasu -- advise --names > docs/facts.md', () => {
    expect(page('facts.md')).toBe(factNamesPage());
  });

  test('docs/rules.md: npm run -s kazasu -- advise --map > docs/rules.md', { timeout: 60_000 }, () => {
    expect(page('rules.md')).toBe(rulesPage());
  });

  test('docs/office-settings.md: npm run -s kazasu -- settings list > docs/office-settings.md', () => {
    expect(page('office-settings.md')).toBe(settingsPage());
  });

  test('docs/store-reset.md: npm run -s kazasu -- advise --store-reset > docs/store-reset.md', () => {
    expect(page('store-reset.md')).toBe(storeResetPage());
  });
});
