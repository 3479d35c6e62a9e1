/** Counts what went wrong, by where it came from and in all, so that guessing is slow. Of one instance; gone when it ends. */
export interface Tries {
  mayTry(from: string, now: number): boolean;
  failed(from: string, now: number): void;
}

/** @param withinMs - after this time a count begins anew */
export const tries = ({
  each,
  together,
  withinMs,
}: {
  readonly each: number;
  readonly together: number;
  readonly withinMs: number;
}): Tries => {
  const counts = new Map<string, number>();
  let total = 0;
  let begunAt = Number.NEGATIVE_INFINITY;
  const turn = (now: number): void => {
    if (now - begunAt < withinMs) return;
    counts.clear();
    total = 0;
    begunAt = now;
  };
  return {
    mayTry: (from, now) => {
      turn(now);
      return (counts.get(from) ?? 0) < each && total < together;
    },
    failed: (from, now) => {
      turn(now);
      // At most as many entries as failures together.
      counts.set(from, (counts.get(from) ?? 0) + 1);
      total += 1;
    },
  };
};
