import { readFileSync } from 'node:fs';
import { queueHostsOf, storePlaceOf } from '../lib/helpdesk/server/desk-here.ts';
import { office } from '../lib/helpdesk/staff/audit-entry.ts';
import { openStore, type Store } from '../lib/helpdesk/store/open.ts';
import { published, wish } from '../lib/helpdesk/store/settings.ts';
import type { OwnSettings } from '../lib/office/definitions.ts';
import type { Mistake } from '../lib/office/problem.ts';
import { internalHosts, replacing } from '../lib/office/settings.ts';
import { readSettingsFile, settingsFile, settingsSchema } from '../lib/office/settings-file.ts';
import { dataFolder } from './data-folder.ts';
import { exitCode } from './exit-codes.ts';
import { parseSettingsArguments } from './settings-arguments.ts';
import { settingsPage } from './settings-page.ts';
import { settingWords, words } from './words.ts';

const say = (line: string): void => {
  process.stdout.write(line);
};

const complain = (line: string): void => {
  process.stderr.write(`kazasu settings: ${line}\n`);
};

/** Whoever uses the command line has the machine; the history and the audit name them so. */
const operator = { id: office, name: 'kazasu settings' } as const;

const isInternal = internalHosts(queueHostsOf(process.env));

const withStore = async <Result>(data: string | undefined, use: (store: Store) => Promise<Result>): Promise<Result> => {
  const place = storePlaceOf({ ...process.env, KAZASU_DATA: dataFolder(data) });
  if (place === undefined) throw new Error('no place for the database');
  const store = await openStore(place);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

const mistakeInWords = ({ path, problem, allowed }: Mistake): string => {
  const { allowedWord } = words().settings;
  const where = path === '' ? '' : `${path}: `;
  return `${where}${settingWords().OfficeProblems[problem]}${allowed === '' ? '' : `\n  ${allowedWord}: ${allowed}`}`;
};

const refuse = (mistakes: readonly Mistake[]): number => {
  for (const mistake of mistakes) complain(mistakeInWords(mistake));
  return exitCode.refused;
};

/** The settings of a file, or why it is refused. */
const readFile = (file: string): OwnSettings | number => {
  const read = readSettingsFile(readFileSync(file === '-' ? 0 : file, 'utf8'), isInternal);
  return read.kind === 'wrong' ? refuse(read.mistakes) : read.own;
};

const importFile = (own: OwnSettings, data: string | undefined): Promise<number> =>
  withStore(data, async (store) => {
    const wanted = { kind: 'import', changes: replacing(own), base: null } as const;
    const outcome = await wish(store, operator, wanted, { now: Date.now(), isInternal });
    if (outcome.kind === 'wrong') return refuse(outcome.mistakes);
    const { outcomes } = words().settings;
    if (outcome.kind === 'published' || outcome.kind === 'proposed' || outcome.kind === 'nothing')
      say(`${outcomes[outcome.kind]}\n`);
    return outcome.kind === 'proposed' ? exitCode.waits : exitCode.ok;
  });

/** `kazasu settings`: the settings of this office as a file, for whoever sets up many. @returns the exit code */
export const runSettings = async (args: readonly string[]): Promise<number> => {
  const asked = parseSettingsArguments(args);
  switch (asked.kind) {
    case 'wrong':
      complain(words().settings[asked.mistake]);
      return exitCode.usage;
    case 'schema':
      say(`${JSON.stringify(settingsSchema(), null, 2)}\n`);
      return exitCode.ok;
    case 'list':
      say(settingsPage());
      return exitCode.ok;
    case 'export':
      say(settingsFile(await withStore(asked.data, async (store) => (await published(store)).own), asked.all));
      return exitCode.ok;
    case 'check': {
      const own = readFile(asked.file);
      if (typeof own === 'number') return own;
      say(`${words().settings.outcomes.fine}\n`);
      return exitCode.ok;
    }
    case 'import': {
      const own = readFile(asked.file);
      return typeof own === 'number' ? own : importFile(own, asked.data);
    }
  }
};
