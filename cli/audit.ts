import { parseArgs } from 'node:util';
import type { ChainHead, ChainVerdict } from '../lib/helpdesk/staff/chain.ts';
import { verifyAudit } from '../lib/helpdesk/store/audit.ts';
import { exitCode } from './exit-codes.ts';
import { withStore } from './store-arguments.ts';
import { words } from './words.ts';

/** Beside the exit codes that all commands share: the audit is not what was written. */
export const auditBrokenCode = 7;

const complain = (line: string, code: number): number => {
  process.stderr.write(`kazasu audit: ${line}\n`);
  return code;
};

/** `1234:<64 hexadecimal digits>`, as `kazasu audit verify` prints it. */
export const readHead = (text: string): ChainHead | null => {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
};

const inWords = (verdict: ChainVerdict): string => {
  const { audit } = words();
  if (!verdict.ok) return `■ ${audit[verdict.problem]} (${verdict.seq})`;
  return `● ${audit.whole}\n  ${audit.newest} ${verdict.head.seq}:${verdict.head.hash}`;
};

/** `kazasu audit verify`: whether the audit of staff is as it was written. @returns 0, or 7 when it is not */
export const runAudit = async (args: readonly string[]): Promise<number> => {
  const options = { json: { type: 'boolean' }, known: { type: 'string' }, data: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { audit } = words();
  if (positionals.length !== 1 || positionals[0] !== 'verify') return complain(audit.usage, exitCode.usage);
  const known = values.known === undefined ? undefined : readHead(values.known);
  if (known === null) return complain(audit.knownForm, exitCode.usage);
  const verdict = await withStore(values.data, (store) => verifyAudit(store, known));
  if (verdict === null) return complain(words().staff.noStore, exitCode.unexpected);
  process.stdout.write(`${values.json === true ? JSON.stringify(verdict) : inWords(verdict)}\n`);
  return verdict.ok ? exitCode.ok : auditBrokenCode;
};
