import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { type RunningKiosk, startHub, startKiosk } from '../cli/testing/running-kiosk.ts';
import { startPostgresql } from '../lib/helpdesk/store/testing/postgresql.ts';
import { named, words } from './answers.ts';
import { nothingFound, watch } from './findings.ts';
import { pressAsVisitorsDo } from './pressing.ts';
import { tapUnhurried } from './unhurried.ts';

/** `one-machine`: kiosk and console on one, with SQLite; `two-hubs`: a kiosk at one hub, the console at the other, PostgreSQL. */
export type OfficeKind = 'one-machine' | 'two-hubs';

interface Office {
  readonly kiosk: RunningKiosk;
  /** Where the console is, as `http://127.0.0.1:41234`. */
  readonly console: string;
  /** For the first administrator. */
  readonly code: string;
  /** Folder in which everything is that this office keeps, but what is in PostgreSQL. */
  readonly data: string;
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', 'node');

/** The code for the first administrator, as the terminal shows it. */
export const firstCode = async ({ said }: RunningKiosk): Promise<string> => {
  const find = (): string | undefined => /staff\/first\n\s*(\S+)/.exec(said())?.[1];
  await expect.poll(find, { timeout: 10_000 }).toBeDefined();
  return find() ?? '';
};

const oneMachine = async (): Promise<Office> => {
  const data = mkdtempSync(join(tmpdir(), 'kazasu-office-'));
  const kiosk = await startKiosk(['--practice-card', '--data', data]);
  const stop = async (): Promise<void> => {
    await kiosk.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { kiosk, console: kiosk.origin, code: await firstCode(kiosk), data, stop };
};

const end = async (running: RunningKiosk): Promise<void> => {
  await running.stop();
};

const twoHubs = async (): Promise<Office> => {
  // Whatever has been started when something fails is ended all the same: a hub that stays slows every test after it.
  await using started = new AsyncDisposableStack();
  const data = mkdtempSync(join(tmpdir(), 'kazasu-hubs-'));
  started.defer(() => rmSync(data, { recursive: true, force: true }));
  const postgresql = started.adopt(await startPostgresql(), (each) => each.remove());
  const database = await postgresql.newDatabase();
  const hub = async (name: string): Promise<RunningKiosk> =>
    started.adopt(await startHub(['--data', join(data, name)], database), end);
  const [one, two] = [await hub('one'), await hub('two')];
  const run = (...args: readonly string[]): string =>
    execFileSync(node, ['cli/kazasu.ts', ...args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: database },
      encoding: 'utf8',
    }).trim();
  const atKiosk = ['--hub', two.origin, '--data', join(data, 'kiosk')];
  run('kiosk', 'enrol', run('hub', 'code', '1階 左', '--data', join(data, 'one')), ...atKiosk);
  const kiosk = started.adopt(await startKiosk(['--practice-card', ...atKiosk]), end);
  // Each hub makes one as long as nobody is there; any of them is good.
  const code = await firstCode(two);
  const all = started.move();
  return { kiosk, console: one.origin, code, data, stop: () => all.disposeAsync() };
};

const password = 'とても長い合言葉を使います';

/** Registers whoever is at this page as the first administrator, and leaves them at the queue, listening. */
export const registerFirst = async (page: Page, office: Pick<Office, 'console' | 'code'>): Promise<void> => {
  await page.goto(`${office.console}/ja/staff/first`);
  const field = (name: string) => page.locator(`[name="${name}"]`);
  await field('code').fill(office.code);
  await field('login').fill('madoguchi3');
  await field('name').fill('窓口3');
  await field('password').fill(password + password);
  await page.getByRole('button', { name: named(words('ja', 'StaffAccounts.first.submit')) }).click();
  await page.locator('.desk-head[data-link="open"]').waitFor();
};

/** A clerk's browser. */
const openConsole = async (browser: Browser, office: Office): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await registerFirst(page, office);
  return page;
};

interface Fixtures {
  /** What both browsers do stays within this machine. */
  keepsToItself: undefined;
}

interface WorkerFixtures {
  officeKind: OfficeKind;
  office: Office;
  /** The clerk's; signed in once for all tests of a file. */
  desk: Page;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  officeKind: ['one-machine', { option: true, scope: 'worker' }],
  office: [
    async ({ officeKind }, use) => {
      const office = await (officeKind === 'one-machine' ? oneMachine() : twoHubs());
      await use(office);
      await office.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: [
    async ({ browser, office }, use) => {
      const page = await openConsole(browser, office);
      const findings = watch(page.context(), office.console);
      await use(page);
      expect(findings).toEqual(nothingFound);
      await page.context().close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ office }, use) => use(office.kiosk.origin),
  keepsToItself: [
    async ({ context, office }, use) => {
      await tapUnhurried(context);
      pressAsVisitorsDo(context);
      const findings = watch(context, office.kiosk.origin);
      await use(undefined);
      expect(findings).toEqual(nothingFound);
    },
    { auto: true },
  ],
});
