import { type Locale, locales } from '../../i18n/locales.ts';
import { type StaffMember, staffRoles } from '../wire.ts';

/** Languages as a row has them; those that there are no longer are left out. */
export const languagesOf = (json: string): Locale[] => {
  const given: unknown = JSON.parse(json);
  return locales.filter((locale) => Array.isArray(given) && given.includes(locale));
};

/** @returns `null` for a role that there is not */
export const toMember = (row: {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly languages: string;
}): StaffMember | null => {
  const role = staffRoles.find((each) => each === row.role);
  return role === undefined ? null : { id: row.id, name: row.name, role, languages: languagesOf(row.languages) };
};
