import { readFileSync } from 'node:fs';
import type { Channel, Device, StepName } from '../lib/advice/advice.ts';
import type { RuleId } from '../lib/advice/rule-book.ts';
import type { CardKind, CertificateState, PinName, PinState } from '../lib/card/report.ts';
import type { CardErrorCode } from '../lib/errors/card-error.ts';
import type { UsedATry } from '../lib/explain/error-row.ts';
import type { ErrorId, SignId } from '../lib/explain/errors.ts';
import type { ErrorShape } from '../lib/explain/shape.ts';
import type { Errand } from '../lib/facts/fact.ts';
import type { Enrolled } from '../lib/helpdesk/link/enrol.ts';
import type { ChainProblem } from '../lib/helpdesk/staff/chain.ts';
import type { CheckItem } from '../lib/kiosk/checklist.ts';
import type { Ending } from '../lib/kiosk/keeper/keeper.ts';
import type { SettingGroup, SettingId } from '../lib/office/definitions.ts';
import type { Problem } from '../lib/office/problem.ts';
import type { AnswerWords } from '../lib/phone/answer-words.ts';
import type { RestsOn } from '../lib/phone/decide.ts';
import type { AntennaSpot, Carrier } from '../lib/phone/model.ts';
import type { MenuPath, SettingsPath } from '../lib/phone/settings.ts';
import type { BringItem } from '../lib/procedures/procedure.ts';
import type { BrowserMistake } from './browser-arguments.ts';
import type { ExplainMistake } from './explain-arguments.ts';
import type { HubMistake } from './hub-arguments.ts';
import type { KioskMistake } from './kiosk-arguments.ts';
import type { PhoneMistake } from './phone-arguments.ts';
import type { SettingsMistake } from './settings-arguments.ts';

export type DoctorSubject =
  | 'build'
  | 'card'
  | 'chromium'
  | 'clock'
  | 'fonts'
  | 'node'
  | 'reader'
  | 'service'
  | 'sources';

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** messages/command-line/*.json: plain text, no arguments. */
export interface Words {
  readonly advise: Texts<
    | 'allowed'
    | 'blocked'
    | 'bring'
    | 'doneBy'
    | 'factsMissing'
    | 'first'
    | 'notAnObject'
    | 'onDay'
    | 'question'
    | 'reasons'
    | 'unknownName'
    | 'unknownValue'
    | 'visits'
  >;
  readonly audit: Texts<ChainProblem | 'knownForm' | 'newest' | 'usage' | 'whole'>;
  readonly browser: Texts<'printLeft' | 'templateMade' | 'templateNotMade' | 'usage'> & {
    readonly endings: Texts<Ending>;
    readonly mistakes: Texts<BrowserMistake>;
  };
  readonly card: Texts<CardKind | 'label'>;
  readonly certificate: Texts<CertificateState | 'authentication' | 'present' | 'signature' | 'unknown'>;
  readonly checklist: Texts<'otherScreen' | 'title' | 'tooSmall'> & {
    readonly items: Texts<CheckItem>;
    readonly mistakes: Texts<'panel' | 'panelHeight'>;
  };
  readonly doctor: Texts<
    | DoctorSubject
    | `${DoctorSubject}Remedy`
    | 'built'
    | 'connected'
    | 'readable'
    | 'running'
    | 'sourcesFresh'
    | 'synchronised'
  >;
  readonly explain: Texts<'similar' | 'source' | 'usedATry' | ExplainMistake> & { readonly tries: Texts<UsedATry> };
  readonly home: Texts<'usage'>;
  readonly hub: Texts<'codeUntil' | 'usage'> & { readonly mistakes: Texts<HubMistake> };
  readonly kiosk: Texts<
    'address' | 'buildFailed' | 'enrolUsage' | 'portInUse' | 'readerEnded' | 'usage' | 'webEnded' | 'webSilent'
  > & { readonly enrol: Texts<Enrolled>; readonly mistakes: Texts<KioskMistake> };
  readonly phone: Texts<
    'antenna' | 'model' | 'modelUnknown' | 'osOfOther' | 'restsOn' | 'settings' | 'source' | PhoneMistake
  >;
  readonly pin: Texts<PinName>;
  readonly pinState: Texts<PinState>;
  readonly settings: Texts<'allowedWord' | SettingsMistake> & {
    readonly outcomes: Texts<'fine' | 'nothing' | 'proposed' | 'published'>;
  };
  readonly staff: Texts<'firstCode' | 'hasAdministrator' | 'noAccount' | 'noStore' | 'setUpCode' | 'usage'>;
  readonly usage: string;
}

/** What the command line takes from the messages of the screens, so that both say the same. */
interface ScreenMessages {
  readonly CardErrors: Readonly<Record<CardErrorCode, Texts<'title' | 'remedy'>>>;
  readonly Bring: Texts<BringItem>;
  readonly Channels: Texts<Channel>;
  readonly Devices: Texts<Device>;
  readonly Errands: Readonly<Record<Errand, Texts<'name' | 'note'>>>;
  readonly ErrorMeanings: Readonly<Record<ErrorId, Texts<'meaning' | 'advice'>>>;
  readonly ErrorShapes: Texts<ErrorShape>;
  readonly ErrorSigns: Texts<SignId>;
  readonly OfficeProblems: Texts<Problem>;
  readonly OfficeSettings: Readonly<Record<SettingId, Texts<'title' | 'note'>>>;
  readonly OfficeSettingsPage: { readonly groups: Texts<SettingGroup> };
  readonly PhoneAnswer: {
    readonly restsOn: Texts<RestsOn>;
    readonly spotUnknown: string;
    readonly spots: Texts<AntennaSpot>;
    readonly steps: Readonly<Record<AnswerWords, Texts<'title' | 'body'>>>;
  };
  readonly PhoneSearch: { readonly carriers: Texts<Carrier> };
  readonly PhoneSettings: {
    readonly menus: Texts<MenuPath>;
    readonly paths: Readonly<Record<SettingsPath, Texts<'title' | 'how'>>>;
  };
  readonly Questions: Readonly<Record<string, Partial<Texts<'title' | 'short'>>>>;
  readonly Rules: Texts<RuleId>;
  readonly Steps: Readonly<Record<StepName, Texts<'title' | 'how'>>>;
}

type Language = 'ja' | 'en';

/** Japanese where the terminal says so, English everywhere else. */
const language = (): Language => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ja') ? 'ja' : 'en';
};

const read = (path: string): string => readFileSync(new URL(`../messages/${path}`, import.meta.url), 'utf8');

export const words = (): Words => JSON.parse(read(`command-line/${language()}.json`));

const screens = (inLanguage: Language): ScreenMessages => JSON.parse(read(`${inLanguage}.json`));

export const cardErrors = (): ScreenMessages['CardErrors'] => screens(language()).CardErrors;

export const errorWords = (): Pick<ScreenMessages, 'ErrorMeanings' | 'ErrorShapes' | 'ErrorSigns'> =>
  screens(language());

export const phoneWords = (): Pick<ScreenMessages, 'PhoneAnswer' | 'PhoneSearch' | 'PhoneSettings'> =>
  screens(language());

export const settingWords = (
  inLanguage: Language = language(),
): Pick<ScreenMessages, 'OfficeProblems' | 'OfficeSettings' | 'OfficeSettingsPage'> => adviceWords(inLanguage);

/** What the screens say about advice. Made once per language: a page of the docs looks into it for every name. */
const adviceTexts = new Map<Language, ScreenMessages>();
export const adviceWords = (inLanguage: Language = language()): ScreenMessages => {
  const texts = adviceTexts.get(inLanguage) ?? screens(inLanguage);
  adviceTexts.set(inLanguage, texts);
  return texts;
};
