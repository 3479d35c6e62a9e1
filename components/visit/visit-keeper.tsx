'use client';

import { useEffect, useRef } from 'react';
import { usePathname, useRouter } from '@/lib/i18n/navigation';
import { isForgotten, isResting, type StageName, type Visit } from '@/lib/reader/stage';
import { startDisplayWith } from './display';
import { useKeeperLink } from './keeper-link';
import { useLeave } from './leave';
import { useOffice } from './office';
import { useOfflineCopy } from './offline-copy';
import { usePlace, useSurface } from './place';
import { endPractice } from './practice';
import { linkReader } from './reader-link';
import { useReaderSettings } from './reader-settings';
import { allowSound } from './sounds';
import { useLaterKiosk } from './use-later-kiosk';
import { practiceVisit, readerVisit, useVisit } from './visit-store';

const touch = (): void => {
  allowSound();
  readerVisit.tell({ type: 'touched' });
  practiceVisit.tell({ type: 'touched' });
};

const useTouches = (): void => {
  useEffect(() => {
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

/** When thanks have been said, or nobody has been here for a while, nothing of this visitor remains. */
const useEndOfVisit = (visit: Visit, leave: () => void): void => {
  const before = useRef<StageName>(visit.stage.name);
  useEffect(() => {
    const hasEnded = before.current === 'thanks' && isResting(visit.stage);
    before.current = visit.stage.name;
    if (hasEnded) leave();
  }, [visit.stage, leave]);
};

const useForgottenVisits = (visits: readonly Visit[], leave: () => void): void => {
  const areForgotten = visits.every(({ stage }) => isResting(stage)) && visits.some(isForgotten);
  useEffect(() => {
    if (areForgotten) leave();
  }, [areForgotten, leave]);
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
  const visits = [useVisit(readerVisit), useVisit(practiceVisit)] as const;
  useEndOfVisit(visits[0], leave);
  useEndOfVisit(visits[1], leave);
  useForgottenVisits(visits, leave);
  return kiosk !== null && <kiosk.KioskScreen />;
}
