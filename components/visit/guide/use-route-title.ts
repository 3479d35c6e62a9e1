'use client';

import { useTranslations } from 'next-intl';
import type { Blocked, Route, StepName } from '@/lib/advice/advice';

/** The card itself comes first: there is none yet, or another one is needed. */
const cardSteps: readonly StepName[] = [
  'apply-for-card',
  'wait-for-card',
  'reissue-card-counter',
  'switch-to-pin-card-counter',
];

/** What a way is called as the headline of the advice. */
export const useRouteTitle = (): ((route: Route) => string) => {
  const t = useTranslations('Advice');
  const channels = useTranslations('Channels');
  return ({ channel, first, rules }) => {
    const isAboutCard = (channel === 'none' || channel === 'counter') && first.some((step) => cardSteps.includes(step));
    if (isAboutCard) return t('titleFirst');
    if (channel === 'none' && rules.includes('errand-closed')) return t('titleClosed');
    if (channel === 'none' && rules.includes('online-needs-device')) return t('titleDevice');
    if (channel === 'none') return t('titleNone');
    return t('title', { channel: channels(channel) });
  };
};

/** What a way is called in a list. */
export const useWayName = (): ((way: Pick<Route | Blocked, 'channel' | 'by'>) => string) => {
  const channels = useTranslations('Channels');
  const devices = useTranslations('Devices');
  const t = useTranslations('Advice');
  return ({ channel, by }) =>
    by === null ? channels(channel) : t('way', { channel: channels(channel), device: devices(by) });
};
