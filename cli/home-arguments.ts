import { defaultPort, splitAtEqualsSign, toPort } from './flags.ts';
import type { KioskMistake } from './kiosk-arguments.ts';

/** What `kazasu home` was asked to do. */
export type HomeArguments =
  | { kind: 'help' }
  | { kind: 'wrong'; mistake: Extract<KioskMistake, 'portNumber' | 'unknownFlag'>; word: string }
  | { kind: 'start'; port: number };

/** Reads the words after `kazasu home`. */
export const parseHomeArguments = (args: readonly string[]): HomeArguments => {
  let port = defaultPort;
  const words = args.flatMap(splitAtEqualsSign);
  while (words.length > 0) {
    const flag = words.shift() ?? '';
    if (flag === '--help') return { kind: 'help' };
    if (flag !== '--port') return { kind: 'wrong', mistake: 'unknownFlag', word: flag };
    const value = words.shift();
    const given = toPort(value);
    if (given === undefined) return { kind: 'wrong', mistake: 'portNumber', word: value ?? '' };
    port = given;
  }
  return { kind: 'start', port };
};
