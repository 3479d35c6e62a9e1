/** What all cookies of staff have in common, and those beside the session's. */

export const isSecure = (origin: string): boolean => new URL(origin).protocol === 'https:';

/** `__Host-`: only this host can have set it. Browsers refuse that name without https; then it is a machine of its own. */
export const cookieName = (origin: string, name: string): string =>
  `${isSecure(origin) ? '__Host-' : ''}kazasu-${name}`;

/** @returns `undefined` if there is none, or more than one: then somebody else may have put one there */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
};

export interface CookieSettings {
  readonly origin: string;
  readonly name: string;
  readonly value: string;
  /** 0 takes it away. */
  readonly seconds: number;
  readonly sameSite: 'Strict' | 'Lax';
}

/** For `Set-Cookie`. No script can read it. */
export const writeCookie = ({ origin, name, value, seconds, sameSite }: CookieSettings): string =>
  [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(isSecure(origin) ? ['Secure'] : []),
  ].join('; ');
