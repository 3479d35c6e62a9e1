/** Lets so many at a time do something. Whoever comes beyond that is told at once, and holds nothing. */
export interface Gate {
  /** @returns what `act` returns; `null`: it is not done, as there are too many */
  pass<Result>(act: () => Promise<Result>): Promise<Result | null>;
}

export const gate = (most: number): Gate => {
  let inside = 0;
  return {
    pass: async (act) => {
      if (inside >= most) return null;
      inside += 1;
      try {
        return await act();
      } finally {
        inside -= 1;
      }
    },
  };
};
