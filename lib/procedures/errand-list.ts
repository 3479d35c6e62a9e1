import type { Errand } from '../facts/fact.ts';

/** The errands in the order in which lists show them: everyday ones first, history last. Apart from their data, which is large. */
export const errandList: readonly Errand[] = [
  'convenience-store-certificates',
  'moving-out',
  'child-allowance',
  'nursery',
  'long-term-care',
  'passport',
  'income-tax-return',
  'public-money-account',
  'price-relief-benefit',
  'portal-login',
  'app-registration',
  'pin-reset',
  'renew-certificates',
  'look-around',
  'special-fixed-benefit-2020',
];
