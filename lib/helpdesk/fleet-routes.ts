/** The board of kiosks, and who belongs to it. */
import * as v from 'valibot';
import { kioskNameSchema, newKioskSchema } from './fleet.ts';
import { answered, nothingToSay, type Route, refused, route } from './server/route.ts';
import { makeCode } from './store/enrolment.ts';
import { fleetOf, renameKiosk, revokeKiosk } from './store/fleet.ts';
import type { Store } from './store/open.ts';

const renameSchema = v.strictObject({ name: kioskNameSchema });

export const fleetRoutes = (store: Store): readonly Route[] => [
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
      return answered(await makeCode(store, { ...asked.output, by: member.id }, Date.now()));
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/kiosks/:kiosk',
    access: 'administrator',
    answer: async ({ body, params: { kiosk = '' }, member }) => {
      const asked = v.safeParse(renameSchema, body);
      if (!asked.success) return refused('notUnderstood');
      if (!(await renameKiosk(store, kiosk, asked.output.name, member.id, Date.now()))) return refused('notFound');
      return nothingToSay;
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/kiosks/:kiosk',
    access: 'administrator',
    answer: async ({ params: { kiosk = '' }, member }) => {
      if (!(await revokeKiosk(store, kiosk, member.id, Date.now()))) return refused('notFound');
      return nothingToSay;
    },
  }),
];
