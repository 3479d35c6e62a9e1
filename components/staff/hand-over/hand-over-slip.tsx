'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { QrCode } from '@/components/visit/qr-code';
import { momentOf } from '@/lib/facts/moment';
import { type HandOverFound, showCode } from '@/lib/helpdesk/hand-over';
import { formatDay } from '@/lib/i18n/day';
import { withoutReadings } from '@/lib/i18n/furigana';
import { top } from '@/lib/playbook/tree';
import { CaseFacts, CaseTries } from '../queue/case-facts';
import { addressOfSlip } from './address';
import { useErrorLabel } from './error-label';

interface HandOverSlipProps {
  code: string;
  found: HandOverFound;
}

/** The slip, on the screen and on paper: A4, or the roll of a slip printer (80 mm). */
export function HandOverSlip({ code, found: { content, madeAt } }: HandOverSlipProps) {
  const t = useTranslations('HandOver');
  const words = useTranslations('HandOverWords');
  const queue = useTranslations('StaffQueue');
  const errors = useTranslations('CardErrors');
  const titles = useTranslations('Playbook.titles');
  const errorLabel = useErrorLabel();
  const errorWords = [
    ...content.appErrors.map(errorLabel),
    ...content.cardErrors.map((each) => errors(`${each}.title`)),
  ];
  const pages = content.pages.flatMap((id) => (id === top ? [] : [titles(id)]));
  return (
    <>
      <article className="slip">
        <header>
          <h1 className="slip-title">
            <Furigana>{t('title')}</Furigana>
          </h1>
          <p>
            <MadeAt ms={madeAt} />
          </p>
        </header>
        <figure>
          <QrCode text={addressOfSlip(code)} label={withoutReadings(t('qr'))} />
          <figcaption>
            <Furigana>{t('code')}</Furigana>
            <strong className="slip-code">{showCode(code)}</strong>
          </figcaption>
        </figure>
        <Part title={t('asked')} isEmpty={content.asked.length === 0}>
          <List items={content.asked.map((each) => words(`asked.${each}`))} />
        </Part>
        <Part title={t('found')} isEmpty={false}>
          <CaseTries facts={content.facts} />
          <CaseFacts facts={content.facts} />
        </Part>
        <Part title={t('tried')} isEmpty={content.tried.length === 0}>
          <List items={content.tried.map((each) => words(`tried.${each}`))} />
        </Part>
        <Part title={t('errors')} isEmpty={errorWords.length === 0}>
          <List items={errorWords} />
        </Part>
        <Part title={t('pages')} isEmpty={pages.length === 0}>
          <List items={pages} />
        </Part>
        <footer>
          <p>
            <Furigana>{t('language', { language: queue(`languages.${content.language}`) })}</Furigana>
          </p>
          <p>
            <Furigana>{t('promise')}</Furigana>
          </p>
        </footer>
      </article>
      <div className="hand-over-tools hand-over-acts">
        <Button variant="primary" onClick={() => window.print()}>
          <Furigana>{t('print')}</Furigana>
        </Button>
        <a href="#open" className="playbook-link">
          <Furigana>{t('otherCode')}</Furigana>
        </a>
      </div>
    </>
  );
}

function MadeAt({ ms }: { ms: number }) {
  const t = useTranslations('HandOver');
  const locale = useLocale();
  const { day, minute } = momentOf(new Date(ms));
  const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return <Furigana>{t('madeAt', { day: formatDay(day, locale), time })}</Furigana>;
}

function Part({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ReactNode }) {
  if (isEmpty) return null;
  return (
    <section>
      <h2>
        <Furigana>{title}</Furigana>
      </h2>
      {children}
    </section>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>
          <Furigana>{item}</Furigana>
        </li>
      ))}
    </ul>
  );
}
