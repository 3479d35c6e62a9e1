/** The desk of one instance: what kiosks tell it, what staff do with it, and what time does. Several share one database. */
import { randomUUID } from 'node:crypto';
import { openStates } from './call.ts';
import { endedShownMs, type Feed, openFeed } from './feed.ts';
import { claim, help, type Moved, passTime, release, sendPrompt } from './store/calls.ts';
import { type Delivery, takeMessages } from './store/messages.ts';
import type { Store } from './store/open.ts';
import { arrive, depart, forgetAbsent, onDuty, stay } from './store/presence.ts';
import { deleteOldDays } from './store/retention.ts';
import type { DeskView, PromptContent, Queue, StaffCall, StaffMember, VisitorCall } from './wire.ts';

export interface Desk {
  readonly feed: Feed;
  /** What a kiosk has to say, in order. When it resolves, it is on the disk. */
  take(kiosk: string, deliveries: readonly Delivery[]): Promise<void>;
  /** All that a kiosk is told. */
  viewOf(kiosk: string): DeskView;
  queue(): Promise<Queue>;
  claim(call: string, member: StaffMember): Promise<Moved>;
  release(call: string, member: StaffMember): Promise<Moved>;
  help(call: string, member: StaffMember): Promise<Moved>;
  prompt(call: string, member: StaffMember, prompt: { id: string; content: PromptContent }): Promise<Moved>;
  /** A console has been opened. Returns what to do when it is closed. */
  attend(member: StaffMember): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** What the office has decided about calls. Asked for at each step, so that a new setting holds at once. */
export interface DeskRules {
  /** After how long the circle grows for the first, second, … time, in milliseconds. */
  readonly escalateAfterMs: readonly number[];
}

export const usualRules: DeskRules = { escalateAfterMs: [60_000, 120_000, 300_000] };

/** Often enough that a console is never taken for absent while it is there. */
const stayMs = 3_000;
const stepMs = 2_000;
const cleanMs = 10 * 60_000;

const isOpen = ({ state }: StaffCall): boolean => openStates.some((open) => open === state);

const placeOf = (call: StaffCall, calls: readonly StaffCall[]): number | null =>
  isOpen(call) ? calls.filter((each) => isOpen(each) && each.askedAt < call.askedAt).length + 1 : null;

const visitorCall = (call: StaffCall, calls: readonly StaffCall[]): VisitorCall => ({
  id: call.id,
  state: call.state,
  place: placeOf(call, calls),
  prompt: call.prompts.findLast(({ state }) => state === 'sent') ?? null,
});

/**
 * @param rules - asked for each time
 * @param onTrouble - told when something has to be tried again; never with anything about a visit
 */
export const openDesk = async (
  store: Store,
  rules: () => DeskRules,
  onTrouble: (message: string) => void,
): Promise<Desk> => {
  // First, so that nothing of yesterday is taken up.
  await deleteOldDays(store, Date.now());
  const feed = await openFeed(store, onTrouble);
  const streams = new Map<string, StaffMember>();

  const underWay = new Set<Promise<void>>();

  /** Work that comes again by itself: when it fails, the next time is its next try. */
  const regularly = (ms: number, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => {
      const working = work()
        .catch((failure: unknown) => onTrouble(failure instanceof Error ? failure.message : String(failure)))
        .then(() => void underWay.delete(working));
      underWay.add(working);
    }, ms).unref();

  const timers = [
    regularly(stayMs, () => stay(store, [...streams], Date.now())),
    regularly(stepMs, () => passTime(store, rules().escalateAfterMs, Date.now())),
    regularly(stepMs, () => forgetAbsent(store, Date.now())),
    regularly(cleanMs, () => deleteOldDays(store, Date.now())),
  ];
  return {
    feed,
    take: (kiosk, deliveries) => takeMessages(store, kiosk, deliveries, Date.now()),
    viewOf: (kiosk) => {
      const calls = feed.calls();
      const newest = calls.findLast((call) => call.kiosk.id === kiosk);
      const isShown = newest !== undefined && (newest.endedAt === null || Date.now() - newest.endedAt < endedShownMs);
      return {
        reachable: feed.isCurrent(),
        onDuty: feed.onDuty().length > 0,
        call: isShown ? visitorCall(newest, calls) : null,
      };
    },
    queue: async () => {
      await feed.catchUp();
      const now = Date.now();
      return {
        now,
        seq: feed.seq(),
        calls: feed.calls().filter(({ endedAt }) => endedAt === null),
        onDuty: await onDuty(store, now),
      };
    },
    claim: (call, member) => claim(store, call, member, Date.now()),
    release: (call, member) => release(store, call, member.id, Date.now()),
    help: (call, member) => help(store, call, member.id, Date.now()),
    prompt: (call, member, prompt) => sendPrompt(store, call, member.id, prompt, Date.now()),
    attend: async (member) => {
      const stream = randomUUID();
      streams.set(stream, member);
      await arrive(store, stream, member, Date.now());
      return async () => {
        streams.delete(stream);
        await depart(store, stream, Date.now());
      };
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([feed.close(), ...underWay]);
    },
  };
};
