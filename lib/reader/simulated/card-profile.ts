import type { CardKind } from '../../card/report.ts';

/** What a card answers to the VERIFY query about a locked PIN. Cards differ; 63C0 is what has been seen. */
export type LockedStatus = 0x63c0 | 0x6984 | 0x6983;

/** An elementary file (EF). PINs and keys are files of their own, which no command can read. */
export type ElementaryFile =
  | { readonly type: 'binary'; readonly content: Uint8Array; readonly readable: 'always' | 'withPin' }
  | { readonly type: 'pin'; readonly tries: number; readonly whenLocked: LockedStatus }
  | { readonly type: 'key' };

export interface Application {
  /** Its name (AID), ISO/IEC 7816-5. */
  readonly aid: Uint8Array;
  /** The P2 that SELECT must carry: `0x0c` asks for no answer, `0x00` for `selectAnswer`. */
  readonly selectP2: 0x0c | 0x00;
  readonly selectAnswer: Uint8Array;
  /** By file identifier. */
  readonly files: ReadonlyMap<number, ElementaryFile>;
}

/** Everything a simulated card is made from. Plain data: several cards can be made from one profile. */
export interface CardProfile {
  readonly kind: CardKind;
  /** Answer to reset, as a reader reports it. */
  readonly atr: Uint8Array;
  readonly applications: readonly Application[];
  /** Whether READ BINARY and VERIFY may name a file by its short identifier. */
  readonly shortIds: boolean;
  /** A card without files answers every command with this status word; `null` for cards with files. */
  readonly refusesAllWith: number | null;
}
