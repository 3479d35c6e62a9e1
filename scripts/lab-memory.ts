/**
 * `npm run lab:memory [-- VISITS]`: so many visits, one after the other, in one and the same page of one browser with the policy of
 * a kiosk – where it is replaced after each – and what server, browser and that page hold in memory meanwhile. Flat is what grows by
 * less than a tenth from the first fifth to the last. Before them come some that are not counted: in those V8 compiles what is used
 * often, and Chromium fills the lists of what it has timed, which end at 200 and 250 entries. Before it is weighed, every process of
 * the browser is told that memory is short: what the service worker has thrown away it would else keep for a long time.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { ensureBuild } from './build.ts';
import { policedChromium, visiblePolicy } from './escape/policed-chromium.ts';
import { runInNamespace } from './kiosk/run-in-namespace.ts';
import { processesOf } from './kiosk/traces.ts';
import { openUnwatchedPage } from './kiosk/unwatched-page.ts';

const most = 1.1;
const visitsBefore = 500;
/** How long the processes of a browser have to let go of what they can, in milliseconds. */
const letGoMs = 1_000;
/** How often it is looked. */
const looks = 50;

/**
 * What a process has written itself; of what it shares with others, its part. What it has of files (its program) is left out: how
 * much of that is counted as its own depends on who else runs the same program at the moment.
 */
const bytesOf = (pid: number): number => {
  try {
    const parts = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB$/gm);
    return parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1_024, 0);
  } catch {
    // Ended since it was listed.
    return 0;
  }
};

/** Of this process and of everything that it has started, in MB. */
const megabytesFrom = (pid: number): number =>
  processesOf([pid]).reduce((sum, each) => sum + bytesOf(each.pid), 0) / 2 ** 20;

/**
 * From the start screen through two questions back to it, in the page. As a script presses: neither a finger nor a mouse, of which
 * a kiosk takes no two in half a second.
 */
const visit = async (): Promise<void> => {
  const there = async (selector: string, at = 0): Promise<HTMLElement> => {
    for (let looks = 0; looks < 1_000; looks += 1) {
      const found = document.querySelectorAll<HTMLElement>(selector)[at];
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`there is no ${selector}`);
  };
  (await there('a[href="/ja/guide"]')).click();
  (await there('[data-question="errand"] .answer', 2)).click();
  (await there('[data-question="card"] .answer')).click();
  await there('[data-question]:not([data-question="card"], [data-question="errand"])');
  (await there('.action-finish')).click();
  await there('a[href="/ja/guide"]');
};

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const visits = Number(process.argv[2] ?? 2_000);
if (!(await ensureBuild(console.log, new AbortController().signal))) process.exit(1);
runInNamespace(import.meta.url, ['chromium', 'fonts', 'ip', 'unshare']);
const kiosk = await startKiosk([]);
const program = policedChromium(visiblePolicy(kiosk.origin));
const page = await openUnwatchedPage(program.path, `${kiosk.origin}/ja`);
const series: Record<'server in MB' | 'browser in MB' | 'page, heap in MB' | 'page, DOM nodes', number[]> = {
  'server in MB': [],
  'browser in MB': [],
  'page, heap in MB': [],
  'page, DOM nodes': [],
};
let done = 0;
try {
  for (let before = 0; before < visitsBefore; before += 1) await page.evaluate(`(${visit})()`);
  const every = Math.max(1, Math.floor(visits / looks));
  for (; done < visits; done += 1) {
    await page.evaluate(`(${visit})()`);
    if ((done + 1) % every !== 0) continue;
    await page.ask('Memory.simulatePressureNotification', { level: 'critical' });
    await wait(letGoMs);
    await page.ask('HeapProfiler.collectGarbage');
    const { usedSize } = await page.ask<{ usedSize: number }>('Runtime.getHeapUsage');
    const { nodes } = await page.ask<{ nodes: number }>('Memory.getDOMCounters');
    series['server in MB'].push(megabytesFrom(kiosk.process.pid ?? 0));
    series['browser in MB'].push(megabytesFrom(page.pid));
    series['page, heap in MB'].push(usedSize / 2 ** 20);
    series['page, DOM nodes'].push(nodes);
  }
} finally {
  await page.close();
  await kiosk.stop();
  program.remove();
}
let isFlat = done === visits;
console.log(`${done} visits in one page, after ${visitsBefore} that are not counted`);
for (const [name, values] of Object.entries(series)) {
  const fifth = Math.max(1, Math.floor(values.length / 5));
  const fifths = [0, 1, 2, 3, 4].map((at) => middle(values.slice(at * fifth, (at + 1) * fifth)));
  const ratio = (fifths.at(-1) ?? Number.NaN) / (fifths[0] ?? Number.NaN);
  if (!(ratio <= most)) isFlat = false;
  console.log(`${name}: ${fifths.map((value) => value.toFixed(1)).join(' ')}, last to first × ${ratio.toFixed(2)}`);
}
process.exitCode = isFlat ? 0 : 1;
