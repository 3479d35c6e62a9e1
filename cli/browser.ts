import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openBrowsers } from '../lib/kiosk/keeper/browser.ts';
import { keeperDoor } from '../lib/kiosk/keeper/http.ts';
import { createKeeper, type Ending } from '../lib/kiosk/keeper/keeper.ts';
import { followServer } from '../lib/kiosk/keeper/last-said.ts';
import type { PageWord } from '../lib/kiosk/keeper/protocol.ts';
import { emptyPrintQueue } from '../lib/kiosk/printer.ts';
import { parseBrowserArguments } from './browser-arguments.ts';
import { exitCode } from './exit-codes.ts';
import { loopback } from './local-port.ts';
import { aborted, endRequest, portInUse, say } from './run-screens.ts';
import { tellSystemd } from './tell-systemd.ts';
import { words } from './words.ts';

/** Milliseconds. */
const tickMs = 100;
const askAgainMs = 300;
/** Until a copy of the screens that could not be made is tried again. */
const templateAgainMs = 60_000;

/** Resolves when the pages are there for the first time; a browser that came before them would show an error. */
const serverStands = async (url: string, ending: AbortSignal): Promise<void> => {
  while (!ending.aborted) {
    try {
      const { ok } = await fetch(`${url}/api/place`, { signal: AbortSignal.timeout(2_000) });
      if (ok) return;
    } catch {
      // Not yet.
    }
    await wait(askAgainMs, undefined, { ref: true });
  }
};

/** Milliseconds that a server which stands has to say what its office wants. */
const officeMs = 1_000;

/** Whoever has started us gives a folder in memory; by hand there is the usual place for one. */
const usualFolder = (): string => join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), 'kazasu-browser');

/**
 * `kazasu browser`: the keeper of a kiosk's browser, until a signal ends it.
 *
 * @returns the exit code
 */
export const runBrowser = async (args: readonly string[]): Promise<number> => {
  const asked = parseBrowserArguments(args);
  if (asked.kind === 'help') {
    process.stdout.write(`${words().browser.usage}\n`);
    return exitCode.ok;
  }
  if (asked.kind === 'wrong') {
    say(`kazasu browser: ${asked.word}: ${words().browser.mistakes[asked.mistake]}\n\n${words().browser.usage}`);
    return exitCode.usage;
  }
  const { url, port, chromium, folder = usualFolder() } = asked;
  const ending = endRequest();

  let kept = (_browser: string): void => undefined;
  let keeper: ReturnType<typeof createKeeper> | undefined;
  const firstWord = Promise.withResolvers<void>();
  const hear = (browser: string, word: PageWord, page: string): void => {
    firstWord.resolve();
    if (word === 'kept') kept(browser);
    keeper?.hear(browser, word, page);
  };
  const said = followServer({ url, ending });
  const door = keeperDoor({ origin: url, hear, lastOffice: said.office, lastMachine: said.machine });
  const isOpen = await new Promise<boolean>((resolve) => {
    door.once('error', () => resolve(false));
    door.listen(port, loopback, () => resolve(true));
  });
  if (!isOpen) return portInUse(port);
  tellSystemd(ending);

  const browsers = await openBrowsers({ chromium, folder, url: `${url}/` });
  const onEnding = (reason: Ending): void => say(`Kazasu: ${words().browser.endings[reason]}`);
  let isPrintLeft = false;
  const onErased = async (): Promise<void> => {
    const isLeft = (await emptyPrintQueue(undefined)) === 'left';
    if (isLeft && !isPrintLeft) say(`Kazasu: ${words().browser.printLeft}`);
    isPrintLeft = isLeft;
  };
  // What a keeper that was killed, or a power cut, has left of a visit goes before anything else is waited for.
  void onErased();
  await serverStands(url, ending);
  await Promise.race([said.heard, wait(officeMs, undefined, { ref: false })]);
  // In the language in which visits begin here.
  const start = () => browsers.start(`${url}/${said.language() ?? ''}`);
  keeper = createKeeper({ start, now: () => performance.now(), onEnding, onErased });
  const clock = setInterval(keeper.tick, tickMs);

  const waitForKept = (name: string): Promise<void> =>
    new Promise((resolve) => {
      kept = (browser) => {
        if (browser === name) resolve();
      };
    });
  const makeTemplate = async (): Promise<void> => {
    const isMade = ending.aborted || (await browsers.makeTemplate(waitForKept));
    if (!isMade) setTimeout(makeTemplate, templateAgainMs).unref();
    if (!ending.aborted) say(`Kazasu: ${words().browser[isMade ? 'templateMade' : 'templateNotMade']}`);
  };
  // The screen comes first.
  firstWord.promise.then(makeTemplate);

  await aborted(ending);
  clearInterval(clock);
  await keeper.stop();
  await browsers.close();
  door.close();
  door.closeAllConnections();
  await once(door, 'close');
  return exitCode.ok;
};
