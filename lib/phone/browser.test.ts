import { describe, expect, it, test } from 'vitest';
import {
  type BrowserHints,
  type BrowserReport,
  type BrowserSays,
  describeBrowser,
  inAppBrowser,
  isAtLeast,
} from './browser.ts';

interface Row {
  readonly about: string;
  readonly userAgent: string;
  readonly hints?: BrowserHints;
  readonly touchPoints?: number;
  readonly hasWebNfc?: boolean;
  readonly isTopLevel?: boolean;
  readonly report: BrowserReport;
}

const report = (
  device: BrowserReport['device'],
  model: string | null,
  os: BrowserReport['os'],
  browser: BrowserReport['browser'],
  webNfc: BrowserReport['webNfc'],
  inApp: BrowserReport['inApp'] = null,
): BrowserReport => ({ device, model, os, browser, inApp, webNfc });

const is = (major: number, minor = 0): BrowserReport['os'] => ({ version: [major, minor], isSure: true });
const isLeast = (major: number, minor: number): BrowserReport['os'] => ({ version: [major, minor], isSure: false });

const androidHints = (model: string, platformVersion: string, mobile = true): BrowserHints => ({
  model,
  platform: 'Android',
  platformVersion,
  mobile,
});
const pcHints = (platform: string, platformVersion: string): BrowserHints => ({
  model: '',
  platform,
  platformVersion,
  mobile: false,
});

/** What Chrome on Android sends since version 110, whatever the phone. @param end - what other browsers add */
const reduced = (version: number, end = ''): string =>
  `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36${end}`;
const chrome = (phone: string, version: string, end = ''): string =>
  `Mozilla/5.0 (Linux; ${phone}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Mobile Safari/537.36${end}`;
const webView = (phone: string, version: string, end: string): string =>
  `Mozilla/5.0 (Linux; ${phone}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/${version} Mobile Safari/537.36${end}`;
const iphone = (version: string, end: string): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${end}`;
const desktopIpad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) ';

const android: readonly Row[] = [
  {
    about: 'Chrome, docomo Xperia 1 IV',
    userAgent: reduced(142),
    hints: androidHints('SO-51C', '14.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SO-51C', is(14), 'chrome', 'there'),
  },
  {
    about: 'Chrome, docomo AQUOS sense7',
    userAgent: reduced(140),
    hints: androidHints('SH-53C', '15.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SH-53C', is(15), 'chrome', 'there'),
  },
  {
    about: 'Chrome, docomo Galaxy A53',
    userAgent: reduced(141),
    hints: androidHints('SC-53C', '16.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SC-53C', is(16), 'chrome', 'there'),
  },
  {
    about: 'Chrome, au Xperia 1 IV',
    userAgent: reduced(139),
    hints: androidHints('SOG06', '13.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SOG06', is(13), 'chrome', 'there'),
  },
  {
    about: 'Chrome, SoftBank Xperia 1 IV',
    userAgent: reduced(139),
    hints: androidHints('A201SO', '14.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'A201SO', is(14), 'chrome', 'there'),
  },
  {
    about: 'Chrome, SIM-free Xperia 1 IV',
    userAgent: reduced(145),
    hints: androidHints('XQ-CT44', '12.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'XQ-CT44', is(12), 'chrome', 'there'),
  },
  {
    about: 'Chrome, OPPO A54 5G',
    userAgent: reduced(138),
    hints: androidHints('CPH2199', '12.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'CPH2199', is(12), 'chrome', 'there'),
  },
  {
    about: 'Chrome, Pixel 7',
    userAgent: reduced(150),
    hints: androidHints('Pixel 7', '15.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'Pixel 7', is(15), 'chrome', 'there'),
  },
  {
    about: 'Chrome, a variant of a code',
    userAgent: reduced(120),
    hints: androidHints('KYV44_u', '9.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'KYV44_u', is(9), 'chrome', 'there'),
  },
  {
    about: 'Chrome on Android 8.1, whose minor version is told',
    userAgent: reduced(138),
    hints: androidHints('SOV36', '8.1.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SOV36', is(8, 1), 'chrome', 'there'),
  },
  {
    about: 'Chrome on a real Android 10: the hint says so',
    userAgent: reduced(142),
    hints: androidHints('SH-M12', '10.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SH-M12', is(10), 'chrome', 'there'),
  },
  {
    about: 'Chrome that keeps its model back',
    userAgent: reduced(142),
    hints: androidHints('', '14.0.0'),
    hasWebNfc: true,
    report: report('android-phone', null, is(14), 'chrome', 'there'),
  },
  {
    about: 'Chrome without hints, as on a page without HTTPS',
    userAgent: reduced(142),
    report: report('android-phone', null, null, 'chrome', 'not-in-this-browser'),
  },
  {
    about: 'Chrome in a frame',
    userAgent: reduced(142),
    hints: androidHints('SO-51C', '14.0.0'),
    hasWebNfc: true,
    isTopLevel: false,
    report: report('android-phone', 'SO-51C', is(14), 'chrome', 'in-a-frame'),
  },
  {
    about: 'Chrome before version 110: all of it is in the string',
    userAgent: chrome('Android 12; SO-51C', '109.0.5414.117'),
    hasWebNfc: true,
    report: report('android-phone', 'SO-51C', is(12), 'chrome', 'there'),
  },
  {
    about: 'Chrome before version 110 on Android 10, which is meant beside a model',
    userAgent: chrome('Android 10; SH-M12', '99.0.4844.88'),
    hasWebNfc: true,
    report: report('android-phone', 'SH-M12', is(10), 'chrome', 'there'),
  },
  {
    about: 'Chrome of old, with a build',
    userAgent: chrome('Android 8.0.0; SH-03K Build/S1005', '68.0.3440.91'),
    report: report('android-phone', 'SH-03K', is(8), 'chrome', 'not-in-this-browser'),
  },
  {
    about: 'Chrome that asks for the pages of a PC',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    hints: pcHints('Linux', ''),
    touchPoints: 5,
    hasWebNfc: true,
    report: report('unknown', null, null, 'chrome', 'there'),
  },
  {
    about: 'Samsung Internet, reduced',
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    hasWebNfc: true,
    report: report('android-phone', null, null, 'samsung', 'there'),
  },
  {
    about: 'Samsung Internet, not reduced, with the maker before the code',
    userAgent:
      'Mozilla/5.0 (Linux; Android 13; SAMSUNG SC-53C) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/20.0 Chrome/106.0.5249.126 Mobile Safari/537.36',
    hasWebNfc: true,
    report: report('android-phone', 'SC-53C', is(13), 'samsung', 'there'),
  },
  {
    about: 'Edge',
    userAgent: reduced(141, ' EdgA/141.0.0.0'),
    hints: androidHints('SH-53C', '14.0.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SH-53C', is(14), 'edge', 'there'),
  },
  {
    about: 'Opera',
    userAgent: chrome('Android 13; XQ-CT44 Build/64.1.A.0.869', '137.0.7151.115', ' OPR/90.0.4703.81421'),
    hasWebNfc: true,
    report: report('android-phone', 'XQ-CT44', is(13), 'opera', 'there'),
  },
  {
    about: 'Firefox',
    userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0',
    report: report('android-phone', null, is(14), 'firefox', 'not-in-this-browser'),
  },
  {
    about: 'Firefox on Android 10 or older',
    userAgent: 'Mozilla/5.0 (Android 10; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0',
    report: report('android-phone', null, null, 'firefox', 'not-in-this-browser'),
  },
  {
    about: 'Firefox on a tablet',
    userAgent: 'Mozilla/5.0 (Android 13; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0',
    report: report('android-tablet', null, is(13), 'firefox', 'not-in-this-browser'),
  },
  {
    about: 'Chrome on a tablet, which tells no model',
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    hints: androidHints('', '14.0.0', false),
    hasWebNfc: true,
    report: report('android-tablet', null, is(14), 'chrome', 'there'),
  },
  {
    about: 'Chrome on a tablet before version 110',
    userAgent:
      'Mozilla/5.0 (Linux; Android 11; d-51C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/104.0.5112.97 Safari/537.36',
    report: report('android-tablet', 'd-51C', is(11), 'chrome', 'not-in-this-browser'),
  },
  {
    about: 'a browser of a maker',
    userAgent:
      'Mozilla/5.0 (Linux; U; Android 9; ja-jp; SH-M08 Build/S1005) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/89.0.4389.116 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.4',
    report: report('android-phone', 'SH-M08', is(9), 'other', 'not-in-this-browser'),
  },
];

const androidApps: readonly Row[] = [
  {
    about: 'LINE',
    userAgent: webView('Android 14; SO-51C Build/64.2.C.2.207', '141.0.7390.122', ' Line/15.17.1/IAB'),
    hasWebNfc: true,
    report: report('android-phone', 'SO-51C', is(14), 'other', 'in-app', 'line'),
  },
  {
    about: 'LINE, an app within it',
    userAgent: webView('Android 13; SH-53C Build/S2018', '138.0.7204.179', ' Line/15.12.0 LIFF'),
    hasWebNfc: true,
    report: report('android-phone', 'SH-53C', is(13), 'other', 'in-app', 'line'),
  },
  {
    about: 'Yahoo! JAPAN',
    userAgent: webView(
      'Android 13; SH-M20 Build/S3019',
      '132.0.6834.163',
      ' YJApp-ANDROID jp.co.yahoo.android.yjtop/3.187.0',
    ),
    hasWebNfc: true,
    report: report('android-phone', 'SH-M20', is(13), 'other', 'in-app', 'yahoo'),
  },
  {
    about: 'Yahoo! JAPAN, without the mark of a web view',
    userAgent: chrome('Android 14; SC-53C', '120.0.0.0', ' YJApp-ANDROID jp.co.yahoo.android.yjtop/4.10.0'),
    hasWebNfc: true,
    report: report('android-phone', 'SC-53C', is(14), 'other', 'in-app', 'yahoo'),
  },
  {
    about: 'Instagram',
    userAgent: webView(
      'Android 14; Pixel 7 Build/UQ1A.240205.004',
      '129.0.6668.81',
      ' Instagram 390.0.0.27.105 Android (34/14; 420dpi; 1080x2400; Google; Pixel 7; panther; tensor; ja_JP; 1)',
    ),
    hasWebNfc: true,
    report: report('android-phone', 'Pixel 7', is(14), 'other', 'in-app', 'instagram'),
  },
  {
    about: 'Facebook',
    userAgent: webView(
      'Android 12; SOG06 Build/64.0.F.10.79',
      '120.0.6099.230',
      ' [FB_IAB/FB4A;FBAV/446.0.0.26.111;IABMV/1;]',
    ),
    report: report('android-phone', 'SOG06', is(12), 'other', 'in-app', 'facebook'),
  },
  {
    about: 'X',
    userAgent: webView('Android 14; A201SO Build/64.2.D.2.26', '126.0.6478.71', ' TwitterAndroid'),
    report: report('android-phone', 'A201SO', is(14), 'other', 'in-app', 'x'),
  },
  {
    about: 'TikTok',
    userAgent: webView(
      'Android 12; CPH2199 Build/RKQ1.210614.002',
      '117.0.5938.60',
      ' trill_2023103040 JsSdk/1.0 NetType/WIFI AppName/trill app_version/31.3.4 ByteLocale/ja BytedanceWebview/d8a21c6',
    ),
    report: report('android-phone', 'CPH2199', is(12), 'other', 'in-app', 'tiktok'),
  },
  {
    about: 'the Google app',
    userAgent: webView('Android 14; Pixel 7 Build/AP2A.240705.005', '125.0.6422.113', ' GSA/15.21.33.28.arm64'),
    report: report('android-phone', 'Pixel 7', is(14), 'other', 'in-app', 'google-app'),
  },
  {
    about: 'an app that does not name itself, reduced',
    userAgent: webView('Android 10; K', '142.0.7444.48', ''),
    report: report('android-phone', null, null, 'other', 'in-app', 'other-app'),
  },
  {
    about: 'an app on a real Android 10',
    userAgent: webView('Android 10; SO-51A Build/58.0.A.27.113', '113.0.5672.77', ''),
    report: report('android-phone', 'SO-51A', is(10), 'other', 'in-app', 'other-app'),
  },
  {
    about: 'an app on a phone whose name has brackets',
    userAgent: webView('Android 12; moto g stylus 5G (2022) Build/T2SDS33', '113.0.5672.77', ''),
    report: report('android-phone', 'moto g stylus 5G (2022)', is(12), 'other', 'in-app', 'other-app'),
  },
];

const apple: readonly Row[] = [
  {
    about: 'Safari 15.8: the system is newer than Safari',
    userAgent: iphone('15_8_3', 'Version/15.6.7 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(15, 8), 'safari', 'iphone'),
  },
  {
    about: 'Safari 16.3',
    userAgent: iphone('16_3', 'Version/16.3 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(16, 3), 'safari', 'iphone'),
  },
  {
    about: 'Safari 17.10, whose minor version has two digits',
    userAgent: iphone('17_10', 'Version/17.10 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(17, 10), 'safari', 'iphone'),
  },
  {
    about: 'Safari 18.5',
    userAgent: iphone('18_5', 'Version/18.5 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(18, 5), 'safari', 'iphone'),
  },
  {
    about: 'Safari 18.6, which is meant',
    userAgent: iphone('18_6', 'Version/18.6 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(18, 6), 'safari', 'iphone'),
  },
  {
    about: 'Safari 18.6 on iOS 18.7',
    userAgent: iphone('18_7', 'Version/18.6.2 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(18, 7), 'safari', 'iphone'),
  },
  {
    about: 'Safari 26.0',
    userAgent: iphone('18_6', 'Version/26.0 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, isLeast(26, 0), 'safari', 'iphone'),
  },
  {
    about: 'Safari 26.1',
    userAgent: iphone('18_7', 'Version/26.1 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, isLeast(26, 1), 'safari', 'iphone'),
  },
  {
    about: 'Chrome on an iPhone, not frozen',
    userAgent: iphone('26_3_1', 'CriOS/145.0.7632.108 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(26, 3), 'chrome', 'iphone'),
  },
  {
    about: 'Chrome on an iPhone, frozen or not',
    userAgent: iphone('18_6', 'CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, isLeast(18, 6), 'chrome', 'iphone'),
  },
  {
    about: 'Chrome on an older iPhone',
    userAgent: iphone('16_7_10', 'CriOS/130.0.6723.90 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(16, 7), 'chrome', 'iphone'),
  },
  {
    about: 'Firefox on an iPhone',
    userAgent: iphone('18_7', 'FxiOS/147.5 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, isLeast(18, 7), 'firefox', 'iphone'),
  },
  {
    about: 'Edge on an iPhone, whose Version is its own',
    userAgent: iphone('18_7', 'Version/18.0 EdgiOS/140.0.3485.94 Mobile/15E148 Safari/605.1.15'),
    report: report('iphone', null, isLeast(18, 7), 'edge', 'iphone'),
  },
  {
    about: 'Opera on an iPhone',
    userAgent: iphone('18_5', 'Version/18.5 Mobile/15E148 Safari/604.1 OPT/5.4.1'),
    report: report('iphone', null, is(18, 5), 'opera', 'iphone'),
  },
  {
    about: 'LINE on an iPhone',
    userAgent: iphone('18_7', 'Mobile/15E148 Safari Line/15.17.0'),
    report: report('iphone', null, isLeast(18, 7), 'other', 'iphone', 'line'),
  },
  {
    about: 'Yahoo! JAPAN on an iPhone',
    userAgent: iphone('26_0_1', 'Mobile/15E148 Version/26.0.1 YJApp-IOS jp.co.yahoo.ipn.appli/4.168.0'),
    report: report('iphone', null, is(26, 0), 'other', 'iphone', 'yahoo'),
  },
  {
    about: 'Instagram on an iPhone',
    userAgent: iphone(
      '18_5',
      'Mobile/15E148 Instagram 390.0.0.27.105 (iPhone15,2; iOS 18_5; ja_JP; ja; scale=3.00; 1179x2556; 1)',
    ),
    report: report('iphone', null, is(18, 5), 'other', 'iphone', 'instagram'),
  },
  {
    about: 'Facebook on an iPhone',
    userAgent: iphone(
      '17_5_1',
      'Mobile/15E148 [FBAN/FBIOS;FBAV/460.0.0.32.107;FBBV/1;FBDV/iPhone14,2;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1]',
    ),
    report: report('iphone', null, is(17, 5), 'other', 'iphone', 'facebook'),
  },
  {
    about: 'X on an iPhone',
    userAgent: iphone('17_5', 'Mobile/15E148 Twitter for iPhone/10.50'),
    report: report('iphone', null, is(17, 5), 'other', 'iphone', 'x'),
  },
  {
    about: 'TikTok on an iPhone',
    userAgent: iphone('16_6', 'Mobile/15E148 musical_ly_33.5.0 JsSdk/2.0 NetType/WIFI'),
    report: report('iphone', null, is(16, 6), 'other', 'iphone', 'tiktok'),
  },
  {
    about: 'the Google app on an iPhone',
    userAgent: iphone('26_5_0', 'GSA/431.2.950282168 Mobile/15E148 Safari/604.1'),
    report: report('iphone', null, is(26, 5), 'other', 'iphone', 'google-app'),
  },
  {
    about: 'an app on an iPhone that does not name itself, or a page on the home screen',
    userAgent: iphone('18_7', 'Mobile/15E148'),
    report: report('iphone', null, isLeast(18, 7), 'other', 'iphone', 'other-app'),
  },
  {
    about: 'a browser on an iPhone that nobody knows',
    userAgent: iphone('18_5', 'Version/18.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15'),
    report: report('iphone', null, is(18, 5), 'other', 'iphone'),
  },
  {
    about: 'an iPad',
    userAgent:
      'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1',
    touchPoints: 5,
    report: report('ipad', null, is(16, 6), 'safari', 'not-a-phone'),
  },
  {
    about: 'an iPad that says that it is a Mac',
    userAgent: `${desktopIpad}Version/26.1 Safari/605.1.15`,
    touchPoints: 5,
    report: report('ipad', null, isLeast(26, 1), 'safari', 'not-a-phone'),
  },
  {
    about: 'Chrome on an iPad that says that it is a Mac',
    userAgent: `${desktopIpad}CriOS/142 Version/11.1.1 Safari/605.1.15`,
    touchPoints: 5,
    report: report('ipad', null, null, 'chrome', 'not-a-phone'),
  },
];

const pcs: readonly Row[] = [
  {
    about: 'Chrome on Windows',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    hints: pcHints('Windows', '19.0.0'),
    report: report('pc', null, null, 'chrome', 'not-a-phone'),
  },
  {
    about: 'Edge on Windows with a touch screen',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    hints: pcHints('Windows', '15.0.0'),
    touchPoints: 10,
    report: report('pc', null, null, 'edge', 'not-a-phone'),
  },
  {
    about: 'Firefox on Windows',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
    report: report('pc', null, null, 'firefox', 'not-a-phone'),
  },
  {
    about: 'Safari on a Mac',
    userAgent: `${desktopIpad}Version/26.1 Safari/605.1.15`,
    touchPoints: 0,
    report: report('pc', null, null, 'safari', 'not-a-phone'),
  },
  {
    about: 'Chrome on a Mac',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    hints: pcHints('macOS', '26.1.0'),
    report: report('pc', null, null, 'chrome', 'not-a-phone'),
  },
  {
    about: 'a Chromebook',
    userAgent:
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    hints: pcHints('Chrome OS', '16433.41.0'),
    report: report('pc', null, null, 'chrome', 'not-a-phone'),
  },
  {
    about: 'Chrome on Linux with a touch screen, as a kiosk',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    hints: pcHints('Linux', '6.12.0'),
    touchPoints: 10,
    report: report('pc', null, null, 'chrome', 'not-a-phone'),
  },
  {
    about: 'an empty string',
    userAgent: '',
    report: report('unknown', null, null, 'other', 'not-in-this-browser'),
  },
];

const rows = [...android, ...androidApps, ...apple, ...pcs];

const describeRow = ({ userAgent, hints, touchPoints, hasWebNfc = false, isTopLevel = true }: Row) =>
  describeBrowser({
    userAgent,
    hints: hints ?? null,
    touchPoints: touchPoints ?? (/Android|iPhone/.test(userAgent) ? 5 : 0),
    hasWebNfc,
    isTopLevel,
    isInstalled: false,
  });

test.each(rows)('$about', (row) => {
  expect(describeRow(row)).toEqual(row.report);
});

describe('an in-app browser', () => {
  it('is told by the string alone', () => {
    expect(inAppBrowser(webView('Android 14; SO-51C', '141.0.7390.122', ' Line/15.17.1/IAB'))).toBe('line');
    expect(inAppBrowser(reduced(142))).toBeNull();
  });

  it('is none where the page was opened from the home screen', () => {
    const onHomeScreen: BrowserSays = {
      userAgent: iphone('18_5', 'Mobile/15E148'),
      hints: null,
      touchPoints: 5,
      hasWebNfc: false,
      isTopLevel: true,
      isInstalled: true,
    };
    expect(describeBrowser(onHomeScreen).inApp).toBeNull();
    expect(describeBrowser({ ...onHomeScreen, isInstalled: false }).inApp).toBe('other-app');
  });

  it('makes no difference to an iPhone, which can test nothing anyway', () => {
    const told = apple.filter(({ report: { inApp } }) => inApp !== null).map(({ report: { webNfc } }) => webNfc);
    expect(new Set(told)).toEqual(new Set(['iphone']));
  });
});

test.each<[readonly [number, number], readonly [number, number], boolean]>([
  [[16, 4], [16, 4], true],
  [[16, 10], [16, 4], true],
  [[26, 0], [16, 4], true],
  [[16, 3], [16, 4], false],
  [[9, 9], [16, 4], false],
])('%j is at least %j: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});
