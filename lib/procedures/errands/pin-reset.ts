import type { Procedure, Source } from '../procedure.ts';

const jpkiFaq: Source = {
  address: 'https://www2.jpki.go.jp/faq/trouble/iccard_digital_id.html',
  grade: 'A',
  asOf: null,
};
const koto: Source = { address: 'https://www.city.koto.lg.jp/060301/mynumber4.html', grade: 'B', asOf: '2024-02-01' };
const storeTerms: Source = {
  address: 'https://www2.jpki.go.jp/jpkiidreset/riyoukiyaku/riyoukiyaku_web.html',
  grade: 'A',
  asOf: null,
};

/** 暗証番号の再設定. Parents and carers come for it too, so whose card it is gets asked. */
export const pinReset: Procedure = {
  id: 'pin-reset',
  kind: 'pin-reset',
  open: { from: null, until: null },
  online: null,
  post: null,
  counter: null,
  asksHolder: true,
  processing: null,
  varies: false,
  sources: [jpkiFaq, koto, storeTerms],
  reviewBy: '2027-05-31',
};
