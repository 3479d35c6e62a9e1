/** Where the switches are that reading a card needs, as far as it is known for the maker of a phone (docs/phones.md). */
import type { PhoneCheck } from './check.ts';
import { guessFromCode } from './code-pattern.ts';
import type { Carrier, PhoneModel } from './model.ts';

/** Messages of each: `PhoneSettings`. They keep the words of the menus. */
export const settingsPaths = [
  'iphone',
  'android',
  'pixel',
  'aquos',
  'xperia',
  'xperia-quick',
  'galaxy',
  'huawei',
  'xiaomi',
  'wallet-lock',
  'lock-first',
  'docomo-reader-writer',
  'softbank-reader-writer',
  'au-tag-reader',
] as const;
export type SettingsPath = (typeof settingsPaths)[number];

export interface SettingsSource {
  readonly address: string;
  /** As much of the day as is known; `null`: the page bears none. */
  readonly asOf: string | null;
  /** Of an undated page: which Android it is about, roughly. */
  readonly era?: number;
  /** A: the maker or the office. D: an article. */
  readonly grade: 'A' | 'C' | 'D';
}

const secureNfc: SettingsSource = {
  address: 'https://source.android.com/docs/core/connect/secure-nfc?hl=ja',
  asOf: null,
  grade: 'A',
};
/** About a reader of residence cards, which needs the same switch. */
const readerWriterSource: SettingsSource = {
  address: 'http://iwasakiofficeblog.blog.jp/archives/7947711.html',
  asOf: null,
  era: 6,
  grade: 'D',
};

export const settingsSources: Readonly<Record<SettingsPath, SettingsSource>> = {
  iphone: { address: 'https://services.digital.go.jp/mynaapp/scan-mynumbercard/', asOf: '2026-09', grade: 'C' },
  android: secureNfc,
  pixel: { address: 'https://support.google.com/pixelphone/answer/3470787?hl=ja', asOf: null, era: 9, grade: 'A' },
  aquos: { address: 'https://www.kaesakura.com/2022/05/android-osaifunfc-lock/', asOf: '2022-05', grade: 'D' },
  xperia: { address: 'https://tomandroid.com/2015/09/android-pay.html', asOf: '2015-09', grade: 'D' },
  'xperia-quick': { address: 'http://glen.hatenablog.jp', asOf: '2022-02', grade: 'D' },
  galaxy: {
    address: 'https://huggingface.co/datasets/lomit/samsung_a35_qa/viewer/default/train?p=27',
    asOf: null,
    grade: 'D',
  },
  huawei: { address: 'https://consumer.huawei.com/jp/support/content/ja-jp00409935', asOf: null, grade: 'A' },
  xiaomi: { address: 'https://gadgetzamurai.jp/2025/12/24/', asOf: '2025-12-24', grade: 'D' },
  'wallet-lock': { address: 'https://ghh.jetstream.bz/archives/4130', asOf: null, grade: 'D' },
  'lock-first': secureNfc,
  'docomo-reader-writer': readerWriterSource,
  'softbank-reader-writer': readerWriterSource,
  'au-tag-reader': readerWriterSource,
};

/** Those of which no way through the menus is known, or that need none. */
const withoutMenu = ['iphone', 'xperia-quick', 'xiaomi', 'wallet-lock', 'lock-first'] as const;

/** Those with a way through the menus: `PhoneSettings.menus`. */
export type MenuPath = Exclude<SettingsPath, (typeof withoutMenu)[number]>;

export const hasMenu = (path: SettingsPath): path is MenuPath => withoutMenu.every((each) => each !== path);

/** Of whose phone the settings are looked for. */
export interface SettingsOf {
  readonly system: 'ios' | 'android' | null;
  readonly maker: string | null;
  readonly name: string | null;
  readonly carrier: Carrier | null;
  /** `null`: not known. */
  readonly androidVersion: number | null;
}

/** Of Xiaomi only the place is known, not the menu; of Xperia the menu of today is not. */
const byMaker: Readonly<Record<string, readonly SettingsPath[]>> = {
  Google: ['pixel'],
  Sharp: ['aquos'],
  Sony: ['android', 'xperia-quick'],
  Samsung: ['galaxy'],
  Huawei: ['huawei'],
  Xiaomi: ['android', 'xiaomi'],
};

/** The last Android for which the old menu of Xperia, seen on Android 5, is shown. */
const oldXperiaUntil = 7;

const makersPaths = ({ maker, name, androidVersion }: SettingsOf): readonly SettingsPath[] => {
  if (maker === 'Sony' && androidVersion !== null && androidVersion <= oldXperiaUntil) return ['xperia'];
  const isOtherSharp = maker === 'Sharp' && name !== null && !name.includes('AQUOS');
  return (isOtherSharp ? undefined : byMaker[maker ?? '']) ?? ['android'];
};

/** The menus of some phones of these carriers had a switch of their own for reading; up to which Android is not known. */
const readerWriter: Readonly<Partial<Record<Carrier, SettingsPath>>> = {
  docomo: 'docomo-reader-writer',
  'softbank-ymobile': 'softbank-reader-writer',
  'au-uq': 'au-tag-reader',
};

/** Those made for Japan have おサイフケータイ, and with it a lock that stops reading as well. */
const soldInJapan = (carrier: Carrier | null): boolean => carrier !== null && carrier !== 'all' && carrier !== 'abroad';

/** What to look for in the settings, the most likely first. */
export const settingsFor = (of: SettingsOf): readonly SettingsPath[] => {
  if (of.system === 'ios') return ['iphone'];
  const paths: readonly (SettingsPath | undefined)[] = [
    ...makersPaths(of),
    soldInJapan(of.carrier) ? 'wallet-lock' : undefined,
    'lock-first',
    of.carrier === null ? undefined : readerWriter[of.carrier],
  ];
  return paths.filter((path) => path !== undefined);
};

/** @param model - `null`: nothing but what its code tells */
export const settingsOwner = (
  model: PhoneModel | null,
  guess: { readonly carrier: Carrier | null; readonly maker: string | null } | null,
  system: SettingsOf['system'],
  androidVersion: number | null,
): SettingsOf => ({
  system: model?.system ?? system,
  maker: model?.maker ?? guess?.maker ?? null,
  name: model?.name ?? null,
  carrier: model?.carrier ?? guess?.carrier ?? null,
  androidVersion,
});

/** The same for a phone that is being checked. Of one that several carriers sell, nothing of a carrier is said. */
export const settingsOf = ({ kind, model, carrier, code, os }: PhoneCheck): readonly SettingsPath[] => {
  const known = model === 'not-listed' ? null : model;
  const guess = code === null ? null : guessFromCode(code);
  const version = kind === 'android' && typeof os?.value === 'object' ? os.value[0] : null;
  const owner = settingsOwner(known, guess, kind === 'android' ? 'android' : 'ios', version);
  return settingsFor(known === null ? owner : { ...owner, carrier });
};
