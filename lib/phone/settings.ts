/** Where the switches are that reading a card needs, as far as it is known for the maker of a phone (docs/phones.md). */
import type { Carrier, PhoneModel } from './model.ts';

/** Messages of each: `PhoneSettings`. They keep the words of the menus. */
export const settingsPaths = [
  'iphone',
  'android',
  'pixel',
  'aquos',
  'xperia',
  'galaxy',
  'huawei',
  'xiaomi',
  'docomo-reader-writer',
  'softbank-reader-writer',
  'au-tag-reader',
  'wallet-lock',
  'lock-first',
] as const;
export type SettingsPath = (typeof settingsPaths)[number];

export interface SettingsSource {
  readonly address: string;
  /** As much of the day as is known. */
  readonly asOf: string;
  /** A: the maker or the office. D: an article. */
  readonly grade: 'A' | 'C' | 'D';
}

export const settingsSources: Readonly<Record<SettingsPath, SettingsSource>> = {
  iphone: { address: 'https://services.digital.go.jp/mynaapp/scan-mynumbercard/', asOf: '2026-09', grade: 'C' },
  android: { address: 'https://source.android.com/docs/core/connect/secure-nfc?hl=ja', asOf: '2026-11-23', grade: 'A' },
  pixel: { address: 'https://support.google.com/pixelphone/answer/3470787?hl=ja', asOf: '2026-11-23', grade: 'A' },
  aquos: { address: 'https://www.kaesakura.com/2022/05/android-osaifunfc-lock/', asOf: '2022-05', grade: 'D' },
  xperia: { address: 'https://tomandroid.com/2015/09/android-pay.html', asOf: '2015-09', grade: 'D' },
  galaxy: {
    address: 'https://huggingface.co/datasets/lomit/samsung_a35_qa/viewer/default/train?p=27',
    asOf: '2026-11-23',
    grade: 'D',
  },
  huawei: { address: 'https://consumer.huawei.com/jp/support/content/ja-jp00409935', asOf: '2026-11-23', grade: 'A' },
  xiaomi: { address: 'https://gadgetzamurai.jp/2025/12/24/', asOf: '2025-12-24', grade: 'D' },
  'docomo-reader-writer': {
    address: 'http://iwasakiofficeblog.blog.jp/archives/7947711.html',
    asOf: '2026-11-23',
    grade: 'D',
  },
  'softbank-reader-writer': {
    address: 'http://iwasakiofficeblog.blog.jp/archives/7947711.html',
    asOf: '2026-11-23',
    grade: 'D',
  },
  'au-tag-reader': {
    address: 'http://iwasakiofficeblog.blog.jp/archives/7947711.html',
    asOf: '2026-11-23',
    grade: 'D',
  },
  'wallet-lock': { address: 'https://ghh.jetstream.bz/archives/4130', asOf: '2026-11-23', grade: 'D' },
  'lock-first': {
    address: 'https://source.android.com/docs/core/connect/secure-nfc?hl=ja',
    asOf: '2026-11-23',
    grade: 'A',
  },
};

/** Those with a way through the menus: `PhoneSettings.menus`. */
export type MenuPath = Exclude<SettingsPath, 'iphone' | 'xiaomi' | 'lock-first'>;

export const hasMenu = (path: SettingsPath): path is MenuPath =>
  path !== 'iphone' && path !== 'xiaomi' && path !== 'lock-first';

/** Of whose phone the settings are looked for. */
export interface SettingsOf {
  readonly system: 'ios' | 'android' | null;
  readonly maker: string | null;
  readonly name: string | null;
  readonly carrier: Carrier | null;
  /** `null`: not known. */
  readonly androidVersion: number | null;
}

const byMaker: Readonly<Record<string, SettingsPath>> = {
  Google: 'pixel',
  Sharp: 'aquos',
  Sony: 'xperia',
  Samsung: 'galaxy',
  Huawei: 'huawei',
  Xiaomi: 'xiaomi',
};

/** The menus of the carriers' own phones, up to about Android 7, had a switch of their own for reading. */
const readerWriterUntil = 7;

const readerWriter: Readonly<Partial<Record<Carrier, SettingsPath>>> = {
  docomo: 'docomo-reader-writer',
  'softbank-ymobile': 'softbank-reader-writer',
  'au-uq': 'au-tag-reader',
};

/** Those made for Japan have おサイフケータイ, and with it a lock that stops reading as well. */
const soldInJapan = (carrier: Carrier | null): boolean => carrier !== null && carrier !== 'all' && carrier !== 'abroad';

/** What to look for in the settings, the most likely first. */
export const settingsFor = ({ system, maker, name, carrier, androidVersion }: SettingsOf): readonly SettingsPath[] => {
  if (system === 'ios') return ['iphone'];
  const isAquos = maker === 'Sharp' && (name ?? 'AQUOS').includes('AQUOS');
  const ownPath = maker === 'Sharp' && !isAquos ? undefined : byMaker[maker ?? ''];
  const oldSwitch =
    androidVersion !== null && androidVersion <= readerWriterUntil && carrier !== null
      ? readerWriter[carrier]
      : undefined;
  const paths: readonly (SettingsPath | undefined)[] = [
    // Of Xiaomi only the place is known, not the menu.
    ...(ownPath === 'xiaomi' ? (['android', 'xiaomi'] as const) : [ownPath ?? 'android']),
    oldSwitch,
    soldInJapan(carrier) ? 'wallet-lock' : undefined,
    'lock-first',
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
