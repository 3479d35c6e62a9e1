/** What an office sets for signing in, from the environment. */
import { readFileSync } from 'node:fs';

export interface OidcSettings {
  /** Exactly as the provider calls itself, e.g. `https://idp.city.example.lg.jp/realms/staff`. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);

/** Without encryption a provider may be on this machine only, for trying it out. */
export const isPlainLoopback = (issuer: URL): boolean => issuer.protocol === 'http:' && isLoopback(issuer);

/**
 * `KAZASU_OIDC_ISSUER`, `KAZASU_OIDC_CLIENT_ID`, and `KAZASU_OIDC_CLIENT_SECRET` or a file in `KAZASU_OIDC_CLIENT_SECRET_FILE`.
 *
 * @returns `undefined` if the office has no identity provider
 * @throws when only a part of it is set, or the address is not one to trust: staff would wonder why they cannot sign in
 */
export const oidcSettings = (environment: Environment): OidcSettings | undefined => {
  const { KAZASU_OIDC_ISSUER: address, KAZASU_OIDC_CLIENT_ID: clientId } = environment;
  if (!address && !clientId) return undefined;
  if (!address || !clientId) throw new Error('KAZASU_OIDC_ISSUER and KAZASU_OIDC_CLIENT_ID belong together');
  const file = environment.KAZASU_OIDC_CLIENT_SECRET_FILE;
  const clientSecret = environment.KAZASU_OIDC_CLIENT_SECRET || (file ? readFileSync(file, 'utf8').trim() : '');
  if (clientSecret === '') throw new Error('KAZASU_OIDC_CLIENT_SECRET or KAZASU_OIDC_CLIENT_SECRET_FILE is missing');
  const issuer = new URL(address);
  if (issuer.protocol !== 'https:' && !isPlainLoopback(issuer)) throw new Error('KAZASU_OIDC_ISSUER needs https');
  return { issuer, clientId, clientSecret };
};

/** Passkeys belong to a host name; an IP address has none. @see WebAuthn, 5.1.3: effective domain */
export const passkeyHost = (origin: string): string | undefined => {
  const { hostname } = new URL(origin);
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : hostname;
};
