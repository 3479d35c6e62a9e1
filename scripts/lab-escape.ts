/**
 * `npm run lab:escape [-- --short] [-- --no-filter] [-- keys|mouse|addresses|starts]`: tries to leave the pages of a kiosk, with its policy and
 * its keeper, and says what came of it. `--no-filter` is a kiosk without kiosk/keys: what the keeper alone does about a keyboard. It ends
 * with 1 when anything that was tried left the page for longer than 10 s.
 */
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { ensureBuild } from './build.ts';
import { addresses, chords, furtherStarts, hasFollowed, mouseActions, shortList } from './escape/chords.ts';
import { type Escape, firstDoor, openLab, panel } from './escape/lab.ts';
import { ourTitles } from './escape/titles.ts';
import { runInNamespace } from './kiosk/run-in-namespace.ts';

const say = (line: string): void => console.log(line);
const words = process.argv.slice(2);
const kinds = ['keys', 'mouse', 'addresses', 'starts'] as const;
const only = kinds.find((kind) => words.includes(kind));
const keeperPort = 3101;

const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** One line for each kind of attempt. */
const summary = (kind: string, of: readonly Escape[]): string => {
  const away = of.filter(({ strayed }) => strayed).map(({ backAfter }) => backAfter);
  const lost = away.filter((ms) => ms === null).length;
  const back = away.filter((ms) => ms !== null).toSorted((a, b) => a - b);
  const times =
    back.length === 0
      ? ''
      : `, back after ${inSeconds(back[Math.floor(back.length / 2)] ?? 0)} (most ${inSeconds(back.at(-1) ?? 0)})`;
  return `${kind.padEnd(9)} ${String(of.length).padStart(4)} tried, ${away.length} left the page for a moment${times}, ${lost} not back in 10 s`;
};

const run = async (): Promise<number> => {
  const startedAt = performance.now();
  const kiosk = await startKiosk(['--port', '3000', '--keeper', String(keeperPort), '--practice-card']);
  const door = await firstDoor(kiosk.origin);
  const lab = await openLab({
    url: kiosk.origin,
    keeperPort,
    titles: ourTitles,
    filter: !words.includes('--no-filter'),
  });
  const found: Escape[] = [];
  const note = (attempt: Escape): void => {
    found.push(attempt);
    const { name, strayed, backAfter, seen } = attempt;
    if (strayed)
      say(
        `  ${name}: ${seen.join(' | ') || 'no window'}; ${backAfter === null ? 'not back' : `back after ${inSeconds(backAfter)}`}`,
      );
  };
  const isWanted = (kind: string): boolean => only === undefined || kind === only;
  const isShort = words.includes('--short');
  // The mouse first: it aims at a door of the start page.
  const actions = isShort ? shortList : [...mouseActions(panel, door), ...chords];
  const start = await lab.title();
  for (const action of actions.filter(({ kind }) => isWanted(kind))) {
    note(await lab.try(action));
    if (hasFollowed(action) && (await lab.title()) === start) throw new Error('what was aimed at was no link');
  }
  const again = { addresses: addresses.map((address) => [address]), starts: furtherStarts };
  for (const kind of ['addresses', 'starts'] as const) {
    if (isShort || !isWanted(kind)) continue;
    for (const start of again[kind]) note(await lab.startAgain(kind, start));
  }
  say('');
  for (const kind of kinds) {
    const of = found.filter((attempt) => attempt.kind === kind);
    if (of.length > 0) say(summary(kind, of));
  }
  say(`browsers replaced: ${lab.endings().length === 0 ? 'none' : lab.endings().join(', ')}`);
  say(inSeconds(performance.now() - startedAt));
  await lab.close();
  await kiosk.stop();
  return found.every(({ backAfter }) => backAfter !== null) ? 0 : 1;
};

const needs = ['chromium', 'fonts', 'ip', 'openbox', 'unshare', 'xdotool', 'xkbcomp', 'xvfb'] as const;
if (!(await ensureBuild(say, new AbortController().signal))) process.exit(1);
runInNamespace(import.meta.url, needs);
process.exitCode = await run();
