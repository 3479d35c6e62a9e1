import { expect, it } from 'vitest';
import { pinNames } from '../card/report.ts';
import { causesFor, failCauses } from './fails.ts';

it('for a PIN that nobody named, every cause is gone through', () => {
  expect(causesFor(null)).toEqual(failCauses);
});

it('letters, moves and children matter to the signature password alone', () => {
  const only = causesFor('signature').filter((cause) => !causesFor('authentication').includes(cause));
  expect(only).toEqual(['capitals', 'look-alikes', 'moved', 'under-15']);
});

it('nobody takes the security code of four digits for the signature password', () => {
  expect(causesFor('signature')).not.toContain('security-code');
  expect(causesFor('authentication')).toContain('security-code');
});

it('PINs without a certificate are not asked about one', () => {
  const asked = causesFor('residentRegister');
  expect(asked).toEqual(['locked', 'wrong-one', 'security-code', 'face-card']);
});

it.each(pinNames)('what no right entry helps against comes first for %s', (pin) => {
  expect(causesFor(pin)[0]).toBe('locked');
});
