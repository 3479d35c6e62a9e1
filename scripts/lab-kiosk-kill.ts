/**
 * `npm run lab:kiosk-kill [-- TIMES [TARGET]]`: on a whole kiosk with a virtual card reader, each of its processes and the PC/SC
 * service are killed and stopped, each so many times; measured is how long it takes until the start screen can be used
 * and says that a card can be read. Nothing is helped along but by what systemd would do. Runs in a namespace of its own.
 */
import type { Page } from '@playwright/test';
import { type KioskRig, startKioskRig, until } from './kiosk/kiosk-rig.ts';
import { runInNamespace } from './kiosk/run-in-namespace.ts';
import { type KeptPcscd, keepPcscd, keepRunning } from './kiosk/stand-in.ts';
import { processesOf } from './kiosk/traces.ts';

const limitMs = 10_000;
/** Longer than anything may take; what takes longer is counted as never. */
const patienceMs = 30_000;

/** The server is a child of the supervisor, as is the reader process; the browser is one of the keeper. */
const targets = ['browser', 'keeper', 'server', 'supervisor', 'reader process', 'PC/SC service'] as const;
type Target = (typeof targets)[number];
const signals = ['SIGKILL', 'SIGSTOP'] as const;

const childOf = (rig: KioskRig, words: string): number | undefined =>
  processesOf([rig.server.pid]).find(({ command }) => command.includes(words))?.pid;

/** The start screen as a visitor wants it: there, and inviting to put a card down. */
const isUsable = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const door = document.querySelector('a[href="/ja/card"]');
    return door !== null && !door.hasAttribute('data-absent') && document.querySelector('.reader-notice') === null;
  });

const serverAnswers = (rig: KioskRig): Promise<boolean> =>
  fetch(`${rig.origin}/api/place`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** The reader process behind the screens: the page may not have noticed yet that it was away. Only a page is told where it is. */
const readerAnswers = async (page: Page): Promise<boolean> => {
  const url = await page.evaluate(async () => (await (await fetch('/api/reader')).json()).url);
  return (await fetch(String(url), { signal: AbortSignal.timeout(1_000) })).status > 0;
};

const pidOf = (rig: KioskRig, pcscd: KeptPcscd, target: Target): number | undefined => {
  switch (target) {
    case 'browser': {
      const [profile] = rig.profiles();
      return profile === undefined ? undefined : rig.browserPid(profile);
    }
    case 'keeper':
      return rig.keeper.pid;
    case 'server':
      return childOf(rig, 'cli/web-server.ts');
    case 'supervisor':
      return rig.server.pid;
    case 'reader process':
      return childOf(rig, 'reader/server/main.ts');
    case 'PC/SC service':
      return pcscd.pid;
  }
};

const [wantedTimes = '100', only] = process.argv.slice(2);
const times = Number(wantedTimes);
const struckTargets = targets.filter((target) => only === undefined || target === only);
if (struckTargets.length === 0) throw new Error(`TARGET is one of: ${targets.join(', ')}`);
runInNamespace(import.meta.url, ['chromium', 'fonts', 'ip', 'pcscd', 'unshare', 'virtualReader', 'xvfb']);

const pcscd = await keepPcscd();
const rig = await startKioskRig([]);
const kept = [rig.server, rig.keeper].map(keepRunning);
let failed = 0;
try {
  for (const target of struckTargets) {
    for (const signal of signals) {
      const took: number[] = [];
      for (let time = 0; time < times; time += 1) {
        const before = await rig.page();
        await until('a start screen', patienceMs, async () => (await isUsable(before.page)) || undefined);
        await before.browser.close();
        const from = performance.now();
        const struck = pidOf(rig, pcscd, target);
        if (struck === undefined) throw new Error(`no ${target}`);
        process.kill(struck, signal);
        let missing = '';
        const isBack = async (): Promise<true | undefined> => {
          missing = 'the old browser has not gone';
          const isScreen = target === 'browser' || target === 'keeper';
          if (isScreen && rig.profiles().includes(before.profile)) return undefined;
          // The screen only looks as if nothing had happened.
          missing = 'nothing has been noticed';
          if (!isScreen && [undefined, struck].includes(pidOf(rig, pcscd, target))) return undefined;
          missing = 'the server does not answer';
          if (!(await serverAnswers(rig))) return undefined;
          const now = await rig.page();
          missing = 'the start screen';
          const usable = await isUsable(now.page).catch(() => false);
          if (usable) missing = 'the reader process';
          const answers = usable && (await readerAnswers(now.page).catch(() => false));
          await now.browser.close();
          return answers || undefined;
        };
        await until(`${target} after ${signal}`, patienceMs, isBack).catch((failure: unknown) => {
          console.log(`${target}, ${signal}, time ${time + 1}: ${missing}`);
          throw failure;
        });
        took.push(performance.now() - from);
      }
      const sorted = took.toSorted((a, b) => a - b);
      const most = sorted.at(-1) ?? Number.NaN;
      const late = sorted.filter((ms) => ms > limitMs).length;
      failed += late;
      const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
      console.log(
        `${target}, ${signal}: ${took.length} times, p50 ${middle.toFixed(0)} ms, most ${most.toFixed(0)} ms, ${late} above ${limitMs} ms`,
      );
    }
  }
} finally {
  await Promise.all(kept.map((stop) => stop()));
  await rig.stop();
  await pcscd.stop();
}
process.exitCode = failed === 0 ? 0 : 1;
