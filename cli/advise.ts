import { readFileSync } from 'node:fs';
import type { Advice, Blocked, Consultation, Route } from '../lib/advice/advice.ts';
import { consult } from '../lib/advice/consult.ts';
import type { RuleId } from '../lib/advice/rule-book.ts';
import { citedRule } from '../lib/advice/rule-sources.ts';
import type { Facts } from '../lib/facts/fact.ts';
import { factKey } from '../lib/facts/fact-key.ts';
import { type FactsMistake, readFacts } from '../lib/facts/facts-file.ts';
import { momentOf } from '../lib/facts/moment.ts';
import { usualOffice } from '../lib/procedures/office.ts';
import { procedures } from '../lib/procedures/procedures.ts';
import { parseAdviseArguments } from './advise-arguments.ts';
import { rulesPage } from './advise-map.ts';
import { factNamesPage } from './advise-names.ts';
import { storeResetPage } from './advise-store-reset.ts';
import { exitCode } from './exit-codes.ts';
import { adviceWords, words } from './words.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const complain = (line: string): number => {
  process.stderr.write(`kazasu advise: ${line}\n`);
  return exitCode.usage;
};

/** `kazasu advise`: the next question, or the ways to get the errand done. @returns the exit code */
export const runAdvise = async (args: readonly string[]): Promise<number> => {
  const asked = parseAdviseArguments(args);
  switch (asked.kind) {
    case 'wrong':
      return complain(words().advise[asked.mistake]);
    case 'map':
      process.stdout.write(rulesPage());
      return exitCode.ok;
    case 'names':
      process.stdout.write(factNamesPage());
      return exitCode.ok;
    case 'store-reset':
      process.stdout.write(storeResetPage());
      return exitCode.ok;
    case 'advise': {
      const read = readFile(asked.file);
      if (!read.ok) return complain(read.complaint);
      const found = consult(read.facts, { now: asked.moment ?? momentOf(new Date()), office: usualOffice });
      say(asked.json ? JSON.stringify(toJson(found)) : inWords(found));
      return exitCode.ok;
    }
  }
};

type FileRead = { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly complaint: string };

/** `-` is standard input. */
const readFile = (file: string): FileRead => {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (failure) {
    // Not there, not to be read, or not JSON: the message says which.
    return { ok: false, complaint: `${file}: ${failure instanceof Error ? failure.message : String(failure)}` };
  }
  const read = readFacts(json);
  return read.ok ? read : { ok: false, complaint: read.mistakes.map(mistakeInWords).join('\n') };
};

const mistakeInWords = (mistake: FactsMistake): string => {
  const { notAnObject, unknownName, unknownValue, allowed } = words().advise;
  switch (mistake.kind) {
    case 'notAnObject':
      return notAnObject;
    case 'unknownName':
      return `${unknownName}: ${mistake.name}\n  ${allowed}: ${mistake.allowed.join(', ')}`;
    case 'unknownValue':
      return `${unknownValue}: ${mistake.name}: ${JSON.stringify(mistake.value)}\n  ${allowed}: ${mistake.allowed.join(', ')}`;
  }
};

const ruleJson = (advice: Advice) => (id: RuleId) => {
  const { source, asOf } = citedRule(id, procedures[advice.errand]);
  return { id, source: source.address, grade: source.grade, asOf };
};

const routeJson =
  (advice: Advice) =>
  ({ rules, ...route }: Route) => ({ ...route, rules: rules.map(ruleJson(advice)) });

const blockedJson = ({ channel, by, because, check }: Blocked) => ({ channel, by, because, check });

/** What `--json` prints; docs/command-line.md describes it. */
const toJson = (found: Consultation): unknown => {
  if (found.kind === 'question') return { question: found.fact };
  const { advice } = found;
  return {
    errand: advice.errand,
    routes: advice.routes.map(routeJson(advice)),
    blocked: advice.blocked.map(blockedJson),
    notes: advice.notes.map(ruleJson(advice)),
    assumed: advice.assumed,
  };
};

const inWords = (found: Consultation): string => {
  const says = adviceWords();
  if (found.kind === 'question') {
    return `${words().advise.question}: ${found.fact}\n  ${says.Questions[factKey(found.fact)]?.title ?? ''}`;
  }
  return adviceInWords(found.advice);
};

const adviceInWords = (advice: Advice): string => {
  const says = adviceWords();
  const { first, reasons, bring, blocked, doneBy, visits } = words().advise;
  const name = (channel: Route['channel'], by: Route['by']): string =>
    by === null ? says.Channels[channel] : `${says.Channels[channel]} – ${says.Devices[by]}`;
  const indented = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`   ${title}:`, ...lines.map((line) => `     - ${line}`)];
  const routes = advice.routes.flatMap((route, at) => [
    `${at + 1}. ${name(route.channel, route.by)}${route.doneBy === null ? '' : `  ${doneBy} ${route.doneBy}`}  ${visits} ${route.visits}`,
    ...indented(
      first,
      route.first.map((step) => says.Steps[step].title),
    ),
    ...indented(
      reasons,
      route.rules.map((rule) => says.Rules[rule]),
    ),
    ...indented(
      bring,
      route.bring.map((item) => says.Bring[item]),
    ),
  ]);
  const others = advice.blocked.map(
    ({ channel, by, because }) => `   ${name(channel, by)}: ${because.map((rule) => says.Rules[rule]).join(' ')}`,
  );
  const notes = advice.notes.map((rule) => `※ ${says.Rules[rule]}`);
  return [
    says.Errands[advice.errand].name,
    ...routes,
    ...notes,
    ...(others.length === 0 ? [] : [blocked, ...others]),
  ].join('\n');
};
