/** Where people find the slip, in the order that works: near the card first, then with papers, then with others. */
export const slipPlaces = [
  'card-case',
  'envelope',
  'papers',
  'passport-bankbook',
  'notice-envelope',
  'photo',
  'family',
] as const;
export type SlipPlace = (typeof slipPlaces)[number];
