'use client';

import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import { insistence, type Visit } from '@/lib/reader/stage';
import { stripMessage } from './card-strip';

/**
 * What a screen reader says when a stage begins, beside the heading that takes the focus: once, and nothing in between.
 * Progress is not announced.
 */
export const useAnnouncement = (visit: Visit): string => {
  const reading = useTranslations('ReadingCard');
  const lifted = useTranslations('LiftedCard');
  const failed = useTranslations('CardErrors');
  const put = useTranslations('PutCard');
  const take = useTranslations('TakeCard');
  const thanks = useTranslations('Thanks');
  const connecting = useTranslations('Connecting');
  const strip = useTranslations('CardStrip');
  const words = (): string => {
    const { stage } = visit;
    if (insistence(visit) === 3) return take('lead');
    const message = stripMessage(visit);
    switch (stage.name) {
      case 'connecting':
        return connecting('lead');
      case 'noReader':
        return failed(`${stage.error}.remedy`);
      case 'ready':
        return put('announcement');
      case 'reading':
        return reading('announcement');
      case 'lifted':
        return message === null ? lifted('announcement') : strip(message);
      case 'failed':
        return message === null || message === 'takeFailed' ? failed(`${stage.error}.remedy`) : strip(message);
      case 'report':
        return message === null ? '' : strip(message);
      case 'takeAway':
        return take('lead');
      case 'thanks':
        return thanks('lead');
    }
  };
  return withoutReadings(words());
};
