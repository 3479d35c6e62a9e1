import { expect, type Page } from '@playwright/test';
import { toPanelSize, usualPanel } from '../lib/kiosk/panel.ts';
import { locales } from './answers.ts';
import { type Looked, lookAtHome, lookOnKiosk, lookOnPanel } from './census.ts';
import { test } from './kiosk-fixture.ts';
import { kioskWalks, ownPhoneWalk, type Walk } from './screens.ts';

/** What may have more than one page on a panel. */
const longScreens = [
  /^guide, (advice|ways|all other ways|look around|deadline|last day)/,
  /sources$/,
  /^PINs, (home|counter|store-no|store-yes|errors|error-.*|certificates|new)$/,
  /^phone, (pc|app|settings|card in the phone|own phone|search)$/,
  /^out of reach$/,
];

/** The same in やさしい日本語, whose readings need a third more room; on a lying panel only. */
const longWithReadings = [/^report, all (fine|wrong)$/, /^guide, (errand|take along)$/, /^practice, letters$/];

/** How what is said of it begins. */
const lying = `${usualPanel.height} `;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const groups: readonly (readonly [string, Walk, (page: Page) => Promise<Looked>])[] = [
  ...Object.entries(kioskWalks).map(([name, walk]) => [name, walk, lookOnKiosk] as const),
  ['the test on the own phone', ownPhoneWalk, lookAtHome],
];

for (const locale of locales) {
  for (const [group, walk, look] of groups) {
    test(`every screen of ${group} can be read, reached and pressed by everybody: ${locale}`, async ({
      page,
      kiosk,
    }) => {
      test.setTimeout(300_000);
      const seen = new Set<string>();
      let combinations = 0;
      const stop = async (name: string): Promise<void> => {
        if (seen.has(name)) return;
        seen.add(name);
        const looked = await look(page);
        combinations += looked.combinations;
        const isLong = longScreens.some((each) => each.test(name));
        const isLongLying = isLong || (locale === 'ja-easy' && longWithReadings.some((each) => each.test(name)));
        const long = looked.long.filter((each) => !(each.startsWith(lying) ? isLongLying : isLong));
        expect.soft([...looked.findings, ...long], name).toEqual([]);
      };
      await walk(page, locale, stop, kiosk.origin);
      test
        .info()
        .annotations.push({ type: 'census', description: `${seen.size} screens, ${combinations} combinations` });
    });
  }
}

/** Small and lying, larger and lying, large and standing. */
for (const size of ['12.1:1280x800', '15.6:1920x1080', '32:1080x1920']) {
  test.describe(`on a panel of ${size}`, () => {
    const panel = { ...usualPanel, ...toPanelSize(size) };
    const { width, height } = panel;
    test.use({ viewport: { width, height } });
    for (const group of ['start', 'a card', 'the guide']) {
      test(`everything of ${group} is as large as hands and eyes need, and can be turned to`, async ({
        page,
        kiosk,
      }) => {
        test.setTimeout(300_000);
        const walk = kioskWalks[group];
        if (walk === undefined) throw new Error(`there is no walk through ${group}`);
        // Walks begin anew on the page, and forget what was scripted there.
        await page.context().route('**/api/place', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: { ...(await response.json()), panel } });
        });
        const look = lookOnPanel(panel);
        const stop = async (name: string): Promise<void> => {
          expect.soft((await look(page)).findings, name).toEqual([]);
        };
        await walk(page, 'ja', stop, kiosk.origin);
      });
    }
  });
}
