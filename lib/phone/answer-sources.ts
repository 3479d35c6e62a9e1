import { type PhoneCheck, signsOf } from './check.ts';
import { isNewEnough, type PhoneAnswer, type RestsOn, systemRequirements } from './decide.ts';
import type { PhoneSource } from './model.ts';

/** That iPhone 7 and later read the card (grade D). */
export const iphoneRule: PhoneSource = {
  address: 'https://www.bcnretail.com/topics_detail9/20211221_258411.html',
  asOf: '2021-12-21',
};

/** For these the model, or the group of iPhones, says why. */
const restsOnData: readonly RestsOn[] = ['official-list', 'maker-or-rule', 'nfc-record'];

/** The pages that an answer rests on, the one about the phone itself first. */
export const sourcesOf = (answer: PhoneAnswer, check: PhoneCheck): readonly PhoneSource[] => {
  const { model, kind } = check;
  const known = model === null || model === 'not-listed' ? (kind === 'iphone' ? iphoneRule : null) : model.source;
  const aboutPhone = known !== null && restsOnData.includes(answer.restsOn) ? [known] : [];
  const isAboutVersion = answer.step === 'os-too-old' || (readsIfNew(answer) && isNewEnough(signsOf(check)) === null);
  return isAboutVersion ? [...aboutPhone, systemRequirements] : aboutPhone;
};

/** Only the version keeps these from a plain yes. */
const readsIfNew = ({ step }: PhoneAnswer): boolean =>
  step === 'contact-seen' || step === 'listed' || step === 'read-before';
