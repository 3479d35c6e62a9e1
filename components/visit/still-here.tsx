'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { withoutReadings } from '@/lib/i18n/furigana';
import { isAsked } from './asked';
import { isSoundOn } from './display';
import { Furigana } from './furigana';
import { useHelp } from './help/desk';
import { useOffice } from './office';
import { playReminder } from './sounds';
import { keepVisit, practiceVisit, readerVisit, useVisit } from './visit-store';
import { WordButton } from './word-button';

/** Milliseconds between two sounds of the question. */
const callAgainMs = 10_000;

/** Asks whether anybody is still there: in sight above everything else, and heard. Any touch is an answer. */
export function StillHere() {
  const t = useTranslations('StillHere');
  const isOpen = isAsked(useVisit(readerVisit), useVisit(practiceVisit));
  const titleId = useId();
  const seconds = useOffice().idle.answer / 1_000;
  const isCalled = useHelp().call !== null;

  useEffect(() => {
    if (!isOpen) return;
    const call = (): void => {
      if (isSoundOn()) playReminder(1);
    };
    call();
    const again = setInterval(call, callAgainMs);
    return () => clearInterval(again);
  }, [isOpen]);

  return (
    <>
      <p role="status" className="sr-only">
        {isOpen && withoutReadings(t('spoken', { seconds }))}
      </p>
      <Dialog isOpen={isOpen} onClose={keepVisit} aria-labelledby={titleId} className="still-here">
        <h2 id={titleId} className="dialog-title">
          <Furigana>{t('title')}</Furigana>
        </h2>
        {isOpen && <Countdown seconds={seconds} />}
        {isCalled && (
          <p>
            <Furigana>{t('called')}</Furigana>
          </p>
        )}
        <WordButton words={t('stay')} variant="primary" className="still-here-stay" onClick={keepVisit} />
      </Dialog>
    </>
  );
}

/** For the eye alone: a voice that counted would say nothing else. */
function Countdown({ seconds }: { seconds: number }) {
  const t = useTranslations('StillHere');
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const clock = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1_000);
    return () => clearInterval(clock);
  }, []);
  return (
    <p aria-hidden="true" className="still-here-left">
      <Furigana>{t('lead', { seconds: left })}</Furigana>
    </p>
  );
}
