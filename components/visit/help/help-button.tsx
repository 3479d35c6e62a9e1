'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Furigana } from '../furigana';
import { useOffice } from '../office';
import { useSurface } from '../place';
import { changeHelpFace, useHelpFace } from './help-store';

/** Calls staff on a kiosk, and says how the call stands; at home it says where to ask. On every screen at the same place. */
export function HelpButton() {
  const t = useTranslations('ActionBar.help');
  const surface = useSurface();
  const { phase, ahead, isCalled } = useHelpFace();
  const { calls } = useOffice().help;
  const shown = isCalled ? phase : 'none';
  return (
    <Button
      variant="secondary"
      className="action-help"
      aria-haspopup="dialog"
      data-phase={shown}
      data-absent={surface === undefined || (surface === 'kiosk' && !calls) || undefined}
      onClick={() => changeHelpFace({ isOpen: true })}
    >
      <HandIcon />
      <span>
        <Furigana>{surface === 'home' ? t('contact') : t(shown, { count: ahead })}</Furigana>
      </span>
    </Button>
  );
}

function HandIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="10" cy="8" r="3.5" />
      <path d="M3.5 20.5c0-4 2.5-6.5 6.5-6.5s6.5 2.5 6.5 6.5M17 12l3-8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
