import type { Procedure } from '../procedures/procedure.ts';
import type { RuleId } from './rule-book.ts';
import type { Visit } from './visit.ts';

/** What the visitor should know whichever way they go. A period of stay is not asked for; it is one tap away. */
export const notesOf = (visit: Visit, { id }: Procedure): readonly RuleId[] => [
  // Whoever does not know whether their stay ends is warned as well: no other notice comes.
  ...(visit.assume('stay', 'not-limited') === 'not-limited' ? [] : (['stay-limited'] as const)),
  ...(visit.peek('certificate.authentication') === 'renewable' ? (['certificate-renewable'] as const) : []),
  ...(visit.peek('outage') === 'yes' ? (['outage-today'] as const) : []),
  ...(id === 'moving-out' ? (['moving-in-needs-visit'] as const) : []),
];
