import { describe, expect, test } from 'vitest';
import { type CardReport, cardKinds, type PinName, pinNames } from '../card/report.ts';
import type { Facts } from '../facts/fact.ts';
import { learnReport } from './report-facts.ts';

const triesMax = { signature: 5, authentication: 3, cardInfoInput: 3, residentRegister: 3 } as const;

/** A card about which nothing but its kind is known, unless `parts` says more. */
const report = (parts: Partial<CardReport> = {}, tries: Partial<Record<PinName, number>> = {}): CardReport => {
  const pin = (name: PinName) => {
    const triesLeft = tries[name] ?? null;
    return { state: triesLeft === 0 ? 'locked' : 'unknown', triesLeft, triesMax: triesMax[name] } as const;
  };
  return {
    card: 'my-number',
    pins: {
      authentication: pin('authentication'),
      signature: pin('signature'),
      cardInfoInput: pin('cardInfoInput'),
      residentRegister: pin('residentRegister'),
    },
    authenticationCertificate: { state: 'unreadable', notAfter: null },
    signatureCertificate: { present: null },
    exchanges: 14,
    elapsedMs: 298,
    ...parts,
  };
};

test('a card that says nothing about itself establishes nothing', () => {
  expect(learnReport({}, report())).toEqual({});
});

describe('tries left', () => {
  test.each(pinNames)('of %s are measured, and do not say whether it is known', (name) => {
    expect(learnReport({}, report({}, { [name]: 2 }))).toEqual({
      [`triesLeft.${name}`]: { value: 2, evidence: 'measured' },
    });
  });

  test.each(pinNames)('none for %s: it is locked', (name) => {
    expect(learnReport({}, report({}, { [name]: 0 }))).toEqual({
      [`triesLeft.${name}`]: { value: 0, evidence: 'measured' },
      [`pin.${name}`]: { value: 'locked', evidence: 'measured' },
    });
  });

  test('none, though the visitor says that the PIN is known: it is locked', () => {
    const before: Facts = { 'pin.signature': { value: 'known', evidence: 'said' } };
    expect(learnReport(before, report({}, { signature: 0 }))['pin.signature']).toEqual({
      value: 'locked',
      evidence: 'measured',
    });
  });

  test.each(['said', 'measured'] as const)(
    'some, though it was %s to be locked: whether it is known is open again',
    (evidence) => {
      const before: Facts = { 'pin.signature': { value: 'locked', evidence } };
      expect(learnReport(before, report({}, { signature: 5 }))).toEqual({
        'triesLeft.signature': { value: 5, evidence: 'measured' },
      });
    },
  );

  test.each(['known', 'forgotten', 'on-slip-at-home', 'unknown'] as const)(
    'some: a PIN that is %s stays so',
    (value) => {
      const before: Facts = { 'pin.signature': { value, evidence: 'said' } };
      expect(learnReport(before, report({}, { signature: 1 }))['pin.signature']).toEqual({ value, evidence: 'said' });
    },
  );

  test('a later reading replaces an earlier one', () => {
    const before = learnReport({}, report({}, { authentication: 1 }));
    expect(learnReport(before, report({}, { authentication: 3 }))['triesLeft.authentication']?.value).toBe(3);
  });
});

describe('the authentication certificate', () => {
  test.each(['valid', 'renewable', 'expired'] as const)('is %s until its day', (state) => {
    const read = report({ authenticationCertificate: { state, notAfter: '2028-05-17' } });
    expect(learnReport({}, read)).toEqual({
      'certificate.authentication': { value: state, evidence: 'measured' },
      certificateEnds: { value: '2028-05-17', evidence: 'measured' },
    });
  });

  test('is absent, and ends on no day', () => {
    expect(learnReport({}, report({ authenticationCertificate: { state: 'absent', notAfter: null } }))).toEqual({
      'certificate.authentication': { value: 'absent', evidence: 'measured' },
    });
  });

  test('that could not be read leaves what was said', () => {
    const before: Facts = { 'certificate.authentication': { value: 'valid', evidence: 'said' } };
    expect(learnReport(before, report())).toEqual(before);
  });
});

describe('the signature certificate', () => {
  test('that is there makes it a card with PINs, and is not said to be valid', () => {
    expect(learnReport({}, report({ signatureCertificate: { present: true } }))).toEqual({
      card: { value: 'my-number', evidence: 'measured' },
    });
  });

  test('that is there does not bring one back to life that has ended', () => {
    const before: Facts = { 'certificate.signature': { value: 'void', evidence: 'said' } };
    const after = learnReport(before, report({ signatureCertificate: { present: true } }));
    expect(after['certificate.signature']).toEqual({ value: 'void', evidence: 'said' });
  });

  test('that is not there is absent; which kind of card it is stays open', () => {
    expect(learnReport({}, report({ signatureCertificate: { present: false } }))).toEqual({
      'certificate.signature': { value: 'absent', evidence: 'measured' },
    });
  });

  test('that is there outweighs a visitor who takes the card for one without PINs', () => {
    const before: Facts = { card: { value: 'face-authentication', evidence: 'said' } };
    const after = learnReport(before, report({ signatureCertificate: { present: true } }));
    expect(after.card).toEqual({ value: 'my-number', evidence: 'measured' });
  });
});

describe('another card', () => {
  test.each(cardKinds.filter((kind) => kind !== 'my-number'))('%s establishes nothing', (card) => {
    const before: Facts = { errand: { value: 'passport', evidence: 'said' } };
    const full = report(
      {
        card,
        authenticationCertificate: { state: 'valid', notAfter: '2028-05-17' },
        signatureCertificate: { present: true },
      },
      { signature: 0, authentication: 3 },
    );
    expect(learnReport(before, full)).toEqual(before);
  });
});

test('what the visitor has said about anything else stays', () => {
  const before: Facts = {
    errand: { value: 'passport', evidence: 'said' },
    phone: { value: 'likely', evidence: 'detected' },
  };
  expect(learnReport(before, report({}, { signature: 5 }))).toMatchObject(before);
});
