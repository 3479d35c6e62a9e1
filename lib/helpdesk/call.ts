/** A call for help: its states and what moves it on. Pure; the store does the same in one statement each. */

/** What the visitor says it is about, in one tap. Messages: `HelpCall.reasons`. */
export const callReasons = ['pin', 'card', 'phone', 'screen', 'other'] as const;
export type CallReason = (typeof callReasons)[number];

/**
 * `waiting`: nobody has taken it; `escalated`: nobody has for longer than the office wants, so others are told too;
 * `claimed`: somebody is coming; `helped`: they came; `gone`: the visitor no longer wants it, or has left.
 */
export const callStates = ['waiting', 'escalated', 'claimed', 'helped', 'gone'] as const;
export type CallState = (typeof callStates)[number];

/** States in which a member of staff may take a call. */
export const openStates = ['waiting', 'escalated'] as const satisfies readonly CallState[];
/** States in which somebody still waits for somebody. */
export const activeStates = ['waiting', 'escalated', 'claimed'] as const satisfies readonly CallState[];

export const callEvents = ['claim', 'release', 'escalate', 'help', 'leave'] as const;
/** `release`: whoever had claimed it cannot come after all, or is no longer there; `leave`: the visitor. */
export type CallEvent = (typeof callEvents)[number];

/** `null`: in this state that does not happen, and nothing changes. */
export const nextState: Readonly<Record<CallState, Readonly<Record<CallEvent, CallState | null>>>> = {
  waiting: { claim: 'claimed', release: null, escalate: 'escalated', help: null, leave: 'gone' },
  // A further escalation widens the circle once more; the state stays.
  escalated: { claim: 'claimed', release: null, escalate: 'escalated', help: null, leave: 'gone' },
  claimed: { claim: null, release: 'waiting', escalate: null, help: 'helped', leave: 'gone' },
  helped: { claim: null, release: null, escalate: null, help: null, leave: null },
  gone: { claim: null, release: null, escalate: null, help: null, leave: null },
};

/** The states from which an event leads somewhere, for the `where` of its statement. */
export const statesBefore = (event: CallEvent): readonly CallState[] =>
  callStates.filter((state) => nextState[state][event] !== null);

/** For this long a call rings only for those who speak its language; then for everybody. The office may set another time. */
export const languageFirstMs = 20_000;

/** Whom a call rings for: those who speak its language first; everybody later, or once it has been escalated. */
export const ringsFor = (
  call: { readonly state: CallState; readonly language: string; readonly askedAt: number },
  languages: readonly string[],
  now: number,
  firstMs = languageFirstMs,
): boolean => {
  if (call.state === 'escalated') return true;
  if (call.state !== 'waiting') return false;
  return languages.includes(call.language) || now - call.askedAt >= firstMs;
};

/** A member of staff counts as there while their console has been heard of within this time, in milliseconds. */
export const presenceMs = 10_000;
/** A claimed call goes back to the queue when its member of staff has not been heard of for so long. */
export const lostClaimMs = 60_000;
