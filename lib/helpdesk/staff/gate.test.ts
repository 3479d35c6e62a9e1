import { expect, it } from 'vitest';
import { gate } from './gate.ts';

it('so many are inside at a time; whoever comes beyond that is told at once, and gets in when somebody has left', async () => {
  const door = gate(2);
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  const inside = [door.pass(() => first.promise), door.pass(() => second.promise)];
  expect(await door.pass(async () => 'third')).toBeNull();
  first.resolve('first');
  expect(await inside[0]).toBe('first');
  expect(await door.pass(async () => 'third')).toBe('third');
  // Whoever fails has left as well.
  second.reject(new Error('second'));
  await expect(inside[1]).rejects.toThrow('second');
  expect(await Promise.all([door.pass(async () => 4), door.pass(async () => 5)])).toEqual([4, 5]);
});
