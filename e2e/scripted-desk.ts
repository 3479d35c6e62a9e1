import type { Page } from '@playwright/test';
import type { DeskMessage, DeskView, VisitorCall } from '../lib/helpdesk/wire.ts';

const deskSaid = 'e2e-desk-said';

export const quietDesk: DeskView = { reachable: true, onDuty: true, call: null };

/** A desk that says what the test tells it to, when it tells it to, and notes what it is told. */
export interface ScriptedDesk {
  /** Everything that has been posted, in order. */
  readonly heard: readonly DeskMessage[];
  says(view: DeskView): Promise<void>;
  /** What it says of the call that was made last. */
  saysOfCall(call: Partial<VisitorCall>, view?: Partial<DeskView>): Promise<void>;
  /** From now on it is away, and so is the stream. */
  goesAway(): Promise<void>;
}

/**
 * To be called before the page is opened. The stream is in the page, because an intercepted request gets its whole answer at
 * once; what is posted is intercepted.
 */
export const scriptDesk = async (page: Page, first: DeskView = quietDesk): Promise<ScriptedDesk> => {
  const heard: DeskMessage[] = [];
  let isAway = false;
  await page.route('**/api/desk/messages', async (route) => {
    if (isAway) return route.abort();
    heard.push(route.request().postDataJSON());
    await route.fulfill({ status: 202, json: { outcome: 'taken' } });
  });
  await page.addInitScript(
    ([name, view]) => {
      const encoder = new TextEncoder();
      let last = JSON.stringify(view);
      let speak = (): void => undefined;
      let end = (): void => undefined;
      let isClosed = false;
      window.addEventListener(name, (said) => {
        if (!(said instanceof CustomEvent)) return;
        isClosed = said.detail === null;
        if (isClosed) return end();
        last = JSON.stringify(said.detail);
        speak();
      });
      const stream = (signal: AbortSignal | null | undefined): ReadableStream =>
        new ReadableStream({
          start: (controller) => {
            speak = () => controller.enqueue(encoder.encode(`event: view\ndata: ${last}\n\n`));
            end = () => {
              clearInterval(keepAlive);
              speak = () => undefined;
              end = () => undefined;
              controller.close();
            };
            speak();
            const keepAlive = setInterval(() => controller.enqueue(encoder.encode(':\n\n')), 5_000);
            signal?.addEventListener('abort', () => {
              clearInterval(keepAlive);
              speak = () => undefined;
              controller.error(signal.reason);
            });
          },
        });
      const realFetch = window.fetch.bind(window);
      window.fetch = async (input, init) => {
        if (typeof input !== 'string' || !input.endsWith('/api/desk/view')) return realFetch(input, init);
        if (isClosed) throw new TypeError('the desk is away');
        return new Response(stream(init?.signal), { headers: { 'Content-Type': 'text/event-stream' } });
      };
    },
    [deskSaid, first] as const,
  );
  const says = (view: DeskView | null): Promise<void> =>
    page.evaluate(([name, detail]) => void window.dispatchEvent(new CustomEvent(name, { detail })), [
      deskSaid,
      view,
    ] as const);
  return {
    heard,
    says,
    saysOfCall: (call, view = {}) => {
      const asked = heard.findLast((message) => message.kind === 'ask');
      const id = asked?.kind === 'ask' ? asked.call : '';
      return says({ ...quietDesk, ...view, call: { id, state: 'waiting', place: 1, prompt: null, ...call } });
    },
    goesAway: () => {
      isAway = true;
      return says(null);
    },
  };
};
