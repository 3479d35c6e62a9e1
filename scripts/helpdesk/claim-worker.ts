/** One of several processes that claim the same calls in the same order, as fast as each can. Tells which it has got. */
import { claim } from '../../lib/helpdesk/store/calls.ts';
import { openStore, type StorePlace } from '../../lib/helpdesk/store/open.ts';
import { arrive, stay } from '../../lib/helpdesk/store/presence.ts';
import type { StaffMember } from '../../lib/helpdesk/wire.ts';
import { raceId } from './race-id.ts';

const [place = '', name = '', races = '0'] = process.argv.slice(2);
const store = await openStore(JSON.parse(place) as StorePlace);
const member: StaffMember = { id: `staff-${name}`, name, role: 'clerk', languages: ['ja'] };
await arrive(store, name, member, Date.now());
const keepAlive = setInterval(() => void stay(store, [[name, member]], Date.now()), 1_000);

const won: string[] = [];
for (let index = 0; index < Number(races); index += 1) {
  if ((await claim(store, raceId(index), member, Date.now())).kind === 'moved') won.push(raceId(index));
}
clearInterval(keepAlive);
await store.close();
process.send?.(won);
process.disconnect?.();
