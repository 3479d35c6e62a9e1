/**
 * The escape lab: tries to leave the pages of a kiosk, with its policy, its keeper and its flags, under Xvfb and openbox. It has to run
 * inside scripts/in-namespace.sh.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { type Browsers, openBrowsers } from '../../lib/kiosk/keeper/browser.ts';
import { keeperDoor } from '../../lib/kiosk/keeper/http.ts';
import { type Browser, createKeeper } from '../../lib/kiosk/keeper/keeper.ts';
import { chromium as executablePath } from '../system-packages.ts';
import type { Action } from './chords.ts';
import { kioskPolicy, policedChromium } from './policed-chromium.ts';

const run = promisify(execFile);
const openboxSettings = fileURLToPath(new URL('../../kiosk/system/openbox.xml', import.meta.url));
const symbols = fileURLToPath(new URL('../../kiosk/keys/symbols', import.meta.url));

export const panel = { width: 1080, height: 1920 } as const;

/** Milliseconds. */
const settle = 400;
const look = 150;
/** After so long without a word the page in front counts as gone. */
const silence = 1_800;
/** The start screen, or whatever page of ours it was, has to be there again by then. */
export const limit = 10_000;
const first = 30_000;

interface Window {
  readonly id: string;
  readonly title: string;
}

export interface Escape {
  readonly name: string;
  readonly kind: string;
  /** Something else than our page alone was seen. */
  readonly strayed: boolean;
  /** Milliseconds until our page was alone again; `null`: it was not, in time. */
  readonly backAfter: number | null;
  /** Titles of the windows that were there when it strayed. */
  readonly seen: readonly string[];
}

export interface Lab {
  readonly display: string;
  try(action: Action): Promise<Escape>;
  /** Starts Chromium once more with the profile of the one in front. */
  startAgain(kind: string, words: readonly string[]): Promise<Escape>;
  /** Title of our page in front; `undefined`: none is. */
  title(): Promise<string | undefined>;
  /** Why browsers were replaced so far. */
  readonly endings: () => readonly string[];
  close(): Promise<void>;
}

export interface LabOptions {
  /** Origin of the pages. */
  readonly url: string;
  readonly keeperPort: number;
  /** Of which every page of ours has one in its own title. */
  readonly titles: readonly string[];
  /** Whether keys go through kiosk/keys, as on a kiosk. */
  readonly filter: boolean;
}

const startXvfb = async (): Promise<{ display: string; child: ChildProcess }> => {
  const screen = `${panel.width}x${panel.height}x24`;
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(child.stdio[3] as NodeJS.ReadableStream, 'data');
  return { display: `:${String(number).trim()}`, child };
};

/** Of Xvfb: the one that programs see, the one that xdotool presses, and its own. */
const keyboards = ['3', '5', '7'];

/** The keys of a kiosk for every keyboard of this display, by the file that is installed. */
const filterKeys = async (display: string, folder: string): Promise<void> => {
  mkdirSync(join(folder, 'symbols'), { recursive: true });
  copyFileSync(symbols, join(folder, 'symbols', 'kazasu'));
  const parts = Object.entries({ keycodes: 'evdev', types: 'complete', compat: 'complete', symbols: 'kazasu' });
  const sections = parts.map(([part, name]) => `xkb_${part} { include "${name}" };`);
  for (const keyboard of keyboards) {
    const loading = run('xkbcomp', ['-w', '0', '-i', keyboard, `-I${folder}`, '-', display]);
    loading.child.stdin?.end(`xkb_keymap { ${sections.join(' ')} };`);
    await loading;
  }
};

/** What it says; nothing where it has found nothing, which it says by its exit code. */
const xdotool = async (...words: readonly string[]): Promise<string> => {
  try {
    return (await run('xdotool', [...words])).stdout.trim();
  } catch {
    return '';
  }
};

/** Ids of windows. @param words - which ones, e.g. `--onlyvisible` */
const windowIds = async (...words: readonly string[]): Promise<string[]> =>
  (await xdotool('search', ...words, '--name', '.*')).split('\n').filter((id) => id !== '');

/** Which program made it: X gives each a block of numbers of its own (21 bits). */
const ownerOf = (id: string): number => Number(id) >> 21;

/** What gives windows their place and one of them the focus, as on a kiosk with `--x11`. */
const startOpenbox = async (): Promise<ChildProcess> => {
  const child = spawn('openbox', ['--config-file', openboxSettings], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  while ((await xdotool('get_desktop')) === '') {
    if (child.exitCode !== null) throw new Error(`openbox has ended: ${child.exitCode}`);
    await wait(look);
  }
  // It would go on, with a window in front of everything that says so.
  if (said.includes('parser error')) throw new Error(said);
  return child;
};

/** Where the first door of the start page is, in pixels of the panel. Before there is a policy, which would hold for this browser, too. */
export const firstDoor = async (url: string): Promise<readonly [x: number, y: number]> => {
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage({ viewport: panel });
    await page.goto(`${url}/`);
    const box = await page.locator('.door').first().boundingBox();
    if (box === null) throw new Error('there is no door on the start page');
    return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  } finally {
    await browser.close();
  }
};

export const openLab = async ({ url, keeperPort, titles, filter }: LabOptions): Promise<Lab> => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-escape-'));
  const { display, child: xvfb } = await startXvfb();
  if (filter) await filterKeys(display, join(folder, 'xkb'));
  process.env.DISPLAY = display;
  const openbox = await startOpenbox();
  /** Of the screen itself and of openbox, which puts an empty frame around each window of a browser. */
  const frames = new Set((await windowIds()).map(ownerOf));
  const program = policedChromium(kioskPolicy());
  const place = join(folder, 'browser');
  const browsers: Browsers = await openBrowsers({ chromium: program.path, folder: place, url: `${url}/` });

  const endings: string[] = [];
  let heardAt = Number.NEGATIVE_INFINITY;
  /** Its name; what those before it say on their way out does not count. */
  let newest = '';
  const start = (): Browser => {
    const browser = browsers.start(`${url}/`);
    newest = browser.name;
    heardAt = Number.NEGATIVE_INFINITY;
    return browser;
  };
  const keeper = createKeeper({
    start,
    now: () => performance.now(),
    onEnding: (ending) => endings.push(ending),
    onErased: () => undefined,
  });
  const door = keeperDoor({
    origin: url,
    hear: (browser, ...word) => {
      keeper.hear(browser, ...word);
      if (browser === newest) heardAt = performance.now();
    },
    lastOffice: () => undefined,
    lastMachine: () => undefined,
  }).listen(keeperPort, '127.0.0.1');
  await once(door, 'listening');

  const clock = setInterval(keeper.tick, 250);
  /** What a person can see. */
  const windows = async (): Promise<Window[]> => {
    const ids = (await windowIds('--onlyvisible')).filter((id) => !frames.has(ownerOf(id)));
    return Promise.all(ids.map(async (id) => ({ id, title: await xdotool('getwindowname', id) })));
  };
  const isOurs = ({ title }: Window): boolean => titles.some((each) => title.includes(each));
  const isFine = (there: readonly Window[]): boolean =>
    there.length === 1 && there.every(isOurs) && performance.now() - heardAt < silence;

  const judge = async (name: string, kind: string): Promise<Escape> => {
    const startedAt = performance.now();
    let strayed = false;
    let seen: readonly string[] = [];
    await wait(settle);
    while (performance.now() - startedAt < limit) {
      const there = await windows();
      if (isFine(there)) return { name, kind, strayed, seen, backAfter: Math.round(performance.now() - startedAt) };
      if (!strayed) seen = there.map(({ title }) => title);
      strayed = true;
      await wait(look);
    }
    return { name, kind, strayed, seen, backAfter: null };
  };

  const profileInFront = (): string => {
    const found = readdirSync(place).find((name) => name !== 'template' && name !== 'draft');
    if (found === undefined) throw new Error('no browser is there');
    return join(place, found, 'profile');
  };

  const lab: Lab = {
    display,
    try: async ({ name, kind, words }) => {
      await xdotool(...words);
      return judge(name, kind);
    },
    startAgain: async (kind, words) => {
      const flags = ['--no-sandbox', `--user-data-dir=${profileInFront()}`];
      const [before, startedAt] = [endings.length, performance.now()];
      await run(program.path, [...flags, ...words], { timeout: 5_000 }).catch(() => undefined);
      const runMs = Math.round(performance.now() - startedAt);
      const { strayed, backAfter, ...attempt } = await judge(['chromium', ...words].join(' '), kind);
      // What it opened may have come and gone before it has ended itself.
      const wasReplaced = endings.length > before;
      return { ...attempt, strayed: strayed || wasReplaced, backAfter: backAfter === null ? null : runMs + backAfter };
    },
    title: async () => (await windows()).find(isOurs)?.title,
    endings: () => endings,
    close: async () => {
      clearInterval(clock);
      await keeper.stop();
      door.closeAllConnections();
      door.close();
      openbox.kill('SIGKILL');
      xvfb.kill('SIGKILL');
      program.remove();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
  const startedAt = performance.now();
  while (!isFine(await windows())) {
    if (performance.now() - startedAt > first) {
      const there = await windows();
      await lab.close();
      throw new Error(`no start screen after ${first} ms: ${JSON.stringify({ there, endings })}`);
    }
    await wait(look);
  }
  return lab;
};
