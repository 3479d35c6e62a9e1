import type { Page } from '@playwright/test';
import type { CardReport } from '../lib/card/report.ts';
import type { HoldEvent } from '../lib/reader/hold-protocol.ts';
import type { ReaderEvent, ReaderSettings } from '../lib/reader/protocol.ts';

const ok = { state: 'ok', triesLeft: 3, triesMax: 3 } as const;
const locked = { state: 'locked', triesLeft: 0, triesMax: 3 } as const;

export const fineReport: CardReport = {
  card: 'my-number',
  pins: {
    authentication: ok,
    signature: { state: 'ok', triesLeft: 5, triesMax: 5 },
    cardInfoInput: ok,
    residentRegister: ok,
  },
  authenticationCertificate: { state: 'valid', notAfter: '2028-05-17' },
  signatureCertificate: { present: true },
  exchanges: 12,
  elapsedMs: 260,
};

/** Everything that can be wrong, at once: the longest report there is. */
export const worstReport: CardReport = {
  ...fineReport,
  pins: {
    authentication: { state: 'last-try', triesLeft: 1, triesMax: 3 },
    signature: { state: 'locked', triesLeft: 0, triesMax: 5 },
    cardInfoInput: { state: 'unknown', triesLeft: null, triesMax: 3 },
    residentRegister: locked,
  },
  authenticationCertificate: { state: 'expired', notAfter: '2026-10-24' },
  signatureCertificate: { present: false },
};

export const readerReady: ReaderEvent = { type: 'reader', ready: true, error: null };
export const cardFound: readonly ReaderEvent[] = [
  readerReady,
  { type: 'card' },
  { type: 'progress', done: 5, of: 12, known: { pins: { authentication: ok } } },
];
export const lifted: readonly ReaderEvent[] = [
  ...cardFound,
  { type: 'failed', error: 'cardRemoved', known: { pins: { authentication: ok, signature: locked } } },
  { type: 'removed', early: true },
];
export const reported = (report: CardReport): readonly ReaderEvent[] => [...cardFound, { type: 'report', report }];

const stream = (events: readonly ReaderEvent[]): string =>
  events.map((event, at) => `id: e2e-${at}\ndata: ${JSON.stringify(event)}\n\n`).join('');

export const settingsAre = (page: Page, settings: ReaderSettings): Promise<unknown> =>
  page.route('**/api/reader', (route) => route.fulfill({ json: settings }));

/** A reader process that says these things when the page first listens, and then nothing more. */
export const readerSays = async (page: Page, origin: string, events: readonly ReaderEvent[]): Promise<void> => {
  await settingsAre(page, { kind: 'reader', url: origin, secret: 'e2e' });
  let hasSpoken = false;
  await page.route('**/v1/events', async (route) => {
    if (hasSpoken) return;
    hasSpoken = true;
    await route.fulfill({ contentType: 'text/event-stream', body: stream(events) });
  });
};

const holdSaid = 'e2e-hold-said';

/** How long a card is held, told by the test when it wants to. */
export interface ScriptedHold {
  /** Once the page is open. What is said before it listens is said as soon as it does. */
  readonly says: (...events: readonly HoldEvent[]) => Promise<void>;
}

/**
 * A reader process whose `/v1/hold` says what the test tells it to, when it tells it to. To be called before the page is
 * opened; `readerSays` still scripts the card events. In the page, because an intercepted request gets its whole answer at
 * once, and the policy of the page lets it speak to no other server.
 */
export const scriptHold = async (page: Page): Promise<ScriptedHold> => {
  await page.addInitScript((name) => {
    const encoder = new TextEncoder();
    const keepAliveMs = 5_000;
    let waiting: string[] = [];
    let speak = (text: string): void => {
      waiting.push(text);
    };
    window.addEventListener(name, (said) => {
      if (said instanceof CustomEvent) speak(`data: ${JSON.stringify(said.detail)}\n\n`);
    });
    const stream = (signal: AbortSignal | null | undefined): ReadableStream =>
      new ReadableStream({
        start: (controller) => {
          speak = (text) => controller.enqueue(encoder.encode(text));
          for (const text of waiting) speak(text);
          waiting = [];
          const keepAlive = setInterval(() => controller.enqueue(encoder.encode(':\n\n')), keepAliveMs);
          signal?.addEventListener('abort', () => {
            clearInterval(keepAlive);
            speak = (text) => waiting.push(text);
            controller.error(signal.reason);
          });
        },
      });
    const realFetch = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      if (typeof input !== 'string' || !input.endsWith('/v1/hold')) return realFetch(input, init);
      return new Response(stream(init?.signal), { headers: { 'Content-Type': 'text/event-stream' } });
    };
  }, holdSaid);
  return {
    says: async (...events) => {
      for (const event of events) {
        await page.evaluate(([name, detail]) => window.dispatchEvent(new CustomEvent(name, { detail })), [
          holdSaid,
          event,
        ] as const);
      }
    },
  };
};
