'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Advice } from '@/lib/advice/advice';
import { citedRule } from '@/lib/advice/rule-sources';
import { formatDate } from '@/lib/i18n/day';
import { procedures } from '@/lib/procedures/procedures';
import { Furigana } from '../furigana';
import { LateTurner } from '../late-turner';

/** At the foot of the advice: every rule that led there, with where it comes from. */
export function ReasonsNote({ advice }: { advice: Advice }) {
  const t = useTranslations('Advice');
  const rules = useTranslations('Rules');
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  const fired = new Set([
    ...advice.routes.flatMap((route) => route.rules),
    ...advice.notes,
    ...advice.blocked.flatMap(({ because }) => because),
  ]);
  const cited = [...fired].map((rule) => citedRule(rule, procedures[advice.errand]));
  return (
    <>
      <p className="advice-estimate">
        <Furigana>{t('estimate')}</Furigana>
      </p>
      <button type="button" aria-haspopup="dialog" className="sources-note" onClick={() => setIsOpen(true)}>
        <Furigana>{t('allReasons')}</Furigana>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} aria-labelledby={titleId}>
        <h2 id={titleId} className="dialog-title">
          <Furigana>{t('sources')}</Furigana>
        </h2>
        <dl className="details">
          {cited.map(({ id, source, asOf, isOwn }) => (
            <div key={id}>
              <dt>
                <Furigana>{rules(id)}</Furigana>
              </dt>
              <dd>
                <span className="source-address">{source.address}</span>
                <Furigana>{t('asOf', { date: formatDate(asOf, locale) })}</Furigana>
                {isOwn && (
                  <span>
                    <Furigana>{t('own')}</Furigana>
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <LateTurner />
        <Button variant="primary" className="dialog-close" onClick={() => setIsOpen(false)}>
          <span>
            <Furigana>{t('close')}</Furigana>
          </span>
        </Button>
      </Dialog>
    </>
  );
}
