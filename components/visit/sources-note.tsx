'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Furigana } from './furigana';
import { LateTurner } from './late-turner';

const SourcesList = lazy(async () => ({ default: (await import('./sources-list')).SourcesList }));

/** One line under the report; the addresses, as text, are one touch away. */
export function SourcesNote() {
  const t = useTranslations('Sources');
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  return (
    <>
      <button type="button" aria-haspopup="dialog" className="sources-note" onClick={() => setIsOpen(true)}>
        <Furigana>{t('summary')}</Furigana>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} aria-labelledby={titleId}>
        <h2 id={titleId} className="dialog-title">
          <Furigana>{t('title')}</Furigana>
        </h2>
        {isOpen && (
          <Suspense fallback={null}>
            <SourcesList />
          </Suspense>
        )}
        <p className="details-more">
          <Furigana>{t('note')}</Furigana>
        </p>
        <LateTurner />
        <Button variant="primary" className="dialog-close" onClick={() => setIsOpen(false)}>
          <Furigana>{t('close')}</Furigana>
        </Button>
      </Dialog>
    </>
  );
}
