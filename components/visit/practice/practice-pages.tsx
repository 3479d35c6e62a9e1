'use client';

import { ContactHoldPage } from './contact-hold-page';
import { HoldPage } from './hold-page';
import { JourneyPage } from './journey-page';
import { PinHoldPage } from './pin-hold-page';
import { JourneysMenu, PracticeMenu } from './practice-menu';
import { usePractised } from './practice-store';
import { useRehearsal } from './rehearse';

/** What can be practised, and what is being practised. */
export function PracticePages() {
  const { page } = usePractised();
  useRehearsal();
  switch (page.name) {
    case 'menu':
      return <PracticeMenu />;
    case 'hold':
      return <HoldPage />;
    case 'contact':
      return <ContactHoldPage />;
    case 'pin':
      return <PinHoldPage pin={page.pin} />;
    case 'journeys':
      return <JourneysMenu />;
    case 'journey':
      return <JourneyPage journey={page.journey} at={page.step} />;
  }
}
