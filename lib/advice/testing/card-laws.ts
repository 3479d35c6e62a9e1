/** Laws about cards, PINs, certificates and what reads them. */
import type { OnlinePin } from '../../procedures/procedure.ts';
import type { Route, StepName } from '../advice.ts';
import { eachRoute, type Law, type Seen, unless } from './seen.ts';

type Pin = OnlinePin | 'residentRegister';

const pins = ['signature', 'authentication', 'cardInfoInput', 'residentRegister'] as const;

const freeing: Readonly<Record<Pin, readonly StepName[]>> = {
  signature: ['reset-signature-counter', 'reset-signature-konbini'],
  authentication: ['reset-authentication-counter', 'reset-authentication-konbini'],
  cardInfoInput: ['reset-card-info-input-counter'],
  residentRegister: ['reset-resident-register-counter'],
};

/** It has to be set anew. A card that counts tries left knows better than whoever says that it is locked. */
const isGone = ({ value }: Seen, pin: Pin): boolean => {
  const tries = value(`triesLeft.${pin}`);
  const said = value(`pin.${pin}`);
  return tries === 0 || said === 'forgotten' || (said === 'locked' && tries === undefined);
};

const frees = ({ first }: Route, pin: Pin): boolean => freeing[pin].some((step) => first.includes(step));

const usesCardOnline = ({ channel, by }: Route): boolean => channel === 'online' && by !== 'phone-card';

const storePin = ({ first }: Route): 'signature' | 'authentication' | null => {
  if (first.includes('reset-signature-konbini')) return 'signature';
  return first.includes('reset-authentication-konbini') ? 'authentication' : null;
};

const otherOf = (pin: 'signature' | 'authentication') => (pin === 'signature' ? 'authentication' : 'signature');

const isRepresented = ({ value }: Seen): boolean =>
  value('holder') === 'child-under-15' || value('holder') === 'adult-guardianship';

/** The PINs that count for somebody who only wants working ones. Who signs nothing has no use for the signature's. */
const pinsOfHolder = (seen: Seen): readonly Pin[] =>
  isRepresented(seen) ? ['authentication'] : ['signature', 'authentication'];

/** PINs that are typed on this route: for the errand, and at the terminal of a store for the other one. */
const typedOn = (route: Route, seen: Seen): readonly Pin[] => {
  const reset = storePin(route);
  const atStore: readonly Pin[] = reset === null ? [] : [otherOf(reset)];
  if (usesCardOnline(route)) return [...(seen.procedure.online?.pins ?? []), ...atStore];
  if (route.rules.includes('pins-usable')) return pinsOfHolder(seen);
  const isPrintedAtStore = route.channel === 'convenience-store' && seen.procedure.kind === 'store-terminal';
  return isPrintedAtStore && route.by !== 'phone-card' ? ['authentication'] : atStore;
};

const hasOwnPhone = ({ first }: Route, { value }: Seen): boolean => {
  const phone = value('phone');
  if (phone === 'reads-but-too-old') return first.includes('update-phone');
  return phone === 'reads-and-runs' || phone === 'likely';
};

/** The only errand left for it is one without any other channel: then a terminal of the office is worth the way. */
const isLastResort = ({ advice, procedure, value }: Seen): boolean =>
  advice.routes.length === 1 &&
  advice.routes[0].rules.includes('ask-the-ward') &&
  procedure.post === null &&
  procedure.counter === null &&
  value('card') === 'my-number';

const hasDevice = (route: Route, seen: Seen): boolean => {
  switch (route.by) {
    case 'phone': {
      const isBorrowed = route.first.includes('borrow-phone') && route.first.includes('install-app');
      return isBorrowed ? seen.value('borrowPhone') === 'yes' : hasOwnPhone(route, seen);
    }
    case 'pc-phone':
      return seen.value('pc') === 'yes' && hasOwnPhone(route, seen);
    case 'pc-reader':
      return seen.value('pcReader') === 'yes';
    case 'phone-card':
      return seen.value('phoneCard') === 'iphone' || seen.value('phoneCard') === 'android';
    case 'office-terminal':
      return seen.value('place') === 'office' || isLastResort(seen);
    case null:
      return false;
  }
};

const aboutPins = (fact: string): boolean => fact.startsWith('pin.') || fact.startsWith('certificate.');
const aboutDevices = (fact: string): boolean =>
  fact === 'phone' || fact === 'phoneCard' || fact === 'pc' || fact === 'pcReader' || fact === 'borrowPhone';

const storeCan = ({ value }: Seen, pin: 'signature' | 'authentication'): boolean =>
  value('konbini') === 'both-pins' || (value('konbini') === 'signature-only' && pin === 'signature');

/** Every condition of J-LIS by itself, so that a failure names it. */
const storeComplaint = (route: Route, seen: Seen): string | null => {
  const pin = storePin(route);
  if (pin === null) return null;
  const { value } = seen;
  const other = otherOf(pin);
  const otherPin = value(`pin.${other}`);
  const authentication = value('certificate.authentication');
  const signature = value('certificate.signature');
  const phone = value('phone');
  const conditions: readonly (readonly [boolean, string])[] = [
    [otherPin === 'known' || otherPin === 'on-slip-at-home', `the other PIN is ${otherPin}`],
    [value(`triesLeft.${other}`) !== 0, 'the other PIN is locked'],
    [authentication === 'valid' || authentication === 'renewable', `certificate ${authentication}`],
    [signature !== 'void' && signature !== 'absent', `signature certificate ${signature}`],
    [value('changedSinceIssue') === 'no', 'name or address may have changed'],
    [phone === 'reads-and-runs' || phone === 'likely', `phone ${phone}`],
    [storeCan(seen, pin), `store ${value('konbini')}`],
    [!isRepresented(seen), 'the card has no signature certificate'],
    [!pins.some((each) => each !== pin && frees(route, each)), 'a counter is needed as well'],
  ];
  const failed = conditions.find(([holds]) => !holds);
  return failed === undefined ? null : `store although: ${failed[1]}`;
};

const needsRenewal = ({ value }: Seen): boolean =>
  value('certificate.authentication') === 'expired' || value('certificate.authentication') === 'absent';

const needsNewSignature = ({ value, procedure }: Seen): boolean =>
  procedure.online?.pins.includes('signature') === true &&
  (value('certificate.signature') === 'void' ||
    value('certificate.signature') === 'absent' ||
    value('changedSinceIssue') === 'yes');

export const cardLaws: Readonly<Record<string, Law>> = {
  'a card alone is never enough: every way online has a device that the facts establish': eachRoute((route, seen) =>
    unless(route.channel !== 'online' || hasDevice(route, seen), 'no such device'),
  ),

  'no way online needs a PIN that is gone without the step that frees it': eachRoute((route, seen) => {
    if (!usesCardOnline(route)) return null;
    const left = seen.procedure.online?.pins.find((pin) => isGone(seen, pin) && !frees(route, pin));
    return left === undefined ? null : `${left} stays locked`;
  }),

  'a way online has asked about every PIN that it needs': eachRoute((route, seen) => {
    if (!usesCardOnline(route) || isLastResort(seen)) return null;
    const open = seen.procedure.online?.pins.find(
      (pin) => seen.value(`pin.${pin}`) === undefined && !isGone(seen, pin),
    );
    return open === undefined ? null : `nothing is known about ${open}`;
  }),

  'no way online needs a certificate that does not work without the step that mends it': eachRoute((route, seen) => {
    if (!usesCardOnline(route)) return null;
    if (needsRenewal(seen) && !route.first.includes('renew-certificates-counter')) return 'no renewal';
    const isMended = route.first.includes('new-signature-certificate-counter');
    return unless(!needsNewSignature(seen) || isMended, 'no new signature certificate');
  }),

  'PINs set anew leave none behind that is gone': eachRoute((route, seen) => {
    if (seen.procedure.kind !== 'pin-reset' || seen.value('card') !== 'my-number') return null;
    const wanted = [...pinsOfHolder(seen), 'cardInfoInput', 'residentRegister'] as const;
    const left = wanted.find((pin) => isGone(seen, pin) && !frees(route, pin));
    return left === undefined ? null : `${left} stays locked`;
  }),

  'no step sets a PIN anew that is not gone': eachRoute((route, seen) => {
    const spared = pins.find((pin) => frees(route, pin) && !isGone(seen, pin));
    return spared === undefined ? null : `${spared} is not gone`;
  }),

  '券面事項入力補助用 and 住民基本台帳用 are never set anew at a store': eachRoute(({ first }) =>
    unless(
      first.every((step) => !step.endsWith('-konbini') || /^reset-(signature|authentication)-/.test(step)),
      'not at a store',
    ),
  ),

  'a store sets a PIN anew only where every condition holds': eachRoute(storeComplaint),

  'a PIN with one try left begins with the slip, or is set anew': eachRoute((route, seen) => {
    const last = typedOn(route, seen).find((pin) => seen.value(`triesLeft.${pin}`) === 1 && !frees(route, pin));
    if (last === undefined) return null;
    if (!route.rules.includes('pin-last-try')) return `${last}: nobody says that it is the last try`;
    return unless(route.first[0] === 'find-slip', `${last}: not the slip first`);
  }),

  'a 顔認証 card ends the online way at once': (seen) => {
    if (seen.value('card') !== 'face-authentication') return null;
    if (seen.advice.routes.some(({ channel }) => channel === 'online')) return 'a way online';
    const asked = seen.asked.slice(seen.asked.indexOf('card') + 1);
    const idle = asked.find((fact) => aboutPins(fact) || aboutDevices(fact) || fact === 'konbini');
    return idle === undefined ? null : `asks for ${idle}`;
  },

  'without a card at hand there is no way online and no store': (seen) => {
    const card = seen.value('card');
    if (card !== 'lost' && card !== 'none' && card !== 'applied-for') return null;
    const route = seen.advice.routes.find(({ channel }) => channel === 'online' || channel === 'convenience-store');
    return route === undefined ? null : `${route.channel} with a card that is ${card}`;
  },

  'a lost card is reported before anything else': eachRoute((route, seen) => {
    const isAboutCard = seen.asked.includes('card') || seen.procedure.kind === 'application';
    if (seen.isClosed || !isAboutCard || seen.value('card') !== 'lost') return null;
    return unless(route.first[0] === 'report-loss', 'not reported');
  }),

  'children and adults under guardianship sign nothing': (seen) => {
    const { online } = seen.procedure;
    const isChild = seen.value('holder') === 'child-under-15';
    if (!isRepresented(seen)) return null;
    const isShut = online?.pins.includes('signature') === true || (isChild && online?.adultsOnly === true);
    return unless(!isShut || seen.advice.routes.every(({ channel }) => channel !== 'online'), 'a way online');
  },
};
