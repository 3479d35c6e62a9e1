import { appNames } from '../lib/explain/error-row.ts';
import { type KnownError, labelOf } from '../lib/explain/errors.ts';
import { type ErrorMatch, explain } from '../lib/explain/search.ts';
import { shapeOf } from '../lib/explain/shape.ts';
import { columns } from './columns.ts';
import { exitCode } from './exit-codes.ts';
import { parseExplainArguments } from './explain-arguments.ts';
import { errorWords, words } from './words.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const complain = (line: string): number => {
  process.stderr.write(`kazasu explain: ${line}\n`);
  return exitCode.usage;
};

/** `kazasu explain`: what an error of another app means. @returns the exit code; to know nothing is no failure */
export const runExplain = async (args: readonly string[]): Promise<number> => {
  const asked = parseExplainArguments(args);
  if (asked.kind === 'wrong') return complain(words().explain[asked.mistake]);
  const matches = explain(asked.text);
  say(asked.json ? JSON.stringify({ matches: matches.map(toJson) }) : inWords(asked.text, matches));
  return exitCode.ok;
};

/** What `--json` prints of a match; docs/command-line.md describes it. */
const toJson = ({ row }: ErrorMatch): unknown => {
  const { meaning, advice } = errorWords().ErrorMeanings[row.id];
  const { codes, app, usedATry, source, asOf } = row;
  return { code: codes[0] ?? null, app: appNames[app], meaning, usedATry, advice, source, asOf };
};

const nameOf = (row: KnownError): string => {
  const label = labelOf(row);
  return label.kind === 'sign' ? errorWords().ErrorSigns[label.id] : label.words.join(' / ');
};

const matchInWords = ({ row, fit }: ErrorMatch): string => {
  const { meaning, advice } = errorWords().ErrorMeanings[row.id];
  const { similar, source, usedATry } = words().explain;
  return [
    `${nameOf(row)} – ${appNames[row.app]}`,
    ...(fit === 'similar-code' ? [similar] : []),
    meaning,
    advice,
    columns([
      [usedATry, words().explain.tries[row.usedATry]],
      [source, row.asOf === null ? row.source : `${row.source} (${row.asOf})`],
    ]),
  ].join('\n');
};

const inWords = (text: string, matches: readonly ErrorMatch[]): string =>
  matches.length === 0 ? errorWords().ErrorShapes[shapeOf(text)] : matches.map(matchInWords).join('\n\n');
