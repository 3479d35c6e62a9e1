/**
 * How long a card is held: from the first contact until contact is lost. Nothing of it is read. Runs in the card process.
 *
 * The service may need 0.4 s to notice that a card is gone, so the card itself is asked again and again; whatever it
 * answers, it is there.
 */
import { storageCardKind } from '../../card/card-kind.ts';
import { aid, selectApplication } from '../../card/commands.ts';
import type { PartialReport } from '../../card/report.ts';
import type { ContactEvent } from '../hold-protocol.ts';
import type { CardCalls } from './card-calls.ts';
import type { CardSlots } from './card-slots.ts';
import type { ChildMessage } from './child-protocol.ts';
import { type Connection, type Pcsc, PcscError, type PcscFault, type Slot } from './pcsc.ts';

/** Milliseconds. */
const limit = {
  /** Between two looks at a card that is held. */
  look: 25,
  /** Between two tries to find a card whose contact was lost, or that another program holds. */
  retry: 100,
  /** Between two looks of the service at its reader, with polling drivers. */
  poll: 400,
  /** After contact was lost: how long the service may take to notice that the card is gone. */
  notice: 600,
} as const;

const nothingKnown: PartialReport = { pins: {} };
const question = selectApplication(aid.jpki);

export interface HoldSessions {
  readonly isMeasuring: () => boolean;
  readonly measure: (on: boolean) => void;
  /** A card lies there that was not seen coming. Says so once. */
  readonly sayLies: () => void;
  /** A card of which it was said that it lies there is gone, or nobody knows. */
  readonly sayOver: () => void;
  /**
   * Measures a card that has its turn, until it has it no more or measuring ends.
   *
   * @param opened - a connection that is still there from reading it; closed here
   * @param onLost - called each time contact is lost before the service has noticed
   */
  readonly serve: (pcsc: Pcsc, slot: Slot, opened: Connection | null, onLost: () => void) => Promise<void>;
}

interface Round {
  /** `performance.now()` when measuring began: a card that came later is a new one. */
  readonly since: number;
  saidOn: boolean;
}

interface Contact {
  readonly since: number;
  readonly isNew: boolean;
}

interface FailedLook {
  readonly fault: PcscFault;
  /** `performance.now()` when contact was lost, as far as that can be told. */
  readonly at: number;
  /** The card could not even be connected to. */
  readonly refused: boolean;
}

interface HoldSessionsParts {
  readonly slots: CardSlots;
  readonly calls: CardCalls;
  readonly send: (message: ChildMessage) => void;
  readonly measuring: boolean;
}

export const createHoldSessions = ({ slots, calls, send, measuring }: HoldSessionsParts): HoldSessions => {
  const begin = (): Round => ({ since: performance.now(), saidOn: false });
  let round: Round | null = measuring ? begin() : null;

  /** Nobody listens any more to a round that is over. */
  const say = (of: Round | null, event: ContactEvent): void => {
    const isOn = event.type === 'on';
    if (of === null || of !== round || of.saidOn === isOn) return;
    of.saidOn = isOn;
    send({ type: 'contact', event });
  };

  const sayLost = (of: Round | null, { since, isNew }: Contact, at: number): void =>
    say(of, { type: 'off', heldMs: isNew ? Math.max(0, Math.round(at - since)) : null });

  /** One card, while it has its turn in one round. */
  const serve = async (pcsc: Pcsc, slot: Slot, opened: Connection | null, onLost: () => void): Promise<void> => {
    const mine = round;
    const goesOn = (): boolean => round === mine && slots.isServed(slot);
    const untilOver = async (): Promise<null> => {
      while (goesOn()) await slots.changed();
      return null;
    };
    let connection = opened;
    let lastFault: PcscFault | null = null;
    let looks = 0;
    const arrivedAt = slots.arrivedAt(slot.reader);
    /** `performance.now()` when the card was last known to be there. */
    let seenAt = arrivedAt;

    /**
     * Contact was lost between the last answer and the question that got none, or the service would have noticed; the middle
     * is wrong by the least. When the question fails says nothing: a reader may try for long to reach a card that is gone.
     */
    const lostAt = (askedAt: number): number => askedAt - Math.min(askedAt - seenAt, limit.poll) / 2;

    const close = async (): Promise<void> => {
      if (connection !== null) await calls.letGo(connection.close);
      connection = null;
    };

    const look = async (): Promise<FailedLook | 'answered'> => {
      let sentAt: number | null = null;
      try {
        const open = connection ?? (await pcsc.connect(slot.reader));
        connection = open;
        await calls.inTransaction(open, () => {
          sentAt = performance.now();
          return calls.transmit(slot, open, question, () => nothingKnown);
        });
        looks += 1;
        seenAt = performance.now();
        lastFault = null;
        return 'answered';
      } catch (thrown) {
        if (!(thrown instanceof PcscError)) throw thrown;
        if (thrown.fault !== lastFault) calls.detail(thrown);
        lastFault = thrown.fault;
        const at = sentAt === null ? performance.now() : lostAt(sentAt);
        return { fault: thrown.fault, at, refused: connection === null };
      }
    };

    let contact: Contact | null = { since: arrivedAt, isNew: mine !== null && arrivedAt > mine.since };
    say(mine, { type: 'on', isNew: contact.isNew });

    /** @returns how long to wait before the next look; `null`: there is none, and the service alone tells. */
    const take = async (looked: FailedLook | 'answered'): Promise<number | null> => {
      if (looked === 'answered') {
        if (contact === null) {
          contact = { since: seenAt, isNew: true };
          say(mine, { type: 'on', isNew: true });
        }
        return limit.look;
      }
      const { fault, at, refused } = looked;
      switch (fault) {
        case 'removed':
          // A service that dies takes the contact along; that is not the visitor's doing.
          if (!(await calls.serviceLives(pcsc))) {
            send({ type: 'serviceGone' });
            return null;
          }
          if (contact !== null) {
            sayLost(mine, contact, at);
            contact = null;
            onLost();
          }
          return limit.retry;
        case 'reset':
          // Another program did that, and contact was not lost. One that gives no sign of life at connect is mute.
          return refused ? null : limit.look;
        case 'busy':
          return limit.retry;
        case 'service':
          send({ type: 'serviceGone' });
          return null;
        case 'mute':
        case 'protocol':
        case 'reader':
        case 'unknown':
          return null;
      }
    };

    const over = untilOver();
    let pause = slot.state === 'mute' || storageCardKind(slot.atr) !== null ? null : 0;
    let lastLook: Promise<unknown> = Promise.resolve();
    while (goesOn() && pause !== null) {
      const looking = look();
      lastLook = looking;
      const looked = await Promise.race([looking, over]);
      if (looked === null) break;
      pause = await take(looked);
      if (looked !== 'answered') await close();
      if (pause !== null) await slots.changed(pause);
    }
    await over;
    // It may still wait for another program, and nobody waits for it.
    void lastLook.then(close);
    send({ type: 'detail', text: `looked at the card: ${looks} times` });
    if (contact !== null && slots.isTaken(slot)) sayLost(mine, contact, performance.now());
    // Who stops to measure when contact is lost does not want a card read that is gone.
    if (contact === null && round !== mine) await slots.goneWithin(slot, limit.notice);
  };

  return {
    isMeasuring: () => round !== null,
    measure: (on) => {
      round = on ? begin() : null;
      slots.wake();
    },
    sayLies: () => say(round, { type: 'on', isNew: false }),
    sayOver: () => say(round, { type: 'off', heldMs: null }),
    serve,
  };
};
