'use client';

import { useTranslations } from 'next-intl';
import type { Hold } from '@/lib/practice/hold';
import { WordButton } from '../word-button';
import { chooseMeans } from './rehearse';
import { useMeans } from './use-means';

/** Another card to practise with, as long as none is being held. */
export function OtherMeans({ hold }: { hold: Hold }) {
  const t = useTranslations('HoldPractice');
  const { others } = useMeans();
  const canChange =
    hold.name === 'ready' || hold.name === 'stopped' || hold.name === 'occupied' || hold.name === 'lifted';
  if (!canChange) return null;
  return others.map((other) => (
    <WordButton key={other} words={t(`means.${other}`)} variant="secondary" onClick={() => chooseMeans(other)} />
  ));
}
