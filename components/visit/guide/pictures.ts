import type { FactName } from '@/lib/facts/fact';
import type { QuestionPicture } from '../drawings/question-drawing';

/** The picture beside the question about a fact. */
export const pictureOf: Readonly<Record<FactName, QuestionPicture>> = {
  errand: 'errands',
  deadline: 'calendar',
  card: 'card',
  holder: 'people',
  changedSinceIssue: 'moving',
  stay: 'stay-card',
  phone: 'phone',
  phoneSpot: 'phone',
  holdPractice: 'card',
  phoneCard: 'phone-card',
  pcReader: 'pc-reader',
  pc: 'pc',
  borrowPhone: 'borrow-phone',
  'pin.signature': 'slip',
  'pin.authentication': 'slip',
  'pin.cardInfoInput': 'slip',
  'pin.residentRegister': 'slip',
  'triesLeft.signature': 'card',
  'triesLeft.authentication': 'card',
  'triesLeft.cardInfoInput': 'card',
  'triesLeft.residentRegister': 'card',
  'certificate.authentication': 'certificate',
  'certificate.signature': 'certificate',
  certificateEnds: 'calendar',
  place: 'errands',
  waitMinutes: 'errands',
  konbini: 'store',
  outage: 'errands',
};
