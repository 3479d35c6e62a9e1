/**
 * What a page's own browser tells about the phone that it runs on. It tells little, and in part what is not so: the version
 * of Android in the string is `10` since Chrome 110, that of iOS stands still since Safari 26, a model is in a hint that
 * only some browsers give, and no browser names the model of an iPhone. What is not told is `null` and has to be asked.
 *
 * @see docs/phones.md, "What the browser can tell"
 */

export type OsVersion = readonly [major: number, minor: number];

/** Apps whose own browser opens the pages that are linked in them. Android gives none of these Web NFC. */
export const inAppBrowsers = [
  'line',
  'yahoo',
  'instagram',
  'facebook',
  'x',
  'tiktok',
  'google-app',
  'other-app',
] as const;
export type InAppBrowser = (typeof inAppBrowsers)[number];

/** Client hints as `getHighEntropyValues(['model', 'platformVersion'])` resolves. */
export interface BrowserHints {
  /** `Build.MODEL`, as `SO-51C`; empty where it is kept back, and on everything that is not mobile. */
  readonly model: string;
  readonly platform: string;
  /** As `14.0.0`; may be empty. */
  readonly platformVersion: string;
  readonly mobile: boolean;
}

export interface BrowserSays {
  readonly userAgent: string;
  readonly touchPoints: number;
  /** `null`: Safari, Firefox and in-app browsers give none. */
  readonly hints: BrowserHints | null;
  /** `NDEFReader` is there. It says that the browser speaks Web NFC, not that the phone has NFC. */
  readonly hasWebNfc: boolean;
  readonly isTopLevel: boolean;
  /** The page was put on the home screen and opened from there: it looks like a page in an app, and is in none. */
  readonly isInstalled: boolean;
}

export interface BrowserReport {
  /** An iPhone that asks for the pages of a PC looks like an iPad, and an Android phone that does so like none of these. */
  readonly device: 'iphone' | 'ipad' | 'android-phone' | 'android-tablet' | 'pc' | 'unknown';
  /** `Build.MODEL`, as `SO-51C`. `null`: the browser does not tell, as on every iPhone. */
  readonly model: string | null;
  /** Of Android, iOS or iPadOS. `null`: not told. Not sure: it is at least this. */
  readonly os: { readonly version: OsVersion; readonly isSure: boolean } | null;
  /** `other` in an app, too. */
  readonly browser: 'chrome' | 'safari' | 'samsung' | 'edge' | 'opera' | 'firefox' | 'other';
  /** X on an iPhone, and whatever else opens Safari or Chrome within an app, cannot be told from these. */
  readonly inApp: InAppBrowser | null;
  /** Whether a contact test can be offered, and if not, why. */
  readonly webNfc: 'there' | 'not-in-this-browser' | 'in-app' | 'in-a-frame' | 'iphone' | 'not-a-phone';
}

const isTouchedByApple = ({ userAgent, touchPoints }: BrowserSays): boolean =>
  // An iPad says that it is a Mac, and no Mac has a touch screen.
  userAgent.includes('(iPad') || (userAgent.includes('(Macintosh') && touchPoints > 1);

const isMobile = ({ userAgent, hints }: BrowserSays): boolean => hints?.mobile ?? /\bMobile\b/.test(userAgent);

const deviceOf = (says: BrowserSays): BrowserReport['device'] => {
  const { userAgent, hints, hasWebNfc } = says;
  if (userAgent.includes('(iPhone')) return 'iphone';
  if (isTouchedByApple(says)) return 'ipad';
  if (/\bAndroid\b/.test(userAgent) || hints?.platform === 'Android')
    return isMobile(says) ? 'android-phone' : 'android-tablet';
  // No PC's browser has Web NFC: this is Android that asks for the pages of a PC.
  if (hasWebNfc) return 'unknown';
  return /\b(?:Windows NT|Macintosh|CrOS|X11)\b/.test(userAgent) ? 'pc' : 'unknown';
};

/** Tells one version from a text. @param pattern - captures major and, if it is told, minor */
const versionIn = (text: string, pattern: RegExp): OsVersion | null => {
  const [, major, minor = '0'] = pattern.exec(text) ?? [];
  return major === undefined ? null : [Number(major), Number(minor)];
};

export const isAtLeast = ([major, minor]: OsVersion, [leastMajor, leastMinor]: OsVersion): boolean =>
  major > leastMajor || (major === leastMajor && minor >= leastMinor);

/** `K` stands in a reduced string for every model. Samsung Internet writes the maker in front. */
const cleanModel = (text: string): string | null => {
  const model = text
    .replace(/ Build\/.*$/, '')
    .replace(/^SAMSUNG /, '')
    .trim();
  return model === '' || model.toUpperCase() === 'K' ? null : model;
};

/** `(Linux; Android 13; SO-51C Build/64.1.C.0.250; wv) AppleWebKit`; an old string has `U` and a language, too. */
const modelInString =
  /\bAndroid [\d.]+; (?:[a-z]{2}[-_][A-Za-z]{2}; )?([^;]+?)(?: Build\/[^;]*?)?(?:; wv)?\) AppleWebKit/;

const androidModel = ({ userAgent, hints }: BrowserSays): string | null =>
  cleanModel(hints?.model ?? '') ?? cleanModel(modelInString.exec(userAgent)?.[1] ?? '');

/** Chrome and Firefox write `10` where they do not want to tell. Only beside a model is it meant. */
const androidVersionInString = (userAgent: string): OsVersion | null => {
  const version = versionIn(userAgent, /\bAndroid (\d+)(?:\.(\d+))?/);
  const hasModel = cleanModel(modelInString.exec(userAgent)?.[1] ?? '') !== null;
  return version?.[0] === 10 && !hasModel ? null : version;
};

const androidOs = ({ userAgent, hints }: BrowserSays): BrowserReport['os'] => {
  const hinted = hints?.platform === 'Android' ? versionIn(hints.platformVersion, /^(\d+)(?:\.(\d+))?/) : null;
  const version = hinted ?? androidVersionInString(userAgent);
  return version && { version, isSure: true };
};

const safariEnd = /\(KHTML, like Gecko\) Version\/(\d+)(?:\.(\d+))?[\d.]* (?:Mobile\/\w+ )?Safari\/[\d.]+$/;

/** The last that WebKit wrote before it stopped to count. Whoever has one of these may have any later one. */
const isWhereItStopped = ([major, minor]: OsVersion): boolean => major === 18 && (minor === 6 || minor === 7);

/** Safari comes with the system and has its number. Since 26 it is the only one of the two that still counts. */
const appleOs = ({ userAgent }: BrowserSays): BrowserReport['os'] => {
  const told = versionIn(userAgent, / OS (\d+)(?:_(\d+))?[\d_]* like Mac/);
  const safari = versionIn(userAgent, safariEnd);
  if (told === null) return safari && { version: safari, isSure: false };
  if (safari !== null && !isAtLeast(told, safari)) return { version: safari, isSure: false };
  return { version: told, isSure: safari !== null || !isWhereItStopped(told) };
};

const osOf = (device: BrowserReport['device'], says: BrowserSays): BrowserReport['os'] => {
  switch (device) {
    case 'iphone':
    case 'ipad':
      return appleOs(says);
    case 'android-phone':
    case 'android-tablet':
      return androidOs(says);
    case 'pc':
    case 'unknown':
      return null;
  }
};

const inAppMarks: readonly (readonly [InAppBrowser, RegExp])[] = [
  ['line', /\bLine\//],
  ['yahoo', /\bYJApp|\bYJTop|jp\.co\.yahoo/],
  ['instagram', /\bInstagram\b/],
  ['facebook', /FBAN|FBAV|FB_IAB/],
  ['x', /\bTwitter(?: for iP|Android)/],
  ['tiktok', /musical_ly|BytedanceWebview|TikTok|\btrill_/],
  ['google-app', /\bGSA\//],
  ['other-app', /; wv\)/],
  // On a home screen's page, too, Safari's name is missing; that page says itself that it is one.
  ['other-app', /\(iP(?:hone|ad)\b(?!.*\bSafari\/).*AppleWebKit/],
];

/** The app in whose own browser a page is open. @param userAgent - `navigator.userAgent` */
export const inAppBrowser = (userAgent: string): InAppBrowser | null =>
  inAppMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? null;

/** Those that also name Chrome or Safari come first. */
const browserMarks: readonly (readonly [BrowserReport['browser'], RegExp])[] = [
  ['samsung', /\bSamsungBrowser\//],
  ['edge', /\bEdg(?:A|iOS)?\//],
  ['opera', /\bOP(?:R|T|X|iOS)\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\bCriOS\/|\bChrome\/[\d.]+ (?:Mobile )?Safari\/[\d.]+$/],
  ['safari', safariEnd],
];

const browserOf = (userAgent: string): BrowserReport['browser'] =>
  browserMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other';

const webNfcOf = (
  { device, inApp }: Pick<BrowserReport, 'device' | 'inApp'>,
  { hasWebNfc, isTopLevel }: BrowserSays,
): BrowserReport['webNfc'] => {
  if (device === 'iphone') return 'iphone';
  if (device === 'ipad' || device === 'pc') return 'not-a-phone';
  if (inApp !== null) return 'in-app';
  if (!hasWebNfc) return 'not-in-this-browser';
  return isTopLevel ? 'there' : 'in-a-frame';
};

/** Total: a string that nobody knows makes a report in which nothing is told. */
export const describeBrowser = (says: BrowserSays): BrowserReport => {
  const device = deviceOf(says);
  const inApp = says.isInstalled ? null : inAppBrowser(says.userAgent);
  return {
    device,
    model: device === 'android-phone' || device === 'android-tablet' ? androidModel(says) : null,
    os: osOf(device, says),
    browser: inApp === null ? browserOf(says.userAgent) : 'other',
    inApp,
    webNfc: webNfcOf({ device, inApp }, says),
  };
};
