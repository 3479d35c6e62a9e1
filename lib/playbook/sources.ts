/** What the pages of the playbook rest on: the pages of the rules, and some that only staff need (docs/sources.md). */
import { pages } from '../advice/sources.ts';
import type { Day } from '../facts/day.ts';
import type { Source } from '../procedures/procedure.ts';

const page = (address: string, grade: Source['grade'], asOf: Day | null = null): Source => ({ address, grade, asOf });

/** Where only the month or the year is known, its first day. */
const staffPages = {
  appSupport: page('https://support.mynaapp.digital.go.jp/hc/ja', 'C', '2026-09-01'),
  bringTwo: page('https://www.city.dazaifu.lg.jp/soshiki/7/1281.html', 'B'),
  cardEnd: page('https://www.kojinbango-card.go.jp/220401_2/', 'C', '2026-10-01'),
  certificateEndPrinted: page('https://www.kojinbango-card.go.jp/faq_expiration5/', 'C', '2026-10-01'),
  certificateTwoDays: page('https://www.town.miyaki.lg.jp/kurashi/my_number2/_5337/_5430/_5504.html', 'B'),
  countRestored: page('https://www.info.city.tsu.mie.jp/www/contents/1707112391889/index.html', 'B'),
  countsInCard: page('https://support.iam-jpki.jp/password/passwordgalocksareteimasu', 'D'),
  errorCertificate: page(
    'https://did2memo.net/2024/02/04/mynumber-portal-certificate-error-ei123-2008/',
    'D',
    '2024-02-04',
  ),
  errorLifted: page('https://did2memo.net/2020/07/02/mynumber-mynapoint-error-e0008/', 'D', '2020-07-02'),
  errorReader: page('https://1010uzu.com/blog/error-hjs-0407e-e-tax-2017', 'D', '2017-01-01'),
  errorSignatureLocked: page(
    'https://www.keisan.nta.go.jp/h27yokuaru/sosa_setsumei/eTax/shoshinerror/HJS0432E.html',
    'A',
    '2015-01-01',
  ),
  errorUnavailable: page('https://snstechnic.com/?p=7642', 'D', '2025-12-01'),
  errorWrongPin: page('https://pp.cyber-l.co.jp/?p=2938', 'D'),
  faceAuthenticationMuko: page('https://www.city.muko.kyoto.jp/soshiki/23/3570.html', 'B', '2025-03-18'),
  forgottenNotTold: page('https://123deta.com/document/y4wxx49q-', 'B', '2016-01-01'),
  fraud: page('https://www.town.kanda.lg.jp/page/1076.html', 'B'),
  freeDial: page('https://www.city.tagajo.miyagi.jp/joho/kurashi/mynunber/public_money.html', 'B', '2023-06-15'),
  insuranceGrace: page('https://www.mhlw.go.jp/content/12400000/001459106.pdf', 'C', '2026-08-01'),
  lockedForGood: page('https://www.city.uruma.lg.jp/1006005000/faq/p000248.html', 'B'),
  movedTwoActs: page(
    'https://did2memo.net/2020/05/06/mynumber-portal-tokubetsu-teigaku-kyufukin-electronic-signature-expired-error',
    'D',
    '2020-05-06',
  ),
  myNumberUse: page('https://www.lacras.co.jp/column/mynumberreal/156', 'D'),
  myNumberCopy: page('https://portal.shojihomu.jp/?p=37136', 'D', '2019-09-25'),
  noReaction: page('https://apptopi.jp/2022/05/13/mynumbercard-nfc-error', 'D', '2022-05-13'),
  phonePin: page(
    'https://www.city.inagi.tokyo.jp/en/kurashi/tetsuzuki/1002613/1002622/1002631.html',
    'B',
    '2023-08-08',
  ),
  pinChange: page('https://www.city.itoigawa.lg.jp/page/1154.html', 'B'),
  pinFormats: page('https://www.city.natori.miyagi.jp/soshiki/seikatsu/shimin/node_55209', 'B', '2024-01-10'),
  proxyLetter: page('https://www.city.kikuchi.lg.jp/article/view/1029/6533.html', 'B'),
  proxyPowerOfAttorney: page('https://www.city.fujinomiya.lg.jp/1023200000/p000270.html', 'B'),
  proxySealed: page('https://www.town.nagano-takamori.lg.jp/docs/12642.html', 'B'),
  readingAdvice: page('https://mynumbercard.point.soumu.go.jp/faq/', 'A'),
  renewalNotice: page('https://www.kyoukaikenpo.or.jp/g1/r7-7/7071601', 'D', '2025-07-16'),
  renewalPins: page('https://www.city.ama.aichi.jp/kurashi/todokede/1001907/1007695.html', 'B', '2023-05-08'),
  residentRegisterPin: page('https://www.city.iwakuni.lg.jp/soshiki/20/100149.html', 'B'),
  scanPlace: page('https://services.digital.go.jp/mynaapp/scan-mynumbercard/', 'C', '2026-09-03'),
  slipLayout: page('https://support.yayoi-kk.co.jp/subcontents.html?page_id=25702', 'D'),
  soundMarksStart: page('https://www.print-mag.com/2020/05/07/maina-portal/', 'D', '2020-05-07'),
  stayMissed: page('https://www.city.ogi.lg.jp/main/46041.html', 'B', '2025-02-21'),
  stayPending: page(
    'https://www.city.adachi.tokyo.jp/koseki/gaikokujin_maika_dennshishiumeisho_koushinn.html',
    'B',
    '2020-11-11',
  ),
  terminalOutage: page('https://tech.nikkeibp.co.jp/atcl/nxt/column/18/00001/03213/', 'D', '2019-11-11'),
  triesUsed: page('https://github.com/soltia48/myna-card', 'D', '2026-01-01'),
  verificationNumber: page(
    'https://www.city.matsuyama.ehime.jp/kurashi/tetsuzuki/mynumberseido/syo-go-bango.html',
    'C',
    '2026-09-08',
  ),
} as const satisfies Record<string, Source>;

export const playbookSources = { ...pages, ...staffPages } as const satisfies Record<string, Source>;
export type PlaybookSource = keyof typeof playbookSources;
