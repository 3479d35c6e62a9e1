import { parseArgs } from 'node:util';
import { type FreshCode, renewFirstCode } from '../lib/helpdesk/staff/set-up.ts';
import { exitCode } from './exit-codes.ts';
import { withStore } from './store-arguments.ts';
import { words } from './words.ts';

const complain = (line: string, code: number): number => {
  process.stderr.write(`kazasu staff: ${line}\n`);
  return code;
};

/** How the code for the first administrator is shown in a terminal. @param origin - of the pages, where it is known */
export const firstCodeInWords = ({ code }: FreshCode, origin = ''): string =>
  `${words().staff.firstCode}\n  ${origin}/staff/first\n  ${code}`;

/** `kazasu staff first-code`: a new code for the first administrator. @returns 0, or 3 when there is one already */
export const runStaff = async (args: readonly string[]): Promise<number> => {
  const options = { data: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { staff } = words();
  if (positionals.length !== 1 || positionals[0] !== 'first-code') return complain(staff.usage, exitCode.usage);
  const made = await withStore(values.data, async (store) => ({ code: await renewFirstCode(store, Date.now()) }));
  if (made === null) return complain(staff.noStore, exitCode.unexpected);
  if (made.code === null) return complain(staff.hasAdministrator, exitCode.notReady);
  process.stdout.write(`${firstCodeInWords(made.code)}\n`);
  return exitCode.ok;
};
