import { expect, test } from 'vitest';
import { sources } from './sources';

test.each(sources)('$about has a public address and, where the page bears one, a day', ({ address, asOf }) => {
  expect(new URL(address).protocol).toBe('https:');
  if (asOf !== null) expect(new Date(asOf).toISOString().slice(0, 10)).toBe(asOf);
});
