'use client';

import { useRouter } from '@/lib/i18n/navigation';
import { ActionBar } from '../action-bar';
import { isBegun, useGuide } from '../guide/guide-store';
import { useLeave } from '../leave';
import { StillHere } from '../still-here';
import { HoldPage } from './hold-page';
import { JourneyPage } from './journey-page';
import { PinHoldPage } from './pin-hold-page';
import { JourneysMenu, PracticeMenu } from './practice-menu';
import { type PracticePage, usePractised } from './practice-store';
import { practiceBack, useRehearsal } from './rehearse';

/** Practising: to hold the card, to type while it stays, and the whole way through. */
export function PracticePages() {
  const { page } = usePractised();
  const { replace } = useRouter();
  const leave = useLeave();
  const isGuided = isBegun(useGuide());
  useRehearsal();
  const back = (): void => {
    if (!practiceBack()) replace(isGuided ? '/guide' : '/');
  };
  return (
    <>
      <main className="frame-main practice-pages" data-screen={page.name}>
        <Page page={page} />
      </main>
      <footer className="frame-foot">
        <StillHere />
        <ActionBar isAtEnd={false} isHeld={false} onBack={back} onFinish={leave} />
      </footer>
    </>
  );
}

function Page({ page }: { page: PracticePage }) {
  switch (page.name) {
    case 'menu':
      return <PracticeMenu />;
    case 'hold':
      return <HoldPage />;
    case 'pin':
      return <PinHoldPage pin={page.pin} />;
    case 'journeys':
      return <JourneysMenu />;
    case 'journey':
      return <JourneyPage journey={page.journey} at={page.step} />;
  }
}
