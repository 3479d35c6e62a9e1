import type { HandOut } from './node.ts';

/** The titles of the visitor's screens: paths of messages. */
export const handOutTitles = {
  card: 'Page.card',
  guide: 'Page.guide',
  phone: 'Page.phone',
  'phone:app': 'PhoneApp.title',
  'phone:pc': 'PhonePc.title',
  'phone:trouble': 'PhoneAnswer.actions.trouble',
  pins: 'Page.pins',
  'pins:certificates': 'CertificateHelp.title',
  'pins:counter': 'PinCounter.title',
  'pins:errors': 'ErrorLookup.title',
  'pins:fails': 'PinFails.title',
  'pins:new': 'PinNew.title',
  'pins:slip': 'PinSlip.title',
  'pins:store': 'PinStore.title',
  'pins:which': 'PinWhich.title',
  'practice-card': 'Page.practice',
  'take-along': 'TakeAlong.title',
} as const satisfies Readonly<Record<HandOut, string>>;
