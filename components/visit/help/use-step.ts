'use client';

import type { Step } from '@/lib/helpdesk/step';
import { usePathname } from '@/lib/i18n/navigation';
import type { Stage } from '@/lib/reader/stage';
import { useShownInGuide } from '../guide/shown-in-guide';
import { usePhone } from '../phone/phone-store';
import { type PinsPage, usePinsPage } from '../pins/pins-store';
import { usePractised } from '../practice/practice-store';
import { useReaderSettings } from '../reader-settings';
import { practiceVisit, readerVisit, useVisit } from '../visit-store';

const pinsPages: Readonly<Record<PinsPage['name'], Step>> = {
  home: 'pins:home',
  which: 'pins:which',
  'which-use': 'pins:which',
  'which-label': 'pins:which',
  'which-answer': 'pins:which',
  'not-a-pin': 'pins:not-a-pin',
  slip: 'pins:slip',
  'slip-place': 'pins:slip',
  'slip-end': 'pins:slip',
  errors: 'pins:errors',
  error: 'pins:error',
  new: 'pins:new',
  certificates: 'pins:certificates',
  pin: 'pins:pin',
  counter: 'pins:counter',
  store: 'pins:store',
  fails: 'pins:fails',
  'fails-do': 'pins:fails',
};

export interface Whereabouts {
  readonly step: Step;
  /** Of the card that is read on this screen; `null` elsewhere. */
  readonly stage: Stage | null;
}

/** Where the visitor is. */
export const useWhereabouts = (): Whereabouts => {
  const part = usePathname().slice(1);
  const { data } = useReaderSettings();
  const reader = useVisit(readerVisit).stage;
  const practice = useVisit(practiceVisit).stage;
  const guide = useShownInGuide();
  const phone = usePhone().pages.at(-1) ?? 'check';
  const pins = usePinsPage();
  const practised = usePractised();
  const stage = data?.kind === 'practice' ? practice : reader;
  const stepOf: Readonly<Record<string, Step>> = {
    '': 'start',
    card: `card:${stage.name}`,
    guide: `guide:${guide.page}`,
    phone: `phone:${phone}`,
    pins: pinsPages[pins.name],
    practice: `practice:${practised.page.name}`,
    'practice-card': 'practice-card',
  };
  return { step: stepOf[part] ?? 'start', stage: part === 'card' ? stage : null };
};
