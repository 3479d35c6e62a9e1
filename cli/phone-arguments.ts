import { parseArgs } from 'node:util';
import type { OsVersion } from '../lib/phone/browser.ts';
import type { PhoneSystem } from '../lib/phone/model.ts';

/** A version of a system; `system` is `null` where only the number was given. */
export interface OsAsked {
  readonly system: PhoneSystem | null;
  readonly version: OsVersion;
}

export type PhoneMistake = 'modelMissing' | 'osVersion';

/** What `kazasu phone` was asked. `os` is `null` where the version is not known. */
export type PhoneArguments =
  | { readonly kind: 'phone'; readonly model: string; readonly os: OsAsked | null; readonly json: boolean }
  | { readonly kind: 'wrong'; readonly mistake: PhoneMistake };

const systems: Readonly<Record<string, PhoneSystem>> = { ios: 'ios', android: 'android' };

/** `14`, `14.0`, `14.0.0`, `v14`, `iOS 16.4`, `Android 14`; what follows the minor version does not matter. */
const toOs = (text: string): OsAsked | null => {
  const form = /^(?:(ios|android) ?|v)?(\d{1,2})(?:\.(\d{1,2}))?(?:\.\d{1,2})?$/;
  const [, system = '', major, minor = '0'] = form.exec(text.normalize('NFKC').trim().toLowerCase()) ?? [];
  return major === undefined ? null : { system: systems[system] ?? null, version: [Number(major), Number(minor)] };
};

/**
 * Reads the words after `kazasu phone`.
 *
 * @throws what `parseArgs` throws for a flag it does not know.
 */
export const parsePhoneArguments = (args: readonly string[]): PhoneArguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'string', default: '' },
      'os-version': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { model, 'os-version': version, json } = values;
  if (model.trim() === '') return { kind: 'wrong', mistake: 'modelMissing' };
  const os = version === undefined ? null : toOs(version);
  if (version !== undefined && os === null) return { kind: 'wrong', mistake: 'osVersion' };
  return { kind: 'phone', model, os, json };
};
