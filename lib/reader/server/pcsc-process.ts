/**
 * The card process: does nothing but PC/SC, so that a card or a service that never answers can be got rid of with it.
 * Started by reader-watch.ts; ends with its parent.
 */

import { createCardSessions } from './card-sessions.ts';
import type { ChildMessage, ChildOptions, ParentMessage } from './child-protocol.ts';
import { createPcsc, type Pcsc, PcscError } from './pcsc.ts';

/** Milliseconds between two tries to find the service, and between two proofs that it answers. */
const retryMs = 300;
const probeMs = 500;
/** The service has told of the readers it has within a few milliseconds; one without readers says nothing at all. */
const settleMs = 100;

const parseOptions = (json: string | undefined): ChildOptions => {
  const given: Partial<ChildOptions> = JSON.parse(json ?? '{}');
  return {
    readerName: given.readerName ?? null,
    hungReader: given.hungReader ?? null,
    watchAfterReport: given.watchAfterReport ?? true,
    measure: given.measure ?? false,
  };
};

/** PC/SC calls may hang in threads of this process, and an orderly exit would wait for them. */
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
};

const send = (message: ChildMessage): void => {
  if (!process.connected) die();
  process.send?.(message, undefined, undefined, (failure) => {
    // The parent is gone, or it knows that this process is of no more use.
    if (failure !== null || message.type === 'serviceGone' || message.type === 'cardHung') die();
  });
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const sessions = createCardSessions(parseOptions(process.argv[2]), send);

/** Without PC/SC on this machine the parent is told, and tries again with a new process. */
const connectService = async (): Promise<Pcsc> => {
  try {
    return await createPcsc(sessions.onSlot, () => send({ type: 'serviceGone' }));
  } catch (thrown) {
    if (!(thrown instanceof PcscError)) throw thrown;
    send({ type: 'noService' });
    await pause(retryMs);
    return die();
  }
};

const untilStarted = async (pcsc: Pcsc): Promise<void> => {
  for (;;) {
    try {
      pcsc.start();
      return;
    } catch (thrown) {
      if (!(thrown instanceof PcscError)) throw thrown;
      send({ type: 'noService' });
    }
    await pause(retryMs);
  }
};

const prove = async (pcsc: Pcsc): Promise<never> => {
  for (;;) {
    try {
      await pcsc.probe();
      send({ type: 'alive' });
    } catch (thrown) {
      if (!(thrown instanceof PcscError)) throw thrown;
      send({ type: 'serviceGone' });
    }
    await pause(probeMs);
  }
};

process.on('message', ({ on }: ParentMessage) => sessions.measure(on));
process.on('disconnect', die);
// Ctrl-C reaches the whole process group; this process goes when its parent does.
process.on('SIGINT', () => undefined);
const pcsc = await connectService();
await untilStarted(pcsc);
send({ type: 'alive' });
await Promise.all([prove(pcsc), sessions.run(pcsc), pause(settleMs).then(sessions.sayReaders)]);
