import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningKiosk, startKiosk } from '../../cli/testing/running-kiosk.ts';
import { hasFollowed, mouseActions, shortList } from './chords.ts';
import { firstDoor, type Lab, openLab, panel } from './lab.ts';
import { ourTitles } from './titles.ts';

/** In the private network of these tests; the policy names the port of the screens. */
const keeperPort = 3101;
let kiosk: RunningKiosk;
let lab: Lab;
let link: readonly [x: number, y: number];
let startTitle: string | undefined;

beforeAll(async () => {
  kiosk = await startKiosk(['--port', '3000', '--keeper', String(keeperPort), '--practice-card']);
  link = await firstDoor(kiosk.origin);
  lab = await openLab({ url: kiosk.origin, keeperPort, titles: ourTitles, filter: true });
  startTitle = await lab.title();
}, 120_000);
afterAll(async () => {
  await lab?.close();
  await kiosk?.stop();
});

// The rest, and kiosks without a filter for keys: npm run lab:escape.
const byMouse = mouseActions(panel, [0, 0])
  .map(({ name }) => name)
  .filter((name) => /link|centre|edge/.test(name));

test.each(byMouse)('%s: does not lead out of the pages, nor to a second window', async (name) => {
  const action = mouseActions(panel, link).find((each) => each.name === name);
  if (action === undefined) throw new Error(`no such action: ${name}`);
  const { strayed, seen } = await lab.try(action);
  expect({ strayed, seen }).toEqual({ strayed: false, seen: [] });
  // Which shows that a link was aimed at, up to the first click that followed it.
  if (hasFollowed(action)) expect(await lab.title()).not.toBe(startTitle);
});

test.each(shortList)('$name does not lead out of the pages, nor to a second window', async (action) => {
  const { strayed, seen } = await lab.try(action);
  expect({ strayed, seen }).toEqual({ strayed: false, seen: [] });
});

test('the browser is the one that it was in the beginning', () => {
  expect(lab.endings()).toEqual([]);
});

test('a tab that comes before the page ends the visit at once, and not only when the page has been silent', async () => {
  const { strayed, backAfter } = await lab.startAgain('addresses', ['about:blank']);
  expect({ strayed, isBack: backAfter !== null }).toEqual({ strayed: true, isBack: true });
  expect(lab.endings()[0]).toBe('visitEnded');
});

test('so does a second window', async () => {
  const before = lab.endings().length;
  const { strayed, backAfter } = await lab.startAgain('starts', ['--new-window', 'about:blank']);
  expect({ strayed, isBack: backAfter !== null }).toEqual({ strayed: true, isBack: true });
  expect(lab.endings()[before]).toBe('visitEnded');
});
