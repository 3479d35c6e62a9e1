/** Messages and people for tests. */
import { randomUUID } from 'node:crypto';
import type { Case, DeskMessage, StaffMember } from '../wire.ts';

export const sampleCase: Case = {
  language: 'ja',
  step: 'pins:fails',
  facts: {
    errand: { value: 'child-allowance', evidence: 'said' },
    'triesLeft.signature': { value: 1, evidence: 'measured' },
  },
  error: null,
  elapsedS: 95,
};

type Ask = Extract<DeskMessage, { kind: 'ask' }>;

export const asking = (part: Partial<Ask> = {}): Ask => ({
  kind: 'ask',
  id: randomUUID(),
  call: randomUUID(),
  reason: 'pin',
  case: sampleCase,
  ...part,
});

export const leaving = (call: string): DeskMessage => ({ kind: 'leave', id: randomUUID(), call });

export const aVisit = (part: Partial<Extract<DeskMessage, { kind: 'visit' }>> = {}): DeskMessage => ({
  kind: 'visit',
  id: randomUUID(),
  outcome: 'online',
  language: 'ja',
  lastStep: 'guide:advice',
  seconds: 120,
  reads: 1,
  earlyLifts: 0,
  ...part,
});

export const clerk: StaffMember = { id: 'clerk-1', name: '窓口1', role: 'clerk', languages: ['ja'] };
export const otherClerk: StaffMember = { id: 'clerk-2', name: '窓口2', role: 'clerk', languages: ['ja', 'en'] };
