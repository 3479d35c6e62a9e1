import type { ReactNode } from 'react';
import { StoreTerminalShape } from '../shapes';
import { Expired, Moved, RenewedToday, TwoCertificates } from './certificate-pictures';
import {
  Capitals,
  FourDigits,
  FourPins,
  FourteenDigits,
  LettersAndDigits,
  LookAlikes,
  PhonesOwnPin,
  SecurityCodeTyped,
  TwelveDigits,
  WrongOne,
} from './entry-pictures';
import { ErrorScreens } from './error-pictures';
import { BeforeTheLastTry, FaceCard, Locked } from './lock-pictures';
import { AtTheCounter, Booking, BringWithIt, ChildsCard } from './office-pictures';
import { Booklets, CardCase, Family, NoticeEnvelope, Papers, Photo } from './place-pictures';
import { CommonSlip, Forgotten, Known, NewPinWell, Slip, SlipInEnvelope, TableSlip } from './slip-pictures';

const pictures = {
  'four-pins': FourPins,
  'shape-digits-4': FourDigits,
  'shape-letters-digits': LettersAndDigits,
  'shape-digits-12': TwelveDigits,
  'shape-digits-14': FourteenDigits,
  slip: Slip,
  'slip-common': CommonSlip,
  'slip-table': TableSlip,
  'slip-envelope': SlipInEnvelope,
  'place-card-case': CardCase,
  'place-papers': Papers,
  'place-passport-bankbook': Booklets,
  'place-notice-envelope': NoticeEnvelope,
  'place-photo': Photo,
  'place-family': Family,
  stop: BeforeTheLastTry,
  locked: Locked,
  forgotten: Forgotten,
  known: Known,
  counter: AtTheCounter,
  store: StoreTerminalShape,
  booking: Booking,
  bring: BringWithIt,
  capitals: Capitals,
  'look-alikes': LookAlikes,
  child: ChildsCard,
  'phone-own-pin': PhonesOwnPin,
  moved: Moved,
  expired: Expired,
  'renewed-today': RenewedToday,
  'face-card': FaceCard,
  'wrong-one': WrongOne,
  'security-code-mistake': SecurityCodeTyped,
  'new-pin-good': NewPinWell,
  'error-screen': ErrorScreens,
  'certificate-two': TwoCertificates,
} as const satisfies Record<string, () => ReactNode>;

/** What a sentence about a PIN, its slip or its certificate is about. */
export type PinPicture = keyof typeof pictures;

/** The picture of it, in the frame of the card and the reader. */
export function PinDrawing({ name, label }: { name: PinPicture; label: string }) {
  const Picture = pictures[name];
  return (
    <svg className="drawing" viewBox="0 0 480 400" role="img" aria-label={label}>
      <Picture />
    </svg>
  );
}
