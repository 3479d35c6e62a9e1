/**
 * The response headers that keep a page to itself: no script but ours, no other host, no device it has no use for.
 */

/** What Chromium can be told to refuse and Kazasu has no use for. Each name is one that Chromium 156 knows. */
const closedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'compute-pressure',
  'digital-credentials-create',
  'digital-credentials-get',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'language-detector',
  'language-model',
  'local-fonts',
  'local-network',
  'magnetometer',
  'microphone',
  'midi',
  'on-device-speech-recognition',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'speaker-selection',
  'storage-access',
  'summarizer',
  'sync-xhr',
  'translator',
  'unload',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Sounds, and the reader process, which is another port of this machine. */
const ownFeatures = ['autoplay', 'local-network-access', 'loopback-network'];

/** Passkeys of staff. A page keeps the policy that it came with while it leads to others, so all pages of staff have it. */
const staffFeatures = ['publickey-credentials-create', 'publickey-credentials-get'];

const permissionsPolicy = (isForStaff: boolean): string =>
  [
    ...closedFeatures.map((feature) => `${feature}=()`),
    ...ownFeatures.map((feature) => `${feature}=(self)`),
    ...staffFeatures.map((feature) => `${feature}=${isForStaff ? '(self)' : '()'}`),
  ].join(', ');

/** Headers of every response, whatever it is. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy(false),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const isForStaff = (path: string): boolean => /^\/[a-z-]+\/staff(\/|$)/.test(path);

/** Headers of the response for one page. @param path - e.g. `/ja/staff/sign-in` */
export const headersOfPage = (path: string): Readonly<Record<string, string>> =>
  isForStaff(path) ? { ...commonHeaders, 'Permissions-Policy': permissionsPolicy(true) } : commonHeaders;

/**
 * The content security policy of one page.
 *
 * @param scriptHashes - of the inline scripts of that page, as `sha256-…`
 * @param neighbours - addresses of other processes of this machine that pages speak to: the reader process, the keeper
 * @throws {TypeError} One of `neighbours` is not a URL.
 */
export const contentSecurityPolicy = (
  scriptHashes: readonly string[],
  neighbours: readonly (string | undefined)[] = [],
): string =>
  [
    `default-src 'none'`,
    ['script-src', `'self'`, ...scriptHashes.map((hash) => `'${hash}'`)].join(' '),
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    ['connect-src', `'self'`, ...neighbours.flatMap((url) => (url ? [new URL(url).origin] : []))].join(' '),
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    // Together with lib/security/trusted-types-policy.ts: no string becomes markup or code, and scripts load from the build only.
    `require-trusted-types-for 'script'`,
    `trusted-types default`,
  ].join('; ');
