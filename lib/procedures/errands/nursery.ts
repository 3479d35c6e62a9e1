import type { Procedure, Source } from '../procedure.ts';

const tsurugashima: Source = {
  address: 'https://www.city.tsurugashima.lg.jp/page/page010791.html',
  grade: 'B',
  asOf: '2024-10-01',
};

/** 保育所などの利用申込み */
export const nursery: Procedure = {
  id: 'nursery',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    pins: ['authentication', 'signature'],
    phoneCard: 'unconfirmed',
    bring: ['work-certificate'],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 0,
    sources: [tsurugashima],
  },
  post: null,
  counter: { where: 'municipality', bring: ['work-certificate'], sources: [tsurugashima] },
  asksHolder: false,
  processing: null,
  varies: true,
  sources: [tsurugashima],
  reviewBy: '2027-02-28',
};
