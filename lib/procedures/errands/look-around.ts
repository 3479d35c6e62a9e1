import type { Procedure, Source } from '../procedure.ts';

const pins: Source = { address: 'https://www.jpki.go.jp/procedure/password.html', grade: 'C', asOf: '2026-09-08' };
const app: Source = { address: 'https://services.digital.go.jp/mynaapp/', grade: 'C', asOf: '2026-09-05' };

/** Nothing to be done yet: what the card, its PINs and the app are for. */
export const lookAround: Procedure = {
  id: 'look-around',
  kind: 'information',
  open: { from: null, until: null },
  online: null,
  post: null,
  counter: null,
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [pins, app],
  reviewBy: '2027-05-31',
};
