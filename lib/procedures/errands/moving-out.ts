import type { Procedure, Source } from '../procedure.ts';

const shibukawa: Source = {
  address: 'https://www.city.shibukawa.lg.jp/kurashi/life_event/hikkoshi-sumai/hikkoshi/p010283.html',
  grade: 'B',
  asOf: null,
};
const kagoshima: Source = {
  address:
    'https://www.city.kagoshima.lg.jp/shimin/shiminbunka/shimin/kurashi/koseki/hikkoshi/tetsuzuki/onlinetodoke.html',
  grade: 'B',
  asOf: null,
};
const sakata: Source = {
  address: 'https://www.city.sakata.yamagata.jp/kurashi/todokede/jyusyohenko/online_moving.html',
  grade: 'B',
  asOf: null,
};
const kawachinagano: Source = {
  address: 'https://www.city.kawachinagano.lg.jp/soshiki/6/85001.html',
  grade: 'B',
  asOf: null,
};
const androidPlans: Source = {
  address: 'https://www.watch.impress.co.jp/docs/topic/1499103.html',
  grade: 'D',
  asOf: null,
};

/** 転出届 to another municipality in Japan, from 30 days before the move to 10 days after it. */
export const movingOut: Procedure = {
  id: 'moving-out',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    pins: ['authentication', 'cardInfoInput', 'signature'],
    // Announced for Android in 2023; whether it has come is not known.
    phoneCard: 'unconfirmed',
    bring: [],
    adultsOnly: true,
    phoneOnly: false,
    newCertificateAfterDays: 0,
    sources: [shibukawa, kagoshima, sakata, kawachinagano, androidPlans],
  },
  post: { form: 'download', bring: ['identity-copy'], sources: [shibukawa] },
  counter: { where: 'municipality', bring: [], sources: [shibukawa] },
  asksHolder: false,
  processing: { unit: 'working-days', least: 0, most: 3 },
  varies: false,
  sources: [shibukawa, kawachinagano],
  reviewBy: '2027-02-28',
};
