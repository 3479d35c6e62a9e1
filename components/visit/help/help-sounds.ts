'use client';

import { useEffect } from 'react';
import type { HelpPhase } from '@/lib/helpdesk/visitor-help';
import { isSoundOn } from '../display';
import { type Note, play } from '../sounds';
import { afterNextPaint } from '../use-sounds';

const e5 = 659.26;
const g5 = 783.99;
const c6 = 1046.5;
const e6 = 1318.5;

/** Two high knocks: somebody is asked to come. None of it is the falling chord of a finished card, or the rise that asks to wait. */
const calling: readonly Note[] = [
  { hz: c6, at: 0, lasts: 0.3, volume: 0.14 },
  { hz: c6, at: 0.22, lasts: 0.5, volume: 0.12 },
];
/** The same, answered from above. */
const coming: readonly Note[] = [
  { hz: c6, at: 0, lasts: 0.3, volume: 0.14 },
  { hz: e6, at: 0.22, lasts: 0.8, volume: 0.12 },
];
/** The same, left open below. */
const nobody: readonly Note[] = [
  { hz: g5, at: 0, lasts: 0.3, volume: 0.14 },
  { hz: e5, at: 0.22, lasts: 0.6, volume: 0.12 },
];

const soundOf: Readonly<Partial<Record<HelpPhase, readonly Note[]>>> = { calling, coming, nobody, away: nobody };

let heardLast = '';

/** Each news of a call is heard once, also when a change of language builds the screen anew. */
export const useHelpSounds = (call: string | null, phase: HelpPhase, prompt: string | null): void => {
  const isWaiting = phase === 'ahead' || phase === 'next';
  const news = prompt ?? (call === null ? '' : `${call} ${isWaiting ? 'calling' : phase}`);
  const notes = prompt === null ? soundOf[isWaiting ? 'calling' : phase] : coming;
  useEffect(() => {
    if (news === heardLast) return;
    heardLast = news;
    if (news === '' || notes === undefined) return;
    return afterNextPaint(() => {
      if (isSoundOn()) play(notes);
    });
  }, [news, notes]);
};
