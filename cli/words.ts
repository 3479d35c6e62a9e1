import { readFileSync } from 'node:fs';
import type { CardKind, CertificateState, PinName, PinState } from '../lib/card/report.ts';
import type { CardErrorCode } from '../lib/errors/card-error.ts';
import type { KioskMistake } from './kiosk-arguments.ts';

export type DoctorSubject = 'build' | 'card' | 'chromium' | 'fonts' | 'node' | 'reader' | 'service';

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** messages/command-line/*.json: plain text, no arguments. */
export interface Words {
  readonly card: Texts<CardKind | 'label'>;
  readonly certificate: Texts<CertificateState | 'authentication' | 'present' | 'signature' | 'unknown'>;
  readonly doctor: Texts<DoctorSubject | `${DoctorSubject}Remedy` | 'built' | 'connected' | 'readable' | 'running'>;
  readonly kiosk: Texts<
    'address' | 'buildFailed' | 'portInUse' | 'readerEnded' | 'usage' | 'webEnded' | 'webSilent'
  > & { readonly mistakes: Texts<KioskMistake> };
  readonly pin: Texts<PinName>;
  readonly pinState: Texts<PinState>;
  readonly usage: string;
}

/** What the command line takes from the messages of the screens, so that both say the same. */
interface ScreenMessages {
  readonly CardErrors: Readonly<Record<CardErrorCode, Texts<'title' | 'remedy'>>>;
}

/** Japanese where the terminal says so, English everywhere else. */
const language = (): 'ja' | 'en' => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ja') ? 'ja' : 'en';
};

const read = (path: string): string => readFileSync(new URL(`../messages/${path}`, import.meta.url), 'utf8');

export const words = (): Words => JSON.parse(read(`command-line/${language()}.json`));

export const cardErrors = (): ScreenMessages['CardErrors'] => {
  const screens: ScreenMessages = JSON.parse(read(`${language()}.json`));
  return screens.CardErrors;
};
