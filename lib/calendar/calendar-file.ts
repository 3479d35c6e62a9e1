/** A calendar file (RFC 5545) of whole days. It stays with the person who saves it. */

export interface CalendarEvent {
  /** Distinguishes it from the other events of this program, also when the file is taken in again. */
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly title: string;
  readonly note: string;
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');

/** Octets of a line, without its end (RFC 5545, 3.1). */
const lineOctets = 75;

/** Long lines go on in the next one behind a space, never inside a character. */
const folded = (line: string): string => {
  const octets = (text: string): number => new TextEncoder().encode(text).length;
  let [done, current] = ['', ''];
  for (const character of line) {
    if (octets(current + character) > lineOctets) {
      done += `${current}\r\n`;
      current = ' ';
    }
    current += character;
  }
  return done + current;
};

const compact = (day: string): string => day.replaceAll('-', '');

const following = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const eventLines = ({ id, day, title, note }: CalendarEvent, made: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}-${compact(day)}@kazasu.invalid`,
  `DTSTAMP:${made}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(following(day))}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(note)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** @param made - the moment of making, which the format asks for */
export const calendarFile = (events: readonly CalendarEvent[], made: Date): string => {
  const stamp = `${made.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kazasu//JA',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
