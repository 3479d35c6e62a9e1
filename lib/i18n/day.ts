/** Days as people write them. A day is `YYYY-MM-DD`, as it comes in a card report. */
import type { AppLocale } from './routing.ts';

const format = (day: string, tag: string, options: Intl.DateTimeFormatOptions): string =>
  // A day has no time zone; formatting it in UTC keeps it the same day everywhere.
  new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** Days of the month whose reading is not the number followed by にち. */
const specialDays: Readonly<Record<string, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

const weekdays: Readonly<Record<string, string>> = {
  日: 'にち',
  月: 'げつ',
  火: 'か',
  水: 'すい',
  木: 'もく',
  金: 'きん',
  土: 'ど',
};

/** 2028年《ねん》5月《がつ》17日《にち》, in the notation of furigana.ts. */
const easyDate = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  const special = specialDays[String(date)];
  return `${year}年《ねん》${month}月《がつ》${special === undefined ? `${date}日《にち》` : `｜${date}日《${special}》`}`;
};

const easyWeekday = (day: string): string => {
  const weekday = format(day, 'ja', { weekday: 'short' });
  return `${weekday}曜日《${weekdays[weekday] ?? ''}ようび》`;
};

/** The date in words. In `ja-easy` with readings in the notation of furigana.ts. */
export const formatDate = (day: string, locale: AppLocale): string => {
  if (locale === 'ja-easy') return easyDate(day);
  return format(day, locale === 'en' ? 'en-GB' : 'ja', { year: 'numeric', month: 'long', day: 'numeric' });
};

/** The date with its day of the week. */
export const formatDay = (day: string, locale: AppLocale): string => {
  const date = formatDate(day, locale);
  if (locale === 'ja-easy') return `${date}（${easyWeekday(day)}）`;
  const weekday = format(day, locale === 'en' ? 'en-GB' : 'ja', { weekday: 'short' });
  return locale === 'en' ? `${date} (${weekday})` : `${date}（${weekday}）`;
};

/** As formatDay, in `ja` also with the year of the Japanese calendar, as forms have it: 2028年（令和10年）5月17日（水）. */
export const formatLastDay = (day: string, locale: AppLocale): string => {
  if (locale !== 'ja') return formatDay(day, locale);
  const era = format(day, 'ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });
  return formatDay(day, locale).replace('年', `年（${era}）`);
};
