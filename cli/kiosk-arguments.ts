import { toHub } from '../lib/helpdesk/link/hub-address.ts';
import { type Paper, papers } from '../lib/kiosk/machine.ts';
import { toLowerEdge, toPanelSize } from '../lib/kiosk/panel.ts';
import { defaultPort, splitAtEqualsSign, toPort } from './flags.ts';

/** What is wrong with the words after `kazasu kiosk`: messages/command-line, `kiosk.mistakes`. */
export type KioskMistake =
  | 'dataFolder'
  | 'enrolCode'
  | 'homeAddress'
  | 'hubAddress'
  | 'keeperPort'
  | 'noSuchCard'
  | 'panel'
  | 'panelHeight'
  | 'portNumber'
  | 'printerPaper'
  | 'printQueue'
  | 'readerName'
  | 'settingsFile'
  | 'twoReaders'
  | 'unknownFlag';

/**
 * What `kazasu kiosk` was asked to do. `practiceCard` is the name of a scenario; with it no reader is used. `homeAddress` is
 * an origin, without a slash at the end.
 */
export type KioskArguments =
  | { kind: 'help' }
  | { kind: 'wrong'; mistake: KioskMistake; word: string }
  | {
      kind: 'start';
      port: number;
      reader: string | undefined;
      practiceCard: string | undefined;
      homeAddress: string | undefined;
      /** Where the desk keeps its file; `undefined`: where it usually does. */
      data: string | undefined;
      /** Origin of the hub that has the desk; `undefined`: it is on this machine. */
      hub: string | undefined;
      /** Port of the keeper of the browser on this machine; `undefined`: there is none. */
      keeper: number | undefined;
      /** What slips are printed on; `undefined`: nothing is printed. */
      paper: Paper | undefined;
      /** Queue of CUPS; `undefined`: the one that is used when none is named. */
      printQueue: string | undefined;
      /** As `toPanelSize` and `toLowerEdge` read them; `undefined`: the usual panel. */
      panel: string | undefined;
      panelHeight: string | undefined;
    };

/** Reads the words after `kazasu kiosk`. `scenarios` are the names that `--practice-card` takes; the first is its default. */
export const parseKioskArguments = (args: readonly string[], scenarios: readonly string[]): KioskArguments => {
  let asked: Extract<KioskArguments, { kind: 'start' }> = {
    kind: 'start',
    port: defaultPort,
    reader: undefined,
    practiceCard: undefined,
    homeAddress: undefined,
    data: undefined,
    hub: undefined,
    keeper: undefined,
    paper: undefined,
    printQueue: undefined,
    panel: undefined,
    panelHeight: undefined,
  };
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
    } else if (flag === '--data') {
      if (!value) return wrong('dataFolder', value);
      asked = { ...asked, data: value };
    } else if (flag === '--hub') {
      const hub = toHub(value ?? '');
      if (hub === undefined) return wrong('hubAddress', value);
      asked = { ...asked, hub };
    } else if (flag === '--keeper') {
      const keeper = toPort(value);
      if (keeper === undefined || keeper === 0) return wrong('keeperPort', value);
      asked = { ...asked, keeper };
    } else if (flag === '--printer') {
      const paper = papers.find((each) => each === value);
      if (paper === undefined && value !== 'none') return wrong('printerPaper', value);
      asked = { ...asked, paper };
    } else if (flag === '--print-queue') {
      if (!isQueue(value)) return wrong('printQueue', value);
      asked = { ...asked, printQueue: value };
    } else if (flag === '--panel') {
      if (value === undefined || toPanelSize(value) === undefined) return wrong('panel', value);
      asked = { ...asked, panel: value };
    } else if (flag === '--panel-height') {
      if (value === undefined || toLowerEdge(value) === undefined) return wrong('panelHeight', value);
      asked = { ...asked, panelHeight: value };
    } else if (flag === '--home-address') {
      const homeAddress = toOrigin(value);
      if (homeAddress === undefined) return wrong('homeAddress', value);
      asked = { ...asked, homeAddress };
    } else {
      return wrong('unknownFlag', flag);
    }
  }
  if (asked.reader !== undefined && asked.practiceCard !== undefined) {
    return wrong('twoReaders', asked.reader);
  }
  return asked;
};

/** What CUPS takes as a name, and no command for an option. */
const isQueue = (text: string | undefined): boolean =>
  text !== undefined && /^[^-\s/#?'"\\][^\s/#?'"\\]{0,126}$/.test(text);

const wrong = (mistake: KioskMistake, word = ''): KioskArguments => ({ kind: 'wrong', mistake, word });

/** Pages are looked for at the root, so an address with anything behind the host would lead to none. */
const toOrigin = (text: string | undefined): string | undefined => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, origin, href } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && href === `${origin}/` ? origin : undefined;
};
