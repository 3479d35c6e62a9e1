/** What a page may send about accounts. Checked where it arrives. */
import * as v from 'valibot';
import { locales } from '../../i18n/locales.ts';
import { staffRoles } from '../wire.ts';

/** Longer than any that can be set, and short enough to hash without a thought. */
const password = v.pipe(v.string(), v.maxLength(1_024));
const code = v.pipe(v.string(), v.maxLength(64));
/** An office's own word for somebody: letters, digits, and what stands between them in such words. */
export const login = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform((typed) => typed.normalize('NFKC').trim().toLowerCase()),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u),
);
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60), v.regex(/^[^\p{Cc}\p{Cf}]*$/u));
const languages = v.pipe(v.array(v.picklist(locales)), v.minLength(1), v.maxLength(locales.length));
const role = v.picklist(staffRoles);

export const signInBody = v.strictObject({ login: v.pipe(v.string(), v.maxLength(256)), password });
export const firstBody = v.strictObject({ code, login, name, languages, password });
export const codeBody = v.strictObject({ code });
export const setUpBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('password'), code, password }),
  v.strictObject({ kind: v.literal('passkey'), code, passkey: v.unknown() }),
]);
export const passwordBody = v.strictObject({ current: password, next: password });
/** The pages of staff, and nothing else: what comes back from the provider leads nowhere but here. */
export const oidcBody = v.strictObject({
  next: v.pipe(v.string(), v.maxLength(100), v.regex(new RegExp(`^/(${locales.join('|')})/staff(/[a-z-]+)*$`))),
});
export const languagesBody = v.strictObject({ languages });
export const newAccountBody = v.strictObject({ login, name, role, languages });
export const accountBody = v.strictObject({
  name: v.optional(name),
  role: v.optional(role),
  languages: v.optional(languages),
});
