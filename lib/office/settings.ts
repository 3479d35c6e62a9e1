/** Settings as a whole: what holds, what differs, what is wrong. */
import { allowedOf, mistakesIn } from './check.ts';
import { type OwnSettings, type SettingId, type Settings, settingIds, settings } from './definitions.ts';
import type { Mistake } from './problem.ts';

const known: ReadonlySet<string> = new Set(settingIds);
export const isSettingId = (name: string): name is SettingId => known.has(name);

export const usualSettings = Object.fromEntries(settingIds.map((id) => [id, settings[id].usual])) as Settings;

export const withUsual = (own: OwnSettings): Settings => ({ ...usualSettings, ...own });

/**
 * What of a stored document this program understands: a setting that it no longer has, or whose bound has changed, is as
 * usual. Nothing else has ever checked what is in a database.
 */
export const understood = (stored: unknown): OwnSettings =>
  typeof stored === 'object' && stored !== null
    ? ownOf(
        Object.fromEntries(
          Object.entries(stored).filter(
            ([id, value]) => isSettingId(id) && mistakesIn(settings[id].shape, value, id).length === 0,
          ),
        ),
      )
    : {};

/** Members come in the order of their shape, so that the same value is the same text wherever it was written. */
const sameText = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

export const isUsual = (id: SettingId, value: unknown): boolean => sameText(settings[id].usual, value);

/** Only what differs from the usual, in the order of the list: two documents with the same effect are the same. */
export const ownOf = (all: Partial<Readonly<Record<SettingId, unknown>>>): OwnSettings =>
  Object.fromEntries(
    settingIds.flatMap((id) => (Object.hasOwn(all, id) && !isUsual(id, all[id]) ? [[id, all[id]]] : [])),
  ) as OwnSettings;

export interface SettingChange {
  readonly id: SettingId;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is different, value by value, whether or not it is the usual one. */
export const differences = (before: OwnSettings, after: OwnSettings): readonly SettingChange[] => {
  const [one, other] = [withUsual(before), withUsual(after)];
  return settingIds
    .filter((id) => !sameText(one[id], other[id]))
    .map((id) => ({ id, before: one[id], after: other[id] }));
};

/** `null` brings a setting back to the usual. */
export type Changes = { readonly [Id in SettingId]?: Settings[Id] | null };

export const changed = (own: OwnSettings, changes: Changes): OwnSettings =>
  ownOf({ ...own, ...Object.fromEntries(Object.entries(changes).map(([id, to]) => [id, to ?? usualOf(id)])) });

// `null` is also a value: of settings whose usual value it is, so both mean the same.
const usualOf = (id: string): unknown => (isSettingId(id) ? settings[id].usual : null);

/** A whole document as changes: what it does not name is brought back to the usual. */
export const replacing = (own: OwnSettings): Changes =>
  Object.fromEntries(settingIds.map((id) => [id, own[id] ?? null])) as Changes;

/** What takes back what one revision has done; what others have done since to other settings stays. */
export const undone = (revision: { readonly before: OwnSettings; readonly after: OwnSettings }): Changes =>
  Object.fromEntries(differences(revision.before, revision.after).map(({ id, before }) => [id, before])) as Changes;

const mistake = (id: SettingId, problem: Mistake['problem']): Mistake => ({
  path: id,
  problem,
  allowed: allowedOf(settings[id].shape),
});

/** What single values cannot say. */
const mistakesTogether = (all: Settings): readonly Mistake[] => {
  const { firstErrands, hiddenErrands, languages, firstLanguage } = all;
  const areEscalationsInOrder =
    all.escalateFirstSeconds < all.escalateSecondSeconds && all.escalateSecondSeconds < all.escalateThirdSeconds;
  return [
    ...(firstErrands.some((errand) => hiddenErrands.includes(errand))
      ? [mistake('firstErrands', 'firstAndHidden')]
      : []),
    ...(languages.includes(firstLanguage) ? [] : [mistake('firstLanguage', 'languageNotOffered')]),
    ...(areEscalationsInOrder ? [] : [mistake('escalateThirdSeconds', 'escalationOrder')]),
    ...(all.queueSystem && all.queueAddress === '' ? [mistake('queueAddress', 'queueAddressMissing')] : []),
  ];
};

export type CheckedSettings =
  | { readonly kind: 'fine'; readonly own: OwnSettings }
  | { readonly kind: 'wrong'; readonly mistakes: readonly [Mistake, ...Mistake[]] };

/** @param isInternal - whether the server may ask this address; a browser cannot know and leaves it to the server */
export const checkSettings = (
  given: Readonly<Record<string, unknown>>,
  isInternal: (address: string) => boolean,
): CheckedSettings => {
  const names = Object.keys(given);
  const each = names.flatMap((name): readonly Mistake[] =>
    isSettingId(name)
      ? mistakesIn(settings[name].shape, given[name], name)
      : [{ path: name, problem: 'unknownName', allowed: '' }],
  );
  const [first, ...more] = each;
  if (first !== undefined) return { kind: 'wrong', mistakes: [first, ...more] };
  // Every value has been checked against the shape of its name.
  const own = ownOf(given as OwnSettings);
  const all = withUsual(own);
  const isAddressWrong = all.queueAddress !== '' && !isInternal(all.queueAddress);
  const [one, ...others] = [
    ...mistakesTogether(all),
    ...(isAddressWrong ? [mistake('queueAddress', 'notInternal')] : []),
  ];
  return one === undefined ? { kind: 'fine', own } : { kind: 'wrong', mistakes: [one, ...others] };
};

const loopback = /^(127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Whether the office's server may ask this address: itself, or a host that whoever runs the server has named. The settings
 * cannot name one: who changes them could otherwise look around in the network of the office.
 */
export const internalHosts =
  (named: readonly string[]) =>
  (address: string): boolean => {
    if (!URL.canParse(address)) return false;
    const { hostname } = new URL(address);
    return loopback.test(hostname) || named.includes(hostname);
  };
