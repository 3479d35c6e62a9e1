'use client';

import { useSyncExternalStore } from 'react';
import type { CallReason } from '@/lib/helpdesk/call';
import { connectDesk, type DeskClient } from '@/lib/helpdesk/desk-client';
import {
  advanceHelp,
  aheadOf,
  type Help,
  type HelpInput,
  leftOver,
  noHelp,
  openPrompt,
  phaseOf,
} from '@/lib/helpdesk/visitor-help';
import type { Case, DeskMessage, DeskView } from '@/lib/helpdesk/wire';
import { hasKeeper, isVisitBrowser } from '../keeper-link';
import { createStore } from '../store';
import { whenVisitEnds } from '../visit-end';
import { attendVisit, readerVisit } from '../visit-store';
import { changeHelpFace } from './help-store';
import { endRecord, noteHelped } from './record';

const store = createStore<Help>(noHelp);
let client: DeskClient | null = null;

/** The visitor's call. In memory only, and gone with the visit. */
export const useHelp = (): Help => useSyncExternalStore(store.subscribe, store.get, () => noHelp);

const send = (message: DeskMessage): void => client?.send(message);
const newId = (): string => crypto.randomUUID();

const change = (input: HelpInput): void => {
  const help = advanceHelp(store.get(), input);
  store.set(help);
  const phase = phaseOf(help);
  changeHelpFace({ phase, ahead: aheadOf(help), isCalled: help.call !== null });
  attendVisit(help.isAttended);
  if (help.ending === 'helped') noteHelped();
};

/**
 * Where a keeper gives each visit a browser of its own, a call that was there before the page is of the visit before: that
 * browser was ended, or has crashed, before the desk could be told. Elsewhere the page was loaded anew, and who called still
 * stands there.
 */
const hear = (view: DeskView): void => {
  const before = hasKeeper() ? leftOver(store.get(), view) : null;
  if (before !== null) {
    if (isVisitBrowser()) send({ kind: 'leave', id: newId(), call: before });
    change({ type: 'notOurs', call: before });
  }
  change({ type: 'told', view });
};

/** Listens to the desk from now on, for as long as the page lives. */
export const followDesk = (): void => {
  client ??= connectDesk('', hear);
};

/** What staff were told last of the case, without the time. */
let toldLast = '';
const whatIsIn = ({ elapsedS: _, ...rest }: Case): string => JSON.stringify(rest);

/** What is known is shown before the desk has heard of it. */
export const askForHelp = (reason: CallReason, given: Case): void => {
  const call = newId();
  toldLast = whatIsIn(given);
  change({ type: 'asked', call });
  send({ kind: 'ask', id: newId(), call, reason, case: given });
};

/** The visitor no longer wants anybody to come, or has seen how the call ended. */
export const leaveHelp = (): void => {
  const { call } = store.get();
  change({ type: 'left' });
  if (call !== null) send({ kind: 'leave', id: newId(), call });
};

/** Only what has changed is worth a message. */
export const tellCase = (given: Case): void => {
  const { call } = store.get();
  const what = whatIsIn(given);
  if (call === null || what === toldLast) return;
  toldLast = what;
  send({ kind: 'case', id: newId(), call, case: given });
};

export const noteNobody = (): void => change({ type: 'alone' });

export const noteForsaken = (): void => change({ type: 'forsaken' });

/** The answer to what staff have sent; once. */
export const answerPrompt = (prompt: string, accepted: boolean): void => {
  if (openPrompt(store.get())?.id !== prompt) return;
  change({ type: 'answered', prompt });
  send({ kind: 'answer', id: newId(), prompt, accepted });
};

whenVisitEnds(() => {
  changeHelpFace({ isOpen: false });
  leaveHelp();
  // Counted when the thanks are over, which belong to the visit.
  if (readerVisit.get().stage.name === 'thanks') return;
  const ended = endRecord();
  if (ended !== null) send({ kind: 'visit', id: newId(), ...ended });
});
