/** Where the statements on the report come from, and as of when each was seen. `null`: the page bears no date. */
export interface Source {
  readonly about: 'counter' | 'expiry' | 'names' | 'signature' | 'store' | 'tries';
  readonly address: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string | null;
}

export const sources: readonly Source[] = [
  { about: 'names', address: 'https://services.digital.go.jp/mynumbercard/info-passcode/', asOf: '2026-09-08' },
  { about: 'tries', address: 'https://www.jpki.go.jp/procedure/password.html', asOf: '2026-09-08' },
  { about: 'counter', address: 'https://www2.jpki.go.jp/faq/trouble/iccard_digital_id.html', asOf: null },
  { about: 'store', address: 'https://www.jpki.go.jp/jpkiidreset/howto/kiosk.html', asOf: '2026-09-03' },
  { about: 'expiry', address: 'https://www.digital.go.jp/policies/mynumber/expiration-date/', asOf: '2026-09-03' },
  { about: 'signature', address: 'https://www.e-tax.nta.go.jp/topics/topics_densisyoumei.htm', asOf: null },
];
