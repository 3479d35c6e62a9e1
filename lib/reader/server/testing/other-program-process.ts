/** The other program itself. A process of its own: a PC/SC client that loses its service takes its process with it. */

import { setTimeout as pause } from 'node:timers/promises';
import addon from 'pcsc-mini/build/addon.node.js';
import type { OtherProgramWish } from './other-program.ts';

const shareExclusive = 1;
const shareShared = 2;
const anyProtocol = 3;
const leave = 0;
const reset = 1;
const unpower = 2;

const [, , readerName = '', wish] = process.argv;
const client = addon.newClient();
client.start(
  () => undefined,
  () => undefined,
);

/** The service looks for cards every 0.4 s; until then there is nothing to connect to. */
const connect = async () => {
  for (const deadline = performance.now() + 3_000; ; ) {
    try {
      return await client.connect(readerName, wish === 'exclusive' ? shareExclusive : shareShared, anyProtocol);
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
    }
    await pause(10);
  }
};

const card = await connect();
const transaction = wish === 'transaction' ? await card.transaction() : null;
const resets: OtherProgramWish[] = ['reset', 'power-down'];
let resetting = false;
const keepResetting = async (): Promise<void> => {
  while (resetting) {
    // Refused while somebody else is inside a transaction; the next one gets through.
    await card.reconnect(shareShared, reset).catch(() => pause(1));
  }
};

process.on('message', async (message) => {
  if (message === 'act' && wish === 'reset-loop') {
    resetting = true;
    void keepResetting();
  }
  if (message === 'act' && resets.some((each) => each === wish)) {
    await card.reconnect(shareShared, wish === 'reset' ? reset : unpower);
  }
  if (message === 'let-go') {
    resetting = false;
    await transaction?.end(leave);
    await card.disconnect(leave);
  }
  process.send?.('done');
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.send?.('done');
