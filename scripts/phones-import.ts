/**
 * `npm run phones:import -- FILE.csv --url ADDRESS --date YYYY-MM-DD [--kind reads|card-in-phone] [--carrier NAME] [--write]`:
 * an official list of phones into lib/phone/data/phones.json. Without `--write` it only says what would change.
 * lib/phone/data/README.md says how to get from the official page to FILE.csv.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { isDay } from '../lib/facts/day.ts';
import type { PhoneData, PhoneEntry } from '../lib/phone/catalogue.ts';
import {
  checkSource,
  type ListMistake,
  type ListPlan,
  type ListSource,
  listKinds,
  planImport,
  readList,
} from '../lib/phone/official-list.ts';
import { phoneDataSchema, phoneDataText } from '../lib/phone/phone-data-schema.ts';

const usage =
  'npm run phones:import -- FILE.csv --url ADDRESS --date YYYY-MM-DD [--kind reads|card-in-phone] [--carrier NAME] [--write]';
const dataFile = fileURLToPath(new URL('../lib/phone/data/phones.json', import.meta.url));

const say = (line: string): void => console.log(line);

const sayMistakes = (mistakes: readonly ListMistake[]): void => {
  for (const { line, says } of mistakes) say(line === null ? says : `line ${line}: ${says}`);
  say(`${mistakes.length} mistakes; nothing was changed.`);
};

/** @throws {v.ValiError} the data is not in order */
const checked = (data: unknown): PhoneData => v.parse(phoneDataSchema, data);

const inWords = ({ code, name, carrier, reads, cardInPhone }: PhoneEntry): string =>
  `${code.padEnd(12)} ${name} (${carrier}); reads: ${reads}, card in phone: ${cardInPhone}`;

const sayAll = (title: string, lines: readonly string[]): void => {
  say(`\n${title}: ${lines.length}`);
  for (const line of lines) say(`  ${line}`);
};

const sayPlan = ({ becomeYes, stayYes, becomeNo, disputed, unclear, added }: ListPlan): void => {
  sayAll('Become yes', becomeYes.map(inWords));
  sayAll('New, and yes', added.map(inWords));
  sayAll('Become no, as an older copy of this list had them', becomeNo.map(inWords));
  sayAll('Stay no, as another source says so: look at both', disputed.map(inWords));
  sayAll(
    'Left out, as the name fits several: give the code',
    unclear.map(
      ({ line, entries }) => `line ${line.line}: ${line.name}: ${entries.map(({ code }) => code).join(', ')}`,
    ),
  );
  say(`\nWere yes, and rest on this list from now on: ${stayYes.length}`);
};

const readSource = (
  data: PhoneData,
  kind: string,
  address: string,
  date: string,
): ListSource | readonly ListMistake[] => {
  const mistakes = checkSource(data, { kind, address, date });
  const known = listKinds.find((each) => each === kind);
  return known === undefined || !isDay(date) || mistakes.length > 0 ? mistakes : { kind: known, address, date };
};

const main = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: '' },
      date: { type: 'string', default: '' },
      kind: { type: 'string', default: 'reads' },
      carrier: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    say(usage);
    return 2;
  }
  const data = checked(JSON.parse(readFileSync(dataFile, 'utf8')));
  const source = readSource(data, values.kind, values.url, values.date);
  const list = readList(readFileSync(file, 'utf8'), values.carrier);
  const mistakes = ['kind' in source ? [] : source, list.ok ? [] : list.mistakes].flat();
  if (!('kind' in source) || !list.ok) {
    sayMistakes(mistakes);
    return 1;
  }
  const plan = planImport(data, list.lines, source);
  sayPlan(plan);
  const text = phoneDataText(checked(plan.data));
  if (values.write) writeFileSync(dataFile, text);
  say(values.write ? '\nphones.json was written.' : '\nNothing was written: --write does it.');
  return 0;
};

try {
  process.exitCode = main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  say(usage);
  process.exitCode = 2;
}
