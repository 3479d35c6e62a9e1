import type { Route } from '../lib/advice/advice.ts';
import { everyVisit } from '../lib/advice/every-visit.ts';
import { ruleIds } from '../lib/advice/rule-book.ts';
import { citedRule, sourcesOf } from '../lib/advice/rule-sources.ts';
import type { Setting } from '../lib/advice/visit.ts';
import { type Errand, type FactName, factDefinitions } from '../lib/facts/fact.ts';
import { usualOffice } from '../lib/procedures/office.ts';
import { procedures } from '../lib/procedures/procedures.ts';
import { adviceWords } from './words.ts';

/** A working day in the morning, so that the map does not depend on when it is drawn. */
const setting: Setting = { now: { day: '2026-11-25', minute: 540 }, office: usualOffice };

/** From a question, by its answers, to the next question or to the best way. */
type Arrows = Map<string, Map<string, Set<string>>>;

const endOf = ({ channel, by }: Route): string => (by === null ? channel : `${channel} by ${by}`);

const addArrow = (arrows: Arrows, from: string, to: string, answer: string): void => {
  const ends = arrows.get(from) ?? new Map<string, Set<string>>();
  ends.set(to, (ends.get(to) ?? new Set<string>()).add(answer));
  arrows.set(from, ends);
};

interface Drawn {
  readonly arrows: Arrows;
  readonly first: string;
  readonly visits: number;
}

const draw = (errand: Errand): Drawn => {
  const arrows: Arrows = new Map();
  let first = '';
  let visits = 0;
  for (const { facts, asked, advice } of everyVisit(setting, { errand: { value: errand, evidence: 'said' } })) {
    visits += 1;
    const path: readonly string[] = [...asked, endOf(advice.routes[0])];
    first = path[0] ?? '';
    for (const [at, fact] of asked.entries()) {
      const value = facts[fact]?.value;
      const answer = fact === 'deadline' && value !== 'none' ? 'a day' : String(value);
      addArrow(arrows, fact, path[at + 1] ?? '', answer);
    }
  }
  return { arrows, first, visits };
};

const nodeId = (name: string): string => name.replace(/[^a-zA-Z0-9]/g, '_');
const isQuestion = (name: string): name is FactName => Object.hasOwn(factDefinitions, name);
const node = (name: string): string => (isQuestion(name) ? `${nodeId(name)}{{${name}}}` : `${nodeId(name)}([${name}])`);

const mermaid = ({ arrows, first }: Drawn): string => {
  if (arrows.size === 0) return `flowchart LR\n  ${node(first)}`;
  const lines = [...arrows].flatMap(([from, ends]) =>
    [...ends].map(([to, answers]) => `  ${node(from)} -- "${[...answers].join(', ')}" --> ${node(to)}`),
  );
  return `flowchart LR\n${lines.join('\n')}`;
};

const chart = (errand: Errand, drawn: Drawn): string => `### ${errand}

${adviceWords('en').Errands[errand].name}. ${drawn.visits} ${drawn.visits === 1 ? 'visit' : 'visits'}.

\`\`\`mermaid
${mermaid(drawn)}
\`\`\``;

const errands = Object.keys(procedures) as Errand[];

const ruleRows = (): string =>
  ruleIds
    .map((id) => {
      const procedure = procedures['child-allowance'];
      const { source, asOf, isOwn } = citedRule(id, procedure);
      const isOfErrand = sourcesOf(id, procedure).some((each) => procedure.sources.includes(each));
      const where = isOfErrand || source === procedure.online?.sources[0] ? 'the errand’s own sources' : source.address;
      const grade = where === source.address ? `${source.grade}, ${asOf}` : '';
      return `| \`${id}\` | ${adviceWords('en').Rules[id]} | ${isOwn ? 'our conclusion from ' : ''}${where} | ${grade} |`;
    })
    .join('\n');

const errandRows = (): string =>
  errands
    .map((id) => {
      const { open, sources, reviewBy } = procedures[id];
      const cited = sources.map(({ address, grade, asOf }) => `${address} (${grade}, ${asOf ?? 'undated'})`).join('; ');
      const window = open.from === null && open.until === null ? '' : `${open.from ?? ''} – ${open.until ?? ''}`;
      return `| \`${id}\` | ${window} | ${cited} | ${reviewBy} |`;
    })
    .join('\n');

/** docs/rules.md: where every question leads, and what every rule rests on. */
export const rulesPage = (): string => `# Rules

Made by \`npm run -s kazasu -- advise --map > docs/rules.md\` from the enumeration of every visit; a test fails when it is out of date.
Drawn for somebody at home on a working morning of whom nothing is known but the errand. Six-sided: a question, with its answers on the
arrows. Round: the best way. Where an arrow carries the same answer to two places, earlier answers decide. What each name means is in
[facts.md](facts.md).

## Map

${errands.map((errand) => chart(errand, draw(errand))).join('\n\n')}

## What each rule rests on

Grades as in [sources.md](sources.md). An undated page bears the day on which it was noted down.

| rule | what it says | source | grade, as of |
| --- | --- | --- | --- |
${ruleRows()}

## Errands

| errand | open | sources | to be looked at again by |
| --- | --- | --- | --- |
${errandRows()}
`;
