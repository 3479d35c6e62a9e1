import type { Browser, BrowserContextOptions, CDPSession, Locator, Page, Request, Response } from '@playwright/test';
import { turnTo } from '../e2e/turning.ts';

/** What one load of a page, and a visitor's way through it, took at a slowed-down processor. */
export interface Visit {
  readonly lcpMs: number;
  /** Cumulative layout shift: the worst burst of shifts that nobody caused by a touch. */
  readonly shift: number;
  /** What moved furthest in the largest of these shifts, as tag and classes. */
  readonly moved: string | null;
  /** Empty for a page on which nothing is touched. */
  readonly taps: readonly Tap[];
}

export interface Tap {
  readonly name: string;
  /** From the touch to the next painted frame, as Event Timing has it: in steps of 8 ms, 16 for anything faster. */
  readonly ms: number;
  /** The same from the finger that comes down: whatever it is on is marked. */
  readonly downMs: number;
}

/** Touches what a visitor touches, each by `tap`. */
export type Walk = (page: Page, tap: (name: string, target: Locator) => Promise<void>) => Promise<void>;

const slowdown = 4;
const fastestMs = 16;
/** A kiosk takes a second strike at the same place within half a second for a trembling hand. */
const betweenTouchesMs = 600;

interface Noted {
  lcpMs: number | null;
  shift: number;
  largestShift: number;
  moved: string | null;
  /** Of every event since it was last read that belongs to a touch. */
  durations: number[];
  /** Those of a finger that comes down. */
  downs: number[];
}

interface ShiftEntry extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  /** Largest first. */
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Runs in the page before anything of it does. */
const takeNotes = (): void => {
  const noted: Noted = { lcpMs: null, shift: 0, largestShift: 0, moved: null, durations: [], downs: [] };
  Object.assign(window, { noted });
  const observe = (options: PerformanceObserverInit & { durationThreshold?: number }, note: (entry: never) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => void note(entry as never))).observe({
      buffered: true,
      ...options,
    });
  observe({ type: 'largest-contentful-paint' }, (entry: PerformanceEntry) => {
    noted.lcpMs = entry.startTime;
  });
  observe({ type: 'event', durationThreshold: 16 }, (entry: PerformanceEventTiming & { interactionId: number }) => {
    if (entry.name === 'pointerdown') noted.downs.push(entry.duration);
    if (entry.interactionId !== 0) noted.durations.push(entry.duration);
  });
  // A burst ends after a second of rest, or five in all (https://web.dev/articles/cls).
  let burst = { first: 0, last: 0, sum: 0 };
  observe({ type: 'layout-shift' }, ({ hadRecentInput, sources, startTime, value }: ShiftEntry) => {
    if (hadRecentInput) return;
    if (value > noted.largestShift) {
      const node = sources[0]?.node ?? null;
      const element = node instanceof Element ? node : node?.parentElement;
      noted.moved = element ? [element.localName, ...element.classList].join('.') : 'something that is gone';
      noted.largestShift = value;
    }
    const goesOn = startTime - burst.last < 1000 && startTime - burst.first < 5000;
    burst = goesOn
      ? { ...burst, last: startTime, sum: burst.sum + value }
      : { first: startTime, last: startTime, sum: value };
    noted.shift = Math.max(noted.shift, burst.sum);
  });
};

/** What was noted until now. The browser tells of an event a little after the frame that it led to. */
const readNotes = (page: Page): Promise<Noted> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const noted: Noted = Reflect.get(window, 'noted');
    const { durations, downs } = noted;
    Object.assign(noted, { durations: [], downs: [] });
    return { ...noted, durations, downs };
  });

/** Resolves when the page has done what it had to do, also that of its scripts which only makes it answer to touches. */
const settled = async (page: Page): Promise<void> => {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
};

/** The shortest that counts as a tap. A finger that has gone at the moment at which it came has no frame for its mark. */
const heldMs = 50;

/**
 * Straight to the screen: Playwright's own `tap` asks the page several things at the very moment of the touch, and holds for no time at all.
 *
 * @throws when something else is in front
 */
const touch = async (page: Page, devTools: CDPSession, name: string, target: Locator): Promise<void> => {
  await target.evaluate((element) => {
    // A panel's pages are turned, and do not scroll.
    if (document.documentElement.dataset.panel === undefined)
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  await settled(page);
  const { x, y, isInFront } = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const middle = { x: left + width / 2, y: top + height / 2 };
    return { ...middle, isInFront: element.contains(document.elementFromPoint(middle.x, middle.y)) };
  });
  if (!isInFront) throw new Error(`${page.url()}: ${name}: something else is in front`);
  await page.waitForTimeout(betweenTouchesMs);
  const held = new Promise((resolve) => setTimeout(resolve, heldMs));
  await devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await held;
  await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

/** Milliseconds without anything new from the network after which a page has what it asks for by itself. */
const quietMs = 500;
const patienceMs = 60_000;

/**
 * Opens an address, and resolves when nothing has come for a while. What has been answered and does not end, such as the news of
 * the desk and of the reader, is not waited for: Playwright's own `networkidle` would, for ever.
 *
 * @throws when it takes too long
 */
const openUntilQuiet = async (page: Page, address: string): Promise<void> => {
  const unanswered = new Set<Request>();
  const quiet = Promise.withResolvers<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLoaded = false;
  const heard = (): void => {
    clearTimeout(timer);
    if (isLoaded && unanswered.size === 0) timer = setTimeout(quiet.resolve, quietMs);
  };
  const asked = (request: Request): void => {
    unanswered.add(request);
    heard();
  };
  const answered = (request: Request): void => {
    unanswered.delete(request);
    heard();
  };
  const began = (response: Response): void => answered(response.request());
  page.on('request', asked).on('response', began).on('requestfinished', answered).on('requestfailed', answered);
  const tooLong = setTimeout(() => quiet.reject(new Error(`${address}: the network is not quiet`)), patienceMs);
  try {
    await page.goto(address, { waitUntil: 'load' });
    isLoaded = true;
    heard();
    await quiet.promise;
  } finally {
    clearTimeout(timer);
    clearTimeout(tooLong);
    page.off('request', asked).off('response', began).off('requestfinished', answered).off('requestfailed', answered);
  }
};

/**
 * Opens a page with nothing in the cache and walks through it.
 *
 * @throws when something could not be measured
 */
export const visitPage = async (
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  walk: Walk,
): Promise<Visit> => {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', hasTouch: true, ...options });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(takeNotes);
    await openUntilQuiet(page, address);
    // A touch ends the search for the largest paint, so it is read before.
    const { lcpMs } = await readNotes(page);
    if (lcpMs === null) throw new Error(`${address}: no largest contentful paint`);
    const taps: Tap[] = [];
    const tap = async (name: string, target: Locator): Promise<void> => {
      await touch(page, devTools, name, target);
      const { durations, downs } = await readNotes(page);
      taps.push({ name, ms: Math.max(fastestMs, ...durations), downMs: Math.max(fastestMs, ...downs) });
    };
    await walk(page, async (name, target) => {
      await turnTo(target, (button) => tap('turn the page', button));
      await tap(name, target);
    });
    const { shift, moved, durations } = await readNotes(page);
    const clicks = await page.evaluate(() => performance.eventCounts.get('click') ?? 0);
    if (clicks < taps.length) throw new Error(`${address}: ${taps.length} touches, but ${clicks} clicks were timed`);
    const last = taps.at(-1);
    if (last !== undefined) taps.push({ ...last, ms: Math.max(last.ms, ...durations) });
    return { lcpMs, shift, moved, taps };
  } finally {
    await context.close();
  }
};

/** Every script that a page has loaded by the time the network is quiet. */
export const scriptsLoadedBy = async (browser: Browser, address: string): Promise<Set<string>> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  await openUntilQuiet(page, address);
  await context.close();
  return scripts;
};
