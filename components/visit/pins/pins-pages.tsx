'use client';

import { CertificatesPage } from './certificates-page';
import { CounterPage } from './counter-page';
import { ErrorPage, ErrorsPage } from './errors-pages';
import { FailsDoPage, FailsPage } from './fails-pages';
import { NewPinPage } from './new-pin-page';
import { NotAPinPage } from './not-a-pin-page';
import { PinPage } from './pin-page';
import { PinsHome } from './pins-home';
import type { PinsPage } from './pins-store';
import { SlipEndPage, SlipPage, SlipPlacePage } from './slip-pages';
import { StorePage } from './store-page';
import { WhichAnswerPage, WhichLabelPage, WhichPage, WhichUsePage } from './which-pages';

/** Every page about PINs, one thing each. */
export function PinsPages({ page }: { page: PinsPage }) {
  switch (page.name) {
    case 'home':
      return <PinsHome />;
    case 'which':
      return <WhichPage />;
    case 'which-use':
      return <WhichUsePage />;
    case 'which-label':
      return <WhichLabelPage />;
    case 'which-answer':
      return <WhichAnswerPage shape={page.shape} use={page.use} />;
    case 'not-a-pin':
      return <NotAPinPage />;
    case 'slip':
      return <SlipPage />;
    case 'slip-place':
      return <SlipPlacePage at={page.at} />;
    case 'slip-end':
      return <SlipEndPage end={page.end} />;
    case 'pin':
      return <PinPage pin={page.pin} />;
    case 'counter':
      return <CounterPage pin={page.pin} />;
    case 'store':
      return <StorePage pin={page.pin} fact={page.fact} />;
    case 'fails':
      return <FailsPage pin={page.pin} at={page.at} />;
    case 'fails-do':
      return <FailsDoPage pin={page.pin} at={page.at} />;
    case 'new':
      return <NewPinPage />;
    case 'errors':
      return <ErrorsPage />;
    case 'error':
      return <ErrorPage id={page.id} />;
    case 'certificates':
      return <CertificatesPage />;
  }
}
