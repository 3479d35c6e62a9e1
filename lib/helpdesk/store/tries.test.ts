import { expect, it } from 'vitest';
import { eachStore } from './testing/stores.ts';
import { countTry, forgiveTry, triesWithinMs, waitForTry } from './tries.ts';

const bucket = { name: 'one', limit: 2 };
const wide = { name: 'two', limit: 100 };

eachStore(({ open }) => {
  it('so many tries within an hour are counted, and then it is said how long to wait', async () => {
    const store = await open();
    expect(await countTry(store, [bucket, wide], 1_000)).toBe(0);
    expect(await waitForTry(store, [bucket, wide], 2_000)).toBe(0);
    expect(await countTry(store, [bucket, wide], 2_000)).toBe(0);
    expect(await waitForTry(store, [bucket, wide], 3_000)).toBe(triesWithinMs - 2_000);
    expect(await countTry(store, [bucket, wide], 3_000)).toBe(triesWithinMs - 2_000);
    expect(await countTry(store, [wide], 3_000)).toBe(0);
    expect(await countTry(store, [bucket, wide], 1_000 + triesWithinMs)).toBe(0);
  });

  it('a try that was right is none', async () => {
    const store = await open();
    for (const now of [1_000, 2_000, 3_000]) {
      expect(await countTry(store, [bucket], now)).toBe(0);
      await forgiveTry(store, [bucket], now);
    }
    expect(await waitForTry(store, [bucket], 4_000)).toBe(0);
  });

  it('where no more may be tried nothing is written, and nobody waits for whoever holds the count', async ({
    skip,
  }) => {
    const store = await open();
    for (const now of [1_000, 2_000]) await countTry(store, [bucket], now);
    const rows = () => store.db.selectFrom('sign_in_tries').selectAll().execute();
    const before = await rows();
    expect(await countTry(store, [bucket], 3_000)).toBeGreaterThan(0);
    expect(await rows()).toEqual(before);
    skip(store.dialect === 'sqlite', 'one connection has everything');
    await store.db.transaction().execute(async (other) => {
      await other.updateTable('sign_in_tries').set({ newest: 2_500 }).execute();
      expect(await countTry(store, [bucket], 3_000)).toBeGreaterThan(0);
    });
  });
});
