import type { Procedure, Source } from '../procedure.ts';

const registration: Source = {
  address: 'https://services.digital.go.jp/mynaapp/register/',
  grade: 'C',
  asOf: '2026-09-05',
};
const authenticationPin: Source = {
  address: 'https://services.digital.go.jp/mynumbercard/auth-passcode/',
  grade: 'C',
  asOf: '2026-09-05',
};

/** マイナアプリの利用登録 */
export const appRegistration: Procedure = {
  id: 'app-registration',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    pins: ['authentication'],
    // The first registration reads the plastic card.
    phoneCard: 'does-not-work',
    bring: [],
    adultsOnly: false,
    phoneOnly: true,
    newCertificateAfterDays: 0,
    sources: [registration, authenticationPin],
  },
  post: null,
  counter: null,
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [registration, authenticationPin],
  reviewBy: '2027-05-31',
};
