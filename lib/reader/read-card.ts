import { exchangesMax, readPlan } from '../card/read-plan.ts';
import type { CardReport, PartialReport } from '../card/report.ts';
import { parseResponse } from '../card/response.ts';
import { CardError } from '../errors/card-error.ts';

/** One exchange as the log may know it: instruction, status word, length of the answer, time. Never data. */
export interface Exchange {
  /** INS, e.g. `0xa4` */
  readonly ins: number;
  /** SW1-SW2, e.g. `0x9000` */
  readonly sw: number;
  /** Bytes of data in the answer. */
  readonly length: number;
  readonly ms: number;
}

export interface ReadCardOptions {
  /** Sends one command and resolves with data and status word. What it rejects with is passed on. */
  readonly transmit: (command: Uint8Array) => Promise<Uint8Array>;
  readonly atr: Uint8Array;
  /** Today, for the state of the certificate. */
  readonly now: Date;
  readonly mayQuery: boolean;
  /** Milliseconds on a clock that never goes back, at the moment the card was found. */
  readonly foundAt: number;
  /** The same clock. */
  readonly clock: () => number;
  /** Called after each answer. `of` is the most that can come; a report may need fewer. */
  readonly onProgress: (done: number, of: number, known: PartialReport) => void;
  readonly onExchange?: (exchange: Exchange) => void;
}

/**
 * Reads one card from the first command to the report.
 *
 * @throws {CardError} `contactLost` for an answer without a status word, and whatever `transmit` rejects with. There is no
 *   half report: what was known until then has been told through `onProgress`.
 */
export const readCard = async (options: ReadCardOptions): Promise<CardReport> => {
  const { transmit, atr, now, mayQuery, foundAt, clock, onProgress, onExchange } = options;
  const plan = readPlan({ atr, now, mayQuery });
  let exchanges = 0;
  let step = plan.next();
  while (!step.done) {
    const { command } = step.value;
    const sentAt = clock();
    const response = parseResponse(await transmit(command));
    if (response === null) throw new CardError('contactLost', 'an answer without a status word');
    exchanges += 1;
    onExchange?.({ ins: command[1] ?? 0, sw: response.sw, length: response.data.length, ms: clock() - sentAt });
    step = plan.next(response);
    // The answer has been understood; nothing of it may outlive this line.
    response.data.fill(0);
    if (!step.done) onProgress(exchanges, exchangesMax, step.value.known);
  }
  return { ...step.value, exchanges, elapsedMs: Math.round(clock() - foundAt) };
};
