import type { Page } from '@playwright/test';

/** What `navigator.userAgentData` says; `null` where there is none. */
interface Hints {
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
  readonly platform: string;
  readonly platformVersion: string;
  readonly model: string;
  readonly mobile: boolean;
}

export interface BrowserProfile {
  readonly userAgent: string;
  /** `navigator.platform` */
  readonly platform: string;
  readonly touchPoints: number;
  readonly hints: Hints | null;
}

const chromeBrands: Hints['brands'] = [
  { brand: 'Chromium', version: '142' },
  { brand: 'Google Chrome', version: '142' },
  { brand: 'Not_A Brand', version: '99' },
];

/** Chrome sends the same string from every phone. */
const androidChrome = (model: string, platformVersion: string): BrowserProfile => ({
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  platform: 'Linux armv81',
  touchPoints: 5,
  hints: { brands: chromeBrands, platform: 'Android', platformVersion, model, mobile: true },
});

const iphone = (version: string, end: string): BrowserProfile => ({
  userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${end}`,
  platform: 'iPhone',
  touchPoints: 5,
  hints: null,
});

export const browserProfiles = {
  xperia1Iv: androidChrome('SO-51C', '14.0.0'),
  pixel7: androidChrome('Pixel 7', '15.0.0'),
  /** Too old for the app. */
  aquosSense2: androidChrome('SH-M08', '9.0.0'),
  unknownPhone: androidChrome('ZZ-99Z', '16.0.0'),
  lineOnAndroid: {
    userAgent:
      'Mozilla/5.0 (Linux; Android 14; SO-51C Build/64.2.C.2.207; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.7390.122 Mobile Safari/537.36 Line/15.17.1/IAB',
    platform: 'Linux armv81',
    touchPoints: 5,
    hints: null,
  },
  firefoxOnAndroid: {
    userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0',
    platform: 'Linux aarch64',
    touchPoints: 5,
    hints: null,
  },
  lineOnIphone: iphone('18_7', 'Mobile/15E148 Safari Line/15.17.0'),
  /** Too old for the app. */
  safari15: iphone('15_8_3', 'Version/15.6.7 Mobile/15E148 Safari/604.1'),
  safari18: iphone('18_5', 'Version/18.5 Mobile/15E148 Safari/604.1'),
  /** The system stands still in the string. */
  safari26: iphone('18_7', 'Version/26.1 Mobile/15E148 Safari/604.1'),
  windowsChrome: {
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    platform: 'Win32',
    touchPoints: 0,
    hints: { brands: chromeBrands, platform: 'Windows', platformVersion: '19.0.0', model: '', mobile: false },
  },
} as const satisfies Readonly<Record<string, BrowserProfile>>;
export type BrowserName = keyof typeof browserProfiles;

const fullVersions = ({ brands }: Hints) =>
  brands.map(({ brand, version }) => ({ brand, version: `${version}.0.0.0` }));

/** Runs in the page. Chromium always has hints, Safari and Firefox never. */
const withoutHints = (): void => {
  Reflect.deleteProperty(Navigator.prototype, 'userAgentData');
};

const touchPointsAre = (touchPoints: number): void => {
  Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { configurable: true, get: () => touchPoints });
};

/**
 * From its next `goto` on, the page looks to scripts and servers as if it were open in this browser. What the browser can do
 * stays that of Chromium: give it Web NFC with `fakeNfc`.
 */
export const asBrowser = async (page: Page, name: BrowserName): Promise<void> => {
  const { userAgent, platform, touchPoints, hints }: BrowserProfile = browserProfiles[name];
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setUserAgentOverride', {
    userAgent,
    platform,
    ...(hints && {
      userAgentMetadata: {
        ...hints,
        brands: [...hints.brands],
        fullVersionList: fullVersions(hints),
        architecture: hints.mobile ? '' : 'x86',
        bitness: hints.mobile ? '' : '64',
      },
    }),
  });
  await page.addInitScript(touchPointsAre, touchPoints);
  if (hints === null) await page.addInitScript(withoutHints);
};
