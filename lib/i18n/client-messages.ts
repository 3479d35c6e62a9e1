import type { Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';

/** Which namespaces a part of the screen takes along into the browser. Everything else stays at the server. */
const namespaces = {
  frame: ['ActionBar', 'DisplaySettings', 'ErrorScreen', 'OfficeHeader'],
  guide: [
    'ActionBar',
    'Advice',
    'Board',
    'Bring',
    'Channels',
    'Deadline',
    'Devices',
    'Errands',
    'Evidence',
    'Guide',
    'LookAround',
    'QuestionDrawings',
    'Questions',
    'Rules',
    'Steps',
    'TakeAlong',
  ],
  phone: [
    'ActionBar',
    'Guide',
    'InAppBrowser',
    'PhoneAnswer',
    'PhoneApp',
    'PhoneCardIn',
    'PhoneCheck',
    'PhoneContact',
    'PhoneDrawings',
    'PhoneOtherWays',
    'PhoneOwn',
    'PhonePc',
    'PhoneSearch',
    'PhoneSettings',
    'PhoneTrouble',
    'Questions',
  ],
  staff: ['Errands', 'StaffSources'],
  start: ['CardErrors', 'Drawings', 'StartScreen'],
  visit: [
    'ActionBar',
    'CardErrors',
    'CardReport',
    'CardStrip',
    'Certificates',
    'Connecting',
    'Drawings',
    'FailedCard',
    'Headlines',
    'Lamps',
    'LiftedCard',
    'NoReader',
    'OtherCard',
    'PinCard',
    'Pins',
    'PracticeCard',
    'PutCard',
    'ReadingCard',
    'Sources',
    'StartScreen',
    'TakeCard',
    'Thanks',
  ],
} as const satisfies Record<string, readonly (keyof Messages)[]>;

/** The messages of one part of the screen, in the language of the request. */
export const clientMessages = async (part: keyof typeof namespaces): Promise<Partial<Messages>> => {
  const messages = await getMessages();
  return Object.fromEntries(namespaces[part].map((namespace) => [namespace, messages[namespace]]));
};
