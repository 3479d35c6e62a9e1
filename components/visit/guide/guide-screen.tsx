'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { GuideScreen as GuideScreenState } from '@/lib/advice/guide';
import type { FactName } from '@/lib/facts/fact';
import { Furigana } from '../furigana';
import { OfficeNotices } from '../office-notices';
import { useSurface } from '../place';
import { GuideFoot } from './guide-foot';
import { type GuideNews, isBegun, placeGuide, useGuide } from './guide-store';
import { QuestionScreen } from './question-screen';
import { ReadinessBoard } from './readiness-board';
import { noteShownInGuide } from './shown-in-guide';
import { useArrival } from './use-arrival';
import { useLater } from './use-later';
import { useSetting } from './use-setting';

const nameOf = (screen: GuideScreenState): string => {
  if (screen.kind === 'advice') return 'advice';
  return screen.question.kind === 'one' ? screen.question.fact : 'pins';
};

/** Of PINs that are asked together, the first stands for all. */
const factOf = ({ question }: Extract<GuideScreenState, { kind: 'question' }>): FactName =>
  question.kind === 'one' ? question.fact : `pin.${question.pins[0]}`;

const useNoted = (screen: GuideScreenState, isTakingAlong: boolean): void => {
  const advice = isTakingAlong ? 'take-along' : 'advice';
  const page = screen.kind === 'advice' ? advice : factOf(screen);
  const channel = screen.kind === 'advice' ? screen.advice.routes[0].channel : null;
  useEffect(() => noteShownInGuide(page, channel), [page, channel]);
};

/** The next screen is read from its top, wherever the button stood that led to it. */
const useTopOf = (name: string): void => {
  useEffect(() => {
    if (name !== '') window.scrollTo(0, 0);
  }, [name]);
};

/** Until the rules are there, only a visit that has not begun knows its question. */
const firstScreen: GuideScreenState = { kind: 'question', question: { kind: 'one', fact: 'errand' } };

/** From the first question to the advice, and what is taken along. */
export function GuideScreen() {
  const guide = useGuide();
  const setting = useSetting();
  const surface = useSurface();
  const later = useLater();
  useArrival(surface);
  useEffect(() => {
    if (surface !== undefined && guide.facts.place === undefined) placeGuide(surface);
  }, [surface, guide]);
  const screen = later === null ? firstScreen : later.screenOf(guide, setting);
  const isTakingAlong = screen.kind === 'advice' && guide.isTakingAlong;
  useNoted(screen, isTakingAlong);
  useTopOf(isTakingAlong ? 'take-along' : nameOf(screen));
  const isWaiting = later === null && isBegun(guide);
  return (
    <>
      <main className="frame-main guide" data-screen={isTakingAlong ? 'takeAlong' : screen.kind}>
        <p role="status" className="guide-news">
          {guide.news !== null && <News news={guide.news} />}
        </p>
        <ReadinessBoard setting={setting} />
        {screen.kind === 'question' && !isWaiting && <QuestionScreen question={screen.question} setting={setting} />}
        {screen.kind === 'advice' && later !== null && (
          <>
            {isTakingAlong ? (
              <later.TakeAlong guide={guide} setting={setting} />
            ) : (
              <later.AdviceScreen advice={screen.advice} setting={setting} />
            )}
            <later.PrintedAdvice advice={screen.advice} guide={guide} setting={setting} />
          </>
        )}
        {screen.kind === 'advice' && !isTakingAlong && <OfficeNotices place="guide" />}
      </main>
      <GuideFoot guide={guide} setting={setting} isAtEnd={screen.kind === 'advice'} />
    </>
  );
}

function News({ news }: { news: GuideNews }) {
  const t = useTranslations('Guide');
  return <Furigana>{news.kind === 'learned' ? t('learned', { count: news.count }) : t(news.kind)}</Furigana>;
}
