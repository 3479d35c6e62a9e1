/**
 * One card after the other: found, read, watched until it is gone. Runs in the card process.
 *
 * What PC/SC does when cards move is written down in docs/failure-codes.md; the time limits below are ours.
 */
import { storageCardKind } from '../../card/card-kind.ts';
import { aid, ef, selectApplication, selectFile } from '../../card/commands.ts';
import type { CardReport, PartialReport } from '../../card/report.ts';
import type { CardErrorCode } from '../../errors/card-error.ts';
import { type Exchange, readCard } from '../read-card.ts';
import { createCardCalls, noticingLate } from './card-calls.ts';
import { createCardSlots, hasCard } from './card-slots.ts';
import type { ChildMessage, ChildOptions } from './child-protocol.ts';
import { createHoldSessions } from './hold-sessions.ts';
import { type Connection, type Pcsc, PcscError, type PcscFault, type Slot } from './pcsc.ts';

/** Milliseconds. */
const limit = {
  /** Another program may be inside its transaction for this long before we say so. We go on waiting. */
  busy: 2_000,
  /** After contact was lost: how long the service may take to notice that the card is gone (polling drivers: 0.4 s). */
  notice: 600,
  /** Between two tries to get a card that another program holds. */
  retry: 300,
  /** Between two looks at a card that lies there after its report. */
  look: 400,
  /** A fresh process knows which readers there are by then. */
  settle: 300,
} as const;

/** Contact lost this often with the card still there: it lies badly, and asking the visitor is better than trying on. */
const contactLossesMax = 3;
const resetsMax = 1;
/** A card that was reported and cannot be read again this often is waited for without a further look. */
const rereadsMax = 3;

const nothingKnown: PartialReport = { pins: {} };

const errorByFault: Readonly<Record<PcscFault, CardErrorCode>> = {
  removed: 'cardRemoved',
  reset: 'cardReset',
  mute: 'cardMute',
  busy: 'readerBusy',
  protocol: 'protocolMismatch',
  reader: 'readerUnplugged',
  service: 'serviceStopped',
  unknown: 'unknown',
};

interface Read {
  readonly report: CardReport;
  /** Still open, outside the transaction. */
  readonly connection: Connection;
}
type Reading = Read | { readonly fault: PcscFault; readonly known: PartialReport };

type CardEvent = Extract<ChildMessage, { type: 'event' }>['event'];

/** A card from the moment it is found until it is gone. */
interface Session {
  readonly slot: Slot;
  /** `performance.now()` when its reading began. */
  foundAt: number;
  /** The visitor was told that another program holds the card. */
  saidBusy: boolean;
  /** Where its events go: nowhere while a card that was reported is read once more. */
  readonly tell: (event: CardEvent) => void;
}

export interface CardSessions {
  /** To be called for every change of every reader. */
  readonly onSlot: (slot: Slot) => void;
  /** Says how many readers there are; a service without any does not speak of them. */
  readonly sayReaders: () => void;
  /** Instead of reading cards, measure how long they are held; or read them again. */
  readonly measure: (on: boolean) => void;
  /** Serves cards until the process ends. */
  readonly run: (pcsc: Pcsc) => Promise<never>;
}

export const createCardSessions = (options: ChildOptions, send: (message: ChildMessage) => void): CardSessions => {
  const slots = createCardSlots();
  const { changed, isServed } = slots;
  const calls = createCardCalls(send);
  const { letGo, detail } = calls;
  const holds = createHoldSessions({ slots, calls, send, measuring: options.measure });
  /** There is a card, and nobody has seen it go. */
  let lies = false;
  /** What `removed` will say once the card that was told of is gone; `null`: none was. */
  let early: boolean | null = null;

  const event = (what: CardEvent): void => {
    if (what.type === 'card') early = true;
    if (what.type === 'report') early = false;
    if (what.type === 'removed') early = null;
    send({ type: 'event', event: what });
  };

  const sayRemoved = (): void => {
    if (early !== null) event({ type: 'removed', early });
  };

  /** Whether to go on with a card. When measuring begins, what was begun is finished and nothing more. */
  const goesOn = (slot: Slot): boolean => isServed(slot) && !holds.isMeasuring();

  const untilOver = async (slot: Slot): Promise<void> => {
    while (goesOn(slot)) await changed();
  };

  const sayReaders = (): void => send({ type: 'readers', count: slots.count() });

  const onSlot = (slot: Slot): void => {
    if (options.readerName !== null && !slot.reader.includes(options.readerName)) return;
    slots.update(slot);
    sayReaders();
  };

  const goneSoon = (slot: Slot): Promise<boolean> => slots.goneWithin(slot, limit.notice);

  const begin = (session: Session): void => {
    session.foundAt = performance.now();
    session.tell({ type: 'card' });
  };

  const sayBusy = (session: Session): void => {
    if (!session.saidBusy) session.tell({ type: 'failed', error: 'readerBusy', known: nothingKnown });
    session.saidBusy = true;
  };

  /** Connects, reads, ends the transaction. Lets go of the card unless there is a report. */
  const readOnce = async (pcsc: Pcsc, session: Session): Promise<Reading> => {
    const { slot } = session;
    let known = nothingKnown;
    const exchanges: Exchange[] = [];
    let opened: Connection | null = null;
    try {
      const connection = await noticingLate(pcsc.connect(slot.reader), limit.busy, () => sayBusy(session));
      opened = connection;
      await noticingLate(connection.begin(), limit.busy, () => sayBusy(session));
      if (session.saidBusy) begin(session);
      session.saidBusy = false;
      const report = await readCard({
        transmit: (command) => calls.transmit(slot, connection, command, () => known),
        atr: slot.atr,
        now: new Date(),
        mayQuery: !connection.isT0,
        foundAt: session.foundAt,
        clock: () => performance.now(),
        onProgress: (done, of, learned) => {
          known = learned;
          session.tell({ type: 'progress', done, of, known });
        },
        onExchange: (exchange) => exchanges.push(exchange),
      });
      await letGo(connection.end);
      return { report, connection };
    } catch (thrown) {
      if (!(thrown instanceof PcscError)) throw thrown;
      detail(thrown);
      if (opened !== null) {
        await letGo(opened.end);
        await letGo(opened.close);
      }
      // A card that gives no sign of life at connect lies upside down or is broken; later on, somebody powered it down.
      const mute = opened === null && thrown.fault === 'reset';
      return { fault: mute ? 'mute' : thrown.fault, known };
    } finally {
      if (exchanges.length > 0) send({ type: 'exchanges', exchanges });
    }
  };

  /**
   * One look at a card that lies there. A file of an application that was selected is there to be selected again; a card
   * just put down has selected nothing. No VERIFY: this is asked again and again.
   */
  const look = (slot: Slot, { report, connection }: Read): Promise<string> =>
    calls.inTransaction(connection, async () => {
      const question = report.card === 'my-number' ? selectFile(ef.residentRegisterPin) : selectApplication(aid.jpki);
      return String(await calls.transmit(slot, connection, question, () => nothingKnown));
    });

  /**
   * Looks every now and then whether the card that was read still lies there. The service may need 0.4 s to notice that a
   * card is gone, and misses one that is swapped for another within that time.
   *
   * @returns why it ended: the card is gone, another has its turn or measuring has begun; or it does not answer as it did,
   *   because it is another one or another program used it.
   */
  const watch = async (slot: Slot, read: Read): Promise<'over' | 'removed' | 'changed'> => {
    const over = slots.untilOver(slot).then((): false => false);
    let first: string | null = null;
    let looks = 0;
    try {
      while (goesOn(slot)) {
        const looking = look(slot, read);
        // Once it is over nobody waits for the answer any more.
        looking.catch(() => undefined);
        const answer = await Promise.race([looking, over]);
        if (answer === false) return 'over';
        looks += 1;
        first ??= answer;
        if (answer !== first) return 'changed';
        await changed(limit.look);
      }
      return 'over';
    } catch (thrown) {
      if (!(thrown instanceof PcscError)) throw thrown;
      detail(thrown);
      return thrown.fault === 'removed' ? 'removed' : 'changed';
    } finally {
      send({ type: 'detail', text: `looked at the card: ${looks} times` });
    }
  };

  const fail = async (slot: Slot, error: CardErrorCode, known: PartialReport): Promise<null> => {
    event({ type: 'failed', error, known });
    await untilOver(slot);
    return null;
  };

  const serviceGone = async (slot: Slot): Promise<null> => {
    send({ type: 'serviceGone' });
    await slots.untilOver(slot);
    return null;
  };

  /** Reads until there is a report. `null`: there is none, and the card is gone or to be measured. */
  const readUntilDone = async (pcsc: Pcsc, session: Session): Promise<Read | null> => {
    const { slot } = session;
    let contactLosses = 0;
    let resets = 0;
    begin(session);
    while (goesOn(slot)) {
      const reading = await readOnce(pcsc, session);
      if ('report' in reading) return reading;
      const { fault, known } = reading;
      switch (fault) {
        case 'removed':
          // A service that dies takes the contact along; that is not the visitor's doing.
          if (!(await calls.serviceLives(pcsc))) return serviceGone(slot);
          event({ type: 'failed', error: 'cardRemoved', known });
          if (await goneSoon(slot)) return null;
          contactLosses += 1;
          if (contactLosses === contactLossesMax) return fail(slot, 'contactLost', known);
          begin(session);
          break;
        case 'reset':
          resets += 1;
          if (resets > resetsMax) return fail(slot, 'cardReset', known);
          begin(session);
          break;
        case 'busy':
          sayBusy(session);
          await changed(limit.retry);
          break;
        case 'service':
          return serviceGone(slot);
        case 'mute':
        case 'protocol':
        case 'reader':
        case 'unknown':
          return fail(slot, errorByFault[fault], known);
      }
    }
    return null;
  };

  const sameCard = (one: CardReport, other: CardReport): boolean =>
    JSON.stringify({ ...one, exchanges: 0, elapsedMs: 0 }) === JSON.stringify({ ...other, exchanges: 0, elapsedMs: 0 });

  /**
   * After the report: until the card is gone or to be measured. Another program that uses the card goes unnoticed: it is
   * read once more, without a word, and as long as it says the same it is the same card.
   *
   * @returns the report of the card that now lies in its place, if it is another one; or the connection to one that is to
   *   be measured
   */
  const untilTaken = async (pcsc: Pcsc, slot: Slot, first: Read): Promise<Read | Connection | null> => {
    let read = first;
    for (let again = 0; again < rereadsMax; ) {
      const why = await watch(slot, read);
      if (holds.isMeasuring() && isServed(slot)) return read.connection;
      await letGo(read.connection.close);
      if (why === 'over') return null;
      if (why === 'removed' && (await goneSoon(slot))) return null;
      const quiet: Session = { slot, foundAt: performance.now(), saidBusy: false, tell: () => undefined };
      const reading = await readOnce(pcsc, quiet);
      if ('report' in reading) {
        if (!sameCard(reading.report, first.report)) return reading;
        read = reading;
        continue;
      }
      if (reading.fault === 'removed' && (await goneSoon(slot))) return null;
      await changed(limit.retry);
      again += 1;
    }
    await untilOver(slot);
    return null;
  };

  /**
   * Reads a card and watches it until it is gone or to be measured.
   *
   * @returns the connection to a card that is to be measured, if there is one
   */
  const serve = async (pcsc: Pcsc, slot: Slot): Promise<Connection | null> => {
    if (slot.state === 'mute') {
      event({ type: 'card' });
      return fail(slot, 'cardMute', nothingKnown);
    }
    let read = await readUntilDone(pcsc, { slot, foundAt: 0, saidBusy: false, tell: event });
    while (read !== null) {
      event({ type: 'report', report: read.report });
      if (!options.watchAfterReport || storageCardKind(slot.atr) !== null) {
        await letGo(read.connection.close);
        await untilOver(slot);
        return null;
      }
      const next = await untilTaken(pcsc, slot, read);
      if (next === null || !('report' in next)) return next;
      read = next;
      sayRemoved();
      event({ type: 'card' });
    }
    return null;
  };

  /** The card that hung the process before this one. It blocks every program until it is taken away, so it is left alone. */
  const leaveHungCard = async (reader: string): Promise<void> => {
    lies = true;
    holds.sayLies();
    const settledAt = performance.now() + limit.settle;
    while (slots.get(reader) === undefined && performance.now() < settledAt)
      await changed(settledAt - performance.now());
    const slot = slots.get(reader);
    if (hasCard(slot)) {
      slots.setAside(slot);
      await slots.untilOver(slot);
    }
    lies = false;
    event({ type: 'removed', early: true });
    holds.sayOver();
  };

  /** Contact with a card that was told of: for the visitor it is gone, whatever the service says yet. */
  const lost = (): void => {
    lies = false;
    sayRemoved();
  };

  return {
    onSlot,
    sayReaders,
    measure: (on) => {
      holds.measure(on);
      if (lies) holds.sayLies();
    },
    run: async (pcsc) => {
      if (options.hungReader !== null) await leaveHungCard(options.hungReader);
      for (;;) {
        const slot = await slots.next();
        lies = true;
        const opened = holds.isMeasuring() ? null : await serve(pcsc, slot);
        // To connect anew to a card that is being lifted can take longer than the service needs to notice.
        if (holds.isMeasuring() && isServed(slot)) await holds.serve(pcsc, slot, opened, lost);
        else if (opened !== null) await letGo(opened.close);
        // Measuring has begun or ended over it: the same card, served the other way.
        if (isServed(slot)) continue;
        lies = false;
        sayRemoved();
        holds.sayOver();
        // Still there only if a card on another reader took its turn; then it waits until something about it changes.
        slots.setAside(slot);
      }
    },
  };
};
