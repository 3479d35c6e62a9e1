import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from './open.ts';
import { eachStore } from './testing/stores.ts';

const processes = 3;
const times = 30;

eachStore(({ place }) => {
  it('processes that open one store, read and write beside each other wait for each other: none is turned away, nothing is lost', {
    timeout: 120_000,
  }, async () => {
    const shared = await place();
    const store = await openStore(shared);
    onTestFinished(() => store.close());
    const user = fileURLToPath(new URL('testing/store-user.ts', import.meta.url));
    const ends = Array.from({ length: processes }, () =>
      once(
        spawn(process.execPath, [user, JSON.stringify(shared), String(times)], {
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
        'exit',
      ),
    );
    expect(await Promise.all(ends)).toEqual(Array.from({ length: processes }, () => [0, null]));
    const { moments } = await store.db.selectFrom('sign_in_tries').select('moments').executeTakeFirstOrThrow();
    expect(JSON.parse(moments)).toHaveLength(processes * times);
  });
});
