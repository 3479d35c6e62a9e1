/** What a member of staff can have shown on the visitor's screen, and the sentences they can say there. Closed lists. */

/** Pre-written sentences. Messages: `HelpSentences.<id>`, in every language, so that the visitor reads their own. */
export const sentences = [
  'please-wait-here',
  'coming-soon',
  'one-more-minute',
  'no-pin-to-anyone',
  'have-slip-ready',
  'have-card-ready',
  'put-card-on-reader',
  'keep-card-still',
  'come-to-counter',
  'take-number',
  'do-not-try-again',
  'thank-you',
] as const;

/** `sent`: not yet on the screen; `shown`: it asks; then what the visitor chose. `done`: nothing to choose. */
export const promptStates = ['sent', 'accepted', 'declined', 'done'] as const;
export type PromptState = (typeof promptStates)[number];
