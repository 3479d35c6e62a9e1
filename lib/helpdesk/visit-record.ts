/** What the numbers of the day are told about a visit when it has ended. Pure; nothing of an answer is in it. */
import type { Channel } from '../advice/advice.ts';
import type { Step } from './step.ts';
import type { VisitOutcome } from './wire.ts';

export interface VisitRecord {
  readonly lastStep: Step;
  /** Reports of a card that were shown. */
  readonly reads: number;
  /** Cards that were lifted before the screen said so, while read. */
  readonly liftsWhileRead: number;
  /** The same while practised. */
  readonly liftsWhilePractised: number;
  readonly hasPractised: boolean;
  readonly wasHelped: boolean;
  /** The best way of the newest advice. */
  readonly channel: Channel | null;
}

export const newRecord: VisitRecord = {
  lastStep: 'start',
  reads: 0,
  liftsWhileRead: 0,
  liftsWhilePractised: 0,
  hasPractised: false,
  wasHelped: false,
  channel: null,
};

/** The visitor is on another screen than before. */
export const steppedTo = (record: VisitRecord, step: Step): VisitRecord => {
  if (step === record.lastStep) return record;
  return {
    ...record,
    lastStep: step,
    reads: record.reads + (step === 'card:report' ? 1 : 0),
    liftsWhileRead: record.liftsWhileRead + (step === 'card:lifted' ? 1 : 0),
  };
};

const outcomeOfChannel: Readonly<Record<Channel, VisitOutcome | null>> = {
  online: 'online',
  post: 'post',
  counter: 'counter',
  'convenience-store': 'store',
  none: null,
};

/** A visit counts as one thing: that staff came says the most, that somebody has looked around the least. */
export const outcomeOf = (record: VisitRecord): VisitOutcome => {
  if (record.wasHelped) return 'helped';
  const advised = record.channel === null ? null : outcomeOfChannel[record.channel];
  if (advised !== null) return advised;
  if (record.reads > 0) return 'read-card';
  return record.hasPractised ? 'practised' : 'left';
};
