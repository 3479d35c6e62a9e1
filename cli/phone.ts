import { answerWords } from '../lib/phone/answer-words.ts';
import type { OsVersion } from '../lib/phone/browser.ts';
import { findByCode } from '../lib/phone/catalogue.ts';
import {
  answerOf,
  choseModel,
  isPastHelp,
  mostCautious,
  newCheck,
  type PhoneCheck,
  signsOf,
} from '../lib/phone/check.ts';
import { guessFromCode } from '../lib/phone/code-pattern.ts';
import { type PhoneAnswer, systemRequirements } from '../lib/phone/decide.ts';
import { loadCatalogue } from '../lib/phone/load.ts';
import type { AntennaSpot, PhoneCatalogue, PhoneModel, PhoneSource } from '../lib/phone/model.ts';
import { hasMenu, type SettingsPath, settingsFor, settingsOwner } from '../lib/phone/settings.ts';
import { columns } from './columns.ts';
import { exitCode } from './exit-codes.ts';
import { parsePhoneArguments } from './phone-arguments.ts';
import { phoneWords, words } from './words.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const complain = (line: string): number => {
  process.stderr.write(`kazasu phone: ${line}\n`);
  return exitCode.usage;
};

/** `kazasu phone`: whether a phone reads the card and runs マイナアプリ. @returns the exit code */
export const runPhone = async (args: readonly string[]): Promise<number> => {
  const asked = parsePhoneArguments(args);
  if (asked.kind === 'wrong') return complain(words().phone[asked.mistake]);
  const { model, os, json } = asked;
  const check = checkNamed(await loadCatalogue(), model, os?.version ?? null);
  if (os !== null && os.system !== null && os.system !== signsOf(check).system)
    return complain(words().phone.osOfOther);
  const found = findingOf(check, model);
  say(json ? JSON.stringify(toJson(found)) : inWords(found, model));
  return exitCode.ok;
};

/** One spelling of a name: `iPhone SE (第2世代)` and `iphone SE2` are the same. `iPhone14,5`, which is no name, stays as it is. */
const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/第(\d)世代|(\d)(?:st|nd|rd)(?: gen(?:eration)?)?/g, '$1$2')
    .replace(/[\s()]/g, '');

const modelNamed = ({ models }: PhoneCatalogue, name: string): PhoneModel | undefined =>
  models.find((model) => model.system === 'ios' && foldName(model.name) === name);

/** By their numbers: iPhone 3G to 5c, which are not among the models. */
const isOldIphone = (name: string): boolean => /^iphone[3-5](?:gs?|s|c)?$/.test(name);

/**
 * The check of a phone of which a person has given the code, or the name of an iPhone or iPad, and perhaps the version.
 *
 * @param text - as `SO-51C`, `so-51c Build/…`, `iPhone 12`, `iPad`
 * @param version - `null`: not known
 */
export const checkNamed = (catalogue: PhoneCatalogue, text: string, version: OsVersion | null): PhoneCheck => {
  const asked: PhoneCheck = {
    ...newCheck,
    os: version === null ? null : { value: version, isSeen: false, isSure: true },
  };
  const name = foldName(text);
  const model = mostCautious(findByCode(catalogue, text)) ?? modelNamed(catalogue, name);
  if (model !== undefined) return choseModel(asked, model);
  if (name.startsWith('ipad')) return { ...asked, kind: 'ipad' };
  if (!name.startsWith('iphone')) return { ...asked, kind: 'android', model: 'not-listed' };
  return { ...asked, kind: 'iphone', iphone: isOldIphone(name) ? '6s-or-older' : 'unknown' };
};

/** All that is said of a phone, before it is put into words. */
interface Finding {
  readonly check: PhoneCheck;
  readonly answer: PhoneAnswer;
  readonly model: PhoneModel | null;
  readonly spot: AntennaSpot | null;
  readonly settings: readonly SettingsPath[];
  readonly source: PhoneSource | null;
}

/** Of one that cannot read the card neither the place nor the settings matter, as on the screens. */
const findingOf = (check: PhoneCheck, text: string): Finding => {
  const answer = answerOf(check);
  const model = check.model === 'not-listed' ? null : check.model;
  const { system, os } = signsOf(check);
  const androidVersion = system === 'android' && typeof os === 'object' ? (os?.[0] ?? null) : null;
  const cannot = answer.phone === 'cannot';
  return {
    check,
    answer,
    model,
    spot: cannot ? null : (model?.spot ?? (check.kind === 'iphone' ? 'top' : null)),
    settings: cannot ? [] : settingsFor(settingsOwner(model, guessFromCode(text), system, androidVersion)),
    source: sourceOf(answer, model),
  };
};

/** Where nothing shows that it reads, it is the version alone that speaks against it. */
const sourceOf = ({ step, restsOn }: PhoneAnswer, model: PhoneModel | null): PhoneSource | null =>
  step === 'os-too-old' && restsOn === 'you-told-us' ? systemRequirements : (model?.source ?? null);

const settingInWords = (path: SettingsPath): string => {
  const { menus, paths } = phoneWords().PhoneSettings;
  return hasMenu(path) ? menus[path] : paths[path].how;
};

/** What `--json` prints; docs/command-line.md describes it. */
const toJson = ({ answer, model, spot, settings, source }: Finding): unknown => {
  const { PhoneAnswer, PhoneSearch } = phoneWords();
  const { phone, restsOn, step, isDisputed } = answer;
  return {
    phone,
    restsOn,
    step,
    isDisputed,
    name: model?.name ?? null,
    maker: model?.maker ?? null,
    carrier: model === null ? null : PhoneSearch.carriers[model.carrier],
    antenna: spot === null ? null : PhoneAnswer.spots[spot],
    settings: settings.map(settingInWords),
    source: source?.address ?? null,
    asOf: source?.asOf ?? null,
  };
};

const nameInWords = ({ check, model }: Finding, text: string): string => {
  if (model === null) return check.kind === 'ipad' ? text : `${text} – ${words().phone.modelUnknown}`;
  const { name, code, maker, carrier } = model;
  const codes = name.endsWith(code) ? [] : [code];
  return [name, ...codes, maker, phoneWords().PhoneSearch.carriers[carrier]].join(' – ');
};

/** Rows whose first one alone is named. */
const rowsOf = (name: string, values: readonly string[]): readonly (readonly [string, string])[] =>
  values.map((value, at) => [at === 0 ? name : '', value]);

const inWords = (found: Finding, text: string): string => {
  const { check, answer, spot, settings, source } = found;
  const { PhoneAnswer, PhoneSettings } = phoneWords();
  const label = words().phone;
  const place = spot === null ? PhoneAnswer.spotUnknown : PhoneAnswer.spots[spot];
  const isIpad = check.kind === 'ipad';
  const step = answerWords(answer, { isIpad, isPastHelp: isPastHelp(check), canTest: false });
  return [
    PhoneAnswer.steps[step].title,
    PhoneAnswer.steps[step].body,
    columns([
      [label.model, nameInWords(found, text)],
      [label.restsOn, PhoneAnswer.restsOn[answer.restsOn]],
      ...rowsOf(label.antenna, answer.phone === 'cannot' ? [] : [place]),
      ...rowsOf(
        label.settings,
        settings.map((path) => `${PhoneSettings.paths[path].title}: ${settingInWords(path)}`),
      ),
      ...rowsOf(label.source, source === null ? [] : [sourceInWords(source)]),
    ]),
  ].join('\n');
};

const sourceInWords = ({ address, asOf }: PhoneSource): string => (asOf === null ? address : `${address} (${asOf})`);
