import { resolve } from 'node:path';
import { defaultPort, splitAtEqualsSign, toPort } from './flags.ts';
import type { KioskMistake } from './kiosk-arguments.ts';

/** What `kazasu home` was asked to do. `settings`: path of a settings file. */
export type HomeArguments =
  | { kind: 'help' }
  | { kind: 'wrong'; mistake: Extract<KioskMistake, 'portNumber' | 'settingsFile' | 'unknownFlag'>; word: string }
  | { kind: 'start'; port: number; settings: string | undefined };

/** Reads the words after `kazasu home`. */
export const parseHomeArguments = (args: readonly string[]): HomeArguments => {
  let port = defaultPort;
  let settings: string | undefined;
  const words = args.flatMap(splitAtEqualsSign);
  while (words.length > 0) {
    const flag = words.shift() ?? '';
    if (flag === '--help') return { kind: 'help' };
    if (flag === '--settings') {
      const file = words.shift();
      if (!file) return { kind: 'wrong', mistake: 'settingsFile', word: flag };
      settings = resolve(file);
      continue;
    }
    if (flag !== '--port') return { kind: 'wrong', mistake: 'unknownFlag', word: flag };
    const value = words.shift();
    const given = toPort(value);
    if (given === undefined) return { kind: 'wrong', mistake: 'portNumber', word: value ?? '' };
    port = given;
  }
  return { kind: 'start', port, settings };
};
