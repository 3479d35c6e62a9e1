/** What the pages of a kiosk ask the desk. */
import * as v from 'valibot';
import type { MachineState } from '../kiosk/machine.ts';
import type { DeskLink } from './link/link.ts';
import { answered, type Route, refused, route, type StreamRoute, streamRoute } from './server/route.ts';
import { deskMessageSchema } from './wire.ts';

/**
 * @param link - the desk, or the way to it
 * @param machine - the kiosk itself; `undefined`: there is none here
 */
export const deskRoutes = (
  link: DeskLink,
  machine: { state(): MachineState } | undefined,
): { routes: readonly Route[]; streamRoutes: readonly StreamRoute[] } => ({
  routes: [
    route({
      method: 'GET',
      path: '/api/desk/machine',
      access: 'page',
      answer: () => (machine === undefined ? refused('notFound') : answered(machine.state())),
    }),
    route({
      method: 'POST',
      path: '/api/desk/messages',
      access: 'page',
      answer: async ({ body }) => {
        const message = v.safeParse(deskMessageSchema, body);
        if (!message.success) return refused('notUnderstood');
        return { status: 202, body: { outcome: await link.send(message.output) } };
      },
    }),
  ],
  streamRoutes: [
    streamRoute({
      path: '/api/desk/view',
      access: 'page',
      open: (_, stream) => link.follow((view) => stream.send('view', view)),
    }),
  ],
});
