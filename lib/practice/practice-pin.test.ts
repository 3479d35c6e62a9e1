import { expect, test } from 'vitest';
import {
  type Entry,
  isEntered,
  newEntry,
  practiceKeys,
  practicePinNames,
  practicePins,
  pressKey,
} from './practice-pin.ts';

const typed = (entry: Entry, text: string): Entry => [...text].reduce(pressKey, entry);

for (const pin of practicePinNames) {
  test(`the practice PIN that stands on the screen is taken: ${pin}`, () => {
    const entry = typed(newEntry(pin), practicePins[pin]);
    expect(isEntered(entry)).toBe(true);
    expect(entry).toEqual({ pin, right: practicePins[pin].length, wrong: 0 });
  });

  test(`each of its characters has a key: ${pin}`, () => {
    expect([...practicePins[pin]].filter((character) => !practiceKeys[pin].includes(character))).toEqual([]);
    expect(new Set(practiceKeys[pin]).size).toBe(practiceKeys[pin].length);
  });

  test(`whatever else is pressed is refused, and nothing of it is kept: ${pin}`, () => {
    const [first = ''] = practicePins[pin];
    const begun = pressKey(newEntry(pin), first);
    for (const key of practiceKeys[pin].filter((each) => each !== practicePins[pin][1])) {
      expect(pressKey(begun, key)).toEqual({ pin, right: 1, wrong: 1 });
    }
  });
}

test('no character comes twice, so each has one place on the screen', () => {
  for (const pin of Object.values(practicePins)) expect(new Set(pin).size).toBe(pin.length);
});

test('they have the shape of the PINs they stand for', () => {
  expect(practicePins.authentication).toMatch(/^[0-9]{4}$/);
  expect(practicePins.signature).toMatch(/^(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{6,16}$/);
});

test('the right key after a wrong one is taken, and a PIN that is complete takes no more', () => {
  const entry = typed(newEntry('authentication'), '9');
  expect(pressKey(entry, '4')).toMatchObject({ right: 1, wrong: 0 });
  const complete = typed(newEntry('authentication'), '4071');
  expect(pressKey(complete, '9')).toBe(complete);
});
