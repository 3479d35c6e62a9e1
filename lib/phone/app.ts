/** Where マイナアプリ comes from (services.digital.go.jp/mynaapp, 2026-09-05, grade C). */
export const appPages = {
  ios: 'https://apps.apple.com/jp/app/id1476359069',
  android: 'https://play.google.com/store/apps/details?id=jp.go.cas.mpa',
  official: 'https://services.digital.go.jp/mynaapp/',
} as const;
export type AppPageName = keyof typeof appPages;

/** J-LIS lists the readers that read the card (grade C). */
export const readerList = 'https://www.jpki.go.jp/prepare/reader_writer.html';
