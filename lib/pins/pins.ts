/** The four PINs as other screens, forms and slips know them (docs/sources.md, "The PINs"). */
import type { PinName } from '../card/report.ts';

/** What other screens call it, as it stands there: always in Japanese. The first is the official name. */
export const namesOf: Readonly<Record<PinName, readonly [string, ...string[]]>> = {
  signature: ['署名用電子証明書暗証番号', '署名用パスワード', '署名用電子証明書用暗証番号'],
  authentication: ['利用者証明用電子証明書暗証番号', '利用者証明用パスワード', '利用者証明用暗証番号'],
  residentRegister: ['住民基本台帳用暗証番号', '住民基本台帳事務用', '個人番号カード用'],
  cardInfoInput: ['券面事項入力補助用暗証番号'],
};
