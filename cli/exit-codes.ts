import type { CardErrorCode } from '../lib/errors/card-error.ts';

/** Documented in docs/command-line.md. 1 and 2 are the usual ones: something unexpected, and wrong words. */
export const exitCode = { ok: 0, unexpected: 1, usage: 2, notReady: 3, refused: 5, waits: 6 } as const;

/** One code for each kind of failure: 10-19 the service and the reader, 20-29 the card. */
export const exitCodeOf: Readonly<Record<CardErrorCode, number>> = {
  serviceNotRunning: 10,
  serviceStopped: 11,
  serviceNotResponding: 12,
  readerMissing: 13,
  readerUnplugged: 14,
  readerBusy: 15,
  readerProcessDown: 16,
  cardMissing: 20,
  cardRemoved: 21,
  cardMute: 22,
  cardReset: 23,
  cardNotAnswering: 24,
  contactLost: 25,
  protocolMismatch: 26,
  unknown: 29,
};
