/**
 * `npm run lab:canary [-- VISITS]`: in each visit a word that exists nowhere else is typed and put wherever a visitor, or a
 * page, could put it, and another one is in the certificate of the card that is read; three seconds after the end of the
 * visit both are looked for in every file and in the memory of every process of the kiosk. Runs in a namespace of its own.
 */
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { endPath } from '../lib/kiosk/keeper/protocol.ts';
import { type PrintService, startPrintService } from '../lib/kiosk/testing/print-service.ts';
import type { OwnSettings } from '../lib/office/definitions.ts';
import { createSimulatedCard } from '../lib/reader/simulated/card.ts';
import type { CardProfile } from '../lib/reader/simulated/card-profile.ts';
import { authenticationCertificate } from '../lib/reader/simulated/certificate.ts';
import { type Pcscd, startPcscd } from '../lib/reader/simulated/pcscd.ts';
import { myNumberCard } from '../lib/reader/simulated/profiles.ts';
import { insertIntoVpcd } from '../lib/reader/simulated/vpcd.ts';
import { type Clerk, startClerk } from './kiosk/clerk.ts';
import { type KioskRig, startKioskRig, until } from './kiosk/kiosk-rig.ts';
import { runInNamespace } from './kiosk/run-in-namespace.ts';
import { allOthers, processesOf, tracesInFiles, tracesInMemory } from './kiosk/traces.ts';

/** From the end of a visit until nothing of it may be left. */
const limitMs = 3_000;
/** Longer than anything may take that is only waited for. */
const patienceMs = 30_000;

/**
 * How a visit ends, in turn. `pageLoadedAnew` stands for whatever makes a page go away (`pagehide`); `nextCard` is put down
 * while the page still says thanks; `idle`: nobody touches anything until the screen has asked, and nobody has answered.
 */
const quick = [
  'finished',
  'pageLoadedAnew',
  'browserKilled',
  'keeperKilled',
  'finishedWithoutServer',
  'nextCard',
  'wholeWithoutServer',
] as const;
/** The last two take longer, and come half as often. */
const endings = [...quick, 'idle', ...quick, 'endedByStaff'] as const;
type Ending = (typeof endings)[number];
/** The server of these comes back when the next visit has begun. */
const withoutServer: readonly Ending[] = ['finishedWithoutServer', 'wholeWithoutServer'];

/** The shortest that an office can choose: from the report to the question, from there to the thanks, and to the end. */
const shortest: OwnSettings = { reportAsksAfterSeconds: 20, answerSeconds: 20, thanksSeconds: 5 };
const idleMs = 45_000;

/** Where Chromium would write if nobody had told it where to. */
const usualPlaces = (): string[] => [
  ...['.cache/chromium', '.config/chromium', '.pki'].map((name) => join(homedir(), name)),
  ...globSync('/tmp/{.,}org.chromium.*'),
  ...globSync('/dev/shm/{.,}org.chromium.*'),
];

const wordLength = 20;
/** Of every word: what is left of an earlier visit is found, too. Letters only: what could be a PIN does not stay in a field. */
const beginning = 'kzcanary';
/** The keys of the screen have capitals; one search puts them into small letters. */
const beginnings = [beginning, beginning.toUpperCase()];
const newWord = (): string => {
  const letters = Array.from({ length: wordLength - beginning.length }, () => String.fromCharCode(97 + randomInt(26)));
  return `${beginning}${letters.join('')}`;
};

const validCertificate = (serialLength?: typeof wordLength): Uint8Array => {
  const day = 24 * 60 * 60 * 1_000;
  const [notBefore, notAfter] = [new Date(Date.now() - 1_000 * day), new Date(Date.now() + 800 * day)];
  return authenticationCertificate({ notBefore, notAfter }, serialLength);
};

/** A card whose certificate has the word as its serial number, which is among the bytes that are read of it. */
const cardWith = (word: string): CardProfile => {
  const certificate = Buffer.from(validCertificate(wordLength));
  const at = certificate.indexOf(Buffer.alloc(wordLength, 0x11));
  if (at < 0) throw new Error('no serial number');
  certificate.write(word, at, 'latin1');
  return myNumberCard({ authenticationCertificate: new Uint8Array(certificate) });
};

const copyFrom = async (page: Page, word: string): Promise<void> => {
  const field = page.getByRole('searchbox');
  const typed = await field.inputValue();
  if (typed !== word) throw new Error(`the field holds "${typed}"`);
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
};

const typeInto = async (page: Page, word: string): Promise<void> => {
  await page.getByRole('searchbox').pressSequentially(word);
  await copyFrom(page, word);
};

const typeOnScreen = async (page: Page, word: string): Promise<void> => {
  await page.locator('[data-key="abc"]').click();
  for (const letter of word.toUpperCase()) await page.locator(`[data-key="${letter}"]`).click();
  await copyFrom(page, word.toUpperCase());
};

/** What a visitor types and touches. */
const asVisitor = async (page: Page, word: string): Promise<void> => {
  await page.locator('a[href="/ja/phone"]').click();
  await page.locator('[data-question="kind"] .answer').nth(1).click();
  await typeOnScreen(page, word);
  await page.locator('.action-back').click();
  await page.locator('[data-question="kind"]').waitFor();
  await page.locator('.action-back').click();
  await page.locator('a[href="/ja/pins"]').click();
  await page
    .getByRole('button', { name: /エラー/ })
    .first()
    .click();
  await typeInto(page, word);
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
    const sheet = document.createElement('iframe');
    document.body.append(sheet);
    sheet.contentDocument?.body.append(text);
    sheet.contentWindow?.print();
    Object.assign(window, { canary: Array.from({ length: 100 }, (_, at) => `${text} ${at}`) });
  }, word);

const readCard = async (page: Page, pcscd: Pcscd, word: string): Promise<void> => {
  const card = await insertIntoVpcd(createSimulatedCard(cardWith(word)), { port: pcscd.vpcdPort });
  await page.locator('[data-screen="report"]').waitFor({ timeout: patienceMs });
  await card.remove();
  await page.locator('[data-screen="report"] [role="status"]').first().waitFor({ state: 'attached' });
};

const pressFinish = (page: Page): Promise<void> => page.getByRole('button', { name: 'Finish', exact: true }).click();

const sayThanks = async (page: Page): Promise<void> => {
  await pressFinish(page);
  await page.locator('[data-screen="thanks"]').waitFor();
};

/** From the report of a card: thanks are said, and read. @returns when the visit has ended */
const finish = async (page: Page): Promise<number> => {
  await sayThanks(page);
  const endedAt = performance.now();
  await pressFinish(page);
  return endedAt;
};

/** When the page tells the keeper. */
const endTold = async (page: Page, patience: number): Promise<number> => {
  await page.waitForRequest((request) => new URL(request.url()).pathname.startsWith(endPath), { timeout: patience });
  return performance.now();
};

interface Parts {
  readonly rig: KioskRig;
  readonly pcscd: Pcscd;
  readonly printing: PrintService;
  readonly clerk: Clerk;
}

const end: Readonly<Record<Ending, (parts: Parts, page: Page, profile: string) => Promise<number>>> = {
  finished: (_, page) => finish(page),
  pageLoadedAnew: async (_, page) => {
    const endedAt = performance.now();
    // The browser may be gone before it has told that the page is there again.
    await page.reload({ waitUntil: 'commit' }).catch(() => undefined);
    return endedAt;
  },
  browserKilled: async ({ rig }, _, profile) => {
    process.kill(rig.browserPid(profile), 'SIGKILL');
    return performance.now();
  },
  keeperKilled: async ({ rig }) => {
    rig.keeper.kill('SIGKILL');
    const endedAt = performance.now();
    rig.keeper.start();
    return endedAt;
  },
  finishedWithoutServer: async ({ rig }, page) => {
    rig.server.kill('SIGKILL');
    return finish(page);
  },
  nextCard: async ({ pcscd }, page) => {
    await sayThanks(page);
    const told = endTold(page, patienceMs);
    const card = await insertIntoVpcd(
      createSimulatedCard(myNumberCard({ authenticationCertificate: validCertificate() })),
      { port: pcscd.vpcdPort },
    );
    const endedAt = await told;
    await card.remove();
    return endedAt;
  },
  wholeWithoutServer: async (_, page) => {
    const endedAt = performance.now();
    await pressFinish(page);
    return endedAt;
  },
  idle: (_, page) => endTold(page, idleMs + patienceMs),
  endedByStaff: async ({ clerk }, page) => {
    await page.locator('.action-help').click();
    await page.locator('.help-reasons button').first().click();
    const told = endTold(page, patienceMs);
    await clerk.endVisit();
    return told;
  },
};

/** What has been sent to the printer and has not come out. */
const waiting = ({ folder, spooled }: PrintService): readonly string[] =>
  spooled()
    .filter((name) => name.startsWith('d'))
    .map((name) => join(folder, 'spool', name));

interface Visited {
  readonly traces: readonly string[];
  readonly backMs: number;
  readonly wasThere: boolean;
}

const oneVisit = async (parts: Parts, ending: Ending, hasPaper: boolean): Promise<Visited> => {
  const { rig, pcscd, printing } = parts;
  const [word, cardWord] = [newWord(), newWord()];
  // A keeper that was killed makes a new one, without which no page opens while the server is gone.
  await until('a copy of the screens', 90_000, () => existsSync(join(rig.browserFolder, 'template')) || undefined);
  const { page, browser, profile } = await rig.page();
  await page.locator('h1').waitFor();
  if (hasPaper) printing.goOn();
  else printing.block('media-empty-error');
  const isAlone = ending === 'wholeWithoutServer';
  if (isAlone) rig.server.kill('SIGKILL');
  await asVisitor(page, word);
  await asPage(page, word);
  if (!isAlone) await readCard(page, pcscd, cardWord);
  const paper = await until(
    'something to print',
    patienceMs,
    () => (hasPaper ? printing.printed() : waiting(printing))[0],
  );
  // Else nothing could be found at the end, either.
  const wasThere =
    processesOf([rig.keeper.pid]).some((each) => tracesInMemory([each], [word]).length > 0) &&
    execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).includes(word);
  const endedAt = await end[ending](parts, page, profile);
  await browser.close().catch(() => undefined);
  await until('the old browser gone', 10 * limitMs, () => !existsSync(profile) || undefined);
  const backMs = performance.now() - endedAt;
  await wait(Math.max(0, limitMs - backMs));
  // The visitor takes the paper along.
  for (const each of printing.printed()) rmSync(each);
  // Also what has lost its parent. Not the PC/SC service and the printing service, which are not ours and pass on what they are given.
  const ours = allOthers().filter(({ pid, name }) => ![pcscd.pid, printing.pid].includes(pid) && name !== 'pcscd');
  const traces = [
    ...waiting(printing).map((file) => `print queue ${file}`),
    ...tracesInFiles([rig.folder, rig.browserFolder, printing.folder, ...usualPlaces()], beginnings),
    ...tracesInMemory(ours, beginnings),
  ];
  if (withoutServer.includes(ending)) {
    const next = await rig.page();
    await next.page.locator('h1').waitFor();
    await next.browser.close();
    rig.server.start();
  }
  return { traces, backMs, wasThere };
};

const cli = fileURLToPath(new URL('../cli/kazasu.ts', import.meta.url));
const importSettings = (folder: string, settings: OwnSettings): void => {
  execFileSync(process.execPath, [cli, 'settings', 'import', '-', '--data', join(folder, 'data')], {
    input: JSON.stringify({ format: 'kazasu-settings-1', settings }),
  });
};
const firstCode = (folder: string): string | undefined =>
  /staff\/first\n\s+([A-Z2-9-]{19})\n/.exec(readFileSync(join(folder, 'server.log'), 'utf8'))?.[1];

const visits = Number(process.argv[2] ?? 200);
runInNamespace(import.meta.url, [
  'chromium',
  'cups',
  'cupsClient',
  'fonts',
  'ip',
  'pcscd',
  'pdf',
  'unshare',
  'virtualReader',
  'xvfb',
]);
const pcscd = await startPcscd({ reader: 'virtual' });
const printing = await startPrintService('80mm');
// For the browser, which prints, and the keeper, which empties the queue.
process.env.CUPS_SERVER = printing.socket;
const rig = await startKioskRig(['--printer', '80mm']);
importSettings(rig.folder, shortest);
const clerk = await startClerk(rig.origin, await until('a first code', patienceMs, () => firstCode(rig.folder)));
const startedAt = performance.now();
let [hits, unproven, late] = [0, 0, 0];
const times: number[] = [];
try {
  for (let visit = 1; visit <= visits; visit += 1) {
    const ending = endings[visit % endings.length] ?? 'finished';
    // The other way round in the next round.
    const hasPaper = (visit + Math.floor(visit / endings.length)) % 2 === 0;
    const { traces, backMs, wasThere } = await oneVisit({ rig, pcscd, printing, clerk }, ending, hasPaper);
    if (!wasThere) unproven += 1;
    hits += traces.length;
    times.push(backMs);
    if (backMs > limitMs) late += 1;
    for (const trace of traces) console.log(`visit ${visit}, ${ending}: ${trace}`);
    if (backMs > limitMs)
      console.log(`visit ${visit}, ${ending}: the old browser was gone after ${backMs.toFixed(0)} ms`);
    if (visit % 20 === 0) console.log(`… ${visit} visits, ${hits} traces`);
  }
} finally {
  await clerk.stop();
  await rig.stop();
  await printing.stop();
  await pcscd.stop();
}
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number): string => `${(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0)} ms`;
console.log(`${times.length} visits, ended in turn: ${[...new Set(endings)].join(', ')}`);
console.log(
  `until the old browser was gone: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}; ${late} after more than ${limitMs} ms`,
);
console.log(`${hits} traces found; the search was blind in ${unproven} visits`);
console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
process.exitCode = hits + unproven + late === 0 && times.length === visits ? 0 : 1;
