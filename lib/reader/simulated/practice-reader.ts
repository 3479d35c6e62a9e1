/** A reader that is not there, for the page itself: the practice card on it behaves and fails as a real one does. */
import type { PartialReport } from '../../card/report.ts';
import { createEventLog } from '../event-log.ts';
import type { ReaderSource } from '../protocol.ts';
import { readCard } from '../read-card.ts';
import { createSimulatedCard, type SimulatedCard, SimulatedCardGone } from './card.ts';
import { type ScenarioName, scenario } from './scenarios.ts';

export interface PracticeReader extends ReaderSource {
  /** Puts a practice card down; one that lies there is taken away first. */
  put(name: ScenarioName): void;
  /** Takes the card away, whatever is going on. */
  take(): void;
}

export interface PracticeReaderOptions {
  /** Time for each answer in milliseconds; a real card takes about 20. */
  readonly latencyMs?: number;
  readonly now?: () => Date;
}

/** Slow enough to see what happens, still within what real applications take. */
const defaultLatencyMs = 120;

export const createPracticeReader = ({
  latencyMs = defaultLatencyMs,
  now = () => new Date(),
}: PracticeReaderOptions = {}): PracticeReader => {
  const log = createEventLog('practice');
  let onReader: SimulatedCard | null = null;
  /** One card after the other: the last one has been taken away before the next is found. */
  let last: Promise<void> = Promise.resolve();

  const read = async (card: SimulatedCard): Promise<void> => {
    let known: PartialReport = { pins: {} };
    log.add({ type: 'card' });
    try {
      const report = await readCard({
        transmit: (command) => card.transmit(command),
        atr: card.atr,
        now: now(),
        mayQuery: true,
        foundAt: performance.now(),
        clock: () => performance.now(),
        onProgress: (done, of, learned) => {
          known = learned;
          log.add({ type: 'progress', done, of, known });
        },
      });
      log.add({ type: 'report', report });
      await card.whenGone;
      log.add({ type: 'removed', early: false });
    } catch (thrown) {
      if (!(thrown instanceof SimulatedCardGone)) throw thrown;
      log.add({ type: 'failed', error: 'cardRemoved', known });
      log.add({ type: 'removed', early: true });
    }
  };

  const take = (): void => {
    onReader?.remove();
    onReader = null;
  };

  log.add({ type: 'reader', ready: true, error: null });
  return {
    subscribe: (listener) => log.subscribe(null, ({ event }) => listener(event)),
    put: (name) => {
      take();
      const card = createSimulatedCard(scenario(name, now()), { faults: { latencyMs } });
      card.powerOn();
      onReader = card;
      last = last.then(() => read(card));
    },
    take,
  };
};
