'use client';

import * as v from 'valibot';
import { type BrowserHints, type BrowserReport, describeBrowser } from '@/lib/phone/browser';

/** Not every browser has it, and TypeScript knows it from none. */
const withHints = v.object({ userAgentData: v.object({ getHighEntropyValues: v.function() }) });

/** A policy of the page can keep the model back; then its key is missing. */
const hints = v.object({
  model: v.optional(v.string(), ''),
  platform: v.string(),
  platformVersion: v.optional(v.string(), ''),
  mobile: v.boolean(),
});

const askHints = async (): Promise<BrowserHints | null> => {
  if (!v.is(withHints, navigator)) return null;
  try {
    const told = v.safeParse(hints, await navigator.userAgentData.getHighEntropyValues(['model', 'platformVersion']));
    return told.success ? told.output : null;
  } catch {
    // A browser may refuse to tell. Then there is nothing to go by, as in those that have no hints.
    return null;
  }
};

/** Asks this page's browser about itself. Nothing is asked of the person, and nothing leaves the page. */
export const askBrowser = async (): Promise<BrowserReport> =>
  describeBrowser({
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    hints: await askHints(),
    hasWebNfc: 'NDEFReader' in window,
    isTopLevel: window === window.top,
  });
