/** Signing in over the municipality's own identity provider. The protocol is openid-client's; here is what it has to check. */
import * as client from 'openid-client';
import { isPlainLoopback, type OidcSettings } from './settings.ts';

/** Seconds for an answer of the provider. */
const answerS = 5;

/** What is kept between the way there and the way back, and used once. */
export interface OidcStart {
  readonly address: URL;
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
}

/** Who somebody is at the provider. */
export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  /** As the provider writes it; only for colleagues to know whose account it is. */
  readonly name: string | undefined;
}

export interface Oidc {
  /** @throws when the provider does not answer */
  start(): Promise<OidcStart>;
  /**
   * @param returned - the query that the browser brought back
   * @returns `null` if anything about it is not as it has to be
   */
  finish(returned: URLSearchParams, kept: Omit<OidcStart, 'address'>): Promise<OidcPerson | null>;
}

export const callbackPath = '/api/auth/oidc/callback';

const nameOf = (claims: client.IDToken): string | undefined =>
  [claims.name, claims.preferred_username].find(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  );

export const openOidc = ({ issuer, clientId, clientSecret }: OidcSettings, origin: string): Oidc => {
  let discovered: Promise<client.Configuration> | undefined;
  /** Asked when the first person signs in, and anew if that failed: the provider may start later than we do. */
  const provider = (): Promise<client.Configuration> => {
    discovered ??= client
      .discovery(issuer, clientId, { use_mtls_endpoint_aliases: false }, client.ClientSecretPost(clientSecret), {
        timeout: answerS,
        execute: [
          // Without it openid-client takes what came over TLS as proof enough, and looks at no signature.
          client.enableNonRepudiationChecks,
          ...(isPlainLoopback(issuer) ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((failure: unknown) => {
        discovered = undefined;
        throw failure;
      });
    return discovered;
  };

  return {
    start: async () => {
      const configuration = await provider();
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: `${origin}${callbackPath}`,
        response_mode: 'query',
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { address, state, verifier, nonce };
    },
    finish: async (returned, { state, verifier, nonce }) => {
      try {
        const configuration = await provider();
        const here = new URL(`${origin}${callbackPath}?${returned}`);
        const tokens = await client.authorizationCodeGrant(configuration, here, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        // What the token says, and nothing that would have to be asked for: no other answer is signed.
        const claims = tokens.claims();
        if (claims === undefined || claims.sub === '') return null;
        // Said where it has to be by openid-client, and nowhere to be somebody else. @see OpenID Connect Core, 3.1.3.7, 5
        if (claims.azp !== undefined && claims.azp !== clientId) return null;
        return { issuer: claims.iss, subject: claims.sub, name: nameOf(claims) };
      } catch {
        // Whatever was wrong with it, nobody is signed in; which of the checks it was is of use only to whoever tries them.
        return null;
      }
    },
  };
};
