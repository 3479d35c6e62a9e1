import { expect, type Page } from '@playwright/test';
import { toPanelSize, usualPanel } from '../lib/kiosk/panel.ts';
import { locales } from './answers.ts';
import { bringAxe } from './axe.ts';
import { type Looked, lookAtHome, lookOnKiosk, lookOnPanel } from './census.ts';
import { test } from './kiosk-fixture.ts';
import { kioskWalks, ownPhoneWalk, type Walk } from './screens.ts';
import { readerSays, reported, worstReport } from './scripted-reader.ts';

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
      await bringAxe(page);
      await walk(page, locale, stop, kiosk.origin);
      test
        .info()
        .annotations.push({ type: 'census', description: `${seen.size} screens, ${combinations} combinations` });
    });
  }
}

test.describe('what is wrong is found', () => {
  const look = lookOnPanel(usualPanel);

  /** In the place of what was planted before. */
  const plant = (page: Page, css: string): Promise<void> =>
    page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
      // The page looks again whether it has to be turned.
      window.dispatchEvent(new Event('resize'));
    }, css);

  const found = async (page: Page, css: string): Promise<readonly string[]> => {
    await plant(page, css);
    return (await look(page)).findings;
  };

  test('buttons of header and foot that come too near to those of the page, and an edge that is too faint', async ({
    page,
  }) => {
    await page.goto('/ja');
    await page.locator('.action-help').waitFor();
    expect(await found(page, '')).toEqual([]);
    expect(await found(page, '.action-help { translate: 0 -2.5rem }')).toContainEqual(
      expect.stringMatching(/^1080 standard: gap [\d.]+: a\.ui-button door .* button\.ui-button action-help /),
    );
    // The doors are on the second page, where they come too near to the header.
    expect(await found(page, '.doors { padding-top: 100vh } .frame-main { translate: 0 -1rem }')).toContainEqual(
      expect.stringMatching(/^1080 standard: gap [\d.]+: a\.ui-segment .* a\.ui-button door /),
    );
    // Light grey is 2.1 on white, and enough on black.
    const faint = await found(page, '.door[data-variant="secondary"] { border-color: var(--line) }');
    expect(faint).toHaveLength(12);
    expect(faint).toContainEqual(expect.stringMatching(/^1080 largest standard: edge 2\.1: a\.ui-button door /));
    // Of a filled one the edge is its ground.
    expect(await found(page, '.door[data-variant="primary"] { border-color: var(--surface) }')).toEqual([]);
  });

  test('what is laid over a line of the report, and what a sheet holds; not what lies behind one', async ({
    page,
    kiosk,
  }) => {
    await readerSays(page, kiosk.origin, reported(worstReport));
    await page.goto('/ja/card');
    await page.locator('[data-screen="report"]').waitFor();
    expect(await found(page, '')).toEqual([]);
    const wholeLines = '.report-item-details::after { inset: 0 }';
    expect(await found(page, wholeLines)).toContainEqual(
      expect.stringMatching(
        /^1080 standard: gap [01](\.\d)?: button\.report-item-details .* button\.report-item-details /,
      ),
    );
    await page.locator('.report-item-details').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await found(page, wholeLines)).toEqual([]);
    await page.locator('dialog[open] .dialog-title').evaluate((title) => {
      const last = title.parentElement?.querySelector('.page-turner');
      const other = document.createElement('button');
      other.className = 'ui-button';
      other.style.display = 'flex';
      other.dataset.variant = 'secondary';
      other.textContent = '…';
      last?.before(other);
    });
    expect(await found(page, '')).toEqual([]);
    expect(await found(page, '.dialog-close { margin-top: 0.25rem }')).toContainEqual(
      expect.stringMatching(/^1080 standard: gap 7: button\.ui-button "…" \| button\.ui-button dialog-close /),
    );
  });
});

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
