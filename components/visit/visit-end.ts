'use client';

const endings = new Set<() => void>();

/** What a part of the page does so that nothing of a visitor remains. For as long as the page lives. */
export const whenVisitEnds = (end: () => void): void => {
  endings.add(end);
};

export const endVisit = (): void => {
  for (const end of endings) end();
};
