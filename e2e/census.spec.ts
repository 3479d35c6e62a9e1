import { expect, type Page } from '@playwright/test';
import { locales } from './answers.ts';
import { type Looked, lookAtHome, lookOnKiosk } from './census.ts';
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

test.use({ contextOptions: { reducedMotion: 'reduce' }, trace: 'off' });

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
        const isLong =
          longScreens.some((long) => long.test(name)) ||
          (locale === 'ja-easy' && longWithReadings.some((long) => long.test(name)));
        expect.soft([...looked.findings, ...(isLong ? [] : looked.long)], name).toEqual([]);
      };
      await walk(page, locale, stop, kiosk.origin);
      test
        .info()
        .annotations.push({ type: 'census', description: `${seen.size} screens, ${combinations} combinations` });
    });
  }
}
