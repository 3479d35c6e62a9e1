import { codeMinutes } from '../lib/helpdesk/fleet.ts';
import { toHub } from '../lib/helpdesk/link/hub-address.ts';
import { defaultPort, splitAtEqualsSign, toPort } from './flags.ts';

/** What is wrong with the words after `kazasu hub`: messages/command-line, `hub.mistakes`. */
export type HubMistake = 'dataFolder' | 'kioskName' | 'listen' | 'minutes' | 'origin' | 'portNumber' | 'unknownFlag';

export type HubArguments =
  | { kind: 'help' }
  | { kind: 'wrong'; mistake: HubMistake; word: string }
  | {
      kind: 'start';
      port: number;
      /** IP address to listen on; `undefined`: this machine only. */
      listen: string | undefined;
      /** Where browsers and kiosks find it; `undefined`: its own address. */
      origin: string | undefined;
      data: string | undefined;
    }
  /** Makes a code for a new kiosk. */
  | { kind: 'code'; name: string; minutes: number; data: string | undefined };

const flags = ['--port', '--listen', '--origin', '--data', '--minutes'] as const;
type Flag = (typeof flags)[number];
const flagsOf = { start: ['--port', '--listen', '--origin', '--data'], code: ['--minutes', '--data'] } as const;

const isFlag = (word: string, of: readonly Flag[]): word is Flag => of.some((flag) => flag === word);
/** What a socket can be bound to; a name could be several. */
const isAddress = (word: string): boolean => /^[\d.]+$|^[\da-f:]+$/i.test(word);

const wrong = (mistake: HubMistake, word = ''): HubArguments => ({ kind: 'wrong', mistake, word });

/** Reads the words after `kazasu hub`. */
export const parseHubArguments = (args: readonly string[]): HubArguments => {
  const words = args.flatMap(splitAtEqualsSign);
  if (words.includes('--help')) return { kind: 'help' };
  const kind = words[0] === 'code' ? 'code' : 'start';
  if (kind === 'code') words.shift();
  const name = kind === 'code' && !words[0]?.startsWith('--') ? words.shift() : undefined;
  const given = new Map<Flag, string | undefined>();
  while (words.length > 0) {
    const flag = words.shift() ?? '';
    if (!isFlag(flag, flagsOf[kind])) return wrong('unknownFlag', flag);
    given.set(flag, words[0]?.startsWith('--') ? undefined : words.shift());
  }
  const data = given.get('--data');
  if (given.has('--data') && !data) return wrong('dataFolder', data);
  if (kind === 'code') {
    if (name === undefined || name.trim() === '') return wrong('kioskName', name);
    const text = given.get('--minutes');
    const minutes = given.has('--minutes') ? Number(text ?? Number.NaN) : codeMinutes.usual;
    const fits = Number.isInteger(minutes) && minutes >= codeMinutes.least && minutes <= codeMinutes.most;
    return fits ? { kind, name: name.trim(), minutes, data } : wrong('minutes', text);
  }
  const port = given.has('--port') ? toPort(given.get('--port')) : defaultPort;
  if (port === undefined) return wrong('portNumber', given.get('--port'));
  const listen = given.get('--listen');
  if (given.has('--listen') && (listen === undefined || !isAddress(listen))) return wrong('listen', listen);
  const asked = given.get('--origin');
  const origin = asked === undefined ? undefined : toHub(asked);
  // Whoever can be reached from elsewhere must be told by which name, or would answer to any.
  if ((given.has('--origin') || listen !== undefined) && origin === undefined) return wrong('origin', asked);
  return { kind, port, listen, origin, data };
};
