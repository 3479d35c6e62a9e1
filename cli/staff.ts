import { parseArgs } from 'node:util';
import { office } from '../lib/helpdesk/staff/audit-entry.ts';
import { type FreshCode, makeSetUpCode, renewFirstCode } from '../lib/helpdesk/staff/set-up.ts';
import { toLogin } from '../lib/helpdesk/staff/sign-in.ts';
import type { Store } from '../lib/helpdesk/store/open.ts';
import { staffByLogin } from '../lib/helpdesk/store/staff.ts';
import { exitCode } from './exit-codes.ts';
import { firstCodeInWords } from './first-code.ts';
import { withStore } from './store-arguments.ts';
import { words } from './words.ts';

const complain = (line: string, code: number): number => {
  process.stderr.write(`kazasu staff: ${line}\n`);
  return code;
};

const setUpCodeInWords = ({ code }: FreshCode): string => `${words().staff.setUpCode}\n  /staff/set-up\n  ${code}`;

/** For somebody who has no way to sign in any more, when nobody in the office can help. @returns `null`: no such account is in use */
const makeCodeFor = async (store: Store, login: string): Promise<FreshCode | null> => {
  const account = await staffByLogin(store.db, toLogin(login));
  return account?.state === 'active' ? makeSetUpCode(store, account.id, office, Date.now()) : null;
};

/**
 * `kazasu staff first-code`: a new code for the first administrator; `kazasu staff set-up-code LOGIN`: one for an account
 * that there is.
 *
 * @returns 0, or 3 when there is an administrator already, or no such account
 */
export const runStaff = async (args: readonly string[]): Promise<number> => {
  const options = { data: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [command, login, ...more] = positionals;
  const { staff } = words();
  const isFirst = command === 'first-code' && login === undefined;
  if (!isFirst && (command !== 'set-up-code' || login === undefined || more.length > 0))
    return complain(staff.usage, exitCode.usage);
  const said = await withStore(values.data, async (store) => {
    if (login === undefined) {
      const code = await renewFirstCode(store, Date.now());
      return code === null ? { missing: staff.hasAdministrator } : { text: firstCodeInWords(code) };
    }
    const code = await makeCodeFor(store, login);
    return code === null ? { missing: staff.noAccount } : { text: setUpCodeInWords(code) };
  });
  if (said === null) return complain(staff.noStore, exitCode.unexpected);
  if (said.text === undefined) return complain(said.missing, exitCode.notReady);
  process.stdout.write(`${said.text}\n`);
  return exitCode.ok;
};
