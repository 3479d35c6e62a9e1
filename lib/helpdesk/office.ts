/** The settings as they hold in this process: read once, and again when somebody has published. */
import { momentOf } from '../facts/moment.ts';
import type { Settings } from '../office/definitions.ts';
import type { PublicOffice } from '../office/public-office.ts';
import { type KnownWait, publicOffice } from '../office/publish.ts';
import { withUsual } from '../office/settings.ts';
import type { DeskRules } from './desk.ts';
import type { Feed } from './feed.ts';
import { askQueueSystem, type QueueReading } from './queue-system.ts';
import type { Published } from './settings-revision.ts';
import type { Store } from './store/open.ts';
import { published } from './store/settings.ts';

export interface LiveOffice {
  published(): Published;
  /** What visitors' screens are told at this moment. */
  tell(): PublicOffice;
  rules(): DeskRules;
  /** The last answer of the queue system; `null`: it is switched off, or has not answered yet. */
  queue(): QueueReading | null;
  /** Reads them anew whenever the feed says so. */
  follow(feed: Feed): void;
  reload(): Promise<void>;
  close(): void;
}

export interface LiveOfficeOptions {
  readonly isInternal: (address: string) => boolean;
  readonly onTrouble: (message: string) => void;
}

const minute = 60_000;
/** Milliseconds until settings that could not be read are asked for again. */
const againMs = 2_000;
const second = 1_000;

const freshWait = (reading: QueueReading | null, { queueStaleMinutes }: Settings): KnownWait | null => {
  if (reading?.kind !== 'read') return null;
  const until = reading.at + queueStaleMinutes * minute;
  return Date.now() <= until ? { minutes: reading.waitMinutes, until } : null;
};

export const openOffice = async (store: Store, { isInternal, onTrouble }: LiveOfficeOptions): Promise<LiveOffice> => {
  let current = await published(store);
  let reading: QueueReading | null = null;
  let next: NodeJS.Timeout | undefined;
  let closed = false;
  let unfollow = (): void => undefined;

  const askQueue = async (): Promise<void> => {
    clearTimeout(next);
    const { version } = current;
    const all = withUsual(current.own);
    if (!all.queueSystem || closed) {
      reading = null;
      return;
    }
    const answer = await askQueueSystem(all.queueAddress, {
      timeoutMs: all.queueTimeoutMilliseconds,
      mostMinutes: all.queueMostMinutes,
      staleMs: all.queueStaleMinutes * minute,
      isInternal,
    });
    // Of other settings than those that hold by now: whoever has changed them has asked anew.
    if (closed || version !== current.version) return;
    // One answer that is missing does not make an older one wrong; its age does.
    if (answer.kind === 'read' || freshWait(reading, all) === null) reading = answer;
    next = setTimeout(askQueue, all.queueIntervalSeconds * second).unref();
  };

  const reload = async (): Promise<void> => {
    const read = await published(store);
    if (read.version === current.version) return;
    current = read;
    reading = null;
    void askQueue();
  };
  /** The event has been told and does not come again: what it stands for is read as soon as the database lets us. */
  const reloadUntilRead = async (): Promise<void> => {
    try {
      await reload();
    } catch (failure) {
      if (closed) return;
      onTrouble(failure instanceof Error ? failure.message : String(failure));
      setTimeout(reloadUntilRead, againMs).unref();
    }
  };
  void askQueue();

  return {
    published: () => current,
    tell: () =>
      publicOffice(current.own, {
        version: current.version,
        now: momentOf(new Date()),
        queueWait: freshWait(reading, withUsual(current.own)),
      }),
    rules: () => {
      const all = withUsual(current.own);
      const escalations = [all.escalateFirstSeconds, all.escalateSecondSeconds, all.escalateThirdSeconds];
      return { escalateAfterMs: escalations.map((each) => each * second) };
    },
    queue: () => reading,
    follow: (feed) => {
      unfollow = feed.subscribe(({ kind }) => {
        if (kind !== 'settings') return;
        void reloadUntilRead();
      });
    },
    reload,
    close: () => {
      closed = true;
      clearTimeout(next);
      unfollow();
    },
  };
};
