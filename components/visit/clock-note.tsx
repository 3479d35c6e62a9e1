'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from './furigana';
import { useIsClockDoubtful } from './machine';

/** Stands beside dates that depend on today, while the clock of the kiosk may be wrong; else nothing. */
export function ClockNote() {
  const t = useTranslations('Clock');
  if (!useIsClockDoubtful()) return null;
  return (
    <p className="clock-note">
      <Furigana>{t('doubtful')}</Furigana>
    </p>
  );
}
