'use client';

import { useEffect } from 'react';
import { type Help, isUnheard, openPrompt, phaseOf } from '@/lib/helpdesk/visitor-help';
import type { Prompt } from '@/lib/helpdesk/wire';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { Surface } from '@/lib/place/place';
import type { HandOut } from '@/lib/playbook/node';
import { mustStay } from '@/lib/practice/hold';
import { insistence, isResting, type Visit } from '@/lib/reader/stage';
import { useLeave } from '../leave';
import { useOffice } from '../office';
import { usePractised, useRealCard } from '../practice/practice-store';
import { StillHere } from '../still-here';
import { practiceVisit, readerVisit, useVisit } from '../visit-store';
import { ContactSheet } from './contact-sheet';
import { answerPrompt, askForHelp, followDesk, leaveHelp, noteForsaken, noteNobody, useHelp } from './desk';
import { HelpSheet } from './help-sheet';
import { useHelpSounds } from './help-sounds';
import { changeHelpFace, useHelpFace } from './help-store';
import { PromptSheet } from './prompt-sheet';
import { useCase, useCaseTold, useRecord } from './use-case';
import { useHandOut } from './use-hand-out';
import { useHelpWords } from './use-help-words';

interface HelpSheetsProps {
  surface: Surface;
  titles: Readonly<Record<HandOut, string>>;
}

/** Everything of a call but its button. */
export function HelpSheets({ surface, titles }: HelpSheetsProps) {
  return surface === 'home' ? <ContactSheet /> : <DeskSheets titles={titles} />;
}

/** While a card must not be moved, or must be taken away, nothing else may cover the screen; nor once the whole screen calls for one left behind. */
const isAboutCard = (visit: Visit): boolean =>
  visit.stage.name === 'reading' || visit.stage.name === 'takeAway' || insistence(visit) === 3;

const useIsAboutCard = (): boolean => {
  const reader = useVisit(readerVisit);
  const practice = useVisit(practiceVisit);
  const { page, course, single } = usePractised();
  const isHeld = mustStay(page.name === 'hold' ? course.hold : single);
  const isRealCard = useRealCard();
  return isAboutCard(reader) || isAboutCard(practice) || isHeld || isRealCard;
};

const useNobody = (help: Help): void => {
  const { call } = help;
  const isAlone = isUnheard(help);
  const { nobodyAfter } = useOffice().help;
  useEffect(() => {
    if (call === null || !isAlone) return;
    const timer = setTimeout(noteNobody, nobodyAfter);
    return () => clearTimeout(timer);
  }, [call, isAlone, nobodyAfter]);
};

/** Whoever was helping when the desk went away may still be there, but nobody can say any more when they have gone. */
const forsakenAfterMs = 10 * 60_000;

const useForsaken = ({ isAttended, view: { reachable } }: Help): void => {
  const isAlone = isAttended && !reachable;
  useEffect(() => {
    if (!isAlone) return;
    const timer = setTimeout(noteForsaken, forsakenAfterMs);
    return () => clearTimeout(timer);
  }, [isAlone]);
};

/** How a call has ended is news for a while, and then no longer. */
const newsMs = 10_000;

const useOldNews = (help: Help, isOpen: boolean): void => {
  const isNews = help.ending !== null && !isOpen;
  useEffect(() => {
    if (!isNews) return;
    const timer = setTimeout(leaveHelp, newsMs);
    return () => clearTimeout(timer);
  }, [isNews]);
};

const close = (): void => changeHelpFace({ isOpen: false });

function DeskSheets({ titles }: Pick<HelpSheetsProps, 'titles'>) {
  const help = useHelp();
  const { isOpen } = useHelpFace();
  const words = useHelpWords(help);
  const given = useCase();
  const leave = useLeave();
  const show = useHandOut();
  const isCardFirst = useIsAboutCard();
  const prompt = isCardFirst ? null : openPrompt(help);
  const isCovered = prompt !== null || isCardFirst;
  const isSheetOpen = isOpen && !isCovered;
  // It would come back over what has come meanwhile.
  useEffect(() => {
    if (isCovered) close();
  }, [isCovered]);
  useEffect(followDesk, []);
  useRecord();
  useCaseTold(given);
  useNobody(help);
  useForsaken(help);
  useOldNews(help, isOpen);
  useHelpSounds(help.call, phaseOf(help), prompt?.id ?? null);

  const closeSheet = (): void => {
    close();
    // How it ended has been read.
    if (help.call === null) leaveHelp();
  };
  // A card that lies there has to be taken first: the visit ends over it as it does for the visitor.
  const end = (): void => {
    if (isResting(readerVisit.get().stage)) leave();
    else readerVisit.tell({ type: 'finish' });
  };
  const answer = ({ id, content }: Prompt, accepted: boolean): void => {
    answerPrompt(id, accepted);
    if (!accepted) return;
    close();
    if (content.kind === 'show') void show(content.page);
    if (content.kind === 'end') end();
  };

  return (
    <>
      <p role="status" className="sr-only" data-help-status>
        {!isSheetOpen && prompt === null && words !== null && help.call !== null
          ? withoutReadings(`${words.title} ${words.lead}`)
          : null}
      </p>
      <HelpSheet isOpen={isSheetOpen} onAsk={(reason) => askForHelp(reason, given())} onClose={closeSheet} />
      <PromptSheet prompt={prompt} titles={titles} onAnswer={answer} />
      <StillHere />
    </>
  );
}
