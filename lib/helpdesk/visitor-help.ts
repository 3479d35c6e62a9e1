/**
 * The visitor's side of a call: what they did and what the desk said, as one state. Pure. The desk says everything whole each
 * time, and what it says may be a moment older than what the visitor has just done.
 */
import type { CallState } from './call.ts';
import type { DeskView, Prompt } from './wire.ts';

export interface Help {
  /** Id of the visitor's call, until it has ended. */
  readonly call: string | null;
  /** The desk has spoken of this call. Until then its silence means nothing. */
  readonly isKnown: boolean;
  /** Staff are on their way, or there, as far as the desk has said. It holds when the desk goes away: they do not. */
  readonly isAttended: boolean;
  /** The call before this one; the desk may still speak of it. */
  readonly over: string | null;
  /** How that one ended, if not by the visitor. */
  readonly ending: 'helped' | 'gone' | null;
  /** Nobody has been on duty for so long that it is said. */
  readonly isAlone: boolean;
  /** The newest prompt that was answered; the desk may still show it. */
  readonly answered: string | null;
  readonly view: DeskView;
}

export type HelpInput =
  | { readonly type: 'asked'; readonly call: string }
  /** The visitor has cancelled, or has left. */
  | { readonly type: 'left' }
  | { readonly type: 'told'; readonly view: DeskView }
  /** This call is of the visitor before. */
  | { readonly type: 'notOurs'; readonly call: string }
  /** Nobody has been on duty for as long as the office has set (`help.nobodyAfter`). */
  | { readonly type: 'alone' }
  /** The desk has been away for so long that staff who were there may have gone. */
  | { readonly type: 'forsaken' }
  | { readonly type: 'answered'; readonly prompt: string };

/** Until the desk has spoken nobody knows better, and a call can be made. */
export const noHelp: Help = {
  call: null,
  isKnown: false,
  isAttended: false,
  over: null,
  ending: null,
  isAlone: false,
  answered: null,
  view: { reachable: true, onDuty: true, call: null },
};

const isOver = (state: CallState): state is 'helped' | 'gone' => state === 'helped' || state === 'gone';

const ended = (help: Help, ending: Help['ending']): Help => ({
  ...help,
  call: null,
  isKnown: false,
  isAttended: false,
  over: help.call ?? help.over,
  ending,
  isAlone: false,
});

/** The call of a page that was there before this one, which the desk still has. Its visitor may still stand there, or not. */
export const leftOver = (help: Help, { reachable, call }: DeskView): string | null =>
  reachable && help.call === null && call !== null && call.id !== help.over && !isOver(call.state) ? call.id : null;

const told = (help: Help, view: DeskView): Help => {
  const heard = { ...help, view, isAlone: help.isAlone && !view.onDuty };
  // A desk that cannot be reached knows nothing of the call.
  if (!view.reachable) return heard;
  const { call } = view;
  if (help.call === null) {
    const before = leftOver(help, view);
    if (before === null) return heard;
    return { ...heard, call: before, isKnown: true, isAttended: call?.state === 'claimed', ending: null };
  }
  if (call?.id === help.call) {
    if (isOver(call.state)) return ended(heard, call.state);
    return { ...heard, isKnown: true, isAttended: call.state === 'claimed' };
  }
  return help.isKnown ? ended(heard, 'gone') : heard;
};

/** Total: every input has a meaning at any time, if only that nothing happens. */
export const advanceHelp = (help: Help, input: HelpInput): Help => {
  switch (input.type) {
    case 'asked':
      return { ...help, call: input.call, isKnown: false, isAttended: false, ending: null, isAlone: false };
    case 'left':
      return help.call === null ? { ...help, ending: null } : ended(help, null);
    case 'told':
      return told(help, input.view);
    case 'notOurs':
      return { ...help, over: input.call };
    case 'alone':
      return help.call === null ? help : { ...help, isAlone: true };
    case 'forsaken':
      return { ...help, isAttended: false };
    case 'answered':
      return { ...help, answered: input.prompt };
  }
};

/** How things stand, as the screen says it. `away`: staff cannot be reached; `ahead`, `next`: the place in the queue. */
export const helpPhases = ['none', 'away', 'calling', 'ahead', 'next', 'coming', 'nobody'] as const;
export type HelpPhase = (typeof helpPhases)[number];

const ownCall = ({ call, view }: Help) => (view.call !== null && view.call.id === call ? view.call : null);

export const phaseOf = (help: Help): HelpPhase => {
  if (!help.view.reachable) return 'away';
  if (help.call === null) return 'none';
  const own = ownCall(help);
  if (own?.state === 'claimed') return 'coming';
  if (help.isAlone) return 'nobody';
  if (own === null || own.place === null) return 'calling';
  return own.place > 1 ? 'ahead' : 'next';
};

/** How many are before this visitor. */
export const aheadOf = (help: Help): number => Math.max(0, (ownCall(help)?.place ?? 1) - 1);

/** Nobody is there who could hear this call. */
export const isUnheard = (help: Help): boolean => {
  const { call, view } = help;
  return call !== null && view.reachable && !view.onDuty && ownCall(help)?.state !== 'claimed';
};

/** What staff have sent and the visitor has not answered. */
export const openPrompt = (help: Help): Prompt | null => {
  const prompt = ownCall(help)?.prompt ?? null;
  return prompt !== null && prompt.state === 'sent' && prompt.id !== help.answered ? prompt : null;
};
