/** The slip from one counter to the next: made for a call, opened by its code. */
import * as v from 'valibot';
import { handOverSchema, readCode } from '../hand-over.ts';
import { findHandOver, keepHandOver } from '../store/hand-over.ts';
import type { Store } from '../store/open.ts';
import { answered, type Route, refused, route } from './route.ts';

const isCall = async ({ db }: Store, id: string): Promise<boolean> =>
  (await db.selectFrom('call').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/** @param now - milliseconds since 1970 */
export const handOverRoutes = (store: Store, now: () => number = Date.now): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/staff/calls/:call/hand-over',
    access: 'clerk',
    answer: async ({ params: { call = '' }, body, member }) => {
      const content = v.safeParse(handOverSchema, body);
      if (!content.success) return refused('notUnderstood');
      if (!(await isCall(store, call))) return refused('notFound');
      return answered({ code: await keepHandOver(store, { content: content.output, by: member.id, at: now() }) });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/hand-overs/:code',
    access: 'clerk',
    answer: async ({ params: { code = '' }, member }) => {
      const known = readCode(code);
      const found = known === null ? null : await findHandOver(store, known, member.id, now());
      return found === null ? refused('notFound') : answered(found);
    },
  }),
];
