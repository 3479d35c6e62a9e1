import type { Procedure, Source } from '../procedure.ts';

const towada: Source = {
  address: 'https://www.city.towada.lg.jp/kurashi/mynumber/kokinkoza.html',
  grade: 'B',
  asOf: null,
};
const cardInfoPin: Source = {
  address: 'https://services.digital.go.jp/mynumbercard/info-passcode/',
  grade: 'C',
  asOf: '2026-09-08',
};
const bank: Source = {
  address: 'https://sbishinseibank.co.jp/procedure/publicmoney_receiptaccount.html',
  grade: 'D',
  asOf: null,
};

/** 公金受取口座の登録 */
export const publicMoneyAccount: Procedure = {
  id: 'public-money-account',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    pins: ['authentication', 'cardInfoInput'],
    phoneCard: 'unconfirmed',
    bring: ['account-details'],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 0,
    sources: [towada, cardInfoPin, bank],
  },
  post: null,
  counter: null,
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [towada, bank],
  reviewBy: '2027-02-28',
};
