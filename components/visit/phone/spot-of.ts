import type { PhoneCheck } from '@/lib/phone/check';
import type { AntennaSpot } from '@/lib/phone/model';

/** Where this phone notices a card, if that is known. */
export const spotOf = ({ model, kind }: PhoneCheck): AntennaSpot | null => {
  if (model !== null && model !== 'not-listed') return model.spot;
  return kind === 'iphone' ? 'top' : null;
};
