import { expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const made = new Date('2026-11-25T09:30:00Z');
const renewal = { id: 'renewal', day: '2026-12-31', title: '電子証明書を更新できる日', note: '窓口で。' };

it('is one whole day, which ends with the next', () => {
  const text = calendarFile([renewal], made);
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kazasu//JA',
    'BEGIN:VEVENT',
    'UID:renewal-20261231@kazasu.invalid',
    'DTSTAMP:20261125T093000Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:電子証明書を更新できる日',
    'DESCRIPTION:窓口で。',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

it('writes what the format would take for its own signs behind a backslash', () => {
  const text = calendarFile([{ ...renewal, title: 'a;b,c\\d\ne' }], made);
  expect(text).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne\r\n');
});

it('folds lines of more than 75 octets, never inside a character', () => {
  const title = 'マイナンバーカードの電子証明書を更新できる日です。お忘れなく。窓口へどうぞ。'.repeat(3);
  const lines = calendarFile([{ ...renewal, title }], made).split('\r\n');
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
  expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});
