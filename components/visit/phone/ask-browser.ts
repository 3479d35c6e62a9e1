'use client';

import * as v from 'valibot';
import { type BrowserHints, type BrowserReport, describeBrowser } from '@/lib/phone/browser';
import { within } from './within';

/** Not every browser has it, and TypeScript knows it from none. */
const withHints = v.object({ userAgentData: v.object({ getHighEntropyValues: v.function() }) });

/** A policy of the page can keep the model back; then its key is missing. */
const hints = v.object({
  model: v.optional(v.string(), ''),
  platform: v.string(),
  platformVersion: v.optional(v.string(), ''),
  mobile: v.boolean(),
});

/** A browser that does not answer is one that does not tell. */
const patienceMs = 2_000;

const askHints = async (): Promise<BrowserHints | null> => {
  if (!v.is(withHints, navigator)) return null;
  try {
    const coming = navigator.userAgentData.getHighEntropyValues(['model', 'platformVersion']);
    const told = v.safeParse(hints, await within(Promise.resolve(coming), patienceMs));
    return told.success ? told.output : null;
  } catch {
    // A browser may refuse to tell. Then there is nothing to go by, as in those that have no hints.
    return null;
  }
};

const onHomeScreen = v.object({ standalone: v.literal(true) });

/** Whether the page was opened from the home screen, as an app of its own. */
export const isInstalled = (): boolean =>
  v.is(onHomeScreen, navigator) || window.matchMedia('(display-mode: standalone)').matches;

/** Asks this page's browser about itself. Nothing is asked of the person, and nothing leaves the page. */
export const askBrowser = async (): Promise<BrowserReport> =>
  describeBrowser({
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    hints: await askHints(),
    hasWebNfc: 'NDEFReader' in window,
    isTopLevel: window === window.top,
    isInstalled: isInstalled(),
  });
