import type { Procedure, Source } from '../procedure.ts';

const bunkyo: Source = { address: 'https://www.city.bunkyo.lg.jp/b012/p007848.html', grade: 'B', asOf: '2026-01-07' };

/** 物価高対応の給付金 of 2025 and 2026. */
export const priceReliefBenefit: Procedure = {
  id: 'price-relief-benefit',
  kind: 'paid-without-application',
  open: { from: null, until: null },
  online: null,
  post: { form: 'sent', bring: ['application-form'], sources: [bunkyo] },
  counter: null,
  asksHolder: false,
  processing: null,
  varies: true,
  sources: [bunkyo],
  reviewBy: '2027-02-28',
};
