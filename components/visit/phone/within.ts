/** What comes within `ms`, or else `null`. */
export const within = <Value>(coming: Promise<Value>, ms: number): Promise<Value | null> =>
  Promise.race([
    coming,
    new Promise<null>((resolve) => {
      setTimeout(resolve, ms, null);
    }),
  ]);
