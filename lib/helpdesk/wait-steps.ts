/** Upper ends of the steps in which waits are counted, in seconds. */
export const waitSteps = [5, 10, 20, 30, 60, 120, 300, 600, 1_800] as const;

/** The step that a wait falls into, as it is counted; `more` beyond the last. */
export const waitStep = (ms: number): string => String(waitSteps.find((end) => ms <= end * 1_000) ?? 'more');
