/** The whole way from a page to the hub, with a kiosk's server that is killed again and again, and a hub that comes and goes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { makeCode } from '../store/enrolment.ts';
import { dayOf, talliesOf } from '../store/tally.ts';
import { eachStore } from '../store/testing/stores.ts';
import { type RunningHub, startHub } from '../testing/hub.ts';
import { aVisit } from '../testing/samples.ts';
import { enrolKiosk } from './enrol.ts';

const kills = 50;
const program = fileURLToPath(new URL('../testing/kiosk-process.ts', import.meta.url));
const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

eachStore(({ open }) => {
  it(`${kills} kills of a kiosk's server while visits end, and a hub that is away now and then: each arrives once, in order`, async () => {
    const store = await open();
    const order: string[] = [];
    let hub: RunningHub | undefined;
    const startAt = async (port: number): Promise<RunningHub> => {
      const next = await startHub(store, port);
      const { take } = next.desk;
      vi.spyOn(next.desk, 'take').mockImplementation(async (kiosk, deliveries) => {
        await take(kiosk, deliveries);
        for (const { message } of deliveries) if (!order.includes(message.id)) order.push(message.id);
      });
      hub = next;
      return next;
    };
    const { origin: hubOrigin, port: hubPort } = await startAt(0);
    ends.push(() => hub?.stop());
    const folder = mkdtempSync(join(tmpdir(), 'kazasu-kill-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const { code } = await makeCode(store, { name: '入口', minutes: 10 }, Date.now());
    expect(await enrolKiosk(hubOrigin, code, folder)).toBe('enrolled');

    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    let kiosk: ChildProcess | undefined;
    const startKiosk = async (): Promise<void> => {
      kiosk = spawn(process.execPath, [program, folder, hubOrigin, String(port)], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      await once(kiosk, 'message');
    };
    ends.push(() => kiosk?.kill('SIGKILL'));
    await startKiosk();

    const sent: string[] = [];
    let isDone = false;
    /** As a page does: one after the other, and again until it was answered. */
    const visit = async (): Promise<void> => {
      const message = aVisit();
      sent.push(message.id);
      for (;;) {
        try {
          const response = await fetch(`${origin}/api/desk/messages`, {
            method: 'POST',
            headers: { origin, 'content-type': 'application/json' },
            body: JSON.stringify(message),
          });
          if (response.status === 202) return;
        } catch {
          // It was killed under our hands.
          await wait(5);
        }
      }
    };
    const visits = (async () => {
      while (!isDone) await visit();
    })();

    for (let round = 0; round < kills; round += 1) {
      const before = sent.length;
      // Somewhere in the middle of the next few.
      while (sent.length < before + 1 + (round % 4)) await wait(1 + (round % 7));
      if (round % 10 === 9) {
        await hub?.stop();
        hub = undefined;
      }
      const ended = kiosk && once(kiosk, 'exit');
      kiosk?.kill('SIGKILL');
      await ended;
      await startKiosk();
      if (hub === undefined) await startAt(hubPort);
    }
    isDone = true;
    await visits;
    while (order.length < sent.length) await wait(20);
    expect(sent.length).toBeGreaterThan(kills);
    expect(order).toEqual(sent);
    const outcomes = (await talliesOf(store, dayOf(Date.now()))).filter(({ name }) => name === 'outcome');
    expect(outcomes).toMatchObject([{ value: 'online', count: sent.length }]);
  }, 900_000);
});
