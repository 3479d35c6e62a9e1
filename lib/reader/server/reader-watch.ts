/**
 * Keeps a card process running and turns what it says into reader events. Whatever happens to the process, the service or
 * the reader, this side goes on and says what is wrong.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { PartialReport } from '../../card/report.ts';
import type { CardErrorCode } from '../../errors/card-error.ts';
import type { ContactEvent } from '../hold-protocol.ts';
import type { ReaderEvent } from '../protocol.ts';
import type { Exchange } from '../read-card.ts';
import type { ChildMessage, ChildOptions, ParentMessage } from './child-protocol.ts';

/** Milliseconds without a sign of life until a card process is taken for hung. It gives one at least every 0.5 s. */
const silenceMs = 2_000;
/** A fresh process gets longer: it has to start. */
const startMs = 4_000;
const respawnMs = 100;
/** A process that keeps dying is given more time between two tries, up to a second, and after three it is said. */
const respawnMaxMs = 1_000;
const deathsUntilSaid = 3;

const childPath = new URL('./pcsc-process.ts', import.meta.url);
const nothingKnown: PartialReport = { pins: {} };

export type ReaderLogEntry =
  | { readonly what: 'exchanges'; readonly exchanges: readonly Exchange[] }
  | { readonly what: 'detail'; readonly text: string }
  | { readonly what: 'process'; readonly text: string };

export interface ReaderWatchOptions {
  /** Use only readers whose name contains this; `null` for any. */
  readonly readerName: string | null;
  /** See {@link ChildOptions}. */
  readonly watchAfterReport: boolean;
  readonly onEvent: (event: ReaderEvent) => void;
  readonly onLog: (entry: ReaderLogEntry) => void;
}

export interface ReaderWatch {
  /**
   * Instead of reading cards, measures how long they are held, and tells `listener`. A card that is being read is read to
   * the end. Returns the way to stop; to be called again only after that.
   */
  readonly measure: (listener: (event: ContactEvent) => void) => () => void;
  /** Ends the card process at once. */
  readonly stop: () => void;
}

type ReaderState = Extract<ReaderEvent, { type: 'reader' }>;

export const watchReader = ({ readerName, watchAfterReport, onEvent, onLog }: ReaderWatchOptions): ReaderWatch => {
  let child: ChildProcess | null = null;
  let stopped = false;
  let silence: NodeJS.Timeout | undefined;
  let respawn: NodeJS.Timeout | undefined;
  let deaths = 0;
  let hungReader: string | null = null;
  let serviceSeen = false;
  let readerSeen = false;
  let said: ReaderState | null = null;
  let card: 'none' | 'reading' | 'reported' = 'none';
  let onContact: ((event: ContactEvent) => void) | null = null;
  let hasContact = false;

  const sayContact = (event: ContactEvent): void => {
    hasContact = event.type === 'on';
    onContact?.(event);
  };

  const sayReader = (error: CardErrorCode | null): void => {
    if (said !== null && said.error === error) return;
    said = { type: 'reader', ready: error === null, error };
    onEvent(said);
  };

  /** The process that knew about the card is gone, and with it whatever was being read. */
  const loseCard = (error: CardErrorCode): void => {
    const early = card === 'reading';
    if (early) onEvent({ type: 'failed', error, known: nothingKnown });
    if (card !== 'none') onEvent({ type: 'removed', early });
    card = 'none';
    if (hasContact) sayContact({ type: 'off', heldMs: null });
  };

  const hear = (ms: number): void => {
    clearTimeout(silence);
    silence = setTimeout(() => replace('serviceNotResponding'), ms);
  };

  const replace = (error: CardErrorCode): void => {
    onLog({ what: 'process', text: `card process replaced: ${error}` });
    // A report is over with the reader that it came from; only a reading has to be told that it failed.
    if (card === 'reported') card = 'none';
    loseCard(error);
    sayReader(error);
    child?.kill('SIGKILL');
  };

  /** The card blocks the process that asked it. The next process tells when it has been taken away. */
  const replaceHung = (reader: string, known: PartialReport): void => {
    onLog({ what: 'process', text: 'card process replaced: cardNotAnswering' });
    hungReader = reader;
    // A card that was measured was never spoken of.
    if (card !== 'none') onEvent({ type: 'failed', error: 'cardNotAnswering', known });
    child?.kill('SIGKILL');
  };

  const onMessage = (message: ChildMessage): void => {
    switch (message.type) {
      case 'alive':
        serviceSeen = true;
        deaths = 0;
        hear(silenceMs);
        return;
      case 'noService':
        deaths = 0;
        hear(silenceMs);
        sayReader(serviceSeen ? 'serviceStopped' : 'serviceNotRunning');
        return;
      case 'readers':
        hear(silenceMs);
        if (message.count > 0) readerSeen = true;
        if (message.count > 0) sayReader(null);
        else sayReader(readerSeen ? 'readerUnplugged' : 'readerMissing');
        return;
      case 'event':
        if (message.event.type === 'card') card = 'reading';
        if (message.event.type === 'report') card = 'reported';
        if (message.event.type === 'removed') {
          hungReader = null;
          if (card === 'none') return;
          card = 'none';
        }
        onEvent(message.event);
        return;
      case 'contact':
        sayContact(message.event);
        return;
      case 'exchanges':
        onLog({ what: 'exchanges', exchanges: message.exchanges });
        return;
      case 'detail':
        onLog({ what: 'detail', text: message.text });
        return;
      case 'cardHung':
        replaceHung(message.reader, message.known);
        return;
      case 'serviceGone':
        replace('serviceStopped');
        return;
    }
  };

  const spawn = (): void => {
    const options: ChildOptions = { readerName, hungReader, watchAfterReport, measure: onContact !== null };
    // It needs nothing of what its parent was given, the secret of the pages least of all.
    const { KAZASU_READER_SECRET: _, ...env } = process.env;
    const started = fork(childPath, [JSON.stringify(options)], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child = started;
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.trimEnd().split('\n')) onLog({ what: 'process', text: `card process: ${line}` });
    });
    started.on('message', (message: ChildMessage) => {
      if (child === started && !stopped) onMessage(message);
    });
    const onEnd = (reason: string): void => {
      if (stopped || child !== started) return;
      child = null;
      onLog({ what: 'process', text: `card process ended (${reason})` });
      clearTimeout(silence);
      if (hungReader === null) loseCard('unknown');
      const delay = Math.min(respawnMs * 2 ** deaths, respawnMaxMs);
      deaths += 1;
      if (deaths >= deathsUntilSaid && (said === null || said.ready)) sayReader('readerProcessDown');
      respawn = setTimeout(spawn, delay);
    };
    started.on('exit', (code, signal) => onEnd(String(signal ?? code)));
    started.on('error', ({ message }) => onEnd(message));
    hear(startMs);
  };

  const tellChild = (message: ParentMessage): void => {
    // One that is ending takes no message; the next is told when it is started.
    if (child?.connected) child.send(message);
  };

  spawn();
  return {
    measure: (listener) => {
      onContact = listener;
      tellChild({ type: 'measure', on: true });
      return () => {
        onContact = null;
        hasContact = false;
        tellChild({ type: 'measure', on: false });
      };
    },
    stop: () => {
      stopped = true;
      clearTimeout(silence);
      clearTimeout(respawn);
      child?.kill('SIGKILL');
    },
  };
};
