/** The way from a kiosk's own server to the desk. */
import type { DeskMessage, DeskView } from '../wire.ts';

export interface DeskLink {
  /**
   * Resolves when what the kiosk says is on the disk. `taken`: the desk has it; `kept`: the desk does not answer now, and gets
   * it when it does.
   */
  send(message: DeskMessage): Promise<'taken' | 'kept'>;
  /** Calls `listener` with what is true now and whenever that changes. Returns the way to stop. */
  follow(listener: (view: DeskView) => void): () => void;
  close(): Promise<void>;
}
