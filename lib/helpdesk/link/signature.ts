/** How a kiosk signs what it sends to the hub, and how the hub finds out. The same text on both sides. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a signature is about: all of a request that could do something else if it were changed. */
export interface SignedRequest {
  /** Id of the kiosk. */
  readonly kiosk: string;
  readonly method: string;
  /** With the query, as it is sent. */
  readonly path: string;
  /** Milliseconds since 1970, by the hub's clock as far as the kiosk knows it. */
  readonly time: number;
  /** 16 bytes of chance, base64url. */
  readonly nonce: string;
  /** The bytes that are sent; none without a body. */
  readonly body: Uint8Array | string;
}

/** Lower case, as Node gives them. */
export const signatureHeaders = {
  kiosk: 'kazasu-kiosk',
  time: 'kazasu-time',
  nonce: 'kazasu-nonce',
  signature: 'kazasu-signature',
} as const;

/** A request that is further away in time, milliseconds, is not taken; nonces are kept for as long. */
export const timeToleranceMs = 5 * 60_000;

const textToSign = ({ kiosk, method, path, time, nonce, body }: SignedRequest): Buffer =>
  Buffer.from(
    ['kazasu-hub-1', kiosk, method, path, time, nonce, createHash('sha256').update(body).digest('hex')].join('\n'),
  );

/** @returns Ed25519, base64url */
export const signRequest = (privateKey: KeyObject, request: SignedRequest): string =>
  sign(null, textToSign(request), privateKey).toString('base64url');

/** @param publicKey - SPKI in base64 */
export const isSignedBy = (publicKey: string, request: SignedRequest, signature: string): boolean => {
  const given = Buffer.from(signature, 'base64url');
  return given.length === 64 && verify(null, textToSign(request), toPublicKey(publicKey), given);
};

const toPublicKey = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });

/** Whether it is a public key of the one kind that we take, written in the one way that we write it. */
export const isPublicKey = (base64: string): boolean => {
  try {
    const key = toPublicKey(base64);
    return (
      key.asymmetricKeyType === 'ed25519' && key.export({ format: 'der', type: 'spki' }).toString('base64') === base64
    );
  } catch {
    // Not a key at all.
    return false;
  }
};
