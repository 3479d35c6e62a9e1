/** What kiosks ask a hub: to belong to it, to take what they have to say, and to be told. */
import * as v from 'valibot';
import type { Desk } from './desk.ts';
import { kioskStatusSchema } from './fleet.ts';
import { followView } from './link/local-link.ts';
import { isPublicKey } from './link/signature.ts';
import { networkOf } from './server/client-address.ts';
import { answered, nothingToSay, type Route, refused, route, type StreamRoute, streamRoute } from './server/route.ts';
import { enrol, keyOf } from './store/enrolment.ts';
import { keepStatus } from './store/fleet.ts';
import type { Store } from './store/open.ts';
import { tries } from './tries.ts';
import { deskMessageSchema } from './wire.ts';

const enrolSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(40)),
  /** Ed25519, SPKI in base64. */
  publicKey: v.pipe(v.string(), v.maxLength(100), v.check(isPublicKey)),
});
/** Each message is looked at by itself: one that this hub does not know yet must not hold up those behind it. */
const deliveriesSchema = v.strictObject({
  messages: v.pipe(
    v.array(
      v.strictObject({ message: v.unknown(), agoMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e13)) }),
    ),
    v.maxLength(1_000),
  ),
});

/** Wrong codes of one network, and of all together, in a minute; whoever tries more is told to stop. */
const triesEach = 10;
const triesTogether = 300;

export interface HubRoutesOptions {
  readonly desk: Desk;
  readonly store: Store;
  readonly onTrouble: (message: string) => void;
}

export const hubRoutes = ({
  desk,
  store,
  onTrouble,
}: HubRoutesOptions): { routes: readonly Route[]; streamRoutes: readonly StreamRoute[] } => {
  const wrongCodes = tries({ each: triesEach, together: triesTogether, withinMs: 60_000 });
  return {
    routes: [
      route({
        method: 'POST',
        path: '/api/hub/enrol',
        access: 'anyone',
        answer: async ({ body, address }) => {
          const asked = v.safeParse(enrolSchema, body);
          if (!asked.success) return refused('notUnderstood');
          const now = Date.now();
          // A right code is taken whatever strangers have tried: 60 bits are not found, and a wrong one costs one look.
          const kiosk = await enrol(store, asked.output.code, asked.output.publicKey, now);
          if (kiosk !== null) return answered({ kiosk });
          const from = networkOf(address);
          if (!wrongCodes.mayTry(from, now)) return refused('tooMany');
          wrongCodes.failed(from, now);
          return refused('notAllowed');
        },
      }),
      route({
        method: 'POST',
        path: '/api/hub/messages',
        access: 'kiosk',
        answer: async ({ body, kiosk }) => {
          const given = v.safeParse(deliveriesSchema, body);
          if (!given.success) return refused('notUnderstood');
          const deliveries = given.output.messages.flatMap(({ message, agoMs }) => {
            const known = v.safeParse(deskMessageSchema, message);
            return known.success ? [{ message: known.output, agoMs }] : [];
          });
          const strange = given.output.messages.length - deliveries.length;
          if (strange > 0)
            onTrouble(`kiosk ${kiosk}: ${strange} messages are not understood; is it newer than this hub?`);
          await desk.take(kiosk, deliveries);
          return nothingToSay;
        },
      }),
      route({
        method: 'POST',
        path: '/api/hub/status',
        access: 'kiosk',
        answer: async ({ body, kiosk }) => {
          const status = v.safeParse(kioskStatusSchema, body);
          if (!status.success) return refused('notUnderstood');
          await keepStatus(store, kiosk, status.output, Date.now());
          return nothingToSay;
        },
      }),
    ],
    streamRoutes: [
      streamRoute({
        path: '/api/hub/view',
        access: 'kiosk',
        open: ({ kiosk }, stream) => {
          const stopView = followView(desk, kiosk, (view) => stream.send('view', view));
          const endIfRevoked = async (): Promise<void> => {
            if ((await keyOf(store, kiosk)) === null) stream.end();
          };
          const stopKiosk = desk.feed.subscribe(({ kind, subject }) => {
            if (kind !== 'kiosk' || subject !== kiosk) return;
            // Without an answer it is better to be asked again by the kiosk than to go on.
            endIfRevoked().catch(() => stream.end());
          });
          // Revoked between its signature and now.
          endIfRevoked().catch(() => stream.end());
          return () => {
            stopView();
            stopKiosk();
          };
        },
      }),
    ],
  };
};
