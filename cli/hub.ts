import * as v from 'valibot';
import { kioskNameSchema } from '../lib/helpdesk/fleet.ts';
import { makeCode } from '../lib/helpdesk/store/enrolment.ts';
import { dataFolder } from './data-folder.ts';
import { exitCode } from './exit-codes.ts';
import { type HubArguments, parseHubArguments } from './hub-arguments.ts';
import { runScreens, say } from './run-screens.ts';
import { withStore } from './store-arguments.ts';
import { words } from './words.ts';

/**
 * `kazasu hub`: the desk and the consoles of many kiosks. There is no reader. A web server that ends TLS belongs in front of it
 * (docs/operations.md). The database is PostgreSQL with `DATABASE_URL`, else a file.
 *
 * @returns the exit code
 */
export const runHub = async (args: readonly string[]): Promise<number> => {
  const asked = parseHubArguments(args);
  const { hub } = words();
  if (asked.kind === 'help') {
    process.stdout.write(`${hub.usage}\n`);
    return exitCode.ok;
  }
  if (asked.kind === 'wrong') {
    say(`kazasu hub: ${asked.word}: ${hub.mistakes[asked.mistake]}\n\n${hub.usage}`);
    return exitCode.usage;
  }
  if (asked.kind === 'code') return printCode(asked);
  return runScreens({
    port: asked.port,
    prepare: async (origin) => ({
      KAZASU_SURFACE: 'home',
      KAZASU_ORIGIN: asked.origin ?? origin,
      KAZASU_DATA: dataFolder(asked.data),
      KAZASU_HUB: undefined,
      KAZASU_KEEPER: undefined,
      KAZASU_LISTEN: asked.listen,
      KAZASU_HOME_ADDRESS: undefined,
      KAZASU_PAPER: undefined,
      KAZASU_PRACTICE_CARD: undefined,
      KAZASU_PRINT_QUEUE: undefined,
      KAZASU_READER_SECRET: undefined,
      KAZASU_READER_URL: undefined,
      KAZASU_SETTINGS: undefined,
    }),
  });
};

/** For an administrator at the terminal; the console does the same. */
const printCode = async ({ name, minutes, data }: Extract<HubArguments, { kind: 'code' }>): Promise<number> => {
  const { hub, staff } = words();
  if (!v.is(kioskNameSchema, name)) {
    say(`kazasu hub: ${name}: ${hub.mistakes.kioskName}`);
    return exitCode.usage;
  }
  const made = await withStore(data, (store) => makeCode(store, { name, minutes }, Date.now()));
  if (made === null) {
    // A code of a database that no hub looks into would be good for nothing.
    say(`kazasu hub: ${staff.noStore}`);
    return exitCode.unexpected;
  }
  process.stdout.write(`${made.code}\n`);
  say(`${hub.codeUntil} ${new Date(made.endsAt).toLocaleString('sv')}`);
  return exitCode.ok;
};
