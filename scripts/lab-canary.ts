/**
 * `npm run lab:canary [-- VISITS]`: in each visit a word that exists nowhere else is typed and put wherever a visitor, or a
 * page, could put it; three seconds after the end of the visit it is looked for in every file and in the memory of every
 * process of the kiosk. Every fourth visit ends while the server is gone.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type KioskRig, startKioskRig, until } from './kiosk/kiosk-rig.ts';
import { processesOf, tracesInFiles, tracesInMemory } from './kiosk/traces.ts';
import { ensureSystemPackages } from './system-packages.ts';

/** From the end of a visit until nothing of it may be left. */
const limitMs = 3_000;

/** Where Chromium would write if nobody had told it where to. */
const usualPlaces = (): string[] => [
  ...['.cache/chromium', '.config/chromium', '.pki'].map((name) => join(homedir(), name)),
  ...globSync('/tmp/{.,}org.chromium.*'),
  ...globSync('/dev/shm/{.,}org.chromium.*'),
];

const newWord = (): string => `kz${randomBytes(9).toString('hex')}`;

/** What a visitor types and touches. */
const asVisitor = async (page: Page, word: string): Promise<void> => {
  await page.locator('a[href="/ja/pins"]').click();
  await page
    .getByRole('button', { name: /エラー/ })
    .first()
    .click();
  await page.getByRole('searchbox').pressSequentially(word);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.getByRole('link', { name: 'English' }).click();
  await page.locator('[data-locale="en"] h1').waitFor();
};

/** What a page could do with it, although ours does not. */
const asPage = (page: Page, word: string): Promise<void> =>
  page.evaluate(async (text) => {
    localStorage.setItem(text, text);
    sessionStorage.setItem(text, text);
    // biome-ignore lint/suspicious/noDocumentCookie: every browser has this way.
    document.cookie = `canary=${text}; max-age=3600; path=/canary`;
    history.pushState({ text }, '', `${location.pathname}#${text}`);
    window.name = text;
    await (await caches.open(text)).put(`/${text}`, new Response(text));
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(text, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('store');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise((resolve) => {
      const transaction = database.transaction('store', 'readwrite');
      transaction.objectStore('store').put(text, text);
      transaction.oncomplete = resolve;
    });
    const field = document.createElement('input');
    field.value = text;
    document.body.append(field);
    Object.assign(window, { canary: Array.from({ length: 100 }, (_, at) => `${text} ${at}`) });
  }, word);

const finish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
};

const oneVisit = async (
  rig: KioskRig,
  isCutOff: boolean,
): Promise<{ traces: string[]; backMs: number; wasThere: boolean }> => {
  const word = newWord();
  const { page, browser, profile } = await rig.page();
  await page.locator('h1').waitFor();
  await asVisitor(page, word);
  await asPage(page, word);
  // Else nothing could be found at the end, either.
  const wasThere = processesOf([rig.keeper.pid]).some((each) => tracesInMemory([each], [word]).length > 0);
  if (isCutOff) rig.server.kill('SIGKILL');
  const endedAt = performance.now();
  await finish(page);
  await browser.close();
  await until('the old browser gone', 10 * limitMs, () => !existsSync(profile) || undefined);
  const backMs = performance.now() - endedAt;
  await wait(Math.max(0, limitMs - backMs));
  const ours = processesOf([rig.server.pid, rig.keeper.pid, rig.display.pid]);
  const traces = [
    ...tracesInFiles([rig.folder, rig.browserFolder, ...usualPlaces()], [word]),
    ...tracesInMemory(ours, [word]),
  ];
  if (isCutOff) {
    const next = await rig.page();
    await next.page.locator('h1').waitFor();
    await next.browser.close();
    rig.server.start();
  }
  return { traces, backMs, wasThere };
};

const visits = Number(process.argv[2] ?? 200);
if (!ensureSystemPackages(new Set(['chromium', 'fonts', 'xvfb']), console.log)) process.exit(1);
const rig = await startKioskRig();
const startedAt = performance.now();
let [hits, unproven, cutOff, late] = [0, 0, 0, 0];
const times: number[] = [];
try {
  for (let visit = 1; visit <= visits; visit += 1) {
    const isCutOff = visit % 4 === 0;
    const { traces, backMs, wasThere } = await oneVisit(rig, isCutOff);
    if (isCutOff) cutOff += 1;
    if (!wasThere) unproven += 1;
    hits += traces.length;
    times.push(backMs);
    if (backMs > limitMs) late += 1;
    for (const trace of traces) console.log(`visit ${visit}: ${trace}`);
    if (backMs > limitMs) console.log(`visit ${visit}: the old browser was gone after ${backMs.toFixed(0)} ms`);
    if (visit % 20 === 0) console.log(`… ${visit} visits, ${hits} traces`);
  }
} finally {
  await rig.stop();
}
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number): string => `${(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0)} ms`;
console.log(`${times.length} visits, ${cutOff} of them ended without the server`);
console.log(
  `until the old browser was gone: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}; ${late} after more than ${limitMs} ms`,
);
console.log(`${hits} traces found; the search was blind in ${unproven} visits`);
console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
process.exitCode = hits + unproven + late === 0 && times.length === visits ? 0 : 1;
