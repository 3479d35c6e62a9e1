/** A process that opens a store, writes what it has read, and closes it, so and so many times: `PLACE TIMES`. */
import { openStore, type StorePlace } from '../open.ts';
import { countTry } from '../tries.ts';

const [place = '', times = '0'] = process.argv.slice(2);
for (let n = 0; n < Number(times); n += 1) {
  const store = await openStore(JSON.parse(place) as StorePlace);
  await countTry(store, [{ name: 'shared', limit: 10_000 }], Date.now());
  await store.close();
}
