'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { isComplete } from '@/lib/practice/course';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { WordButton } from '../word-button';
import { HoldView, type HoldWords, inSeconds } from './hold-view';
import { OtherMeans } from './other-means';
import { usePractised } from './practice-store';
import { anotherRound, openPin, openPractice, tellHold } from './rehearse';
import { useMeans } from './use-means';
import { useCanNfc } from './use-nfc-holds';
import { useReaderHolds } from './use-reader-holds';

/** Three holds, each longer; then it is learned. */
export function HoldPage() {
  const t = useTranslations('HoldPractice');
  const { course } = usePractised();
  const { means } = useMeans();
  const canNfc = useCanNfc();
  const { hold, round } = course;
  useReaderHolds(means === 'reader');
  const isOver = isComplete(course) && hold.name === 'held';
  const learned = ((): HoldWords | null => {
    if (!isOver) return null;
    const seconds = inSeconds(hold.heldMs);
    const lead = round.early > 0 ? t('learned.leadAfter', { ...round, seconds }) : t('learned.lead', { seconds });
    return { title: t('learned.title'), lead };
  })();
  return (
    <HoldView
      hold={hold}
      means={means}
      words={learned}
      isSticky={false}
      focusOn={isOver ? 'learned' : course.pace}
      onHeld={() => (isOver ? openPin('authentication') : tellHold({ type: 'again' }))}
      next={t(isOver ? 'toPin' : 'next')}
      after={
        <>
          {isOver && <AfterLearning />}
          <OtherMeans hold={hold} />
          {canNfc && hold.name === 'ready' && (
            <WordButton words={t('means.nfc')} variant="secondary" onClick={() => openPractice({ name: 'contact' })} />
          )}
        </>
      }
    >
      <Holds />
    </HoldView>
  );
}

const holds = ['first', 'second', 'third'] as const;

/** How many of the three have been held. For how long is not said: no application says so either. */
function Holds() {
  const t = useTranslations('HoldPractice');
  const { course } = usePractised();
  return (
    <ol className="holds" aria-label={t('holds')}>
      {holds.map((name, index) => {
        const state = index < course.clean ? 'held' : index === course.clean ? 'current' : 'to-come';
        return (
          <li key={name} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="holds-mark" aria-hidden="true" />
            <span>
              <Furigana>{t(`lengths.${name}`)}</Furigana>
            </span>
            {state === 'held' && (
              <span className="sr-only">
                <Furigana>{t('heldOnce')}</Furigana>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Again, slower or faster; and on to the real thing. */
function AfterLearning() {
  const t = useTranslations('HoldPractice');
  const { pace } = usePractised().course;
  const isHome = useSurface() === 'home';
  return (
    <>
      <div className="hold-paces">
        {pace !== 'slower' && (
          <WordButton
            words={t('slower')}
            variant="secondary"
            onClick={() => anotherRound(pace === 'faster' ? 'usual' : 'slower')}
          />
        )}
        <WordButton words={t('roundAgain')} variant="secondary" onClick={() => anotherRound(pace)} />
        {pace !== 'faster' && (
          <WordButton
            words={t('faster')}
            variant="secondary"
            onClick={() => anotherRound(pace === 'slower' ? 'usual' : 'faster')}
          />
        )}
      </div>
      <Link href={isHome ? '/phone' : '/card'} replace className="ui-button" data-variant="secondary">
        <span>
          <Furigana>{t(isHome ? 'realAtHome' : 'real')}</Furigana>
        </span>
      </Link>
    </>
  );
}
