import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asking, aVisit } from '../testing/samples.ts';
import { verifyAudit } from './audit.ts';
import { makeCode } from './enrolment.ts';
import { newestEvent } from './events.ts';
import { fleetOf } from './fleet.ts';
import { ensureKiosk } from './kiosks.ts';
import { takeMessages } from './messages.ts';
import { openStore } from './open.ts';
import { dayOf, talliesOf } from './tally.ts';
import { type Postgresql, startPostgresql } from './testing/postgresql.ts';

const folder = mkdtempSync(join(tmpdir(), 'kazasu-backup-'));
let server: Postgresql;
beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The flags of the nightly back-up, as it is installed. */
const unit = readFileSync(new URL('../../../ops/systemd/kazasu-backup.service', import.meta.url), 'utf8');
const flags = /^ExecStart=\/usr\/bin\/pg_dump (.+)$/m.exec(unit)?.[1]?.split(' ') ?? [];

const run = (command: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
};

it('what the nightly back-up keeps comes back: kiosks, codes, counts and the audit, and nothing of a call', async () => {
  const [from, to] = [await server.newDatabase(), await server.newDatabase()];
  const store = await openStore({ kind: 'postgresql', url: from });
  await ensureKiosk(store, { id: 'k1', name: '1階' }, 0);
  await makeCode(store, { name: '2階', minutes: 60 }, Date.now());
  await takeMessages(
    store,
    'k1',
    [asking(), aVisit()].map((message) => ({ message, agoMs: 0 })),
    Date.now(),
  );
  const events = await newestEvent(store);
  await store.close();

  const dump = join(folder, 'kazasu.dump');
  const here = flags.map((flag) => (flag.startsWith('--file=') ? `--file=${dump}` : flag));
  run('pg_dump', [...here, `--dbname=${from}`]);
  run('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${to}`, dump]);

  const restored = await openStore({ kind: 'postgresql', url: to });
  expect((await fleetOf(restored, 0)).kiosks).toMatchObject([{ id: 'k1', name: '1階' }]);
  expect(await restored.db.selectFrom('enrolment').select('name').execute()).toEqual([{ name: '2階' }]);
  expect(await talliesOf(restored, dayOf(Date.now()))).toContainEqual({ name: 'outcome', value: 'online', count: 1 });
  expect(await verifyAudit(restored)).toMatchObject({ ok: true, head: { seq: 1 } });
  expect(await restored.db.selectFrom('call').selectAll().execute()).toEqual([]);
  expect(await restored.db.selectFrom('event').selectAll().execute()).toEqual([]);
  // Consoles that were open go on from where they were: numbers are not given twice.
  expect(await newestEvent(restored)).toBe(events);
  expect(readFileSync(dump, 'latin1')).not.toContain('child-allowance');
  await restored.close();
}, 120_000);
