'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Furigana } from '../furigana';
import { LateTurner } from '../late-turner';
import { OfficeContact } from '../office-contact';
import { WordButton } from '../word-button';
import { changeHelpFace, useHelpFace } from './help-store';

const close = (): void => changeHelpFace({ isOpen: false });

/** At home nobody can come: where to ask instead. */
export function ContactSheet() {
  const t = useTranslations('HelpLine');
  const { isOpen } = useHelpFace();
  const titleId = useId();
  return (
    <Dialog isOpen={isOpen} onClose={close} aria-labelledby={titleId} className="help-sheet">
      <h2 id={titleId} className="dialog-title">
        <Furigana>{t('title')}</Furigana>
      </h2>
      <OfficeContact />
      <LateTurner />
      <WordButton words={t('close')} variant="primary" className="dialog-close" onClick={close} />
    </Dialog>
  );
}
