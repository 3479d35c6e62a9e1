import type { Procedure, Source } from '../procedure.ts';

const kanazawa: Source = {
  address: 'https://www4.city.kanazawa.lg.jp/kurashi_tetsuzuki/todokede_shomei/mynumber_jukinet/1/30358.html',
  grade: 'B',
  asOf: null,
};
const fujisato: Source = { address: 'http://www.town.fujisato.akita.jp/todoke/c99/c173/3046', grade: 'B', asOf: null };

/** コンビニ交付: 住民票の写し and other certificates from the terminal of a store. */
export const convenienceStoreCertificates: Procedure = {
  id: 'convenience-store-certificates',
  kind: 'store-terminal',
  open: { from: null, until: null },
  online: null,
  post: null,
  counter: { where: 'municipality', bring: ['fee'], sources: [kanazawa] },
  asksHolder: false,
  processing: null,
  varies: false,
  sources: [kanazawa, fujisato],
  reviewBy: '2027-05-31',
};
