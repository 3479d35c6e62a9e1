import { channels, devices, stepNames } from '../lib/advice/advice.ts';
import { type FactName, factDefinitions, factNames } from '../lib/facts/fact.ts';
import { factKey } from '../lib/facts/fact-key.ts';
import { allowedValues } from '../lib/facts/facts-file.ts';
import { bringItems } from '../lib/procedures/procedure.ts';
import { adviceWords } from './words.ts';

const row = (name: FactName): string => {
  const { title = '', short = '' } = adviceWords('en').Questions[factKey(name)] ?? {};
  const values = allowedValues(name).map((value) => `\`${value}\``);
  return `| \`${name}\` | ${title || short} | ${values.join(', ')} | ${factDefinitions[name].by.join(', ')} |`;
};

const list = (names: readonly string[], says: (name: string) => string): string =>
  names.map((name) => `- \`${name}\`: ${says(name)}`).join('\n');

/** docs/facts.md: every name that facts and advice may hold. */
export const factNamesPage = (): string => {
  const { Bring, Channels, Devices, Steps } = adviceWords('en');
  const lookUp = (texts: Readonly<Record<string, string>>) => (name: string) => texts[name] ?? '';
  return `# Facts, and the names of advice

Made by \`npm run -s kazasu -- advise --names > docs/facts.md\`; a test fails when it is out of date. Where statements come from is
in [sources.md](sources.md), which questions lead where in [rules.md](rules.md).

A file for \`kazasu advise --facts\` is one JSON object. Every member is optional; a name or value that is not here is refused.
Evidence: \`measured\` (a card on the reader) beats \`detected\` (the browser) beats \`said\` (a person tapped).

| name | asked as | values | established by |
| --- | --- | --- | --- |
${factNames.map(row).join('\n')}

## Channels

${list(channels, lookUp(Channels))}

## By

${list(devices, lookUp(Devices))}

## First

In the order in which they are done:

${list(stepNames, (name) => Steps[name as keyof typeof Steps].title)}

## Bring

${list(bringItems, lookUp(Bring))}
`;
};
