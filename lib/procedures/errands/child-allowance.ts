import type { Procedure, Source } from '../procedure.ts';

const izu: Source = { address: 'https://www.city.izu.shizuoka.jp/soshiki/1010/4/4734.html', grade: 'B', asOf: null };
const miyaki: Source = {
  address: 'https://www.town.miyaki.lg.jp/kurashi/my_number2/_5337/_5430/_5504.html',
  grade: 'B',
  asOf: null,
};

/** 児童手当 */
export const childAllowance: Procedure = {
  id: 'child-allowance',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    // Of the claimant's card; the husband's or wife's does not do.
    pins: ['authentication', 'signature'],
    phoneCard: 'unconfirmed',
    bring: ['account-details', 'insurance-card'],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 2,
    sources: [izu, miyaki],
  },
  post: { form: 'download', bring: ['identity-copy', 'account-copy'], sources: [izu] },
  counter: { where: 'municipality', bring: ['account-details', 'insurance-card'], sources: [izu] },
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [izu, miyaki],
  reviewBy: '2027-02-28',
};
