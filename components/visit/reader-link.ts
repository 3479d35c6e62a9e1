import type { ReaderSettings } from '@/lib/reader/protocol';
import { lateChunk } from './late-chunk';
import { offerPracticeCard } from './practice';
import { readerVisit } from './visit-store';

let linked = '';

/** At home there is no reader to listen to. */
const { load: loadClient } = lateChunk(() => import('@/lib/reader/client'));

/** Makes the visit listen to the reader these settings name. Settings that have not changed leave everything as it is. */
export const linkReader = (settings: ReaderSettings): void => {
  const description = JSON.stringify(settings);
  if (description === linked) return;
  linked = description;
  switch (settings.kind) {
    case 'reader':
      void loadClient().then(({ connectReader }) => {
        if (linked === description) readerVisit.follow(connectReader(settings));
      });
      return;
    case 'practice':
      offerPracticeCard(settings.scenario);
      return;
    case 'none':
      readerVisit.tell({ type: 'reader', ready: false, error: 'readerProcessDown' });
  }
};
