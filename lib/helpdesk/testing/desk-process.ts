/**
 * A desk as a process of its own, for what has to be killed or measured: the real store, feed and door. Only who asks is
 * taken at its word: `cookie: <number>` is a member of staff, `x-kiosk: <id>` a kiosk.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import * as v from 'valibot';
import { openDesk, usualRules } from '../desk.ts';
import { followView } from '../link/local-link.ts';
import { createDeskServer } from '../server/http.ts';
import { nothingToSay, refused, route, streamRoute } from '../server/route.ts';
import { staffRoutes } from '../staff-routes.ts';
import { openStore, type StorePlace } from '../store/open.ts';
import { deskMessageSchema, type StaffMember } from '../wire.ts';

/** What is told to whoever started this process, and what it can be asked. */
export type FromDesk =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'rss'; readonly bytes: number };
export type ToDesk = 'rss';

const place = JSON.parse(process.env.DESK_PLACE ?? '') as StorePlace;
const say = (message: FromDesk): void => {
  process.send?.(message);
};
// A database that is away is part of the test.
const onTrouble = (): void => undefined;

const memberOf = (cookie: string | undefined): StaffMember | null =>
  cookie === undefined ? null : { id: `staff-${cookie}`, name: cookie, role: 'clerk', languages: ['ja'] };

const open = async () => {
  for (;;) {
    try {
      const store = await openStore(place, onTrouble);
      return { store, desk: await openDesk(store, () => usualRules, onTrouble) };
    } catch {
      // The database is not there yet: again, as desk-here.ts does.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

const { store, desk } = await open();
const staff = staffRoutes({ desk, store, onTrouble });
const messages = v.array(v.strictObject({ message: deskMessageSchema, agoMs: v.number() }));

const server = createServer({ keepAliveTimeout: 60_000 });
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const door = createDeskServer({
  origin: `http://127.0.0.1:${port}`,
  kiosk: null,
  routes: [
    ...staff.routes,
    route({
      method: 'POST',
      path: '/api/hub/messages',
      access: 'kiosk',
      answer: async ({ body, kiosk }) => {
        const given = v.safeParse(messages, body);
        if (!given.success) return refused('notUnderstood');
        await desk.take(kiosk, given.output);
        return nothingToSay;
      },
    }),
  ],
  streamRoutes: [
    ...staff.streamRoutes,
    streamRoute({
      path: '/api/hub/view',
      access: 'kiosk',
      open: ({ kiosk }, stream) => followView(desk, kiosk, (view) => stream.send('view', view)),
    }),
  ],
  callers: {
    memberOf: async ({ cookie }) => memberOf(cookie),
    watch: () => () => undefined,
    kioskOf: async ({ headers }) => (typeof headers['x-kiosk'] === 'string' ? headers['x-kiosk'] : null),
  },
  onTrouble,
});
server.on('request', (request, response) => void door.answer(request, response));

process.on('message', (asked: ToDesk) => {
  if (asked === 'rss') {
    globalThis.gc?.();
    say({ type: 'rss', bytes: process.memoryUsage.rss() });
  }
});
process.on('disconnect', () => process.exit());
say({ type: 'listening', port });
