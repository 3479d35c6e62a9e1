'use client';

import { newRecord, outcomeOf, steppedTo, type VisitRecord } from '@/lib/helpdesk/visit-record';
import type { Case, DeskMessage } from '@/lib/helpdesk/wire';

/** The visit that is going on, for the numbers of the day. It begins with the first touch, key or card. */
let beganAt: number | null = null;
let record = newRecord;
let language: Case['language'] = 'ja';

export const beginRecord = (): void => {
  beganAt ??= performance.now();
};

export const elapsedS = (): number => (beganAt === null ? 0 : Math.round((performance.now() - beganAt) / 1_000));

export const noteStep = (step: Case['step'], spoken: Case['language']): void => {
  if (step === 'card:reading') beginRecord();
  record = steppedTo(record, step);
  language = spoken;
};

export const noteRecord = (part: Partial<VisitRecord>): void => {
  record = { ...record, ...part };
};

export const noteHelped = (): void => noteRecord({ wasHelped: true });

/** @returns what the desk is told of the visit that has ended; `null` where nobody was there */
export const endRecord = (): Omit<Extract<DeskMessage, { kind: 'visit' }>, 'kind' | 'id'> | null => {
  const ended = record;
  const seconds = elapsedS();
  const hasBegun = beganAt !== null;
  beganAt = null;
  record = newRecord;
  if (!hasBegun) return null;
  return {
    outcome: outcomeOf(ended),
    language,
    lastStep: ended.lastStep,
    seconds,
    reads: ended.reads,
    earlyLifts: ended.liftsWhileRead + ended.liftsWhilePractised,
  };
};
