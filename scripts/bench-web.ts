/**
 * `npm run bench:web`: every page a visitor meets beside an empty page of the same Next, in one run: how much JavaScript it
 * brings, when it is painted on a slow machine, whether it jumps, and how fast it answers a touch. Before that, how long a start takes.
 */
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from '@playwright/test';
import { startHome, startKiosk } from '../cli/testing/running-kiosk.ts';
import { ensureBuild } from './build.ts';
import { startEmptyPage } from './empty-page.ts';
import { gzippedSizes, scriptsNamedIn } from './page-scripts.ts';
import { scriptsLoadedBy, type Visit, visitPage, type Walk } from './page-visit.ts';
import { chromium as chromiumPath, ensureSystemPackages } from './system-packages.ts';

const loads = 5;
const bars = { timesEmpty: 1.3, lcpMs: 1000, shift: 0.0005, tapMs: 100, downMs: 50, startMs: 1000 };

/** A kiosk answers to its own screen only; what comes to a phone comes from elsewhere. */
const panels = [
  { name: 'standing panel, 1080×1920', options: { viewport: { width: 1080, height: 1920 } } },
  { name: 'lying panel, 1920×1080', options: { viewport: { width: 1920, height: 1080 } } },
];
const phone = { name: 'phone, 390×844', options: { viewport: { width: 390, height: 844 }, isMobile: true } };
type Screen = { readonly name: string; readonly options: BrowserContextOptions };

interface MeasuredPage {
  readonly name: string;
  readonly address: string;
  readonly walk: Walk;
  readonly screens: readonly Screen[];
}

const shown = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor();

const touchNothing: Walk = async () => undefined;

const goToGuide: Walk = async (page, tap) => {
  await tap('the door to the guide', page.locator('.door[data-variant="primary"]'));
  await shown(page, '[data-question]');
};

const putAndTakeCard: Walk = async (page, tap) => {
  await tap('put the card', page.locator('.practice-button'));
  await shown(page, '[data-screen="report"]');
  await tap('take the card', page.locator('.practice-button'));
  await shown(page, '[data-message="gone"]');
};

const errand = '転出届';
const advice = 'main[data-screen="advice"]';

const answerTo = (page: Page, question: string): Locator => {
  if (question === 'errand') return page.locator('.answer', { hasText: errand });
  return question === 'deadline' ? page.locator('.calendar-day').last() : page.locator('.answer').first();
};

/** Every question there is for this errand, to the advice, into the other ways, and back. */
const answerQuestions: Walk = async (page, tap) => {
  for (;;) {
    const question = await page.locator('[data-question]').getAttribute('data-question');
    if (question === null) throw new Error('a question without a name');
    await tap(`answer to ${question}`, answerTo(page, question));
    await shown(page, `[data-question]:not([data-question="${question}"]), ${advice}`);
    if (await page.locator(advice).isVisible()) break;
  }
  await tap('the other ways', page.locator('.advice-fold > summary').first());
  await shown(page, '.advice-fold[open]');
  await tap('back', page.locator('.action-back'));
  await shown(page, '[data-question]');
};

/** A phone that is found by its name, to the answer and back. */
const checkPhone: Walk = async (page, tap) => {
  await shown(page, '[data-question="kind"] .answer');
  await tap('Android', page.locator('.answer').nth(1));
  await shown(page, '[data-question="model"]');
  await page.locator('.search-field').fill('pixel 7');
  await shown(page, '.search-results .answer');
  await tap('a phone of the list', page.locator('.search-results .answer').first());
  await shown(page, '[data-question="os"]');
  await tap('new enough', page.locator('.answer').first());
  await shown(page, '.phone-answer');
  await tap('back', page.locator('.action-back'));
  await shown(page, '[data-question="os"]');
};

/** A PIN that is forgotten, and what to do. */
const helpWithPin: Walk = async (page, tap) => {
  await shown(page, '.pin-lamp');
  await tap('a PIN', page.locator('.pin-lamp').first());
  await shown(page, '.pin-question');
  await tap('forgotten', page.locator('.pin-question .answer').nth(2));
  await shown(page, '.pin-now');
  await tap('back', page.locator('.action-back'));
  await shown(page, '.pin-lamp');
};

/** One hold, from the list of what can be practised to the end of the read. */
const holdCard: Walk = async (page, tap) => {
  await shown(page, '[data-question="practice"] .answer');
  await tap('hold the card', page.locator('.answer').first());
  await shown(page, '[data-hold-state="ready"]');
  await tap('put the card', page.locator('.hold-action'));
  await shown(page, '[data-hold-state="done"]');
  await tap('take the card', page.locator('.hold-action'));
  await shown(page, '[data-hold-state="held"]');
};

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const mark = (isGood: boolean): string => (isGood ? '✓' : '✗');
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const worst = (values: readonly number[]): number => Math.max(...values);

const nameWidth = 24;

/** From the command to the first answer. The very first start fills the cache of compiled code. */
const measureStarts = async (): Promise<void> => {
  const times: number[] = [];
  for (let start = 0; start <= loads; start++) {
    const startedAt = performance.now();
    const kiosk = await startKiosk(['--practice-card']);
    await fetch(`${kiosk.origin}/ja`);
    times.push(performance.now() - startedAt);
    await kiosk.stop();
  }
  const [first = Number.NaN, ...later] = times;
  console.log(
    `\nFrom \`kazasu kiosk\` to the first page answered, ${loads} starts: median (worst); bar ${ms(bars.startMs)}`,
  );
  const figures = `${ms(median(later))} (${worst(later).toFixed(0)}), the one before them ${ms(first)}`;
  console.log(`${mark(median(later) <= bars.startMs)} ${figures}`);
};

const measureScripts = async (browser: Browser, empty: MeasuredPage, pages: readonly MeasuredPage[]): Promise<void> => {
  const namedBy = async ({ address }: MeasuredPage): Promise<number> =>
    gzippedSizes(scriptsNamedIn(await (await fetch(address)).text(), address));
  const least = await namedBy(empty);
  console.log(
    `\nFirst-load JavaScript, gzipped; bar ${kilobytes(bars.timesEmpty * least)} = ${bars.timesEmpty} × empty`,
  );
  console.log(`  ${' '.repeat(nameWidth)}   the HTML names it   until the network is idle`);
  for (const page of [empty, ...pages]) {
    const named = await namedBy(page);
    const loaded = await gzippedSizes(await scriptsLoadedBy(browser, page.address));
    const size = (bytes: number, width: number): string =>
      `${kilobytes(bytes).padStart(width)} ${(bytes / least).toFixed(2)} ×`;
    const sizes = `${size(named, 11)}   ${size(loaded, 14)}`;
    console.log(`${mark(named <= bars.timesEmpty * least)} ${page.name.padEnd(nameWidth)} ${sizes}`);
  }
};

const visitLine = (name: string, visits: readonly Visit[]): string => {
  const lcps = visits.map(({ lcpMs }) => lcpMs);
  const shift = worst(visits.map((each) => each.shift));
  const slowest = visits.flatMap(({ taps }) => taps.toSorted((a, b) => b.ms - a.ms).slice(0, 1));
  const times = slowest.map((tap) => tap.ms);
  const downs = visits.flatMap(({ taps }) => taps.map(({ downMs }) => downMs));
  const isGood =
    median(lcps) <= bars.lcpMs &&
    shift < bars.shift &&
    (times.length === 0 || (median(times) <= bars.tapMs && median(downs) <= bars.downMs));
  const pair = (values: readonly number[]): string => `${ms(median(values))} (${worst(values).toFixed(0)})`.padEnd(15);
  const slow = slowest.find((tap) => tap.ms === worst(times));
  const taps = slow === undefined ? '' : `${pair(downs)} ${pair(times)} ${slow.name}`;
  const { moved = null } = visits.find((each) => each.shift === shift) ?? {};
  const line = `${mark(isGood)} ${name.padEnd(nameWidth)} ${pair(lcps)} ${shift.toFixed(3)}   ${taps}`.trimEnd();
  return shift < bars.shift ? line : `${line}\n    ${moved} moved`;
};

const measureVisits = async (browser: Browser, screen: Screen, pages: readonly MeasuredPage[]): Promise<void> => {
  const visitsOf = new Map<MeasuredPage, Visit[]>();
  // In turn, so that a moment in which the machine is busy does not hit one page alone.
  for (let load = 0; load < loads; load++) {
    for (const page of pages.filter(({ screens }) => screens.includes(screen))) {
      const visit = await visitPage(browser, page.address, screen.options, page.walk);
      visitsOf.set(page, [...(visitsOf.get(page) ?? []), visit]);
    }
  }
  console.log(`\n4 × CPU slowdown, ${screen.name}, ${loads} loads each: median (worst)`);
  console.log(`  ${' '.repeat(nameWidth)} LCP             CLS     finger marked   slowest touch`);
  for (const [{ name }, visits] of visitsOf) console.log(visitLine(name, visits));
};

const main = async (): Promise<void> => {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  if (!ensureSystemPackages(new Set(['chromium', 'fonts']), say)) throw new Error('something is missing');
  if (!(await ensureBuild(say, new AbortController().signal))) throw new Error('the pages could not be built');
  await measureStarts();
  say('Building an empty page to compare with …');
  const bare = await startEmptyPage();
  const kiosk = await startKiosk(['--practice-card']);
  const home = await startHome();
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const onKiosk = (path: string, walk: Walk): MeasuredPage => ({
    name: `kiosk ${path}`,
    address: `${kiosk.origin}${path}`,
    walk,
    screens: panels,
  });
  const atHome = (path: string, walk: Walk): MeasuredPage => ({
    name: `home ${path}`,
    address: `${home.origin}${path}`,
    walk,
    screens: [phone],
  });
  const empty = { name: 'empty page', address: `${bare.origin}/`, walk: touchNothing, screens: [...panels, phone] };
  const pages = [
    onKiosk('/ja', goToGuide),
    onKiosk('/ja/guide', answerQuestions),
    onKiosk('/ja/phone', checkPhone),
    onKiosk('/ja/pins', helpWithPin),
    onKiosk('/ja/card', putAndTakeCard),
    onKiosk('/ja/practice', holdCard),
    onKiosk('/ja/practice-card', putAndTakeCard),
    atHome('/ja', goToGuide),
    atHome('/ja/guide', answerQuestions),
    atHome('/ja/phone', checkPhone),
    atHome('/ja/pins', helpWithPin),
    atHome('/ja/practice', holdCard),
    atHome('/ja/practice-card', putAndTakeCard),
  ];
  await measureScripts(browser, empty, pages);
  for (const screen of empty.screens) await measureVisits(browser, screen, [empty, ...pages]);
  console.log(
    `\nBars, for the median: LCP ${ms(bars.lcpMs)}, finger marked ${ms(bars.downMs)}, slowest touch ${ms(bars.tapMs)}; CLS 0 in every load`,
  );
  await browser.close();
  await Promise.all([kiosk.stop(), home.stop(), bare.stop()]);
};

// So that what was started ends with us, and the temporary folder is gone.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(1));
const code = await main().then(
  () => 0,
  (failure: unknown) => {
    process.stderr.write(`bench:web: ${failure instanceof Error ? failure.message : String(failure)}\n`);
    return 1;
  },
);
process.exit(code);
