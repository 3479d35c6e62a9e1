'use client';

import { useSyncExternalStore } from 'react';
import type { PracticeReader } from '@/lib/reader/simulated/practice-reader';
import type { ScenarioName } from '@/lib/reader/simulated/scenarios';
import { afterPaint } from './after-paint';
import { createStore } from './store';
import { whenVisitEnds } from './visit-end';
import { practiceVisit } from './visit-store';

/** The practice cards offered on the screen; each has a name in the messages. */
export const practiceCards = [
  'all-fine',
  'authentication-last-try',
  'authentication-locked',
  'signature-locked',
  'certificate-renewable',
  'certificate-expired',
  'felica',
] as const satisfies readonly ScenarioName[];
export type PracticeCardName = (typeof practiceCards)[number];

export const isPracticeCard = (name: string): name is PracticeCardName => practiceCards.some((card) => card === name);

export interface Practice {
  /** The card that is put down next; beside those offered, any scenario the kiosk was started with. */
  readonly scenario: string;
  readonly isCardDown: boolean;
}

const untouched: Practice = { scenario: 'all-fine', isCardDown: false };
const store = createStore<Practice>(untouched);
const change = (part: Partial<Practice>): void => store.set({ ...store.get(), ...part });

export const usePractice = (): Practice => useSyncExternalStore(store.subscribe, store.get, () => untouched);

export const choosePracticeCard = (scenario: string): void => change({ scenario });

let usualCard = untouched.scenario;

/** The card that the kiosk was started with is the one offered first, to every visitor. One chosen meanwhile stays. */
export const offerPracticeCard = (scenario: string): void => {
  const isChosen = store.get().scenario !== usualCard;
  usualCard = scenario;
  if (!isChosen) change({ scenario });
};

interface PracticeTable {
  readonly reader: PracticeReader;
  readonly isScenarioName: (value: unknown) => value is ScenarioName;
}

const load = async (): Promise<PracticeTable> => {
  const [{ createPracticeReader }, { isScenarioName }] = await Promise.all([
    import('@/lib/reader/simulated/practice-reader'),
    import('@/lib/reader/simulated/scenarios'),
  ]);
  const reader = createPracticeReader();
  reader.subscribe((event) => {
    if (event.type === 'card') change({ isCardDown: true });
    if (event.type === 'removed') change({ isCardDown: false });
  });
  practiceVisit.follow(reader);
  return { reader, isScenarioName };
};

let loading: Promise<PracticeTable> | undefined;

/** The reader is a whole card in TypeScript, so it comes only where somebody practises. It then stays as long as the page. */
const table = (): Promise<PracticeTable> => {
  loading ??= load().catch((failure: unknown) => {
    loading = undefined;
    throw failure;
  });
  return loading;
};

const notLoaded = (): void => practiceVisit.tell({ type: 'reader', ready: false, error: 'readerProcessDown' });

export const preparePractice = (): void => {
  table().catch(notLoaded);
};

export const putPracticeCard = (): void => {
  const { scenario } = store.get();
  afterPaint()
    .then(table)
    .then(({ reader, isScenarioName }) => reader.put(isScenarioName(scenario) ? scenario : 'all-fine'), notLoaded);
};

export const takePracticeCard = (): void => {
  afterPaint()
    .then(table)
    .then(({ reader }) => reader.take(), notLoaded);
};

/** Clears the table, for the next visitor or because a real card has come. */
export const endPractice = (): void => {
  change({ scenario: usualCard });
  if (loading !== undefined) takePracticeCard();
  practiceVisit.tell({ type: 'dropped' });
};

whenVisitEnds(endPractice);
