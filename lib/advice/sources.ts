/** The pages that rules rest on (docs/sources.md has them with what each says). */
import type { Day } from '../facts/day.ts';
import type { Source } from '../procedures/procedure.ts';

/** The day on which undated pages were noted down. */
export const notedOn: Day = '2026-11-23';

const page = (address: string, grade: Source['grade'], asOf: Day | null = null): Source => ({ address, grade, asOf });

export const pages = {
  appFaq: page('https://services.digital.go.jp/mynaapp/system-requirements/', 'C', '2026-09-05'),
  authenticationPin: page('https://services.digital.go.jp/mynumbercard/auth-passcode/', 'C', '2026-09-05'),
  benefit2020Queue: page('https://xtech.nikkei.com/atcl/nxt/column/18/00001/04016/', 'D', '2020-05-11'),
  benefit2020Speed: page('https://www.lifeworkbalanceblog.com/tokubetsuteigakukyuhukin/', 'D'),
  busyTimes: page(
    'https://www.city.akashi.lg.jp/shimin_kenkou/shimin_ka/kurashi/jumin/ninsho_006.html',
    'B',
    '2022-03-03',
  ),
  cardInfoPin: page('https://services.digital.go.jp/mynumbercard/info-passcode/', 'C', '2026-09-08'),
  certificateEnd: page('https://www.digital.go.jp/policies/mynumber/expiration-date/', 'C', '2026-09-03'),
  certificateEndUji: page('https://www.city.uji.kyoto.jp/soshiki/6/7039.html', 'B', '2023-12-20'),
  certificateNextDay: page('https://www.e-tax.nta.go.jp/topics/topics_densisyoumei.htm', 'A'),
  certificateStops: page('https://digital-agency-news.digital.go.jp/articles/2025-08-07-2', 'C', '2025-08-07'),
  faceAuthentication: page('https://www.city.himi.toyama.jp/gyosei/soshiki/shimin/1/1_2/10011.html', 'B', '2025-03-18'),
  guardianship: page('https://www.city.minamiashigara.kanagawa.jp/kurashi/koseki/mynumber/p06704.html', 'B'),
  holdFaq: page('https://mynumbercard.point.soumu.go.jp/faq/', 'A'),
  loss: page('https://www2.jpki.go.jp/procedure/lost.html', 'A'),
  lostReissue: page('https://www.city.nomi.ishikawa.jp/www/contents/1001000000043/index.html', 'B', '2021-04-01'),
  moveIn: page('https://www.city.shibukawa.lg.jp/kurashi/life_event/hikkoshi-sumai/hikkoshi/p010283.html', 'B'),
  notReset: page('https://www.city.kaminoyama.yamagata.jp/soshiki/6/mnc-ri.html', 'B'),
  officeHours: page('https://www.city.koto.lg.jp/060301/mynumber4.html', 'B', '2024-02-01'),
  outage: page('https://myna.go.jp/html/info/index.html', 'C', '2026-09-03'),
  passportPhone: page('https://news.mynavi.jp/article/20260118-iphone_why/', 'D', '2026-01-18'),
  pcWithPhone: page('https://digital.go.jp/policies/mynumber/local-government/mynaportal-app', 'A'),
  phoneCard: page('https://services.digital.go.jp/mynumbercard-iphone/', 'C', '2026-09-05'),
  phoneList: page('https://www.jpki.go.jp/prepare/reader_writer/android.html', 'C'),
  pinLock: page('https://www.jpki.go.jp/procedure/password.html', 'C', '2026-09-08'),
  pinReset: page('https://www2.jpki.go.jp/faq/trouble/iccard_digital_id.html', 'A'),
  pinResetTwice: page('https://www.city.kunitachi.tokyo.jp/kurashi/koseki/1/5619.html', 'B'),
  readers: page('https://www.jpki.go.jp/prepare/reader_writer.html', 'C'),
  representative: page('https://www.city.ageo.lg.jp/page/388530.html', 'B'),
  renewal: page('https://www.city.katsuragi.nara.jp/kurashi_tetsuzuki/mainannbar/3/7914.html', 'B'),
  renewalNotOnline: page('https://www.ygkenpo.jp/asp/news/news.asp?articleid=166250&page=1', 'D', '2026-01-29'),
  scanCard: page('https://services.digital.go.jp/mynaapp/scan-mynumbercard/', 'C', '2026-09-03'),
  scanSound: page('https://www.print-mag.com/2020/05/07/maina-portal/', 'D', '2020-05-07'),
  slip: page('https://expydoc.com/doc/7231231/', 'B'),
  stay: page(
    'https://www.city.matsudo.chiba.jp/kurashi/todokede/jyuuki_net/gaikokujinnnozairyuu.html',
    'B',
    '2025-07-25',
  ),
  storeChains: page('https://www2.jpki.go.jp/jpkiidreset/riyoukiyaku/riyoukiyaku_web.html', 'A'),
  storeCertificates: page(
    'https://www4.city.kanazawa.lg.jp/kurashi_tetsuzuki/todokede_shomei/mynumber_jukinet/1/30358.html',
    'B',
  ),
  storeConditions: page('https://www.jpki.go.jp/jpkiidreset/howto/faq_index.html', 'A'),
  storeHours: page('https://www.4894.call.city.niigata.jp/Faq/B0308805', 'B'),
  storeOtherPin: page(
    'https://www.city.naha.okinawa.jp/kurasitetuduki/todoke/mynumber/konbinisyomei.html',
    'B',
    '2024-09-20',
  ),
  storeSince: page('https://www.pref.fukuoka.lg.jp/contents/kotekikojinninsyo-pw.html', 'B', '2022-08-04'),
  terminal: page('https://www.city.towada.lg.jp/kurashi/mynumber/kokinkoza.html', 'B'),
} as const satisfies Record<string, Source>;
export type PageName = keyof typeof pages;
