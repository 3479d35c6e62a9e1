import type { Errand } from '../facts/fact.ts';
import { appRegistration } from './errands/app-registration.ts';
import { childAllowance } from './errands/child-allowance.ts';
import { convenienceStoreCertificates } from './errands/convenience-store-certificates.ts';
import { incomeTaxReturn } from './errands/income-tax-return.ts';
import { longTermCare } from './errands/long-term-care.ts';
import { lookAround } from './errands/look-around.ts';
import { movingOut } from './errands/moving-out.ts';
import { nursery } from './errands/nursery.ts';
import { passport } from './errands/passport.ts';
import { pinReset } from './errands/pin-reset.ts';
import { portalLogin } from './errands/portal-login.ts';
import { priceReliefBenefit } from './errands/price-relief-benefit.ts';
import { publicMoneyAccount } from './errands/public-money-account.ts';
import { renewCertificates } from './errands/renew-certificates.ts';
import { specialFixedBenefit2020 } from './errands/special-fixed-benefit-2020.ts';
import type { Procedure } from './procedure.ts';

/** Every errand by its id, in the order of errand-list.ts. */
export const procedures: Readonly<Record<Errand, Procedure>> = {
  'convenience-store-certificates': convenienceStoreCertificates,
  'moving-out': movingOut,
  'child-allowance': childAllowance,
  nursery,
  'long-term-care': longTermCare,
  passport,
  'income-tax-return': incomeTaxReturn,
  'public-money-account': publicMoneyAccount,
  'price-relief-benefit': priceReliefBenefit,
  'portal-login': portalLogin,
  'app-registration': appRegistration,
  'pin-reset': pinReset,
  'renew-certificates': renewCertificates,
  'look-around': lookAround,
  'special-fixed-benefit-2020': specialFixedBenefit2020,
};
