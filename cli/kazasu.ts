/** `kazasu`, the command line for operators: `npm run -s kazasu -- COMMAND`. Documented in docs/command-line.md. */
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCode } from './exit-codes.ts';
import { words } from './words.ts';

/** Loaded only when asked for: reading a card should not wait for what builds the screens. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  advise: async (args) => (await import('./advise.ts')).runAdvise(args),
  audit: async (args) => (await import('./audit.ts')).runAudit(args),
  browser: async (args) => (await import('./browser.ts')).runBrowser(args),
  card: async (args) => (await import('./card.ts')).runCard(args),
  checklist: async (args) => (await import('./checklist.ts')).runChecklist(args),
  doctor: async () => (await import('./doctor.ts')).runDoctor(),
  explain: async (args) => (await import('./explain.ts')).runExplain(args),
  home: async (args) => (await import('./home.ts')).runHome(args),
  hub: async (args) => (await import('./hub.ts')).runHub(args),
  kiosk: async (args) => (await import('./kiosk.ts')).runKiosk(args),
  phone: async (args) => (await import('./phone.ts')).runPhone(args),
  settings: async (args) => (await import('./settings.ts')).runSettings(args),
  staff: async (args) => (await import('./staff.ts')).runStaff(args),
};

const usage = (complaint: string | null): number => {
  const { usage: text } = words();
  if (complaint === null) {
    process.stdout.write(`${text}\n`);
    return exitCode.ok;
  }
  process.stderr.write(`${complaint}\n${text}\n`);
  return exitCode.usage;
};

/** `parseArgs` of Node says what is wrong with the words it was given. */
const isWrongWords = (failure: unknown): failure is Error =>
  failure instanceof Error && 'code' in failure && String(failure.code).startsWith('ERR_PARSE_ARGS');

const run = async (): Promise<number> => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === 'help' || name === '--help') return usage(null);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return usage(`kazasu: ${name}?`);
  try {
    return await command(args);
  } catch (failure) {
    if (isWrongWords(failure)) return usage(`kazasu ${name}: ${failure.message}`);
    process.stderr.write(`kazasu ${name}: ${failure instanceof Error ? failure.message : String(failure)}\n`);
    return exitCode.unexpected;
  }
};

// What is read is compiled once for all starts: here from now on, in the processes that we start from their first line on.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
enableCompileCache();
process.exitCode = await run();
// Handles of a card process that was ended may outlive it by a moment; nothing is left to be done.
process.exit();
