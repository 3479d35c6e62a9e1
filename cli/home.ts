import { exitCode } from './exit-codes.ts';
import { parseHomeArguments } from './home-arguments.ts';
import { runScreens, say } from './run-screens.ts';
import { words } from './words.ts';

/**
 * `kazasu home`: the same screens for browsers at home. There is no reader, and no secret to keep from other hosts: the
 * server answers to whatever name the web server in front of it is known by.
 *
 * @returns the exit code
 */
export const runHome = async (args: readonly string[]): Promise<number> => {
  const asked = parseHomeArguments(args);
  const { home, kiosk } = words();
  if (asked.kind === 'help') {
    process.stdout.write(`${home.usage}\n`);
    return exitCode.ok;
  }
  if (asked.kind === 'wrong') {
    say(`kazasu home: ${asked.word}: ${kiosk.mistakes[asked.mistake]}\n\n${home.usage}`);
    return exitCode.usage;
  }
  return runScreens({
    port: asked.port,
    prepare: async () => ({
      KAZASU_SURFACE: 'home',
      KAZASU_ORIGIN: undefined,
      KAZASU_DATA: undefined,
      KAZASU_HUB: undefined,
      KAZASU_KEEPER: undefined,
      KAZASU_LISTEN: undefined,
      KAZASU_HOME_ADDRESS: undefined,
      KAZASU_PAPER: undefined,
      KAZASU_PRACTICE_CARD: undefined,
      KAZASU_PRINT_QUEUE: undefined,
      KAZASU_READER_SECRET: undefined,
      KAZASU_READER_URL: undefined,
      KAZASU_SETTINGS: asked.settings,
    }),
  });
};
