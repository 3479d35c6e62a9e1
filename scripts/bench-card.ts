/**
 * `npm run bench:card`: ours beside OpenSC on the same virtual card, and from the card noticed to the report on the screen.
 * Everything is measured in one run, so that the figures can be compared. Runs itself in scripts/in-namespace.sh.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { recordReader } from '../lib/reader/server/testing/recorder.ts';
import { createSimulatedCard, type SimulatedCard } from '../lib/reader/simulated/card.ts';
import { type Pcscd, startPcscd } from '../lib/reader/simulated/pcscd.ts';
import { scenario } from '../lib/reader/simulated/scenarios.ts';
import { insertIntoVpcd } from '../lib/reader/simulated/vpcd.ts';

const run = promisify(execFile);
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** What one exchange takes on the virtual card, in milliseconds. */
const latencyMs = 20;
const rounds = 10;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const worst = (values: readonly number[]): number => Math.max(...values);
const ms = (value: number): string => `${value.toFixed(0)} ms`;

const newCard = (): SimulatedCard => createSimulatedCard(scenario('all-fine', new Date()), { faults: { latencyMs } });

interface Tool {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const tools: readonly Tool[] = [
  { name: 'kazasu card --json', command: process.execPath, args: [path('../cli/kazasu.ts'), 'card', '--json'] },
  { name: 'pkcs15-tool --list-pins', command: 'pkcs15-tool', args: ['--list-pins'] },
  { name: 'pkcs15-tool --dump', command: 'pkcs15-tool', args: ['--dump'] },
];

/** Exchanges and wall time of each tool, from the start of its process to its end, with the card already there. */
const compareTools = async (pcscd: Pcscd): Promise<Map<string, number>> => {
  const card = newCard();
  const inserted = await insertIntoVpcd(card, { port: pcscd.vpcdPort });
  await inserted.powered;
  const exchangesOf = new Map<string, number>();
  console.log(`\nThe same virtual card, ${latencyMs} ms per exchange, median of ${rounds} (worst)`);
  for (const { name, command, args } of tools) {
    const times: number[] = [];
    const before = card.transcript.length;
    for (let round = 0; round < rounds; round++) {
      const startedAt = performance.now();
      await run(command, [...args]);
      times.push(performance.now() - startedAt);
    }
    const exchanges = (card.transcript.length - before) / rounds;
    exchangesOf.set(name, exchanges);
    const time = `${ms(median(times))} (${ms(worst(times))})`;
    console.log(`  ${name.padEnd(26)} ${String(exchanges).padStart(3)} exchanges   ${time}`);
  }
  await inserted.remove();
  return exchangesOf;
};

/** From contact found to the report, as the reader process measures it. */
const measureReading = async (pcscd: Pcscd): Promise<void> => {
  const reader = recordReader();
  await reader.next('reader');
  const times: number[] = [];
  let exchanges = 0;
  for (let round = 0; round < rounds; round++) {
    const inserted = await insertIntoVpcd(newCard(), { port: pcscd.vpcdPort });
    const { report } = await reader.next('report');
    exchanges = report.exchanges;
    times.push(report.elapsedMs);
    await inserted.remove();
    await reader.next('removed');
  }
  reader.stop();
  const card = exchanges * latencyMs;
  const bar = 1.15 * card + 50;
  console.log(`\nContact found to report, ${exchanges} exchanges = ${ms(card)} of the card alone`);
  console.log(
    `  median ${ms(median(times))}, worst ${ms(worst(times))}; ours: ${ms(median(times) - card)}; bar ${ms(bar)}`,
  );
};

/** A fresh page that waits for a card. A page opened before pcscd has noticed that the last card is gone shows that one. */
const untilReady = async (page: Page, origin: string): Promise<void> => {
  for (;;) {
    await page.goto(`${origin}/ja/card`);
    const stage = page.locator('[data-screen="ready"], [data-screen="report"]');
    if ((await stage.getAttribute('data-screen')) === 'ready') return;
  }
};

/** From the moment pcscd tells any program of the card to the report painted in Chromium. */
const measureScreen = async (pcscd: Pcscd): Promise<void> => {
  const kiosk = await startKiosk([]);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await untilReady(page, kiosk.origin);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(() => {
      const changes = new MutationObserver(() => {
        if (document.querySelector('[data-screen="report"]') === null) return;
        changes.disconnect();
        // The second frame begins once the first one has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            document.documentElement.dataset.shownAt = String(performance.timeOrigin + performance.now());
          }),
        );
      });
      changes.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
    });
    const inserted = await insertIntoVpcd(newCard(), { port: pcscd.vpcdPort });
    // pcscd powers a card up the moment it notices it, and tells its programs.
    await inserted.powered;
    const noticedAt = performance.timeOrigin + performance.now();
    const shown = page.locator('html[data-shown-at]');
    await shown.waitFor({ state: 'attached' });
    times.push(Number(await shown.getAttribute('data-shown-at')) - noticedAt);
    await inserted.remove();
    await untilReady(page, kiosk.origin);
  }
  console.log(`\nCard noticed by pcscd to report painted in the browser, through the whole kiosk`);
  console.log(`  median ${ms(median(times))}, worst ${ms(worst(times))}`);
  await browser.close();
  await kiosk.stop();
};

const main = async (): Promise<void> => {
  const pcscd = await startPcscd({ reader: 'virtual' });
  const exchanges = await compareTools(pcscd);
  const [ours = 0, , dump = 0] = [...exchanges.values()];
  console.log(`  ${(dump / ours).toFixed(1)} times fewer exchanges than the dump`);
  await measureReading(pcscd);
  await measureScreen(pcscd);
  await pcscd.stop();
};

if (process.env.KAZASU_PRIVATE_NAMESPACE === '1') {
  await main();
  process.exit(0);
}
const inside = spawn(path('./in-namespace.sh'), [process.execPath, fileURLToPath(import.meta.url)], {
  stdio: 'inherit',
});
const [code] = await once(inside, 'exit');
process.exitCode = code ?? 1;
