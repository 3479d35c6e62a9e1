import type { Procedure, Source } from '../procedure.ts';

const allPrefectures: Source = {
  address: 'https://www.itmedia.co.jp/mobile/articles/2506/09/news102.html',
  grade: 'D',
  asOf: '2025-06-09',
};
const notByPhone: Source = {
  address: 'https://news.mynavi.jp/article/20260118-iphone_why/',
  grade: 'D',
  asOf: '2026-01-18',
};

/** 旅券の申請, online in all prefectures since 2025-03-27. */
export const passport: Procedure = {
  id: 'passport',
  kind: 'application',
  open: { from: null, until: null },
  online: {
    pins: ['authentication', 'cardInfoInput', 'signature'],
    phoneCard: 'does-not-work',
    bring: ['photo'],
    adultsOnly: false,
    phoneOnly: false,
    newCertificateAfterDays: 0,
    sources: [notByPhone, allPrefectures],
  },
  post: null,
  counter: { where: 'passport-office', bring: ['photo'], sources: [allPrefectures] },
  asksHolder: true,
  processing: null,
  varies: false,
  sources: [allPrefectures, notByPhone],
  reviewBy: '2027-02-28',
};
