'use client';

import { useEffect } from 'react';
import { isUntouched, openQuestion, type PhoneCheck } from '@/lib/phone/check';
import { useSurface } from '../place';
import { AppPage } from './app-page';
import { CardInPhonePage } from './card-in-phone-page';
import { ContactPage } from './contact-page';
import { InAppNotice } from './in-app-notice';
import { OtherWaysPage } from './other-ways-page';
import { OwnPhonePage } from './own-phone-page';
import { PcPage } from './pc-page';
import { beginCheck } from './phone-actions';
import { PhoneAnswer } from './phone-answer';
import { PhoneQuestion } from './phone-question';
import { PhoneSearch } from './phone-search';
import { type PhoneVisit, usePhone } from './phone-store';
import { SettingsPage } from './settings-page';
import { TroublePage } from './trouble-page';

/** What is on the screen: another page, another question, another thing to try. */
const nameOf = ({ check, pages, trouble }: PhoneVisit): string => {
  const page = pages.at(-1) ?? 'check';
  if (page === 'trouble') return `${page} ${trouble}`;
  if (page !== 'check' || check === null) return page;
  return openQuestion(check) ?? 'answer';
};

/** The next screen is read from its top, wherever the button stood that led to it. */
const useTopOf = (name: string): void => {
  useEffect(() => {
    if (name !== '') window.scrollTo(0, 0);
  }, [name]);
};

/** Every screen of the phone check; the first of them once it is known whose phone it is. */
export function PhoneSteps() {
  const surface = useSurface();
  const visit = usePhone();
  const { check, pages } = visit;
  useTopOf(nameOf(visit));
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
  return (
    <>
      {isUntouched(check) && <InAppNotice check={check} />}
      {question === 'model' ? <PhoneSearch /> : <PhoneQuestion question={question} check={check} />}
    </>
  );
}
