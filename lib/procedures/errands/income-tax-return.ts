import type { Procedure, Source } from '../procedure.ts';

const goka: Source = {
  address: 'https://www.town.goka.lg.jp/maina-house/my-number-anzen/page003838.html',
  grade: 'B',
  asOf: null,
};
const eTax: Source = { address: 'https://www.e-tax.nta.go.jp/topics/topics_densisyoumei.htm', grade: 'A', asOf: null };
const androidPlans: Source = {
  address: 'https://www.watch.impress.co.jp/docs/topic/1499103.html',
  grade: 'D',
  asOf: null,
};
const iphonePlans: Source = { address: 'https://qbei.isotop.jp/archives/5300', grade: 'E', asOf: null };

/** 所得税の確定申告 by e-Tax. */
export const incomeTaxReturn: Procedure = {
  id: 'income-tax-return',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    pins: ['authentication', 'cardInfoInput', 'signature'],
    // Said to work on Android since January 2025 and on iPhone since January 2026, but only by the press.
    phoneCard: 'unconfirmed',
    bring: ['tax-documents'],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 1,
    sources: [goka, eTax, androidPlans, iphonePlans],
  },
  post: { form: 'download', bring: ['tax-documents'], sources: [goka] },
  counter: { where: 'tax-office', bring: ['tax-documents'], sources: [goka] },
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [goka, eTax],
  reviewBy: '2027-02-28',
};
