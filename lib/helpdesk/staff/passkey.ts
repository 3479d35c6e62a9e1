/** Passkeys. The checks are @simplewebauthn/server's; here is what they are asked to check. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import * as v from 'valibot';
import type { PasskeyTable } from '../store/database.ts';

/** Milliseconds to use a challenge. */
export const challengeMs = 5 * 60_000;

const bytes = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(16_384));
const credentialEntries = {
  id: v.pipe(bytes, v.minLength(1), v.maxLength(1_400)),
  rawId: bytes,
  type: v.literal('public-key'),
  authenticatorAttachment: v.optional(v.nullable(v.string())),
  clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {}),
} as const;

/** `PublicKeyCredential.toJSON()` of a new passkey. */
export const registrationSchema = v.object({
  ...credentialEntries,
  response: v.object({ clientDataJSON: bytes, attestationObject: bytes }),
});
export type Registration = v.InferOutput<typeof registrationSchema>;

/** `PublicKeyCredential.toJSON()` of a sign-in. */
export const assertionSchema = v.object({
  ...credentialEntries,
  response: v.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: v.optional(v.nullable(bytes)),
  }),
});
export type Assertion = v.InferOutput<typeof assertionSchema>;

const challengeIn = v.object({ challenge: v.pipe(v.string(), v.maxLength(200)) });

/** The challenge that an answer says it is for. Whether there is such a one is for the table of what counts once. */
export const challengeOf = (given: Registration | Assertion): string | null => {
  try {
    const data: unknown = JSON.parse(Buffer.from(given.response.clientDataJSON, 'base64url').toString('utf8'));
    const parsed = v.safeParse(challengeIn, data);
    return parsed.success ? parsed.output.challenge : null;
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
};

export interface PasskeyPlace {
  /** Of the pages: `https://kazasu.city.example.lg.jp`. */
  readonly origin: string;
  /** Its host name. */
  readonly host: string;
}

type Key = Pick<PasskeyTable, 'id' | 'public_key' | 'counter'>;

export const newPasskeyOptions = (
  { host }: PasskeyPlace,
  who: { readonly id: string; readonly login: string; readonly name: string },
  existing: readonly Pick<PasskeyTable, 'id'>[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'Kazasu',
    rpID: host,
    userID: new TextEncoder().encode(who.id),
    userName: who.login,
    userDisplayName: who.name,
    // Which maker's key it is, is nothing that we have to know.
    attestationType: 'none',
    excludeCredentials: existing.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: challengeMs,
  });

/** @returns `null` if anything about it is not as it has to be */
export const readNewPasskey = async (
  { origin, host }: PasskeyPlace,
  given: Registration,
  expectedChallenge: string,
): Promise<Key | null> => {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: given as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    // What is said around it and what the authenticator has said are one key.
    if (id !== given.id) return null;
    return { id, public_key: Buffer.from(publicKey).toString('base64url'), counter };
  } catch {
    // It throws for most of what does not fit; what came is not stored, and the person may try again.
    return null;
  }
};

/** Of nobody in particular: the passkey says whose it is. */
export const signInOptions = ({ host }: PasskeyPlace): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({ rpID: host, userVerification: 'required', timeout: challengeMs });

/** @returns the authenticator's new count of uses, or `null` if anything is not as it has to be */
export const checkPasskey = async (
  { origin, host }: PasskeyPlace,
  given: Assertion,
  expectedChallenge: string,
  key: Key,
): Promise<number | null> => {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: { id: key.id, publicKey: Buffer.from(key.public_key, 'base64url'), counter: key.counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // It throws for most of what does not fit; nobody is signed in.
    return null;
  }
};
