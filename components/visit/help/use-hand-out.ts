'use client';

import { useCallback } from 'react';
import type { StorePin } from '@/lib/advice/store-reset';
import { type PinName, pinNames } from '@/lib/card/report';
import { useRouter } from '@/lib/i18n/navigation';
import { opened, type PhonePage } from '@/lib/phone/pages';
import type { HandOut } from '@/lib/playbook/node';
import { getGuide, takeAlong } from '../guide/guide-store';
import { changePhone, getPhone } from '../phone/phone-store';
import { openPins, type PinsPage, toPinsHome } from '../pins/pins-store';

/** The PIN that cannot be used, as far as the visit knows; else the one that most come for. */
const pinInNeed = <Pin extends PinName>(pins: readonly Pin[], otherwise: Pin): Pin => {
  const { facts } = getGuide();
  const isGone = (pin: Pin): boolean => {
    const value = facts[`pin.${pin}`]?.value;
    return value === 'locked' || value === 'forgotten' || facts[`triesLeft.${pin}`]?.value === 0;
  };
  return pins.find(isGone) ?? otherwise;
};

const storePins = ['signature', 'authentication'] as const satisfies readonly StorePin[];

const openPhone = (page: PhonePage): string => {
  changePhone(opened(getPhone(), page));
  return '/phone';
};

const openPinsAt = (page: PinsPage): string => {
  openPins(page);
  return '/pins';
};

/** Opens the store reset at its first open question, as its own door does. */
const openStore = async (): Promise<string> => {
  const { storePage } = await import('../pins/store-page');
  return openPinsAt(storePage(pinInNeed(storePins, 'signature')));
};

/** Opens what staff may show, and says on which part of the program it is. Answers and pages to go back to stay. */
const open: Readonly<Record<HandOut, () => string | Promise<string>>> = {
  card: () => '/card',
  guide: () => {
    takeAlong(false);
    return '/guide';
  },
  'take-along': () => {
    takeAlong(true);
    return '/guide';
  },
  phone: () => '/phone',
  'phone:app': () => openPhone('app'),
  'phone:pc': () => openPhone('pc'),
  'phone:trouble': () => openPhone('trouble'),
  pins: () => {
    toPinsHome();
    return '/pins';
  },
  'pins:certificates': () => openPinsAt({ name: 'certificates' }),
  'pins:counter': () => openPinsAt({ name: 'counter', pin: pinInNeed(pinNames, 'signature') }),
  'pins:errors': () => openPinsAt({ name: 'errors' }),
  'pins:fails': () => openPinsAt({ name: 'fails', pin: null, at: 0 }),
  'pins:new': () => openPinsAt({ name: 'new' }),
  'pins:slip': () => openPinsAt({ name: 'slip' }),
  'pins:store': openStore,
  'pins:which': () => openPinsAt({ name: 'which' }),
  'practice-card': () => '/practice-card',
};

export const useHandOut = (): ((page: HandOut) => Promise<void>) => {
  const { replace } = useRouter();
  return useCallback(async (page) => replace(await open[page]()), [replace]);
};
