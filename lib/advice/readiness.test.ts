import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact.ts';
import type { LampName, LampState } from './lamp.ts';
import { pinsInQuestion, questionBehind, readiness } from './readiness.ts';

const said = (facts: Readonly<Record<string, unknown>>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value, evidence: 'said' }])) as Facts;

it('nothing is settled before anything is known', () => {
  expect(readiness({})).toEqual({
    errand: 'unknown',
    device: 'unknown',
    pins: 'unknown',
    card: 'unknown',
    certificates: 'unknown',
  });
});

const cases: readonly [LampName, LampState, Readonly<Record<string, unknown>>][] = [
  ['errand', 'fine', { errand: 'moving-out' }],
  ['device', 'fine', { phone: 'reads-and-runs' }],
  ['device', 'fine', { phone: 'cannot', pcReader: 'yes' }],
  ['device', 'attention', { phone: 'likely' }],
  ['device', 'attention', { phone: 'none', borrowPhone: 'yes' }],
  ['device', 'stopped', { phone: 'none', pcReader: 'no', borrowPhone: 'no' }],
  ['device', 'unknown', { phone: 'unknown' }],
  ['device', 'fine', { errand: 'portal-login', phoneCard: 'iphone' }],
  ['device', 'unknown', { errand: 'passport', phoneCard: 'iphone' }],
  ['pins', 'fine', { 'pin.signature': 'known', 'pin.authentication': 'known' }],
  ['pins', 'unknown', { 'pin.signature': 'known' }],
  ['pins', 'attention', { 'pin.signature': 'known', 'pin.authentication': 'on-slip-at-home' }],
  ['pins', 'stopped', { 'pin.signature': 'forgotten' }],
  ['pins', 'stopped', { 'pin.signature': 'known', 'triesLeft.signature': 0 }],
  ['pins', 'attention', { 'pin.signature': 'known', 'pin.authentication': 'known', 'triesLeft.signature': 1 }],
  ['pins', 'attention', { 'pin.signature': 'locked', 'pin.authentication': 'known', 'triesLeft.signature': 5 }],
  ['card', 'fine', { card: 'my-number' }],
  ['card', 'attention', { card: 'applied-for' }],
  ['card', 'stopped', { card: 'face-authentication' }],
  ['certificates', 'fine', { 'certificate.authentication': 'valid', changedSinceIssue: 'no' }],
  ['certificates', 'unknown', { 'certificate.authentication': 'valid' }],
  ['certificates', 'fine', { errand: 'portal-login', 'certificate.authentication': 'valid' }],
  ['certificates', 'attention', { errand: 'portal-login', 'certificate.authentication': 'renewable' }],
  ['certificates', 'stopped', { 'certificate.authentication': 'valid', changedSinceIssue: 'yes' }],
  ['certificates', 'stopped', { 'certificate.authentication': 'expired' }],
  ['certificates', 'stopped', { 'certificate.signature': 'absent' }],
];

describe('lamps', () => {
  it.each(cases)('%s is %s with %o', (lamp, state, facts) => {
    expect(readiness(said(facts))[lamp]).toBe(state);
  });
});

it('a store terminal needs one PIN, whatever else the card has', () => {
  expect(pinsInQuestion(said({ errand: 'convenience-store-certificates' }))).toEqual(['authentication']);
});

it('a lamp opens the first question that is still open', () => {
  expect(questionBehind('pins', said({ 'pin.signature': 'known' }))).toBe('pin.authentication');
  expect(questionBehind('certificates', said({ 'certificate.authentication': 'valid' }))).toBe('changedSinceIssue');
  expect(questionBehind('device', said({ phone: 'cannot' }))).toBe('phone');
});
