/** Settings as a console is shown them: `GET /api/staff/settings` and `…/history`. */
import type { OwnSettings } from '../office/definitions.ts';
import type { Changes } from '../office/settings.ts';
import type { QueueReading } from './queue-system.ts';

/** Who does it: a member of staff, or the command line. */
export interface Author {
  readonly id: string;
  readonly name: string;
}

export interface Published {
  /** Grows by one with each change that is published; 0: nobody has set anything. */
  readonly version: number;
  readonly own: OwnSettings;
}

export interface Revision {
  readonly number: number;
  readonly kind: 'change' | 'undo' | 'import';
  readonly state: 'published' | 'proposed' | 'refused' | 'withdrawn';
  /** What was asked for, and for what was published also what there was. */
  readonly changes: Changes;
  readonly before: OwnSettings | null;
  readonly after: OwnSettings | null;
  readonly madeBy: Author;
  readonly madeAt: number;
  readonly decidedBy: Author | null;
  readonly decidedAt: number | null;
}

/** What a second person makes of a proposal; whoever has made it can only withdraw it. */
export type Decision = 'approve' | 'refuse' | 'withdraw';

export interface StaffSettings extends Published {
  readonly proposals: readonly Revision[];
  /** The last answer of the queue system; `null`: it is switched off, or has not answered yet. */
  readonly queue: QueueReading | null;
}
