/** What a phone's own browser says about whether it reads the card and runs マイナアプリ (docs/sources.md, "Devices"). */

export interface BrowserSays {
  readonly userAgent: string;
  /** From User-Agent Client Hints, which say the real version of Android where the user agent string says 10. */
  readonly androidVersion: string | null;
  /** Whether the browser speaks Web NFC. That it does not is no sign: few browsers do. */
  readonly hasWebNfc: boolean;
}

/** `likely`: nothing speaks against it. `null`: the browser does not say enough. Never more: only the app shows that it reads. */
export type PhoneProbe = 'likely' | null;

/** マイナアプリ asks for at least these (services.digital.go.jp/mynaapp/system-requirements, 2026-09-05, grade C). */
const leastIos = [16, 4] as const;
const leastAndroid = 11;

const isIosEnough = (userAgent: string): boolean => {
  const [, major, minor] = /\biPhone OS (\d+)_(\d+)/.exec(userAgent) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) > leastIos[0] || (Number(major) === leastIos[0] && Number(minor) >= leastIos[1]);
};

export const probePhone = ({ userAgent, androidVersion, hasWebNfc }: BrowserSays): PhoneProbe => {
  // Every iPhone that runs this version of iOS has the NFC that reads the card.
  if (userAgent.includes('iPhone')) return isIosEnough(userAgent) ? 'likely' : null;
  const version = Number.parseInt(androidVersion ?? '', 10);
  return userAgent.includes('Android') && hasWebNfc && version >= leastAndroid ? 'likely' : null;
};

/** Whether this is a phone at all, so that it is worth asking. */
export const isPhone = (userAgent: string): boolean => /iPhone|Android.+Mobile/.test(userAgent);
