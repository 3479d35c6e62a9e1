import type { Procedure, Source } from '../procedure.ts';

const shiki: Source = {
  address: 'https://www.city.shiki.lg.jp/site/digital/10515.html',
  grade: 'B',
  asOf: '2023-11-29',
};

/** 要介護・要支援認定の申請, mostly applied for by somebody of the family. */
export const longTermCare: Procedure = {
  id: 'long-term-care',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    // Where it goes through マイナポータル; some municipalities have forms of their own.
    pins: ['authentication', 'signature'],
    phoneCard: 'unconfirmed',
    bring: ['insurance-card'],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 0,
    sources: [shiki],
  },
  post: { form: 'download', bring: ['insurance-card'], sources: [shiki] },
  counter: { where: 'municipality', bring: ['insurance-card'], sources: [shiki] },
  asksHolder: true,
  processing: null,
  varies: true,
  sources: [shiki],
  reviewBy: '2027-02-28',
};
