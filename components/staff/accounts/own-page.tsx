'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { momentOf } from '@/lib/facts/moment';
import type { StaffMember } from '@/lib/helpdesk/wire';
import { formatDate } from '@/lib/i18n/day';
import type { Locale } from '@/lib/i18n/locales';
import { askServer } from '../ask-server';
import { askMemberAgain } from '../staff-member';
import { LanguageBoxes, PasswordField } from './fields';
import { hasPasskeys, makePasskey } from './passkeys';
import { Problem, type ProblemName, problemOf } from './problem';
import { SignedInOnly } from './signed-in-only';

interface Ways {
  readonly hasPassword: boolean;
  readonly passkeys: readonly { readonly id: string; readonly madeAt: number; readonly usedAt: number | null }[];
}

const waysKey = ['staff', 'own-ways'] as const;

/** What somebody may change about their own account. */
export function OwnPage() {
  return <SignedInOnly>{(member) => <Own key={member.id} member={member} />}</SignedInOnly>;
}

function Own({ member }: { readonly member: StaffMember }) {
  const t = useTranslations('StaffAccounts');
  return (
    <main className="frame-main staff-page staff-door">
      <h1 className="stage-heading">
        <Furigana>{t('own.title')}</Furigana>
      </h1>
      <p className="staff-who">
        <strong>{member.name}</strong>
        <span>
          <Furigana>{t(`roles.${member.role}`)}</Furigana>
        </span>
      </p>
      <Languages member={member} />
      <OwnWays />
      <SignOut />
    </main>
  );
}

function Languages({ member }: { readonly member: StaffMember }) {
  const t = useTranslations('StaffAccounts');
  const client = useQueryClient();
  const [languages, setLanguages] = useState<readonly Locale[]>(member.languages);
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const save = async (next: readonly Locale[]): Promise<void> => {
    setLanguages(next);
    setIsSaved(false);
    // Nobody is left without a language: what is shown is saved once there is one.
    if (next.length === 0) return setProblem('notUnderstood');
    const answer = await askServer('/api/staff/me/languages', { method: 'PUT', body: { languages: next } });
    setProblem(answer.ok ? null : problemOf(answer.error));
    setIsSaved(answer.ok);
    await askMemberAgain(client);
  };
  return (
    <section className="staff-part">
      <LanguageBoxes value={languages} onChange={(next) => void save(next)} />
      <Problem name={problem} />
      <p role="status" className="staff-hint">
        {isSaved && <Furigana>{t('common.saved')}</Furigana>}
      </p>
    </section>
  );
}

function OwnWays() {
  const t = useTranslations('StaffAccounts');
  const client = useQueryClient();
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const { data } = useQuery({
    queryKey: waysKey,
    queryFn: async () => {
      const answer = await askServer<Ways>('/api/auth/passkeys', { method: 'GET' });
      if (!answer.ok) throw new Error('the server does not answer');
      return answer.body;
    },
  });
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: waysKey });

  const add = async (): Promise<void> => {
    setProblem(null);
    const offered = await askServer<PublicKeyCredentialCreationOptionsJSON>('/api/auth/passkeys/options');
    if (!offered.ok) return setProblem(offered.error === 'notFound' ? 'passkey' : problemOf(offered.error));
    const made = await makePasskey(offered.body);
    if (made === null) return setProblem('passkey');
    const answer = await askServer('/api/auth/passkeys', { body: made });
    if (!answer.ok) setProblem(problemOf(answer.error));
    await again();
  };
  const remove = async (id: string): Promise<void> => {
    setProblem(null);
    const answer = await askServer(`/api/auth/passkeys/${id}`, { method: 'DELETE' });
    // Not there any more, as somebody wanted: it was taken away in another window.
    if (!answer.ok && answer.error !== 'notFound') setProblem(problemOf(answer.error));
    await again();
  };
  if (data === undefined) return null;
  return (
    <>
      <section className="staff-part">
        <h2>
          <Furigana>{t('own.passkeys')}</Furigana>
        </h2>
        <Problem name={problem} />
        {data.passkeys.length === 0 && (
          <p>
            <Furigana>{t('own.noPasskeys')}</Furigana>
          </p>
        )}
        <ul className="staff-keys">
          {data.passkeys.map(({ id, madeAt, usedAt }) => (
            <li key={id}>
              <Dates madeAt={madeAt} usedAt={usedAt} />
              <Button variant="quiet" onClick={() => remove(id)}>
                <Furigana>{t('own.passkeyRemove')}</Furigana>
              </Button>
            </li>
          ))}
        </ul>
        {hasPasskeys() && (
          <Button variant="secondary" onClick={add}>
            <Furigana>{t('own.passkeyAdd')}</Furigana>
          </Button>
        )}
      </section>
      {data.hasPassword && <ChangePassword />}
    </>
  );
}

function Dates({ madeAt, usedAt }: { readonly madeAt: number; readonly usedAt: number | null }) {
  const t = useTranslations('StaffAccounts.own');
  const locale = useLocale();
  const dateOf = (at: number): string => formatDate(momentOf(new Date(at)).day, locale);
  return (
    <span>
      <Furigana>{t('passkeyMade', { date: dateOf(madeAt) })}</Furigana>
      {usedAt !== null && (
        <>
          <br />
          <Furigana>{t('passkeyUsed', { date: dateOf(usedAt) })}</Furigana>
        </>
      )}
    </span>
  );
}

function ChangePassword() {
  const t = useTranslations('StaffAccounts');
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const [isChanged, setIsChanged] = useState(false);
  const change = async (form: HTMLFormElement): Promise<void> => {
    const given = new FormData(form);
    const body = { current: String(given.get('current')), next: String(given.get('next')) };
    setIsChanged(false);
    const answer = await askServer('/api/auth/password', { body });
    setProblem(answer.ok ? null : problemOf(answer.error));
    setIsChanged(answer.ok);
    if (answer.ok) form.reset();
  };
  return (
    <section className="staff-part">
      <h2>
        <Furigana>{t('common.password')}</Furigana>
      </h2>
      <Problem name={problem} />
      <p role="status">{isChanged && <Furigana>{t('own.changed')}</Furigana>}</p>
      <form
        className="staff-form"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          void change(event.currentTarget);
        }}
      >
        <PasswordField label={t('own.currentPassword')} name="current" autoComplete="current-password" />
        <PasswordField
          label={t('own.newPassword')}
          hint={t('common.passwordHint')}
          name="next"
          autoComplete="new-password"
        />
        <Button variant="secondary" type="submit">
          <Furigana>{t('own.changePassword')}</Furigana>
        </Button>
      </form>
    </section>
  );
}

function SignOut() {
  const t = useTranslations('StaffAccounts.own');
  const locale = useLocale();
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const leave = async (): Promise<void> => {
    const answer = await askServer('/api/auth/sign-out-everywhere');
    if (!answer.ok && answer.error !== 'notSignedIn') return setProblem(problemOf(answer.error));
    // A new page, so that nothing of this person stays in the memory of the old one.
    window.location.assign(`/${locale}/staff/sign-in`);
  };
  return (
    <section className="staff-part">
      <Problem name={problem} />
      <Button variant="secondary" onClick={leave}>
        <Furigana>{t('everywhere')}</Furigana>
      </Button>
      <p className="staff-hint">
        <Furigana>{t('everywhereHint')}</Furigana>
      </p>
    </section>
  );
}
