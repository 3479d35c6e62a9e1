import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whoseCode } from '../lib/helpdesk/staff/set-up.ts';
import { newestAudit, record } from '../lib/helpdesk/store/audit.ts';
import { openStore, type Store } from '../lib/helpdesk/store/open.ts';
import { addStaff } from '../lib/helpdesk/store/staff.ts';
import { auditBrokenCode, runAudit } from './audit.ts';
import { exitCode } from './exit-codes.ts';
import { runStaff } from './staff.ts';

let data = '';
let store: Store;
let printed: string[] = [];

beforeEach(async () => {
  vi.stubEnv('DATABASE_URL', '');
  data = mkdtempSync(join(tmpdir(), 'kazasu-cli-'));
  store = await openStore({ kind: 'sqlite', file: join(data, 'desk.db') });
  printed = [];
  const take = (text: unknown): boolean => printed.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(take);
  vi.spyOn(process.stderr, 'write').mockImplementation(take);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const write = (count: number): Promise<void> =>
  store.db.transaction().execute(async (transaction) => {
    for (let at = 0; at < count; at += 1) await record(transaction, { actor: 's1', action: 'signed-in' }, at);
  });
const last = (): string => printed.at(-1)?.trim() ?? '';

it('an audit as it was written is exit code 0, and its head can be noted and compared', async () => {
  await write(3);
  expect(await runAudit(['verify', '--data', data])).toBe(exitCode.ok);
  const noted = /3:[0-9a-f]{64}$/.exec(last())?.[0] ?? '';
  await write(2);
  expect(await runAudit(['verify', '--data', data, '--json', '--known', noted])).toBe(exitCode.ok);
  expect(JSON.parse(last())).toMatchObject({ ok: true, head: { seq: 5 } });
  const other = noted.replace(/.{64}$/, '0'.repeat(64));
  expect(await runAudit(['verify', '--data', data, '--json', '--known', other])).toBe(auditBrokenCode);
  expect(JSON.parse(last())).toEqual({ ok: false, problem: 'known', seq: 3 });
});

it('an audit that was changed is exit code 7, and says where', async () => {
  await write(3);
  await sql`drop trigger audit_no_update`.execute(store.db);
  await store.db.updateTable('audit').set({ actor: 's2' }).where('seq', '=', 2).execute();
  expect(await runAudit(['verify', '--data', data])).toBe(auditBrokenCode);
  expect(last()).toContain('(2)');
});

it('words that are none are exit code 2, a place without data is exit code 1', async () => {
  expect(await runAudit(['look'])).toBe(exitCode.usage);
  expect(await runAudit(['verify', '--known', '3'])).toBe(exitCode.usage);
  expect(await runAudit(['verify', '--data', join(data, 'nothing')])).toBe(exitCode.unexpected);
});

it('a code for the first administrator is printed until there is one', async () => {
  expect(await runStaff(['first-code', '--data', data])).toBe(exitCode.ok);
  expect(last()).toMatch(/([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  const person = { login: 'a', name: 'a', role: 'administrator', languages: ['ja'], state: 'active' } as const;
  await store.db.transaction().execute((transaction) => addStaff(transaction, person, 1));
  expect(await runStaff(['first-code', '--data', data])).toBe(exitCode.notReady);
});

it('an operator makes a set-up code for an account that there is, and the audit says so', async () => {
  const person = { login: 'sato', name: 'a', role: 'administrator', languages: ['ja'], state: 'active' } as const;
  const id = await store.db.transaction().execute((transaction) => addStaff(transaction, person, 1));
  const gone = { ...person, login: 'gone', state: 'disabled' } as const;
  await store.db.transaction().execute((transaction) => addStaff(transaction, gone, 1));
  expect(await runStaff(['set-up-code', 'ＳＡＴＯ', '--data', data])).toBe(exitCode.ok);
  const code = /([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/.exec(last())?.[0] ?? '';
  const caller = { address: '127.0.0.1', device: undefined };
  expect(await whoseCode(store, code, caller, Date.now())).toMatchObject({ kind: 'found', staff: { id } });
  expect(await newestAudit(store, 10, 99)).toMatchObject([
    { actor: 'office', action: 'set-up-code-made', subject: id },
  ]);
  expect(await runStaff(['set-up-code', 'gone', '--data', data])).toBe(exitCode.notReady);
  expect(await runStaff(['set-up-code', 'nobody', '--data', data])).toBe(exitCode.notReady);
  expect(await runStaff(['set-up-code', '--data', data])).toBe(exitCode.usage);
  expect(await runStaff(['set-up-code', 'sato', 'tanaka', '--data', data])).toBe(exitCode.usage);
  expect(await runStaff(['first-code', 'sato', '--data', data])).toBe(exitCode.usage);
  expect(await runStaff(['set-up-code', 'sato', '--data', join(data, 'nothing')])).toBe(exitCode.unexpected);
});
