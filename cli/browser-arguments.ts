import { defaultPort, splitAtEqualsSign, toPort } from './flags.ts';
import { loopback } from './local-port.ts';

/** What is wrong with the words after `kazasu browser`: messages/command-line, `browser.mistakes`. */
export type BrowserMistake = 'chromium' | 'folder' | 'portNumber' | 'unknownFlag' | 'url';

export type BrowserArguments =
  | { kind: 'help' }
  | { kind: 'wrong'; mistake: BrowserMistake; word: string }
  | {
      kind: 'start';
      /** Origin of the kiosk's pages. */
      url: string;
      /** Where pages reach the keeper. */
      port: number;
      chromium: string;
      /** For the profiles, on a file system in memory; `undefined`: the usual one. */
      folder: string | undefined;
    };

export const defaultKeeperPort = 3101;

/** A page of another machine is not the one of this kiosk. */
const toUrl = (text: string | undefined): string | undefined => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  return protocol === 'http:' && hostname === loopback ? origin : undefined;
};

/** Reads the words after `kazasu browser`. */
export const parseBrowserArguments = (args: readonly string[]): BrowserArguments => {
  let asked: Extract<BrowserArguments, { kind: 'start' }> = {
    kind: 'start',
    url: `http://${loopback}:${defaultPort}`,
    port: defaultKeeperPort,
    chromium: '/usr/bin/chromium',
    folder: undefined,
  };
  const wrong = (mistake: BrowserMistake, word = ''): BrowserArguments => ({ kind: 'wrong', mistake, word });
  const words = args.flatMap(splitAtEqualsSign);
  while (words.length > 0) {
    const flag = words.shift();
    if (flag === '--help') return { kind: 'help' };
    const value = words[0]?.startsWith('--') ? undefined : words.shift();
    if (flag === '--url') {
      const url = toUrl(value);
      if (url === undefined) return wrong('url', value);
      asked = { ...asked, url };
    } else if (flag === '--port') {
      const port = toPort(value);
      if (port === undefined || port === 0) return wrong('portNumber', value);
      asked = { ...asked, port };
    } else if (flag === '--chromium') {
      if (!value) return wrong('chromium', value);
      asked = { ...asked, chromium: value };
    } else if (flag === '--folder') {
      if (!value) return wrong('folder', value);
      asked = { ...asked, folder: value };
    } else return wrong('unknownFlag', flag);
  }
  return asked;
};
