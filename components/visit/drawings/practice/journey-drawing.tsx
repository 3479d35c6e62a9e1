import type { ReactNode } from 'react';
import { PinOnPhone } from '../phone/computer-pictures';
import { CodeBeforePhone, Form, LettersOnPhone, Sent } from './form-pictures';
import { LaptopCode, LaptopIsIn, LaptopSite, PhoneIsIn, PhoneSite } from './site-pictures';

export const journeyPictures = [
  'phone-site',
  'pc-site',
  'pc-code',
  'scan-code',
  'pin-digits',
  'pin-letters',
  'form',
  'phone-in',
  'pc-in',
  'sent',
] as const;

/** What a step of a rehearsed login or application is about. */
export type JourneyPicture = (typeof journeyPictures)[number];

const pictures: Readonly<Record<JourneyPicture, () => ReactNode>> = {
  'phone-site': PhoneSite,
  'pc-site': LaptopSite,
  'pc-code': LaptopCode,
  'scan-code': CodeBeforePhone,
  'pin-digits': PinOnPhone,
  'pin-letters': LettersOnPhone,
  form: Form,
  'phone-in': PhoneIsIn,
  'pc-in': LaptopIsIn,
  sent: Sent,
};

/** The picture of such a step, in the frame of the card and the reader. No site's and no app's design. */
export function JourneyDrawing({ picture, label }: { picture: JourneyPicture; label: string }) {
  const Picture = pictures[picture];
  return (
    <svg className="drawing" viewBox="0 0 480 400" role="img" aria-label={label}>
      <Picture />
    </svg>
  );
}
