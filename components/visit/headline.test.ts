import { describe, expect, test } from 'vitest';
import type { CardReport, PinReport } from '@/lib/card/report';
import { canResetAtStore, concernsOf } from './headline';

const ok = (max: number): PinReport => ({ state: 'ok', triesLeft: max, triesMax: max });
const locked: PinReport = { state: 'locked', triesLeft: 0, triesMax: 3 };
const fine: CardReport = {
  card: 'my-number',
  pins: { authentication: ok(3), signature: ok(5), cardInfoInput: ok(3), residentRegister: ok(3) },
  authenticationCertificate: { state: 'valid', notAfter: '2028-05-17' },
  signatureCertificate: { present: true },
  exchanges: 12,
  elapsedMs: 260,
};
const withPins = (pins: Partial<CardReport['pins']>): CardReport => ({ ...fine, pins: { ...fine.pins, ...pins } });
const kinds = (report: CardReport): string[] => concernsOf(report).map(({ kind }) => kind);

describe('the first thing said', () => {
  test('is that nothing needs attention when nothing does', () => {
    expect(concernsOf(fine)).toEqual([]);
  });

  test('is the expiry, even beside a locked PIN: the counter settles both', () => {
    const report = {
      ...withPins({ signature: locked }),
      authenticationCertificate: { state: 'expired', notAfter: '2026-01-01' },
    } as const;
    expect(kinds(report)).toEqual(['expired', 'locked']);
  });

  test('counts the locked PINs when there are several', () => {
    expect(concernsOf(withPins({ signature: locked, authentication: locked }))[0]).toEqual({
      kind: 'severalLocked',
      count: 2,
    });
  });

  test('is the last try before what only needs attention some day', () => {
    const report = withPins({
      authentication: { state: 'low', triesLeft: 2, triesMax: 3 },
      signature: { state: 'last-try', triesLeft: 1, triesMax: 5 },
    });
    expect(concernsOf(report)).toEqual([
      { kind: 'lastTry', pin: 'signature' },
      { kind: 'low', pin: 'authentication' },
    ]);
  });

  test('says until when to renew', () => {
    const report: CardReport = { ...fine, authenticationCertificate: { state: 'renewable', notAfter: '2026-12-20' } };
    expect(concernsOf(report)).toEqual([{ kind: 'renewable', until: '2026-12-20' }]);
  });

  test('does not pass over what could not be read', () => {
    expect(kinds(withPins({ residentRegister: { state: 'unknown', triesLeft: null, triesMax: 3 } }))).toEqual([
      'unknown',
    ]);
    expect(kinds({ ...fine, signatureCertificate: { present: null } })).toEqual(['unknown']);
    expect(kinds({ ...fine, authenticationCertificate: { state: 'unreadable', notAfter: null } })).toEqual(['unknown']);
  });
});

describe('a convenience store', () => {
  test('is named for the two PINs that can be reset there, while the other one works', () => {
    expect(canResetAtStore(withPins({ signature: locked }), 'signature')).toBe(true);
    expect(canResetAtStore(withPins({ authentication: locked }), 'authentication')).toBe(true);
  });

  test('is not named for the PINs that only the counter resets', () => {
    expect(canResetAtStore(withPins({ residentRegister: locked }), 'residentRegister')).toBe(false);
    expect(canResetAtStore(withPins({ cardInfoInput: locked }), 'cardInfoInput')).toBe(false);
  });

  test('is not named when the other PIN is locked too, or the certificates do not serve', () => {
    expect(canResetAtStore(withPins({ authentication: locked, signature: locked }), 'signature')).toBe(false);
    const expired = {
      ...withPins({ signature: locked }),
      authenticationCertificate: { state: 'expired', notAfter: '2026-01-01' },
    } as const;
    expect(canResetAtStore(expired, 'signature')).toBe(false);
    expect(
      canResetAtStore(
        { ...withPins({ authentication: locked }), signatureCertificate: { present: false } },
        'authentication',
      ),
    ).toBe(false);
  });
});
