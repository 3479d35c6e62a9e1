import type { Procedure, Source } from '../procedure.ts';

const koto: Source = {
  address: 'https://megalodon.jp/ref/2020-0716-2314-20/https://www.city.koto.lg.jp:443/051101/rinzikyuuhukinn.html',
  grade: 'B',
  asOf: '2020-07-16',
};
const onlineSteps: Source = { address: 'https://studiosero.net/forlife/28645', grade: 'D', asOf: '2020-05-01' };
const itabashi: Source = {
  address: 'https://ameblo.jp/m-yoshiyuki/entry-12594494980.html',
  grade: 'D',
  asOf: '2020-05-01',
};
const onlineStart: Source = {
  address: 'https://xtech.nikkei.com/atcl/nxt/column/18/00001/03991/',
  grade: 'D',
  asOf: '2020-05-01',
};

/** 特別定額給付金, kept to look back at: what would have been the best advice in May 2020. */
export const specialFixedBenefit2020: Procedure = {
  id: 'special-fixed-benefit-2020',
  kind: 'application',
  // Each municipality closed three months after it began to accept letters. This last day is a generous one.
  open: { from: '2020-05-01', until: '2020-09-30' },
  online: {
    pins: ['cardInfoInput', 'signature'],
    // No card was in any phone before 2023.
    phoneCard: 'does-not-work',
    bring: ['account-copy'],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 0,
    sources: [onlineSteps, onlineStart],
  },
  post: { form: 'sent', bring: ['identity-copy', 'account-copy'], sources: [itabashi] },
  counter: null,
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [koto, onlineStart],
  reviewBy: '2027-05-31',
};
