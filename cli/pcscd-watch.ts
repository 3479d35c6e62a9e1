/**
 * Watches over the PC/SC service, which has no watchdog: ends with the exit code of `serviceNotResponding` when the service takes
 * questions and answers none. The unit of this program (kiosk/systemd/kazasu-pcscd-watch.service) then has it killed.
 * A service that is not there is none of our business: systemd starts it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { exitCodeOf } from './exit-codes.ts';
import { tellSystemd } from './tell-systemd.ts';

/** Fixed when pcsc-lite is compiled; on Debian and most others it is this. */
const socketPath = '/run/pcscd/pcscd.comm';
/** What every client says first (pcsc-lite, winscard_msg.h): twelve bytes for CMD_VERSION, 4.4, room for the result. No reader and no card hears of it. */
const question = Buffer.from(Uint32Array.of(12, 0x11, 4, 4, 0).buffer);

/** Milliseconds for an answer, and between two questions. */
const answerMs = 2_000;
const everyMs = 1_000;
/** One question may go unanswered because somebody else has the processor. */
const mostUnanswered = 2;
/** Twice as many each time that the service has not come up between two ends, as often as this: its readers may need long to start. */
const mostDoublings = 5;

type Answer = 'given' | 'missing' | 'none';

/** On a connection of its own each time: one that hangs may still serve those that it has. */
const ask = (): Promise<Answer> => {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const socket = connect(socketPath, () => socket.write(question));
  const late = setTimeout(resolve, answerMs, 'missing');
  socket.once('data', () => resolve('given'));
  // Too many that wait to be let in (EAGAIN) are no answer; to be turned away, or a service that has just ended, is.
  socket.once('error', ({ message }) => {
    if (!message.includes('EAGAIN')) resolve('none');
  });
  socket.once('end', () => resolve('none'));
  return promise.finally(() => {
    clearTimeout(late);
    socket.destroy();
  });
};

/** Given by systemd. */
const { RUNTIME_DIRECTORY } = process.env;
if (RUNTIME_DIRECTORY === undefined) throw new Error('RUNTIME_DIRECTORY is not set');
/** How often in a row the service has been killed without an answer since. This program ends each time, so it is kept in a file. */
const file = join(RUNTIME_DIRECTORY, 'killed');
const killed = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;

// A signal ends us as it ends any program.
tellSystemd(new AbortController().signal);
let most = mostUnanswered * 2 ** Math.min(Math.max(killed - 1, 0), mostDoublings);
let hasAnswered = false;
for (let unanswered = 0; unanswered < most; ) {
  const answer = await ask();
  unanswered = answer === 'missing' ? unanswered + 1 : 0;
  if (answer === 'given') [hasAnswered, most] = [true, mostUnanswered];
  if (unanswered === 0) await wait(everyMs);
}
writeFileSync(file, `${hasAnswered ? 1 : killed + 1}`);
process.stderr.write('Kazasu: pcscd does not answer\n');
process.exitCode = exitCodeOf.serviceNotResponding;
