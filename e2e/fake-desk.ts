import type { Page } from '@playwright/test';
import type { Queue, StaffCall, StaffMember } from '../lib/helpdesk/wire.ts';

/** What the desk of a test says. A test changes it, and it is what is answered from then on. */
export interface FakeDesk {
  member: StaffMember | null;
  queue: Queue;
  /** What was asked for with POST, PUT and DELETE, in order. */
  readonly asked: { readonly method: string; readonly path: string; readonly body: unknown }[];
  /** Answers to paths that need one of their own: status and JSON. */
  readonly answers: Map<string, { status: number; body?: unknown }>;
  /** Says that a call has changed, on the stream. */
  tell(call: StaffCall): Promise<void>;
  /** Breaks the stream, or takes it up again. */
  link(isUp: boolean): Promise<void>;
}

export const clerk: StaffMember = { id: 'staff-1', name: '窓口3', role: 'clerk', languages: ['ja', 'ja-easy'] };

export const aCall = (id: string, change: Partial<StaffCall> = {}): StaffCall => ({
  id,
  kiosk: { id: `kiosk-${id}`, name: `ロビー ${id.slice(-1)}番` },
  reason: 'pin',
  case: { language: 'ja', step: 'start', facts: {}, error: null, elapsedS: 0 },
  state: 'waiting',
  level: 0,
  askedAt: Date.now() - 5_000,
  claimedAt: null,
  endedAt: null,
  claimedBy: null,
  prompts: [],
  ...change,
});

/** Stands in for the browser's: a test says what arrives. Runs in the page. */
const standInForStream = (): void => {
  const open: StandIn[] = [];
  class StandIn extends EventTarget {
    static readonly CLOSED = 2;
    readyState = 1;
    constructor() {
      super();
      open.push(this);
      setTimeout(() => this.dispatchEvent(new Event('open')));
    }
    close(): void {
      this.readyState = StandIn.CLOSED;
    }
  }
  Object.assign(window, {
    EventSource: StandIn,
    deskSays: (event: string, data: unknown, id: number) => {
      for (const each of open) {
        each.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data), lastEventId: String(id) }));
      }
    },
    deskLink: (isUp: boolean) => {
      for (const each of open) each.dispatchEvent(new Event(isUp ? 'open' : 'error'));
    },
  });
};

/** A desk for one page, so that every state of the console can be looked at. */
export const fakeDesk = async (page: Page, calls: readonly StaffCall[] = []): Promise<FakeDesk> => {
  const desk: FakeDesk = {
    member: clerk,
    queue: {
      now: Date.now(),
      seq: 1,
      calls: [...calls],
      onDuty: [{ id: clerk.id, name: clerk.name, languages: ['ja'] }],
    },
    asked: [],
    answers: new Map(),
    tell: async (call) => {
      desk.queue = {
        ...desk.queue,
        seq: desk.queue.seq + 1,
        calls: [...desk.queue.calls.filter(({ id }) => id !== call.id), call].filter(({ endedAt }) => endedAt === null),
      };
      await page.evaluate(({ said, id }) => Reflect.get(window, 'deskSays')('call', said, id), {
        said: call,
        id: desk.queue.seq,
      });
    },
    link: (isUp) => page.evaluate((up) => Reflect.get(window, 'deskLink')(up), isUp),
  };
  await page.addInitScript(standInForStream);
  await page.route(/\/api\/(staff|auth)\//, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (request.method() !== 'GET') {
      desk.asked.push({ method: request.method(), path: pathname, body: request.postDataJSON() });
    }
    const given = desk.answers.get(pathname);
    if (given !== undefined) return route.fulfill({ status: given.status, json: given.body });
    if (desk.member === null) return route.fulfill({ status: 401, json: { error: 'notSignedIn' } });
    if (pathname === '/api/staff/me') return route.fulfill({ json: desk.member });
    if (pathname === '/api/staff/queue') return route.fulfill({ json: { ...desk.queue, now: Date.now() } });
    return route.fulfill({ status: 204 });
  });
  return desk;
};
