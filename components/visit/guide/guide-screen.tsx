'use client';

import { useTranslations } from 'next-intl';
import { type Guide, screenOf } from '@/lib/advice/guide';
import { learn } from '@/lib/facts/learn';
import type { Surface } from '@/lib/place/place';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { AdviceScreen } from './advice-screen';
import { useArrival } from './arrival';
import { GuideFoot } from './guide-foot';
import { type GuideNews, useGuide } from './guide-store';
import { QuestionScreen } from './question-screen';
import { ReadinessBoard } from './readiness-board';
import { TakeAlong } from './take-along';
import { useSetting } from './use-setting';

/** Which kind of screen this is says where the visitor is. */
const placed = (guide: Guide, surface: Surface | undefined): Guide =>
  surface === undefined
    ? guide
    : { ...guide, facts: learn(guide.facts, 'place', surface === 'kiosk' ? 'office' : 'home', 'detected') };

/** From the first question to the advice, and what is taken along. */
export function GuideScreen() {
  const visit = useGuide();
  const setting = useSetting();
  const surface = useSurface();
  useArrival(surface);
  const guide = placed(visit, surface);
  const screen = screenOf(guide, setting);
  const isTakingAlong = screen.kind === 'advice' && visit.isTakingAlong;
  return (
    <>
      <main className="frame-main guide" data-screen={isTakingAlong ? 'takeAlong' : screen.kind}>
        <p role="status" className="guide-news">
          {visit.news !== null && <News news={visit.news} />}
        </p>
        <ReadinessBoard guide={guide} setting={setting} />
        {screen.kind === 'question' && <QuestionScreen question={screen.question} setting={setting} />}
        {screen.kind === 'advice' &&
          (isTakingAlong ? (
            <TakeAlong advice={screen.advice} guide={guide} setting={setting} />
          ) : (
            <AdviceScreen advice={screen.advice} guide={guide} setting={setting} />
          ))}
      </main>
      <GuideFoot guide={guide} setting={setting} isAtEnd={screen.kind === 'advice'} />
    </>
  );
}

function News({ news }: { news: GuideNews }) {
  const t = useTranslations('Guide');
  return <Furigana>{news.kind === 'learned' ? t('learned', { count: news.count }) : t(news.kind)}</Furigana>;
}
