import type { FreshCode } from '../lib/helpdesk/staff/set-up.ts';
import { words } from './words.ts';

/** How the code for the first administrator is shown in a terminal. @param origin - of the pages, where it is known */
export const firstCodeInWords = ({ code }: FreshCode, origin = ''): string =>
  `${words().staff.firstCode}\n  ${origin}/staff/first\n  ${code}`;
