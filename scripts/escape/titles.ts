import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { withoutReadings } from '../../lib/i18n/furigana.ts';

const shape = v.object({ Page: v.object({ title: v.string() }) });

/** Every page of ours has one of these in its title. */
export const ourTitles: readonly string[] = ['ja', 'ja-easy', 'en'].map((language) => {
  const file = new URL(`../../messages/${language}.json`, import.meta.url);
  return withoutReadings(v.parse(shape, JSON.parse(readFileSync(file, 'utf8'))).Page.title);
});
