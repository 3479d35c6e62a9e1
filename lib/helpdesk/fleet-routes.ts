/** The board of kiosks, and who belongs to it. */
import * as v from 'valibot';
import { kioskNameSchema, newKioskSchema } from './fleet.ts';
import { answered, nothingToSay, type Route, refused, route } from './server/route.ts';
import { makeCode } from './store/enrolment.ts';
import { fleetOf, renameKiosk, revokeKiosk } from './store/fleet.ts';
import type { Store } from './store/open.ts';

const renameSchema = v.strictObject({ name: kioskNameSchema });

export interface FleetRoutesOptions {
  readonly store: Store;
  /** Told after it was done. `subject`: id of the kiosk, or the name it is to have. */
  readonly onAdministered?: (
    member: string,
    what: 'kioskCode' | 'kioskRename' | 'kioskRevoke',
    subject: string,
  ) => Promise<void>;
}

export const fleetRoutes = ({ store, onAdministered }: FleetRoutesOptions): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/staff/kiosks',
    access: 'clerk',
    answer: async () => answered(await fleetOf(store, Date.now())),
  }),
  route({
    method: 'POST',
    path: '/api/staff/kiosks',
    access: 'administrator',
    answer: async ({ body, member }) => {
      const asked = v.safeParse(newKioskSchema, body);
      if (!asked.success) return refused('notUnderstood');
      const code = await makeCode(store, asked.output, Date.now());
      await onAdministered?.(member.id, 'kioskCode', asked.output.name);
      return answered(code);
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/kiosks/:kiosk',
    access: 'administrator',
    answer: async ({ body, params: { kiosk = '' }, member }) => {
      const asked = v.safeParse(renameSchema, body);
      if (!asked.success) return refused('notUnderstood');
      if (!(await renameKiosk(store, kiosk, asked.output.name, Date.now()))) return refused('notFound');
      await onAdministered?.(member.id, 'kioskRename', kiosk);
      return nothingToSay;
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/kiosks/:kiosk',
    access: 'administrator',
    answer: async ({ params: { kiosk = '' }, member }) => {
      if (!(await revokeKiosk(store, kiosk, Date.now()))) return refused('notFound');
      await onAdministered?.(member.id, 'kioskRevoke', kiosk);
      return nothingToSay;
    },
  }),
];
