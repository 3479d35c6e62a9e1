/** How Chromium is started on a kiosk. What a policy can forbid is forbidden there (kiosk/); these are what only flags can do. */

/** Nobody has asked for any of these, and each of them speaks to other hosts or covers the screen. */
const offFeatures = ['AutofillServerCommunication', 'MediaRouter', 'OptimizationHints', 'Translate'];

export interface ChromiumStart {
  /** Folder of the profile. */
  readonly profile: string;
  /** Name of this browser: letters, digits, `-` and `/`. */
  readonly name: string;
  /** Page that it opens. */
  readonly url: string;
  readonly isRoot: boolean;
}

/** No name is looked up, whatever Chromium thinks of by itself: accounts.google.com, update.googleapis.com, clients2.google.com. */
export const lookUpNothing = (url: string): string =>
  `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(url).hostname}`;

/** Flags of every browser that the keeper starts, seen or not. */
const commonFlags = ({ profile, name, url, isRoot }: ChromiumStart): readonly string[] => [
  `--user-data-dir=${profile}`,
  // The keeper tells by it which of two browsers a page is in. A page of ours looks at it only to know whether it is in the browser of a visit.
  `--user-agent=${name}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-pings',
  lookUpNothing(url),
  '--password-store=basic',
  `--disable-features=${offFeatures.join(',')}`,
  // Chromium's own sandbox refuses to run as root; a kiosk does not (kiosk/), tests often do.
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** In front of visitors. */
export const kioskFlags = (start: ChromiumStart): readonly string[] => [
  ...commonFlags(start),
  '--kiosk',
  // What is printed goes to the printer of the kiosk, without a dialog.
  '--kiosk-printing',
  '--noerrdialogs',
  '--hide-crash-restore-bubble',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--autoplay-policy=no-user-gesture-required',
  '--force-device-scale-factor=1',
  '--lang=ja',
  ...(process.env.WAYLAND_DISPLAY === undefined ? [] : ['--ozone-platform=wayland']),
  start.url,
];

/** Without a window: fills a profile with the copy of the screens that works without the server. */
export const templateFlags = (start: ChromiumStart): readonly string[] => [
  ...commonFlags(start),
  '--headless=new',
  start.url,
];
