import type { HelpLine } from './public-office.ts';

/** National telephone lines, as docs/sources.md has them under "Help lines". Their names and hours: messages, `OfficeContact.lines`. */
export const helpLineNumbers: Readonly<Record<HelpLine, readonly string[]>> = {
  'my-number': ['0120-95-0178'],
  charged: ['0570-783-578', '050-3818-1250'],
  'other-languages': ['0120-0178-27', '0120-0178-26'],
  consumers: ['188'],
  police: ['#9110'],
};
