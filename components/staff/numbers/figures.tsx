'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '@/components/visit/furigana';
import { type Figure, fewest, type Numbers } from '@/lib/helpdesk/numbers';
import { useLength } from '../queue/call-words';
import { abandonedShare } from './count-of';

export function Figures({ numbers }: { numbers: Numbers }) {
  const t = useTranslations('StaffNumbers');
  const length = useLength();
  const { visits, reads, earlyLifts, meanSeconds, calls } = numbers;
  const few = t('few', { count: fewest });
  const figure = (count: Figure): string => (count === null ? few : t('figure', { count }));
  const seconds = (count: Figure): string => (count === null ? t('notKnown') : length(count));
  const within = (count: Figure): string => (count === null ? t('notKnown') : t('within', { time: length(count) }));
  const share = abandonedShare(calls);
  const tiles = [
    ['visits', figure(visits)],
    ['calls', figure(calls.asked)],
    ['p50', within(calls.p50S)],
    ['p90', within(calls.p90S)],
    ['abandoned', share === null ? t('notKnown') : t('percent', { share })],
    ['mean', seconds(meanSeconds)],
    ['reads', figure(reads)],
    ['earlyLifts', figure(earlyLifts)],
  ] as const;
  return (
    <dl className="figures">
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>
            <Furigana>{t(`tiles.${name}`)}</Furigana>
          </dt>
          <dd>
            <Furigana>{value}</Furigana>
          </dd>
        </div>
      ))}
    </dl>
  );
}
