/**
 * An application that reads the practice card, as slowly as real ones do: a card that is put down, read exchange by exchange,
 * and gone when it is taken away. It runs in the page; whatever notices the card, a finger or a reader, says so here.
 */
import { exchangesMax } from '../../card/read-plan.ts';
import { type ReadCardOptions, readCard } from '../read-card.ts';
import { createSimulatedCard, type SimulatedCard, SimulatedCardGone } from './card.ts';
import { scenario } from './scenarios.ts';

export type RehearsalEvent =
  /** `done` of about `of` exchanges were answered. */
  | { readonly type: 'answered'; readonly done: number; readonly of: number }
  /** It wants a PIN before it goes on; the card has to stay. */
  | { readonly type: 'asked' }
  /** Everything has been read. */
  | { readonly type: 'finished' };

export interface RehearsalPlan {
  /** How long the reading takes without what waits for a PIN, in milliseconds. */
  readonly lengthMs: number;
  /** After this many exchanges it wants a PIN; `null`: it wants none. */
  readonly asksAfter: number | null;
}

export interface Rehearsal {
  /** The card is found; one that was there before has gone. */
  put(plan: RehearsalPlan): void;
  /** The PIN was typed. */
  enter(): void;
  /** The card has gone, whatever is going on. Nothing more is told of it. */
  take(): void;
}

export interface RehearsalOptions {
  readonly tell: (event: RehearsalEvent) => void;
  /** How time passes. */
  readonly wait?: (ms: number) => Promise<void>;
  readonly now?: () => Date;
}

const letTimePass = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A card on the reader, and the application that reads it. */
interface Reading {
  readonly card: SimulatedCard;
  /** Lets the application go on. */
  enter: () => void;
}

export const createRehearsal = ({ tell, wait = letTimePass, now = () => new Date() }: RehearsalOptions): Rehearsal => {
  let current: Reading | null = null;

  const read = async (reading: Reading, { lengthMs, asksAfter }: RehearsalPlan): Promise<void> => {
    const { card } = reading;
    const tellOfThis = (event: RehearsalEvent): void => {
      if (current === reading) tell(event);
    };
    const entered = new Promise<void>((resolve) => {
      reading.enter = resolve;
    });
    let answered = 0;
    const transmit: ReadCardOptions['transmit'] = async (command) => {
      if (answered === asksAfter) {
        tellOfThis({ type: 'asked' });
        await Promise.race([entered, card.whenGone]);
      }
      await Promise.race([wait(lengthMs / exchangesMax), card.whenGone]);
      const answer = await card.transmit(command);
      answered += 1;
      return answer;
    };
    try {
      await readCard({
        transmit,
        atr: card.atr,
        now: now(),
        mayQuery: true,
        foundAt: 0,
        clock: () => 0,
        onProgress: (done, of) => tellOfThis({ type: 'answered', done, of }),
      });
      tellOfThis({ type: 'finished' });
    } catch (thrown) {
      // Who took the card away knows it already.
      if (!(thrown instanceof SimulatedCardGone)) throw thrown;
    }
  };

  const take = (): void => {
    current?.card.remove();
    current = null;
  };

  return {
    put: (plan) => {
      take();
      const card = createSimulatedCard(scenario('all-fine', now()));
      card.powerOn();
      current = { card, enter: () => undefined };
      void read(current, plan);
    },
    enter: () => current?.enter(),
    take,
  };
};
