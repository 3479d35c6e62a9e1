'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Lamp } from '@/components/ui/lamp';
import { Furigana } from '@/components/visit/furigana';
import { type Review, reviews } from '@/lib/advice/review';
import { pages } from '@/lib/advice/sources';
import type { Day } from '@/lib/facts/day';
import { momentOf } from '@/lib/facts/moment';
import { formatDate } from '@/lib/i18n/day';
import { Link } from '@/lib/i18n/navigation';
import type { Source } from '@/lib/procedures/procedure';
import { procedures } from '@/lib/procedures/procedures';

const never = (): (() => void) => () => undefined;
const today = (): Day => momentOf(new Date()).day;

/** The pages that a review is about. */
const sourcesOf = ({ subject }: Review): readonly Source[] => {
  if (subject === 'holidays') return [];
  if (subject === 'rules') return Object.values(pages);
  const { sources, online, post, counter } = procedures[subject];
  const all = [...sources, ...[online, post, counter].flatMap((channel) => channel?.sources ?? [])];
  return [...new Map(all.map((source) => [source.address, source])).values()];
};

/** Which facts have to be looked at again, and by when. Overdue ones are marked. */
export function ReviewsList() {
  const t = useTranslations('StaffSources');
  const now = useSyncExternalStore(never, today, () => null);
  const overdue = reviews.filter(({ by }) => now !== null && by < now);
  return (
    <main className="frame-main staff-page">
      <h1 className="stage-heading">
        <Furigana>{t('title')}</Furigana>
      </h1>
      <p className="stage-lead">
        <Furigana>{t('lead')}</Furigana>
      </p>
      <p role="status" className="staff-summary">
        {now !== null && (
          <Furigana>{overdue.length === 0 ? t('allFresh') : t('overdueCount', { count: overdue.length })}</Furigana>
        )}
      </p>
      <ul className="reviews">
        {reviews.map((review) => (
          <li key={review.subject}>
            <ReviewItem review={review} isOverdue={overdue.includes(review)} />
          </li>
        ))}
      </ul>
      <Link href="/staff/playbook" className="playbook-link">
        <Furigana>{t('toPlaybook')}</Furigana>
      </Link>
    </main>
  );
}

function ReviewItem({ review, isOverdue }: { review: Review; isOverdue: boolean }) {
  const t = useTranslations('StaffSources');
  const errands = useTranslations('Errands');
  const locale = useLocale();
  const { subject, by } = review;
  const isOwnSubject = subject === 'rules' || subject === 'holidays';
  return (
    <details className="other-way">
      <summary>
        <span className="other-way-name">
          <Furigana>{isOwnSubject ? t(subject) : errands(`${subject}.name`)}</Furigana>
        </span>
        <Lamp
          state={isOverdue ? 'stopped' : 'fine'}
          label={<Furigana>{isOverdue ? t('overdue') : t('fresh')}</Furigana>}
        />
        <span>
          <Furigana>{t('by', { date: formatDate(by, locale) })}</Furigana>
        </span>
      </summary>
      <ul className="review-sources">
        {sourcesOf(review).map(({ address, grade, asOf }) => (
          <li key={address}>
            <span className="source-address">{address}</span>
            <Furigana>
              {`${t('grade', { grade })} ${asOf === null ? t('undated') : t('asOf', { date: formatDate(asOf, locale) })}`}
            </Furigana>
          </li>
        ))}
      </ul>
    </details>
  );
}
