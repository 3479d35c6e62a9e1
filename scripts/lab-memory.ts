/**
 * `npm run lab:memory [-- VISITS]`: so many visits, one after the other, in one and the same page of one browser – which on a
 * kiosk is replaced after each – and what server, browser and that page hold in memory meanwhile. Flat is what grows by less than
 * a tenth from the first fifth to the last.
 */
import { readFileSync } from 'node:fs';
import { type Page, chromium as playwright } from '@playwright/test';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { ensureBuild } from './build.ts';
import { processesOf } from './kiosk/traces.ts';
import { chromium, ensureSystemPackages } from './system-packages.ts';

const most = 1.1;
/** How often it is looked. */
const looks = 50;

/** What a process holds; of what it shares with others, its part. */
const bytesOf = (pid: number): number => {
  try {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes) * 1_024;
  } catch {
    // Ended since it was listed.
    return 0;
  }
};

/** Of this process and of everything that it has started, in MB. */
const megabytesFrom = (pid: number): number =>
  processesOf([pid]).reduce((sum, each) => sum + bytesOf(each.pid), 0) / 2 ** 20;

/** As a script presses: neither a finger nor a mouse, of which a kiosk takes no two in half a second. */
const press = async (page: Page, selector: string): Promise<void> => {
  const target = page.locator(selector).first();
  await target.waitFor();
  await target.dispatchEvent('click');
};

/** From the start screen through two questions back to it. */
const visit = async (page: Page): Promise<void> => {
  await press(page, 'a[href="/ja/guide"]');
  await press(page, '[data-question="errand"] .answer >> nth=2');
  await press(page, '[data-question="card"] .answer >> nth=0');
  await page.locator('[data-question]:not([data-question="card"], [data-question="errand"])').waitFor();
  await press(page, '.action-finish');
  await page.locator('a[href="/ja/guide"]').waitFor();
};

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const visits = Number(process.argv[2] ?? 2_000);
if (!ensureSystemPackages(new Set(['chromium', 'fonts']), console.log)) process.exit(1);
if (!(await ensureBuild(console.log, new AbortController().signal))) process.exit(1);
const kiosk = await startKiosk([]);
const browser = await playwright.launch({ executablePath: chromium, args: ['--no-sandbox'] });
// The first of its processes is the one that this program has started.
const browserPid =
  processesOf([process.pid]).find(({ command }) => /--user-data-dir=/.test(command) && !/--type=/.test(command))?.pid ??
  0;
const page = await browser.newPage({ baseURL: kiosk.origin, viewport: { width: 1080, height: 1920 } });
const session = await page.context().newCDPSession(page);
const series: Record<'server in MB' | 'browser in MB' | 'page, heap in MB' | 'page, DOM nodes', number[]> = {
  'server in MB': [],
  'browser in MB': [],
  'page, heap in MB': [],
  'page, DOM nodes': [],
};
let done = 0;
try {
  await page.goto('/ja');
  const every = Math.max(1, Math.floor(visits / looks));
  for (; done < visits; done += 1) {
    await visit(page);
    if ((done + 1) % every !== 0) continue;
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    series['server in MB'].push(megabytesFrom(kiosk.process.pid ?? 0));
    series['browser in MB'].push(megabytesFrom(browserPid));
    series['page, heap in MB'].push(usedSize / 2 ** 20);
    series['page, DOM nodes'].push(nodes);
  }
} finally {
  await browser.close();
  await kiosk.stop();
}
let isFlat = done === visits;
console.log(`${done} visits in one page`);
for (const [name, values] of Object.entries(series)) {
  const fifth = Math.max(1, Math.floor(values.length / 5));
  const [first, last] = [middle(values.slice(0, fifth)), middle(values.slice(-fifth))];
  const ratio = last / first;
  if (!(ratio <= most)) isFlat = false;
  console.log(`${name}: ${first.toFixed(1)} in the first fifth, ${last.toFixed(1)} in the last, × ${ratio.toFixed(2)}`);
}
process.exitCode = isFlat ? 0 : 1;
