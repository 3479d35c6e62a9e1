'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePathname, useRouter } from '@/lib/i18n/navigation';
import { isForgotten, isResting, type StageName, type Visit } from '@/lib/reader/stage';
import { startDisplayWith } from './display';
import { useKeeperLink } from './keeper-link';
import { useGiveWay, useLeave } from './leave';
import { useOffice } from './office';
import { useOfflineCopy } from './offline-copy';
import { usePlace, useSurface } from './place';
import { endPractice } from './practice';
import { linkReader } from './reader-link';
import { useReaderSettings } from './reader-settings';
import { allowSound } from './sounds';
import { useLaterKiosk } from './use-later-kiosk';
import { endVisit } from './visit-end';
import { keepVisit, practiceVisit, readerVisit, useVisit } from './visit-store';

const touch = (): void => {
  allowSound();
  keepVisit();
};

const useTouches = (): void => {
  // Before the first press can do anything: whoever has answered a question is here, however early it was.
  useLayoutEffect(() => {
    document.addEventListener('pointerdown', touch);
    document.addEventListener('keydown', touch);
    return () => {
      document.removeEventListener('pointerdown', touch);
      document.removeEventListener('keydown', touch);
    };
  }, []);
};

const useReaderLink = (): void => {
  const place = usePlace();
  const { data, failureCount } = useReaderSettings();
  useEffect(() => {
    if (data !== undefined) linkReader(data);
  }, [data]);
  const isServerAway = data === undefined && place.failureCount + failureCount > 1;
  const hasNoReader = isServerAway || place.data?.surface === 'home';
  useEffect(() => {
    if (hasNoReader) linkReader({ kind: 'none' });
  }, [hasNoReader]);
};

const never = Number.POSITIVE_INFINITY;

/** How the office wants its kiosks; at home nobody comes next, and everybody has their own screen and time. */
const useOfficeWishes = (): void => {
  const surface = useSurface();
  const isKiosk = surface === 'kiosk';
  const { idle, firstTextSize, soundAtStart } = useOffice();
  const isHome = surface === 'home';
  useEffect(() => {
    const times = isHome ? { ...idle, asksAfter: never, reportAsksAfter: never } : idle;
    readerVisit.tell({ type: 'times', times });
    practiceVisit.tell({ type: 'times', times });
  }, [isHome, idle]);
  useEffect(() => {
    if (isKiosk) startDisplayWith({ sound: soundAtStart, textSize: firstTextSize });
  }, [isKiosk, soundAtStart, firstTextSize]);
};

/** A card put on the reader starts its report from any screen. */
const useCardFirst = (): void => {
  const { stage } = useVisit(readerVisit);
  const pathname = usePathname();
  const { replace } = useRouter();
  const isOnTheWay = !isResting(stage) && pathname !== '/card';
  useEffect(() => {
    if (!isOnTheWay) return;
    endPractice();
    replace('/card');
  }, [isOnTheWay, replace]);
};

/** A card on its way off the reader may be felt again for a moment. In milliseconds. */
const bounceMs = 700;

/** When thanks have been said nothing of this visitor remains; nor when the card of the next one comes before that. */
const useEndOfVisit = (visit: Visit, leave: () => void, giveWay: () => void): void => {
  const before = useRef<StageName>(visit.stage.name);
  const { name } = visit.stage;
  useEffect(() => {
    const hasEnded = before.current === 'thanks' && name !== 'thanks';
    before.current = name;
    if (!hasEnded) return;
    if (isResting(readerVisit.get().stage)) {
      leave();
      return;
    }
    setTimeout(() => {
      if (readerVisit.get().stage.name === 'lifted') readerVisit.tell({ type: 'finish' });
      else giveWay();
    }, bounceMs);
  }, [name, leave, giveWay]);
};

/** What was answered on the way to the card is gone while the screen still says thanks in the visitor's language. */
const useThanks = ({ stage }: Visit): void => {
  const isOver = stage.name === 'thanks';
  useEffect(() => {
    if (isOver) endVisit();
  }, [isOver]);
};

/** Nobody has been here for a while. A card that lies on the reader is not left behind by this; one that is drawn may be. */
const useForgottenVisit = (visit: Visit, leave: () => void): void => {
  const hasLeft = isForgotten(visit);
  useEffect(() => {
    if (hasLeft) leave();
  }, [hasLeft, leave]);
};

/** What has to go on behind every screen. Shows nothing. */
export function VisitKeeper() {
  useTouches();
  useOfflineCopy();
  useOfficeWishes();
  useReaderLink();
  useKeeperLink();
  useCardFirst();
  const kiosk = useLaterKiosk();
  const leave = useLeave();
  const reader = useVisit(readerVisit);
  const practice = useVisit(practiceVisit);
  const giveWay = useGiveWay();
  useThanks(reader);
  useEndOfVisit(reader, leave, giveWay);
  useEndOfVisit(practice, leave, giveWay);
  useForgottenVisit(reader, leave);
  return kiosk !== null && <kiosk.KioskScreen />;
}
