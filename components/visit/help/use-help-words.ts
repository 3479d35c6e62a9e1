'use client';

import { useTranslations } from 'next-intl';
import { aheadOf, type Help, phaseOf } from '@/lib/helpdesk/visitor-help';

export interface HelpWords {
  readonly title: string;
  readonly lead: string;
}

/** How the call stands; `null` where there is none to speak of. */
export const useHelpWords = (help: Help): HelpWords | null => {
  const t = useTranslations('HelpCall');
  const phase = phaseOf(help);
  const calling = t('calling.title');
  switch (phase) {
    case 'none':
      return help.ending === null ? null : { title: t(`${help.ending}.title`), lead: t(`${help.ending}.lead`) };
    case 'calling':
      return { title: calling, lead: t('calling.lead') };
    case 'ahead':
      return { title: calling, lead: t('ahead', { count: aheadOf(help) }) };
    case 'next':
      return { title: calling, lead: t('next') };
    case 'coming':
    case 'nobody':
    case 'away':
      return { title: t(`${phase}.title`), lead: t(`${phase}.lead`) };
  }
};
