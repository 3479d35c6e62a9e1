/** For tests: another PC/SC program that gets in the way. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

export type OtherProgramWish = 'shared' | 'exclusive' | 'transaction' | 'reset' | 'power-down' | 'reset-loop';

export interface OtherProgram {
  /** Resets the card or powers it down, once or until it lets go, for those that wish to. */
  readonly act: () => Promise<void>;
  /** Ends its transaction and lets go of the card. */
  readonly letGo: () => Promise<void>;
  readonly kill: () => void;
}

/** @returns once the other program holds the card in the way it wishes. */
export const startOtherProgram = async (reader: string, wish: OtherProgramWish): Promise<OtherProgram> => {
  const child = fork(new URL('./other-program-process.ts', import.meta.url), [reader, wish]);
  await once(child, 'message');
  const tell = async (message: 'act' | 'let-go'): Promise<void> => {
    const done = once(child, 'message');
    child.send(message);
    await done;
  };
  return { act: () => tell('act'), letGo: () => tell('let-go'), kill: () => child.kill('SIGKILL') };
};
