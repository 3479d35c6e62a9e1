import { enrolKiosk } from '../lib/helpdesk/link/enrol.ts';
import { toHub } from '../lib/helpdesk/link/hub-address.ts';
import { dataFolder } from './data-folder.ts';
import { exitCode } from './exit-codes.ts';
import { splitAtEqualsSign } from './flags.ts';
import type { KioskMistake } from './kiosk-arguments.ts';
import { say } from './run-screens.ts';
import { words } from './words.ts';

type EnrolArguments =
  | { kind: 'help' }
  | {
      kind: 'wrong';
      mistake: Extract<KioskMistake, 'dataFolder' | 'enrolCode' | 'hubAddress' | 'unknownFlag'>;
      word: string;
    }
  | { kind: 'enrol'; code: string; hub: string; data: string | undefined };

/** Reads the words after `kazasu kiosk enrol`. */
export const parseEnrolArguments = (args: readonly string[]): EnrolArguments => {
  const wrong = (mistake: Extract<EnrolArguments, { kind: 'wrong' }>['mistake'], word = ''): EnrolArguments => ({
    kind: 'wrong',
    mistake,
    word,
  });
  const words = args.flatMap(splitAtEqualsSign);
  if (words.includes('--help')) return { kind: 'help' };
  const code = words[0]?.startsWith('--') ? undefined : words.shift();
  let hub: string | undefined;
  let data: string | undefined;
  while (words.length > 0) {
    const flag = words.shift();
    const value = words[0]?.startsWith('--') ? undefined : words.shift();
    if (flag === '--hub') {
      hub = toHub(value ?? '');
      if (hub === undefined) return wrong('hubAddress', value);
    } else if (flag === '--data') {
      if (!value) return wrong('dataFolder', value);
      data = value;
    } else {
      return wrong('unknownFlag', flag);
    }
  }
  if (!code) return wrong('enrolCode');
  return hub === undefined ? wrong('hubAddress') : { kind: 'enrol', code, hub, data };
};

/**
 * `kazasu kiosk enrol CODE --hub URL`: from then on this machine belongs to that hub. A kiosk that runs need not be started anew.
 *
 * @returns the exit code
 */
export const runEnrol = async (args: readonly string[]): Promise<number> => {
  const asked = parseEnrolArguments(args);
  const { kiosk } = words();
  if (asked.kind === 'help') {
    process.stdout.write(`${kiosk.enrolUsage}\n`);
    return exitCode.ok;
  }
  if (asked.kind === 'wrong') {
    say(`kazasu kiosk enrol: ${asked.word}: ${kiosk.mistakes[asked.mistake]}\n\n${kiosk.enrolUsage}`);
    return exitCode.usage;
  }
  const outcome = await enrolKiosk(asked.hub, asked.code, dataFolder(asked.data));
  say(`${asked.hub}: ${kiosk.enrol[outcome]}`);
  return outcome === 'enrolled' ? exitCode.ok : exitCode.notReady;
};
