'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Furigana } from '@/components/visit/furigana';
import { momentOf } from '@/lib/facts/moment';
import type { StaffState } from '@/lib/helpdesk/staff/audit-entry';
import { type StaffRole, staffRoles } from '@/lib/helpdesk/wire';
import { formatDate } from '@/lib/i18n/day';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { Locale } from '@/lib/i18n/locales';
import { type Answered, askServer } from '../ask-server';
import { Field, LanguageBoxes } from './fields';
import { Problem, type ProblemName, problemOf } from './problem';
import { SignedInOnly } from './signed-in-only';

interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly state: StaffState;
  readonly hasPassword: boolean;
  readonly hasProvider: boolean;
  readonly passkeys: number;
  readonly sessions: number;
}

/** What is handed to somebody, once. */
interface Handed {
  readonly name: string;
  readonly code: string;
  readonly endsAt: number;
  /** There are ways to sign in that are gone when it is used. */
  readonly replaces: boolean;
}

/** As the server makes it. */
type Made = Pick<Handed, 'code' | 'endsAt'>;

const peopleKey = ['staff', 'accounts'] as const;

/** Everybody who may use the pages of staff, for administrators. */
export function PeoplePage() {
  const t = useTranslations('StaffAccounts.people');
  return (
    <SignedInOnly>
      {({ role }) =>
        role === 'administrator' ? (
          <People />
        ) : (
          <main className="frame-main staff-page">
            <p>
              <Furigana>{t('notAdministrator')}</Furigana>
            </p>
          </main>
        )
      }
    </SignedInOnly>
  );
}

function People() {
  const t = useTranslations('StaffAccounts.people');
  const common = useTranslations('StaffAccounts.common');
  const client = useQueryClient();
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const { data } = useQuery({
    queryKey: peopleKey,
    queryFn: async () => {
      const answer = await askServer<{ accounts: readonly Person[] }>('/api/staff/accounts', { method: 'GET' });
      if (!answer.ok) throw new Error('the server does not answer');
      return answer.body.accounts;
    },
    refetchInterval: 30_000,
  });

  /** Shows what comes of it, and the list as it is then. @returns whether it was done */
  const told = async <Body,>(asked: Promise<Answered<Body>>, then?: (body: Body) => void): Promise<boolean> => {
    setProblem(null);
    const answer = await asked;
    if (answer.ok) then?.(answer.body);
    else setProblem(problemOf(answer.error));
    await client.invalidateQueries({ queryKey: peopleKey });
    return answer.ok;
  };

  return (
    <main className="frame-main staff-page staff-people">
      <div className="staff-title">
        <h1 className="stage-heading">
          <Furigana>{t('title')}</Furigana>
        </h1>
        <Button variant="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
          <Furigana>{t('add')}</Furigana>
        </Button>
      </div>
      <p className="staff-hint">
        <Furigana>{t('lead')}</Furigana>
      </p>
      <Problem name={problem} />
      {isAdding && (
        <NewPerson
          onCancel={() => setIsAdding(false)}
          onMake={async (person) => {
            const making = askServer<Made>('/api/staff/accounts', { body: person });
            if (await told(making, (made) => setHanded({ ...made, name: person.name, replaces: false })))
              setIsAdding(false);
          }}
        />
      )}
      <table className="staff-table">
        <thead>
          <tr>
            <Column>{common('name')}</Column>
            <Column>{t('role')}</Column>
            <Column>{t('state')}</Column>
            <Column>{t('waysTitle')}</Column>
            <Column>{t('change')}</Column>
          </tr>
        </thead>
        <tbody>
          {(data ?? []).map((person) => (
            <Row key={person.id} person={person} told={told} onHand={setHanded} />
          ))}
        </tbody>
      </table>
      <CodeDialog handed={handed} onDone={() => setHanded(null)} />
    </main>
  );
}

function Column({ children }: { readonly children: string }) {
  return (
    <th scope="col">
      <Furigana>{children}</Furigana>
    </th>
  );
}

interface RowProps {
  readonly person: Person;
  readonly told: <Body>(asked: Promise<Answered<Body>>, then?: (body: Body) => void) => Promise<boolean>;
  readonly onHand: (handed: Handed) => void;
}

function Row({ person, told, onHand }: RowProps) {
  const t = useTranslations('StaffAccounts');
  const { id, login, name, role, state, sessions } = person;
  const replaces = person.hasPassword || person.passkeys > 0;
  const act = (what: 'enable' | 'disable' | 'end-sessions') => () =>
    told(askServer(`/api/staff/accounts/${id}/${what}`));
  const newCode = () =>
    told(askServer<Made>(`/api/staff/accounts/${id}/set-up-code`), (made) => onHand({ ...made, name, replaces }));
  const setRole = (next: string) =>
    told(askServer(`/api/staff/accounts/${id}`, { method: 'PUT', body: { role: next } }));
  return (
    <tr data-state={state}>
      <th scope="row">
        {name}
        <span className="staff-login">{login}</span>
      </th>
      <td>
        <select
          value={role}
          aria-label={`${withoutReadings(t('people.role'))} ${name}`}
          onChange={({ currentTarget: { value } }) => setRole(value)}
        >
          {staffRoles.map((each) => (
            <option key={each} value={each}>
              {withoutReadings(t(`roles.${each}`))}
            </option>
          ))}
        </select>
      </td>
      <td>
        <span className="staff-state" data-state={state}>
          <Furigana>{t(`people.states.${state}`)}</Furigana>
        </span>
        {sessions > 0 && (
          <span className="staff-login">
            <Furigana>{t('people.sessions', { count: String(sessions) })}</Furigana>
          </span>
        )}
      </td>
      <td>
        <SignsIn person={person} />
      </td>
      <td>
        <div className="staff-actions">
          {state === 'active' ? (
            <Action name={name} label={t('people.disable')} onClick={act('disable')} />
          ) : (
            <Action
              name={name}
              label={state === 'waiting' ? t('people.agree') : t('people.enable')}
              onClick={act('enable')}
            />
          )}
          {state !== 'disabled' && <Action name={name} label={t('people.newCode')} onClick={newCode} />}
          {sessions > 0 && <Action name={name} label={t('people.endSessions')} onClick={act('end-sessions')} />}
        </div>
      </td>
    </tr>
  );
}

interface ActionProps {
  /** Whom it is done to. */
  readonly name: string;
  readonly label: string;
  readonly onClick: () => void;
}

function Action({ name, label, onClick }: ActionProps) {
  return (
    <button type="button" className="ui-switch" onClick={onClick}>
      <span>
        <Furigana>{label}</Furigana>
      </span>
      <span className="sr-only"> {name}</span>
    </button>
  );
}

function SignsIn({ person: { hasPassword, hasProvider, passkeys } }: { readonly person: Person }) {
  const t = useTranslations('StaffAccounts.people.ways');
  const ways = [
    ...(hasProvider ? [t('provider')] : []),
    ...(hasPassword ? [t('password')] : []),
    ...(passkeys > 0 ? [t('passkeys', { count: String(passkeys) })] : []),
  ];
  return (
    <ul>
      {(ways.length === 0 ? [t('none')] : ways).map((way) => (
        <li key={way}>
          <Furigana>{way}</Furigana>
        </li>
      ))}
    </ul>
  );
}

interface NewPersonProps {
  readonly onMake: (person: {
    readonly login: string;
    readonly name: string;
    readonly role: string;
    readonly languages: readonly Locale[];
  }) => Promise<void>;
  readonly onCancel: () => void;
}

function NewPerson({ onMake, onCancel }: NewPersonProps) {
  const t = useTranslations('StaffAccounts');
  const [languages, setLanguages] = useState<readonly Locale[]>(['ja']);
  const submit = (given: FormData): Promise<void> =>
    onMake({
      login: String(given.get('login')),
      name: String(given.get('name')),
      role: String(given.get('role')),
      languages,
    });
  return (
    <form
      className="staff-new"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <Field
        label={t('common.name')}
        hint={t('common.nameHint')}
        name="name"
        autoComplete="off"
        maxLength={60}
        required
        autoFocus
      />
      <Field
        label={t('common.login')}
        hint={t('common.loginHint')}
        name="login"
        autoComplete="off"
        maxLength={64}
        required
      />
      <fieldset className="staff-field">
        <legend>
          <Furigana>{t('people.role')}</Furigana>
        </legend>
        <div className="staff-boxes">
          {staffRoles.map((role) => (
            <label key={role}>
              <input type="radio" name="role" value={role} defaultChecked={role === 'clerk'} />
              <span>
                <Furigana>{t(`roles.${role}`)}</Furigana>
                <small>
                  <Furigana>{t(`roleHints.${role}`)}</Furigana>
                </small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <LanguageBoxes value={languages} onChange={setLanguages} />
      <div className="staff-actions">
        <Button variant="primary" type="submit">
          <Furigana>{t('people.add')}</Furigana>
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          <Furigana>{t('common.cancel')}</Furigana>
        </Button>
      </div>
    </form>
  );
}

function CodeDialog({ handed, onDone }: { readonly handed: Handed | null; readonly onDone: () => void }) {
  const t = useTranslations('StaffAccounts.people');
  const locale = useLocale();
  const titleId = useId();
  const timeOf = (at: number): string => {
    const { day, minute } = momentOf(new Date(at));
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${formatDate(day, locale)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  };
  return (
    <Dialog isOpen={handed !== null} onClose={onDone} aria-labelledby={titleId}>
      {handed !== null && (
        <div className="staff-handed">
          <h2 id={titleId}>
            <Furigana>{t('code', { name: handed.name })}</Furigana>
          </h2>
          <p className="staff-handed-code">{handed.code}</p>
          <p>
            <Furigana>{t('codeLead')}</Furigana>
          </p>
          <p className="staff-hint">
            <Furigana>{t('codeUntil', { time: timeOf(handed.endsAt) })}</Furigana>{' '}
            {handed.replaces && <Furigana>{t('newCodeHint')}</Furigana>}
          </p>
          <Button variant="primary" onClick={onDone}>
            <Furigana>{t('codeDone')}</Furigana>
          </Button>
        </div>
      )}
    </Dialog>
  );
}
