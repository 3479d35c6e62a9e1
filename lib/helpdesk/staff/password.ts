/** Passwords of staff: what is asked of one, and how it is kept. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { isCommon } from './common-passwords.ts';

const argon2id = promisify(argon2.bind(null, 'argon2id'));

/** In characters as a person counts them (code points). @see NIST SP 800-63B-4, 3.1.1.2 */
export const shortest = 15;
export const longest = 128;

export type PasswordMistake = 'passwordTooShort' | 'passwordTooLong' | 'passwordTooCommon';

/** One and the same password, however the keyboard of the day writes its letters. @see NIST SP 800-63B-4, 3.1.1.2 */
const plain = (password: string): string => password.normalize('NFKC');

/** Nothing is asked about kinds of characters. @returns `null` if it will do */
export const judgePassword = (password: string, login: string): PasswordMistake | null => {
  const { length } = [...plain(password)];
  if (length < shortest) return 'passwordTooShort';
  if (length > longest) return 'passwordTooLong';
  return isCommon(plain(password), login) ? 'passwordTooCommon' : null;
};

/** Argon2id: at least what OWASP asks for. They stand in each hash, so they can be raised; old hashes are renewed at a sign-in. */
const now = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;
const saltLength = 16;

interface Parameters {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const derive = (password: string, salt: Buffer, parameters: Parameters): Promise<Buffer> =>
  argon2id({ ...parameters, message: plain(password), nonce: salt, tagLength });

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** @returns in the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>` */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltLength);
  const hash = await derive(password, salt, now);
  const { memory, passes, parallelism } = now;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
};

const form = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Of a password that nobody has: whoever has none is looked at just as long. */
const nobodys = hashPassword(randomBytes(saltLength).toString('hex'));

export interface PasswordVerdict {
  readonly isRight: boolean;
  /** The hash was made with weaker parameters than today's. */
  readonly isOld: boolean;
}

/**
 * Takes as long whether there is such an account or not.
 *
 * @param hash - `undefined` if there is no such account, or it has no password
 */
export const checkPassword = async (password: string, hash: string | undefined): Promise<PasswordVerdict> => {
  const [, memory, passes, parallelism, salt = '', tag = ''] = form.exec(hash ?? (await nobodys)) ?? [];
  if (memory === undefined) throw new Error('a password hash that is none');
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  // Longer than any that can be set: not worth the work of deriving it, and the same for every account.
  const given = [...password].length > longest ? '' : password;
  const derived = await derive(given, Buffer.from(salt, 'base64'), parameters);
  const expected = Buffer.from(tag, 'base64');
  const isSame = derived.length === expected.length && timingSafeEqual(derived, expected);
  return {
    isRight: isSame && hash !== undefined,
    isOld: parameters.memory < now.memory || parameters.passes < now.passes,
  };
};
