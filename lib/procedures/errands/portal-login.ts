import type { Procedure, Source } from '../procedure.ts';

const authenticationPin: Source = {
  address: 'https://services.digital.go.jp/mynumbercard/auth-passcode/',
  grade: 'C',
  asOf: '2026-09-05',
};
const iphone: Source = {
  address: 'https://services.digital.go.jp/mynumbercard-iphone/',
  grade: 'C',
  asOf: '2026-09-05',
};
const kanazawa: Source = {
  address: 'https://www4.city.kanazawa.lg.jp/kurashi_tetsuzuki/todokede_shomei/mynumber_jukinet/1/30358.html',
  grade: 'B',
  asOf: null,
};

/** マイナポータルへのログイン */
export const portalLogin: Procedure = {
  id: 'portal-login',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    pins: ['authentication'],
    phoneCard: 'works',
    bring: [],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 0,
    sources: [authenticationPin, iphone, kanazawa],
  },
  post: null,
  counter: null,
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [authenticationPin],
  reviewBy: '2027-05-31',
};
