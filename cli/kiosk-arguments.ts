/** What is wrong with the words after `kazasu kiosk`: messages/command-line, `kiosk.mistakes`. */
export type KioskMistake = 'noSuchCard' | 'portNumber' | 'readerName' | 'twoReaders' | 'unknownFlag';

/** What `kazasu kiosk` was asked to do. `practiceCard` is the name of a scenario; with it no reader is used. */
export type KioskArguments =
  | { kind: 'help' }
  | { kind: 'wrong'; mistake: KioskMistake; word: string }
  | { kind: 'start'; port: number; reader: string | undefined; practiceCard: string | undefined };

const defaultPort = 3000;

/** Reads the words after `kazasu kiosk`. `scenarios` are the names that `--practice-card` takes; the first is its default. */
export const parseKioskArguments = (args: readonly string[], scenarios: readonly string[]): KioskArguments => {
  const start = { kind: 'start', port: defaultPort, reader: undefined, practiceCard: undefined } as const;
  let asked: Extract<KioskArguments, { kind: 'start' }> = start;
  const words = args.flatMap(splitAtEqualsSign);
  while (words.length > 0) {
    const flag = words.shift();
    const value = words[0]?.startsWith('--') ? undefined : words.shift();
    if (flag === '--help') return { kind: 'help' };
    if (flag === '--practice-card') {
      const scenario = value ?? scenarios[0];
      if (scenario === undefined || !scenarios.includes(scenario)) return wrong('noSuchCard', scenario);
      asked = { ...asked, practiceCard: scenario };
    } else if (flag === '--port') {
      const port = toPort(value);
      if (port === undefined) return wrong('portNumber', value);
      asked = { ...asked, port };
    } else if (flag === '--reader') {
      if (!value) return wrong('readerName', value);
      asked = { ...asked, reader: value };
    } else {
      return wrong('unknownFlag', flag);
    }
  }
  if (asked.reader !== undefined && asked.practiceCard !== undefined) {
    return wrong('twoReaders', asked.reader);
  }
  return asked;
};

const wrong = (mistake: KioskMistake, word = ''): KioskArguments => ({ kind: 'wrong', mistake, word });

const splitAtEqualsSign = (word: string): string[] => {
  const at = word.indexOf('=');
  return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word];
};

const toPort = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 65_535 ? port : undefined;
};
