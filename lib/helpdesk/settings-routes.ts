/** Settings: what a visitor's screen is told, and what the console shows and changes. */
import * as v from 'valibot';
import type { PublicOffice } from '../office/public-office.ts';
import { type Changes, isSettingId } from '../office/settings.ts';
import type { LiveOffice } from './office.ts';
import { type Answer, type Asked, answered, type Route, refused, route } from './server/route.ts';
import type { Author, Decision, StaffSettings } from './settings-revision.ts';
import type { Store } from './store/open.ts';
import { decide, history, type Outcome, proposals, undo, wish } from './store/settings.ts';

/** @param tell - this desk's own, or what a kiosk has from its hub */
export const officeRoutes = (tell: () => PublicOffice | Promise<PublicOffice>): readonly Route[] => [
  // Nothing in it that is not on the door of the office.
  route({
    method: 'GET',
    path: '/api/desk/office',
    access: 'anyone',
    answer: async () => answered(await tell()),
  }),
];

export interface SettingsRoutesOptions {
  readonly store: Store;
  readonly office: LiveOffice;
  readonly isInternal: (address: string) => boolean;
}

const wishSchema = v.strictObject({
  kind: v.picklist(['change', 'import']),
  base: v.pipe(v.number(), v.integer(), v.minValue(0)),
  changes: v.record(v.string(), v.unknown()),
});

const pageLength = 30;

const numberIn = (text: string | undefined | null): number | null =>
  text !== undefined && text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;

export const settingsRoutes = ({ store, office, isInternal }: SettingsRoutesOptions): readonly Route[] => {
  const options = () => ({ now: Date.now(), isInternal });

  const answerOf = async (outcome: Outcome): Promise<Answer> => {
    switch (outcome.kind) {
      case 'published':
      case 'proposed':
        // So that whoever has changed it sees it at once, before the bell.
        await office.reload();
        return answered(outcome);
      case 'decided':
        return answered(outcome);
      case 'wrong':
        return { status: 400, body: { error: 'notUnderstood', mistakes: outcome.mistakes } };
      case 'outOfDate':
        return refused('outOfDate');
      case 'nothing':
        return answered(outcome);
      case 'notThere':
        return refused('notFound');
      case 'ownProposal':
        return refused('notAllowed');
    }
  };

  const decisionRoute = (decision: Decision): Route =>
    route({
      method: 'POST',
      path: `/api/staff/settings/:revision/${decision}`,
      access: 'lead',
      answer: async ({ params, member }) => {
        const number = numberIn(params.revision);
        if (number === null) return refused('notFound');
        return answerOf(await decide(store, authorOf(member), number, decision, options()));
      },
    });

  return [
    ...officeRoutes(() => office.tell()),
    route({ method: 'GET', path: '/api/hub/office', access: 'kiosk', answer: () => answered(office.tell()) }),
    route({
      method: 'GET',
      path: '/api/staff/settings',
      access: 'clerk',
      answer: async () => {
        await office.reload();
        const shown: StaffSettings = {
          ...office.published(),
          proposals: await proposals(store),
          queue: office.queue(),
        };
        return answered(shown);
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/settings/history',
      access: 'clerk',
      answer: async ({ query }) => answered(await history(store, numberIn(query.get('below')), pageLength)),
    }),
    route({
      method: 'POST',
      path: '/api/staff/settings',
      access: 'lead',
      answer: async ({ body, member }) => {
        const parsed = v.safeParse(wishSchema, body);
        if (!parsed.success) return refused('notUnderstood');
        const { kind, base, changes } = parsed.output;
        const unknown = Object.keys(changes).find((name) => !isSettingId(name));
        if (unknown !== undefined) {
          const mistakes = [{ path: unknown, problem: 'unknownName', allowed: '' }];
          return { status: 400, body: { error: 'notUnderstood', mistakes } };
        }
        // The values are checked with all the others, where they are written.
        const outcome = await wish(store, authorOf(member), { kind, base, changes: changes as Changes }, options());
        return answerOf(outcome);
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/settings/:revision/undo',
      access: 'lead',
      answer: async ({ params, member }) => {
        const number = numberIn(params.revision);
        if (number === null) return refused('notFound');
        return answerOf(await undo(store, authorOf(member), number, options()));
      },
    }),
    decisionRoute('approve'),
    decisionRoute('refuse'),
    decisionRoute('withdraw'),
  ];
};

const authorOf = ({ id, name }: Asked<'lead'>['member']): Author => ({ id, name });
