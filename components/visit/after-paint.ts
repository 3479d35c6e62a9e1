/** Resolves after the next paint: what a finger has done is seen at once, what follows from it is worked out afterwards. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
