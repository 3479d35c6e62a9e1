import { describe, expect, test } from 'vitest';
import { pinNames } from '../card/report.ts';
import { isNodeId, nodes, trailTo } from '../playbook/tree.ts';
import { callReasons } from './call.ts';
import { type CallCase, playbookFor } from './playbook-for.ts';
import { steps } from './step.ts';
import type { DeskFacts } from './wire.ts';

const call = (reason: CallCase['reason'], detail: Partial<CallCase['case']> = {}): CallCase => ({
  reason,
  case: { step: 'start', facts: {}, error: null, ...detail },
});

const measured = (name: 'authentication' | 'signature' | 'cardInfoInput' | 'residentRegister', left: number) =>
  ({ [`triesLeft.${name}`]: { value: left, evidence: 'measured' } }) as DeskFacts;

const lockStates: Readonly<Record<string, DeskFacts>> = {
  'nothing known': {},
  'one try left': measured('signature', 1),
  ...Object.fromEntries(pinNames.map((pin) => [`${pin} locked`, measured(pin, 0)])),
  'said to be locked': { 'pin.signature': { value: 'locked', evidence: 'said' } },
  'several locked': { ...measured('signature', 0), ...measured('authentication', 0) },
};

const everyCase = Object.entries(lockStates).flatMap(([lock, facts]) =>
  callReasons.flatMap((reason) => steps.map((step) => ({ lock, reason, step, facts }))),
);

test('every step, reason and lock state has a page that can be reached', () => {
  for (const { reason, step, facts } of everyCase) {
    const id = playbookFor(call(reason, { step, facts }));
    expect(isNodeId(id)).toBe(true);
    expect(trailTo(id).length).toBeGreaterThan(0);
  }
  expect(everyCase).toHaveLength(8 * callReasons.length * steps.length);
});

test('no step leads past a lock, except in a call about a phone, which is about the phone', () => {
  const pageOfLock: Readonly<Record<string, string>> = {
    'one try left': 'pin-last-try',
    'authentication locked': 'pin-locked-authentication',
    'signature locked': 'pin-locked-signature',
    'cardInfoInput locked': 'pin-locked-card-info-input',
    'residentRegister locked': 'pin-locked-resident-register',
    'said to be locked': 'pin-locked-signature',
    'several locked': 'pin-locked-several',
  };
  for (const { lock, reason, step, facts } of everyCase.filter((each) => each.lock !== 'nothing known')) {
    const id = playbookFor(call(reason, { step, facts }));
    if (reason === 'phone') expect(trailTo(id)).toContain(id === 'phone-own-pin' ? 'locked' : 'phone');
    else expect({ lock, reason, step, id }).toEqual({ lock, reason, step, id: pageOfLock[lock] });
  }
});

test('an error on the screen comes before everything else', () => {
  for (const { reason, step, facts } of everyCase) {
    expect(playbookFor(call(reason, { step, facts, error: 'cardRemoved' }))).toBe('error-read');
    expect(playbookFor(call(reason, { step, facts, error: 'readerMissing' }))).toBe('error-reader');
  }
});

describe('what is known leads to its page', () => {
  test.each([
    [call('pin'), 'forgotten'],
    [call('pin', { step: 'pins:which' }), 'which'],
    [call('pin', { step: 'guide:pin.signature' }), 'which-signature'],
    [
      call('pin', {
        step: 'guide:pin.signature',
        facts: { 'pin.authentication': { value: 'forgotten', evidence: 'said' } },
      }),
      'pin-forgotten-authentication',
    ],
    [
      call('pin', {
        facts: {
          'pin.authentication': { value: 'forgotten', evidence: 'said' },
          'pin.signature': { value: 'forgotten', evidence: 'said' },
        },
      }),
      'pin-forgotten-all',
    ],
    [call('other', { facts: { 'pin.signature': { value: 'on-slip-at-home', evidence: 'said' } } }), 'slip-at-home'],
    [
      call('card', { facts: { 'certificate.authentication': { value: 'expired', evidence: 'measured' } } }),
      'certificate-expired',
    ],
    [call('card', { facts: { 'certificate.signature': { value: 'void', evidence: 'said' } } }), 'certificate-moved'],
    [
      call('card', { facts: { 'certificate.authentication': { value: 'renewable', evidence: 'measured' } } }),
      'certificate-renew',
    ],
    [call('card', { facts: { card: { value: 'lost', evidence: 'said' } } }), 'lost-card'],
    [call('other', { facts: { holder: { value: 'child-under-15', evidence: 'said' } } }), 'under-15'],
    [call('card', { step: 'card:lifted' }), 'phone-lifted'],
    [call('card'), 'error-read'],
    [call('phone'), 'phone'],
    [call('phone', { step: 'phone:settings' }), 'phone-switches'],
    [call('phone', { step: 'pins:which' }), 'phone'],
    [call('screen'), 'top'],
  ] as const)('%j: %s', (given, id) => {
    expect(playbookFor(given)).toBe(id);
    expect(nodes[id]).toBeDefined();
  });
});
