'use client';

import { useEffect } from 'react';
import { openQuestion, type PhoneCheck } from '@/lib/phone/check';
import { useSurface } from '../place';
import { AppPage } from './app-page';
import { CardInPhonePage } from './card-in-phone-page';
import { ContactPage } from './contact-page';
import { OtherWaysPage } from './other-ways-page';
import { OwnPhonePage } from './own-phone-page';
import { PcPage } from './pc-page';
import { beginCheck } from './phone-actions';
import { PhoneAnswer } from './phone-answer';
import { PhoneQuestion } from './phone-question';
import { PhoneSearch } from './phone-search';
import { usePhone } from './phone-store';
import { SettingsPage } from './settings-page';
import { TroublePage } from './trouble-page';

/** Every screen of the phone check; the first of them once it is known whose phone it is. */
export function PhoneSteps() {
  const surface = useSurface();
  const { check, pages } = usePhone();
  useEffect(() => {
    if (surface !== undefined && check === null) void beginCheck(surface);
  }, [surface, check]);
  if (check === null) return <PhoneQuestion question="kind" check={null} />;
  switch (pages.at(-1)) {
    case 'contact':
      return <ContactPage check={check} />;
    case 'settings':
      return <SettingsPage check={check} />;
    case 'trouble':
      return <TroublePage check={check} />;
    case 'app':
      return <AppPage check={check} />;
    case 'pc':
      return <PcPage />;
    case 'card-in-phone':
      return <CardInPhonePage check={check} />;
    case 'other-ways':
      return <OtherWaysPage />;
    case 'own-phone':
      return <OwnPhonePage />;
    default:
      return <Check check={check} />;
  }
}

function Check({ check }: { check: PhoneCheck }) {
  const question = openQuestion(check);
  if (question === null) return <PhoneAnswer check={check} />;
  return question === 'model' ? <PhoneSearch /> : <PhoneQuestion question={question} check={check} />;
}
