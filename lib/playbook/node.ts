/** What the staff playbook is made of: menus, chosen from by the keys 1 to 9, and pages, which say what to do. */
import type { StorePin } from '../advice/store-reset.ts';
import type { PinName } from '../card/report.ts';
import type { BringItem } from '../procedures/procedure.ts';
import type { PlaybookSource } from './sources.ts';

/** What can be shown to the visitor or taken home: the part of the visitor's program, and the page in it. */
export const handOuts = [
  'card',
  'guide',
  'phone',
  'phone:app',
  'phone:pc',
  'phone:trouble',
  'pins',
  'pins:certificates',
  'pins:counter',
  'pins:errors',
  'pins:fails',
  'pins:new',
  'pins:slip',
  'pins:store',
  'pins:which',
  'practice-card',
  'take-along',
] as const;
export type HandOut = (typeof handOuts)[number];

/** What never to do, whatever the queue. Messages: `Playbook.never`. */
export const nevers = [
  'ask-pin',
  'blame-card',
  'blame-pin',
  'call-unlocks',
  'copy-number',
  'guess',
  'keep',
  'look',
  'note',
  'other-ward',
  'promise-phone',
  'promise-today',
  'show-proxy',
  'try-again',
  'type',
  'wait-heals',
] as const;
export type Never = (typeof nevers)[number];

/** @typeParam Id - of nodes */
export interface PlaybookMenu<Id extends string = string> {
  readonly kind: 'menu';
  /** In the order of the keys 1 to 9. */
  readonly entries: readonly Id[];
}

/**
 * A page of the playbook.
 *
 * @typeParam Line - path of a message, as `Playbook.say.calm`; what visitors read elsewhere is said in the same words
 * @typeParam Id - of nodes
 */
export interface PlaybookPage<Line extends string = string, Id extends string = string> {
  readonly kind: 'page';
  /** Sentences to say to the person. */
  readonly say: readonly Line[];
  /** What to ask first. Never for a number. */
  readonly ask: readonly Line[];
  /** Steps for the clerk. */
  readonly do: readonly Line[];
  /** What the person brings; it varies between municipalities, and the screen says so. */
  readonly bring?: readonly BringItem[];
  readonly handOut: readonly HandOut[];
  readonly never: readonly Never[];
  readonly sources: readonly PlaybookSource[];
  /** The PIN that the page is about, to show under which names other screens have it. */
  readonly pin?: PinName;
  /** The PIN whose stores are listed. */
  readonly stores?: StorePin;
  /** Whether municipalities differ beyond `bring`. */
  readonly varies?: boolean;
  /** Pages that may come next, by the keys 1 to 9. */
  readonly next: readonly Id[];
}

/** A node before it is known which ids and messages there are. */
export type NodeDefinition = PlaybookMenu | PlaybookPage;
