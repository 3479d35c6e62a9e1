'use client';

import { useLocale } from 'next-intl';
import { useEffect, useMemo } from 'react';
import type { Facts } from '@/lib/facts/fact';
import { type Case, type DeskFacts, deskFactNames } from '@/lib/helpdesk/wire';
import { useGuide } from '../guide/guide-store';
import { useShownInGuide } from '../guide/shown-in-guide';
import { usePractised } from '../practice/practice-store';
import { tellCase, useHelp } from './desk';
import { beginRecord, elapsedS, noteRecord, noteStep } from './record';
import { useWhereabouts } from './use-step';

/** A moment in which several things change is told once. */
const settleMs = 300;

const deskFacts = (facts: Facts): DeskFacts =>
  Object.fromEntries(deskFactNames.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));

/** What staff are told of this visit: closed names and values, and nothing else. */
export const useCase = (): (() => Case) => {
  const language = useLocale();
  const { step, stage } = useWhereabouts();
  const { facts } = useGuide();
  const error = stage !== null && 'error' in stage ? stage.error : null;
  return useMemo(
    () => () => ({ language, step, facts: deskFacts(facts), error, elapsedS: elapsedS() }),
    [language, step, facts, error],
  );
};

/** While a call is open staff see what changes. */
export const useCaseTold = (given: () => Case): void => {
  const { call } = useHelp();
  useEffect(() => {
    if (call === null) return;
    const timer = setTimeout(() => tellCase(given()), settleMs);
    return () => clearTimeout(timer);
  }, [call, given]);
};

/** Keeps what the numbers of the day are told when the visit ends. */
export const useRecord = (): void => {
  const language = useLocale();
  const { step } = useWhereabouts();
  const { channel } = useShownInGuide();
  const { course, finished } = usePractised();
  const liftsWhilePractised = course.before.early + course.after.early;
  const hasPractised = course.hasLearned || finished.length > 0;
  useEffect(() => {
    document.addEventListener('pointerdown', beginRecord);
    document.addEventListener('keydown', beginRecord);
    return () => {
      document.removeEventListener('pointerdown', beginRecord);
      document.removeEventListener('keydown', beginRecord);
    };
  }, []);
  useEffect(() => noteStep(step, language), [step, language]);
  useEffect(() => {
    noteRecord({ channel, liftsWhilePractised, hasPractised });
  }, [channel, liftsWhilePractised, hasPractised]);
};
