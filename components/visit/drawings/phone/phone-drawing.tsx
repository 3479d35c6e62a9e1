import type { ReactNode } from 'react';
import {
  AppFromStore,
  AppUpdate,
  CardIntoPhone,
  FirstRegistration,
  PageInAnotherApp,
  PrivateWindowOff,
} from './app-pictures';
import {
  CardAtPhone,
  CodeOnLaptop,
  CodeReadByPhone,
  LaptopIsIn,
  LaptopWithReader,
  PinOnPhone,
} from './computer-pictures';
import {
  CablesOff,
  CannotReadIt,
  HeldStill,
  NotInTheList,
  NotOnMetal,
  OtherAppsClosed,
  OtherCardOut,
  Outage,
  OutOfCase,
  ReadBefore,
  ReadsIt,
  SomeonesPhone,
} from './reading-pictures';
import {
  LockedScreen,
  RadioItem,
  RadioOn,
  SettingsThenAbout,
  SystemUpdate,
  SystemVersion,
  TwoPhones,
} from './settings-pictures';

const pictures = {
  'which-phone': TwoPhones,
  'iphone-model': SettingsThenAbout,
  'os-version': SystemVersion,
  update: SystemUpdate,
  'read-before': ReadBefore,
  'nfc-item': RadioItem,
  'in-app': PageInAnotherApp,
  'nfc-on': RadioOn,
  lock: LockedScreen,
  'case-off': OutOfCase,
  'two-cards': OtherCardOut,
  'no-metal': NotOnMetal,
  'cables-off': CablesOff,
  'close-apps': OtherAppsClosed,
  'private-off': PrivateWindowOff,
  'app-update': AppUpdate,
  'hold-still': HeldStill,
  outage: Outage,
  works: ReadsIt,
  cannot: CannotReadIt,
  reader: LaptopWithReader,
  borrow: SomeonesPhone,
  'app-store': AppFromStore,
  'first-registration': FirstRegistration,
  'not-listed': NotInTheList,
  'pc-login-1': CodeOnLaptop,
  'pc-login-2': CodeReadByPhone,
  'pc-login-3': PinOnPhone,
  'pc-login-4': CardAtPhone,
  'pc-login-5': LaptopIsIn,
  'card-into-phone': CardIntoPhone,
} as const satisfies Record<string, () => ReactNode>;

/** What a step of the phone check, or of a login with it, is about. */
export type PhonePicture = keyof typeof pictures;

/** The picture of such a step, in the frame of the card and the reader. */
export function PhoneDrawing({ name, label }: { name: PhonePicture; label: string }) {
  const Picture = pictures[name];
  return (
    <svg className="drawing" viewBox="0 0 480 400" role="img" aria-label={label}>
      <Picture />
    </svg>
  );
}
