'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { PartFrame } from '../part-frame';
import { PinsFoot } from './pins-foot';
import { usePinsPage } from './pins-store';
import { useLaterPins } from './use-later-pins';

/** Everything about PINs but the PINs themselves: which, where, what to do, what an error means. */
export function PinsScreen() {
  const t = useTranslations('PinHelp');
  const later = useLaterPins();
  const page = usePinsPage();
  useEffect(() => {
    if (page.name !== 'home') window.scrollTo(0, 0);
  }, [page]);
  return (
    <>
      <main className="frame-main pins" data-screen={page.name}>
        {later === null ? (
          <PartFrame name="home" title={t('title')} lead={t('lead')} picture={null}>
            {null}
          </PartFrame>
        ) : (
          <later.PinsPages page={page} />
        )}
      </main>
      <PinsFoot />
    </>
  );
}
