/** Id of a call that several processes want; the same in each. */
export const raceId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
