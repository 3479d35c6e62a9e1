'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '@/components/visit/furigana';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type Trail, top } from '@/lib/playbook/tree';
import { addressOf } from './playbook-place';

/** At the top there is no way to show; its place is kept. */
export function PlaybookTrail({ trail }: { trail: Trail }) {
  const t = useTranslations('Playbook');
  if (trail.length < 2) return <div className="playbook-trail" />;
  return (
    <nav className="playbook-trail" aria-label={withoutReadings(t('path'))}>
      <ol>
        {trail.map((id, index) => {
          const title = <Furigana>{id === top ? t('title') : t(`titles.${id}`)}</Furigana>;
          const isHere = index === trail.length - 1;
          return (
            <li key={id}>{isHere ? <span aria-current="page">{title}</span> : <a href={addressOf(id)}>{title}</a>}</li>
          );
        })}
      </ol>
    </nav>
  );
}
