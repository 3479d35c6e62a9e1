'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { useReaderSettings } from '@/components/visit/reader-settings';
import { StageHeading } from '@/components/visit/stage-heading';
import { StageView } from '@/components/visit/stage-view';
import { Link } from '@/lib/i18n/navigation';
import type { ReaderSettings } from '@/lib/reader/protocol';
import { type DrawnCard, useCounterReader } from './counter-reader';

type Where = 'clerk' | 'asking' | 'reading' | 'declined';

/**
 * The card report at a counter. The screen is turned to the visitor, who reads what will be read and what will not, and
 * says yes; only then does this page listen to the reader. Whatever it has heard is gone when the page shows something else.
 */
export function CounterCard() {
  const { data: settings } = useReaderSettings();
  const [where, setWhere] = useState<Where>('clerk');
  if (settings === undefined) return <main className="frame-main" aria-busy="true" />;
  if (settings.kind === 'none') return <NoReaderHere />;
  switch (where) {
    case 'clerk':
    case 'declined':
      return <ForClerk isDeclined={where === 'declined'} onTurn={() => setWhere('asking')} />;
    case 'asking':
      return <Asking onYes={() => setWhere('reading')} onNo={() => setWhere('declined')} />;
    case 'reading':
      return <Reading settings={settings} onEnd={() => setWhere('clerk')} />;
  }
}

function NoReaderHere() {
  const t = useTranslations('StaffCard');
  return (
    <main className="frame-main staff-page">
      <h1 className="stage-heading">
        <Furigana>{t('title')}</Furigana>
      </h1>
      <p className="stage-lead">
        <Furigana>{t('noReader')}</Furigana>
      </p>
      <Link href="/staff/fleet" className="playbook-link">
        <Furigana>{t('toFleet')}</Furigana>
      </Link>
    </main>
  );
}

function ForClerk({ isDeclined, onTurn }: { isDeclined: boolean; onTurn: () => void }) {
  const t = useTranslations('StaffCard');
  return (
    <main className="frame-main staff-page">
      <StageHeading key="clerk">
        <Furigana>{t('title')}</Furigana>
      </StageHeading>
      {isDeclined && (
        <p role="status" className="desk-notice">
          <Furigana>{t('declined')}</Furigana>
        </p>
      )}
      <p className="stage-lead">
        <Furigana>{t('lead')}</Furigana>
      </p>
      <ol className="playbook-do">
        {(['turn', 'yes', 'put'] as const).map((step) => (
          <li key={step}>
            <Furigana>{t(`steps.${step}`)}</Furigana>
          </li>
        ))}
      </ol>
      <Button variant="primary" onClick={onTurn}>
        <Furigana>{t('turned')}</Furigana>
      </Button>
    </main>
  );
}

const isRead = ['tries', 'locked', 'end'] as const;
const isNotRead = ['name', 'number', 'pin'] as const;

function Asking({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const t = useTranslations('StaffCard');
  const list = (title: string, items: readonly string[], kind: 'read' | 'not') => (
    <section className="consent-list" data-kind={kind}>
      <h2>
        <Furigana>{title}</Furigana>
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <Furigana>{item}</Furigana>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <main className="frame-main consent">
      <StageHeading key="asking">
        <Furigana>{t('ask')}</Furigana>
      </StageHeading>
      <div className="consent-lists">
        {list(
          t('read'),
          isRead.map((each) => t(`isRead.${each}`)),
          'read',
        )}
        {list(
          t('notRead'),
          isNotRead.map((each) => t(`isNotRead.${each}`)),
          'not',
        )}
      </div>
      <p className="stage-lead">
        <Furigana>{t('kept')}</Furigana>
      </p>
      <div className="consent-answers">
        <Button variant="secondary" onClick={onNo}>
          <Furigana>{t('no')}</Furigana>
        </Button>
        <Button variant="primary" onClick={onYes}>
          <Furigana>{t('yes')}</Furigana>
        </Button>
      </div>
    </main>
  );
}

function Reading({ settings, onEnd }: { settings: ReaderSettings; onEnd: () => void }) {
  const t = useTranslations('StaffCard');
  const [drawn, setDrawn] = useState<DrawnCard | null>(null);
  const visit = useCounterReader(settings, setDrawn);
  const { stage } = visit;
  const isDown = 'cardThere' in stage ? stage.cardThere : stage.name === 'reading';
  return (
    <>
      <main className="frame-main" data-screen={stage.name}>
        <StageView visit={visit} isPractice={false} />
      </main>
      <footer className="frame-foot counter-foot">
        {settings.kind === 'practice' && drawn !== null && (
          <Button variant="secondary" onClick={isDown ? drawn.take : drawn.put}>
            <Furigana>{isDown ? t('takeDrawn') : t('putDrawn')}</Furigana>
          </Button>
        )}
        <Button variant="primary" onClick={onEnd}>
          <Furigana>{t('end')}</Furigana>
        </Button>
      </footer>
    </>
  );
}
