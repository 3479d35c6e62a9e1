import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from './within.ts';

describe('what comes within a time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is what came', async () => {
    await expect(within(Promise.resolve('there'), 3_000)).resolves.toBe('there');
  });

  it('is nothing once the time is over, whatever comes later', async () => {
    const late = within(new Promise<string>((resolve) => setTimeout(resolve, 3_001, 'late')), 3_000);
    await vi.advanceTimersByTimeAsync(3_000);
    await expect(late).resolves.toBeNull();
  });
});
