/** What an administrator does with the accounts of others, the languages somebody helps in, and the audit. */
import * as v from 'valibot';
import { type Answer, type Asked, answered, nothingToSay, type Route, refused, route } from '../server/route.ts';
import { newestAudit } from '../store/audit.ts';
import {
  addStaff,
  audited,
  changeStaff,
  dropSessions,
  LastAdministrator,
  LoginTaken,
  listStaff,
  type StaffChange,
  staffById,
} from '../store/staff.ts';
import type { Deed } from './audit-entry.ts';
import { accountBody, languagesBody, newAccountBody } from './bodies.ts';
import { languagesOf } from './member.ts';
import { ownSession } from './own-session.ts';
import type { AccountParts } from './parts.ts';
import { makeSetUpCode } from './set-up.ts';

const auditLimit = 200;

export const accountRoutes = ({ store, sessions }: AccountParts): readonly Route[] => {
  const { fresh } = ownSession(sessions);
  const change = async (id: string, what: StaffChange, deeds: readonly Deed[]): Promise<Answer> => {
    try {
      return (await changeStaff(store, id, what, deeds, Date.now())) ? nothingToSay : refused('notFound');
    } catch (failure) {
      if (failure instanceof LastAdministrator) return refused('lastAdministrator');
      throw failure;
    }
  };
  const setState = (
    { params, member }: Asked<'administrator'>,
    state: 'active' | 'disabled',
    action: 'account-enabled' | 'account-disabled',
  ): Promise<Answer> => {
    const subject = params.account ?? '';
    return change(subject, { state }, [{ actor: member.id, action, subject }]);
  };

  return [
    route({
      method: 'PUT',
      path: '/api/staff/me/languages',
      access: 'clerk',
      answer: ({ body, member: { id } }) => {
        const given = v.safeParse(languagesBody, body);
        if (!given.success) return refused('notUnderstood');
        const { languages } = given.output;
        return change(id, { languages }, [
          { actor: id, action: 'languages-changed', subject: id, detail: { languages } },
        ]);
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/accounts',
      access: 'administrator',
      answer: async () =>
        answered({
          accounts: (await listStaff(store, Date.now())).map((line) => ({
            id: line.id,
            login: line.login,
            name: line.name,
            role: line.role,
            languages: languagesOf(line.languages),
            state: line.state,
            madeAt: line.made_at,
            hasPassword: line.has_password > 0,
            hasProvider: line.has_identity > 0,
            passkeys: line.passkeys,
            sessions: line.sessions,
          })),
        }),
    }),
    route({
      method: 'POST',
      path: '/api/staff/accounts',
      access: 'administrator',
      answer: (asked) =>
        fresh(asked, async ({ member }) => {
          const given = v.safeParse(newAccountBody, asked.body);
          if (!given.success) return refused('notUnderstood');
          const now = Date.now();
          const { role } = given.output;
          const deed = (id: string): Deed => ({
            actor: member.id,
            action: 'account-made',
            subject: id,
            detail: { role },
          });
          try {
            const id = await audited(store, deed, now, (transaction) =>
              addStaff(transaction, { ...given.output, state: 'active' }, now),
            );
            return answered({ id, ...(await makeSetUpCode(store, id, member.id, now)) });
          } catch (failure) {
            if (failure instanceof LoginTaken) return refused('loginTaken');
            throw failure;
          }
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/staff/accounts/:account',
      access: 'administrator',
      answer: async (asked) => {
        const given = v.safeParse(accountBody, asked.body);
        const subject = asked.params.account ?? '';
        const before = await staffById(store.db, subject);
        if (!given.success) return refused('notUnderstood');
        if (before === undefined) return refused('notFound');
        const { languages } = given.output;
        const name = given.output.name === before.name ? undefined : given.output.name;
        // The same role again ends nobody's session.
        const role = given.output.role === before.role ? undefined : given.output.role;
        const what = {
          ...(name === undefined ? {} : { name }),
          ...(role === undefined ? {} : { role }),
          ...(languages === undefined ? {} : { languages }),
        };
        if (Object.keys(what).length === 0) return nothingToSay;
        const by = { actor: asked.member.id, subject };
        const apply = (): Promise<Answer> =>
          change(subject, what, [
            ...(name === undefined ? [] : [{ ...by, action: 'account-renamed' } as const]),
            ...(role === undefined ? [] : [{ ...by, action: 'role-changed', detail: { role } } as const]),
            ...(languages === undefined
              ? []
              : [{ ...by, action: 'languages-changed', detail: { languages } } as const]),
          ]);
        return role === undefined ? apply() : fresh(asked, apply);
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/accounts/:account/enable',
      access: 'administrator',
      answer: (asked) => fresh(asked, () => setState(asked, 'active', 'account-enabled')),
    }),
    // Whoever has to be out is out at once: that needs no new sign-in.
    route({
      method: 'POST',
      path: '/api/staff/accounts/:account/disable',
      access: 'administrator',
      answer: (asked) => setState(asked, 'disabled', 'account-disabled'),
    }),
    route({
      method: 'POST',
      path: '/api/staff/accounts/:account/set-up-code',
      access: 'administrator',
      answer: (asked) =>
        fresh(asked, async ({ member }) => {
          const account = await staffById(store.db, asked.params.account ?? '');
          if (account === undefined) return refused('notFound');
          return answered(await makeSetUpCode(store, account.id, member.id, Date.now()));
        }),
    }),
    route({
      method: 'POST',
      path: '/api/staff/accounts/:account/end-sessions',
      access: 'administrator',
      answer: async ({ params, member }) => {
        const account = await staffById(store.db, params.account ?? '');
        if (account === undefined) return refused('notFound');
        const deed = { actor: member.id, action: 'sessions-ended', subject: account.id } as const;
        await audited(store, deed, Date.now(), (transaction) => dropSessions(transaction, account.id));
        return nothingToSay;
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/audit',
      access: 'lead',
      answer: async ({ query }) => {
        const before = query.get('before') ?? String(Number.MAX_SAFE_INTEGER);
        if (!/^\d{1,16}$/.test(before)) return refused('notUnderstood');
        const entries = await newestAudit(store, auditLimit, Number(before));
        return answered({
          entries: entries.map(({ seq, at, actor, action, subject, detail, actor_name, subject_name }) => ({
            seq,
            at,
            actor: { id: actor, name: actor_name },
            action,
            subject: { id: subject, name: subject_name },
            detail: JSON.parse(detail),
          })),
        });
      },
    }),
  ];
};
