import fc from 'fast-check';
import { addDays } from '../../facts/day.ts';
import { locales } from '../../i18n/locales.ts';
import { mistakesIn } from '../check.ts';
import { type OwnSettings, settingIds, settings } from '../definitions.ts';
import { checkSettings, internalHosts } from '../settings.ts';
import type { Shape } from '../shape.ts';

const text = (most: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', maxLength: most })
    .filter((each) => mistakesIn({ kind: 'words', most }, wordsOf(each), '').length === 0);
const wordsOf = (each: string) => Object.fromEntries(locales.map((locale) => [locale, each]));
const dayOf = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2026-01-01', days));
const timeOf = fc
  .integer({ min: 0, max: 1_439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

/** Any value of a shape; what has to be in order may not be. */
const arbitraryOf = (shape: Shape): fc.Arbitrary<unknown> => {
  switch (shape.kind) {
    case 'switch':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: shape.least, max: shape.most });
    case 'choice':
      return fc.constantFrom(...shape.values);
    case 'choices':
      return fc
        .shuffledSubarray([...shape.values], { maxLength: shape.most - shape.always.length })
        .map((chosen) => [...new Set([...shape.always, ...chosen])]);
    case 'words':
      return fc
        .tuple(text(shape.most), text(shape.most), text(shape.most))
        .map(([ja, easy, en]) => (ja === '' ? wordsOf('') : { ja, 'ja-easy': easy, en }));
    case 'phone':
      return fc.constantFrom('', '03-1234-5678', '188', '+81312345678', '0120(95)0178');
    case 'origin':
      return fc.constantFrom('', 'https://kazasu.example.jp', 'http://192.168.1.2:8080');
    case 'internal-address':
      return fc.constantFrom('http://127.0.0.1:9000/wait', 'http://localhost/wait?counter=3', 'https://[::1]:8443/');
    case 'time':
      return timeOf;
    case 'day':
      return dayOf;
    case 'moment':
      return fc.tuple(dayOf, timeOf).map(([date, clock]) => `${date}T${clock}`);
    case 'optional':
      return fc.option(arbitraryOf(shape.of));
    case 'group':
      return fc
        .record(Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, arbitraryOf(field)])))
        .filter((value) => mistakesIn(shape, value, '').length === 0);
    case 'rows':
      return fc.array(arbitraryOf(shape.row), { maxLength: Math.min(shape.most, 4) });
  }
};

const isInternal = internalHosts([]);

/** Any settings that go together; some are as usual. */
export const arbitraryOwnSettings: fc.Arbitrary<OwnSettings> = fc
  .record(Object.fromEntries(settingIds.map((id) => [id, arbitraryOf(settings[id].shape)])), { requiredKeys: [] })
  .map((given) => {
    // What does not go together is left out, so that nothing but the single values decides what is tried.
    const {
      firstErrands,
      firstLanguage,
      escalateFirstSeconds,
      escalateSecondSeconds,
      escalateThirdSeconds,
      queueSystem,
      ...rest
    } = given;
    const own: Record<string, unknown> = { ...rest };
    for (const [id, value] of Object.entries({ firstErrands, firstLanguage, queueSystem })) {
      if (value !== undefined && checkSettings({ ...own, [id]: value }, isInternal).kind === 'fine') own[id] = value;
    }
    return own as OwnSettings;
  });
