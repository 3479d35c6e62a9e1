/** Who a kiosk is to its hub: made once by `kazasu kiosk enrol`, kept in the kiosk's data folder, readable to its own user only. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

export interface Identity {
  /** Id of the kiosk, given by the hub. */
  readonly kiosk: string;
  /** Origin of the hub. */
  readonly hub: string;
  readonly privateKey: KeyObject;
}

const fileSchema = v.strictObject({
  kiosk: v.pipe(v.string(), v.uuid()),
  hub: v.pipe(v.string(), v.url()),
  /** Ed25519, PKCS #8. */
  privateKey: v.string(),
});

const fileIn = (folder: string): string => join(folder, 'kiosk-identity.json');

/** @returns the public key as SPKI in base64 */
export const makeKeys = (): { readonly privateKey: KeyObject; readonly publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
};

/** Writes it whole or not at all, in place of the one before. */
export const keepIdentity = (folder: string, { kiosk, hub, privateKey }: Identity): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = fileIn(folder);
  const text = JSON.stringify({ kiosk, hub, privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }) });
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
};

/**
 * @returns `undefined` if the kiosk has not been enrolled
 * @throws when the file can be read by others, or is not what was written: then the key is not to be trusted
 */
export const readIdentity = (folder: string): Identity | undefined => {
  const file = fileIn(folder);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if ((found.mode & 0o077) !== 0) throw new Error(`${file}: readable by others; enrol the kiosk anew`);
  const { kiosk, hub, privateKey } = v.parse(fileSchema, JSON.parse(readFileSync(file, 'utf8')));
  return { kiosk, hub, privateKey: createPrivateKey(privateKey) };
};
