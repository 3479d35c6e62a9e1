/** A passkey in TypeScript, which can do everything wrong. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

export interface Wrong {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  /** Bits of WebAuthn 6.1: 1 present, 4 verified, 64 key attached. */
  readonly flags?: number;
  readonly counter?: number;
  readonly id?: string;
  /** Signs with this key instead of its own. */
  readonly key?: KeyObject;
  /** Changes the signature. */
  readonly signature?: (right: Buffer) => Buffer;
}

export interface Authenticator {
  readonly id: string;
  register(origin: string, challenge: string, wrong?: Wrong): unknown;
  assert(origin: string, challenge: string, wrong?: Wrong): unknown;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const text = (data: Buffer | string): string => Buffer.from(data).toString('base64url');

export const newAuthenticator = (): Authenticator => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const rawId = randomBytes(32);
  const id = text(rawId);
  let counter = 0;

  const clientData = (type: string, origin: string, challenge: string, wrong: Wrong): string =>
    JSON.stringify({
      type: wrong.type ?? type,
      challenge: wrong.challenge ?? challenge,
      origin: wrong.origin ?? origin,
      crossOrigin: wrong.crossOrigin ?? false,
    });
  const head = (origin: string, flags: number, wrong: Wrong): Buffer => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? counter);
    return Buffer.concat([sha256(wrong.host ?? new URL(origin).hostname), Buffer.from([wrong.flags ?? flags]), count]);
  };

  return {
    id,
    register: (origin, challenge, wrong = {}) => {
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(rawId.length);
      const authData = Buffer.concat([
        head(origin, 1 | 4 | 64, wrong),
        Buffer.alloc(16),
        length,
        rawId,
        Buffer.from(isoCBOR.encode(cose)),
      ]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]);
      return {
        id: wrong.id ?? id,
        rawId: wrong.id ?? id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: text(clientData('webauthn.create', origin, challenge, wrong)),
          attestationObject: text(Buffer.from(isoCBOR.encode(attestation as Map<string, string>))),
        },
      };
    },
    assert: (origin, challenge, wrong = {}) => {
      const data = clientData('webauthn.get', origin, challenge, wrong);
      const authData = head(origin, 1 | 4, wrong);
      const right = sign('sha256', Buffer.concat([authData, sha256(data)]), wrong.key ?? privateKey);
      return {
        id: wrong.id ?? id,
        rawId: wrong.id ?? id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: text(data),
          authenticatorData: text(authData),
          signature: text(wrong.signature?.(right) ?? right),
          userHandle: null,
        },
      };
    },
  };
};
