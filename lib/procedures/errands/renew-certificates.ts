import type { Procedure, Source } from '../procedure.ts';

const katsuragi: Source = {
  address: 'https://www.city.katsuragi.nara.jp/kurashi_tetsuzuki/mainannbar/3/7914.html',
  grade: 'B',
  asOf: null,
};
const expiry: Source = {
  address: 'https://www.digital.go.jp/policies/mynumber/expiration-date/',
  grade: 'C',
  asOf: '2026-09-03',
};
const uji: Source = { address: 'https://www.city.uji.kyoto.jp/soshiki/6/7039.html', grade: 'B', asOf: '2023-12-20' };

/** 電子証明書の更新. Parents and carers come for it too, so whose card it is gets asked. */
export const renewCertificates: Procedure = {
  id: 'renew-certificates',
  kind: 'renewal',
  open: { from: null, until: null },
  online: null,
  post: null,
  counter: null,
  asksHolder: true,
  processing: null,
  varies: false,
  sources: [katsuragi, expiry, uji],
  reviewBy: '2027-05-31',
};
