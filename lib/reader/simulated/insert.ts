/**
 * Puts a simulated card on the virtual reader (vpcd) of this machine until Ctrl-C, then prints what was exchanged.
 *
 *   node lib/reader/simulated/insert.ts [SCENARIO] [--latency MS] [--port N] [--json] …
 */
import { parseArgs } from 'node:util';
import { createSimulatedCard, type Exchange, type Faults } from './card.ts';
import { isScenarioName, scenario, scenarioNames } from './scenarios.ts';
import { defaultVpcdPort, insertIntoVpcd } from './vpcd.ts';

const usage = `usage: insert.ts [SCENARIO] [options]
  --latency MS        time that each answer takes
  --remove-after N    lifted after N answers
  --remove-inside N   lifted inside the N-th exchange
  --never-answers N   no answer in the N-th exchange
  --mute              there, but silent
  --port N            where vpcd listens (${defaultVpcdPort})
  --json              print the transcript as JSON
scenarios: ${scenarioNames.join(' ')}
`;

const fail = (message: string): never => {
  process.stderr.write(`${message}\n${usage}`);
  process.exit(64);
};

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        latency: { type: 'string' },
        'remove-after': { type: 'string' },
        'remove-inside': { type: 'string' },
        'never-answers': { type: 'string' },
        mute: { type: 'boolean', default: false },
        port: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
};

const { values, positionals } = readArguments();

const count = (name: 'latency' | 'remove-after' | 'remove-inside' | 'never-answers' | 'port'): number | undefined => {
  const text = values[name];
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : fail(`--${name}: a whole number expected`);
};

/** Only what was asked for: an option that is left out is no fault. */
const faults = (): Faults => {
  const [latencyMs, removeAfter] = [count('latency'), count('remove-after')];
  const [removeInside, neverAnswers] = [count('remove-inside'), count('never-answers')];
  return {
    mute: values.mute,
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(removeAfter === undefined ? {} : { removeAfter }),
    ...(removeInside === undefined ? {} : { removeInside }),
    ...(neverAnswers === undefined ? {} : { neverAnswers }),
  };
};

const byte = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase();

const line = ({ ins, lc, le, length, sw }: Exchange): string => {
  const answer = sw === null ? 'lifted before it answered' : `${byte(sw >> 8)}${byte(sw & 0xff)}, ${length} bytes`;
  return `${byte(ins)}  Lc ${lc}  Le ${le ?? '-'}  →  ${answer}`;
};

const [name = 'all-fine'] = positionals;
const profile = isScenarioName(name) ? scenario(name, new Date()) : fail(`no such scenario: ${name}`);
const card = createSimulatedCard(profile, { faults: faults() });

const inserted = await insertIntoVpcd(card, { port: count('port') ?? defaultVpcdPort }).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return process.exit(69);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void inserted.remove());
await inserted.closed;
const { transcript } = card;
process.stdout.write(values.json ? `${JSON.stringify(transcript)}\n` : transcript.map((e) => `${line(e)}\n`).join(''));
