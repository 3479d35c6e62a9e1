import { expect, test } from 'vitest';
import { journeyNames, journeys } from './journeys.ts';

for (const name of journeyNames) {
  const steps = journeys[name];

  test(`the PIN comes before the card, and both once: ${name}`, () => {
    const what = steps.map(({ does }) => does).filter((does) => does !== 'press');
    expect(what).toEqual(['pin', 'hold', 'end']);
  });

  test(`the card is wanted for as long as real applications need: ${name}`, () => {
    const lengths = steps.flatMap((step) => (step.does === 'hold' ? [step.lengthMs] : []));
    expect(lengths).toHaveLength(1);
    for (const length of lengths) {
      expect(length).toBeGreaterThanOrEqual(2_000);
      expect(length).toBeLessThanOrEqual(15_000);
    }
  });
}

test('to log in takes the PIN of 利用者証明用, to sign that of 署名用', () => {
  const pinOf = (name: (typeof journeyNames)[number]) =>
    journeys[name].flatMap((step) => (step.does === 'pin' ? [step.pin] : []));
  expect(pinOf('phone')).toEqual(['authentication']);
  expect(pinOf('pc')).toEqual(['authentication']);
  expect(pinOf('signature')).toEqual(['signature']);
});
