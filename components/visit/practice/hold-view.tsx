'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type Hold, type HoldName, mustStay } from '@/lib/practice/hold';
import type { HoldPose, HoldSign } from '../drawings/practice/hold-drawing';
import { Furigana } from '../furigana';
import { WordButton } from '../word-button';
import { HoldScene } from './hold-scene';
import type { Means } from './practice-store';
import { RehearsalFrame } from './rehearsal-frame';
import { forgetHold, tellHold, useRehearsal } from './rehearse';
import { useHoldSounds } from './use-hold-sounds';
import { useLeftCard } from './use-left-card';

/** What a state looks like. */
const looks: Readonly<Record<HoldName, { readonly pose: HoldPose; readonly sign: HoldSign }>> = {
  ready: { pose: 'above', sign: 'none' },
  occupied: { pose: 'take', sign: 'none' },
  found: { pose: 'there', sign: 'found' },
  working: { pose: 'there', sign: 'ring' },
  asking: { pose: 'there', sign: 'pin' },
  done: { pose: 'take', sign: 'check' },
  lifted: { pose: 'off', sign: 'cross' },
  held: { pose: 'away', sign: 'check' },
  stopped: { pose: 'away', sign: 'none' },
};

const shareOf = (hold: Hold): number => ('done' in hold && hold.of > 0 ? hold.done / hold.of : 0);

const isThere = (hold: Hold): boolean => mustStay(hold) || hold.name === 'done';

export interface HoldWords {
  readonly title: string;
  readonly lead: string;
}

interface HoldViewProps {
  hold: Hold;
  means: Means | 'nfc';
  /** `null`: the usual ones of this state. */
  words: HoldWords | null;
  /** It stays where it was put, so that the finger is free. */
  isSticky: boolean;
  /** A new one takes the focus to the heading, as what has been pressed may have gone. */
  focusOn?: string;
  /** The way on once it was held. */
  onHeld: () => void;
  /** What the button for it says. */
  next: string;
  /** Above the button. */
  children?: ReactNode;
  /** Below the button. */
  after?: ReactNode;
}

/** What one hold says, in the words of its state. */
export const useHoldWords = (hold: Hold, means: Means | 'nfc'): HoldWords => {
  const t = useTranslations('HoldPractice');
  switch (hold.name) {
    case 'ready':
      return { title: t(`put.${means}.title`), lead: t(`put.${means}.lead`) };
    case 'found':
    case 'working':
      return { title: t('holding.title'), lead: t('holding.lead') };
    case 'lifted':
      return { title: t('lifted.title'), lead: t('lifted.lead', { seconds: inSeconds(hold.heldMs) }) };
    case 'held':
      return means === 'nfc'
        ? { title: t('heldUnseen.title'), lead: t('heldUnseen.lead') }
        : { title: t('held.title'), lead: t('held.lead', { seconds: inSeconds(hold.heldMs) }) };
    case 'done':
      return { title: t('done.title'), lead: t(means === 'nfc' ? 'done.leadUnseen' : 'done.lead') };
    case 'occupied':
    case 'asking':
    case 'stopped':
      return { title: t(`${hold.name}.title`), lead: t(`${hold.name}.lead`) };
  }
};

/** To a tenth below ten, and never nothing. */
export const inSeconds = (ms: number): number =>
  ms < 10_000 ? Math.max(1, Math.round(ms / 100)) / 10 : Math.round(ms / 1_000);

/** One hold: the picture that leads, the words of its state, and one button that always stays where it is. */
export function HoldView({ hold, means, words, isSticky, focusOn, onHeld, next, children, after }: HoldViewProps) {
  const t = useTranslations('HoldPractice');
  const pictures = useTranslations('HoldPictures');
  const usual = useHoldWords(hold, means);
  const { title, lead } = words ?? usual;
  const { pose, sign } = looks[hold.name];
  useHoldSounds(hold);
  useLeftCard(means === 'reader' && (hold.name === 'done' || hold.name === 'occupied'));
  const isLoaded = useRehearsal() !== null;
  const put = (): void => tellHold({ type: 'put' });
  const take = (): void => tellHold({ type: 'taken', heldMs: null });
  const again = (): void => tellHold({ type: 'again' });
  const putAnew = (): void => {
    again();
    put();
  };

  const action = ((): { readonly words: string; readonly act: () => void } | null => {
    if (hold.name === 'held') return { words: next, act: onHeld };
    if (hold.name === 'lifted') return { words: t('again'), act: again };
    if (means === 'nfc' && hold.name === 'done') return { words: t('taken'), act: take };
    if (means !== 'screen') return null;
    // A reader that has gone leaves such a state behind.
    if (hold.name === 'stopped' || hold.name === 'occupied') return { words: t('putCard'), act: putAnew };
    if (mustStay(hold)) return { words: t('takeEarly'), act: take };
    return hold.name === 'done' ? { words: t('take'), act: take } : { words: t('putCard'), act: put };
  })();

  return (
    <RehearsalFrame
      name={`hold ${means} ${focusOn ?? ''} ${action === null} ${hold.name === 'asking'}`}
      state={hold.name}
      title={title}
      lead={lead}
      isTyping={hold.name === 'asking'}
      picture={
        <HoldScene
          device={means === 'reader' ? 'reader' : 'phone'}
          pose={pose}
          sign={sign}
          share={hold.name === 'done' ? 1 : shareOf(hold)}
          label={withoutReadings(pictures(hold.name))}
          touch={means !== 'screen' || !isLoaded ? 'none' : isSticky ? 'sticky' : 'held'}
          isThere={isThere(hold)}
          onPut={put}
          onTake={take}
          onLost={forgetHold}
        />
      }
      actions={
        <>
          {after}
          {action !== null && (
            <WordButton
              words={action.words}
              // While the card has to stay, nothing invites to take it.
              variant={mustStay(hold) ? 'secondary' : 'primary'}
              className="hold-action"
              aria-disabled={!isLoaded}
              // A key that is held down, and the second tap of two, must not take what the first has put.
              onKeyDown={(event) => {
                if (event.repeat) event.preventDefault();
              }}
              onClick={(event) => {
                if (event.detail < 2 || !mustStay(hold)) action.act();
              }}
            />
          )}
        </>
      }
    >
      {hold.name === 'lifted' && (
        <p className="assurance">
          <Furigana>{t('noTryUsed')}</Furigana>
        </p>
      )}
      {children}
    </RehearsalFrame>
  );
}
