'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { Link } from '@/lib/i18n/navigation';
import { askServer } from '../ask-server';
import { Field, PasswordField } from './fields';
import { useWayOn } from './next-place';
import { hasPasskeys, showPasskey } from './passkeys';
import { Problem, type ProblemName, problemOf } from './problem';

interface Ways {
  readonly passkey: boolean;
  readonly oidc: boolean;
  readonly first: boolean;
}

const noOther: Ways = { passkey: false, oidc: false, first: false };

const askWays = async (): Promise<Ways> => {
  const answer = await askServer<Ways>('/api/auth/ways', { method: 'GET' });
  if (!answer.ok) throw new Error('the server does not answer');
  return answer.body;
};

export function SignInPage() {
  const t = useTranslations('StaffAccounts');
  const { goOn, address } = useWayOn();
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { data: ways = noOther } = useQuery({ queryKey: ['staff', 'ways'], queryFn: askWays });

  useEffect(() => {
    // What the provider's way back has to say stands in the address.
    const said = new URLSearchParams(window.location.search).get('problem');
    if (said === 'waiting' || said === 'provider') setProblem(said);
  }, []);

  /** One thing at a time; a problem of before is gone as soon as something new is tried. */
  const attempt = async (act: () => Promise<ProblemName | null>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    setProblem(await act());
    setIsBusy(false);
  };

  const withPassword = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    void attempt(async () => {
      const body = { login: String(given.get('login')), password: String(given.get('password')) };
      const answer = await askServer('/api/auth/sign-in', { body });
      if (!answer.ok) return problemOf(answer.error);
      form.reset();
      await goOn();
      return null;
    });
  };

  const withPasskey = (): Promise<void> =>
    attempt(async () => {
      const offered = await askServer<PublicKeyCredentialRequestOptionsJSON>('/api/auth/passkey/options');
      if (!offered.ok) return problemOf(offered.error);
      const shown = await showPasskey(offered.body);
      if (shown === null) return 'passkey';
      const answer = await askServer('/api/auth/passkey', { body: shown });
      if (!answer.ok) return answer.error === 'notSignedIn' ? 'passkey' : problemOf(answer.error);
      await goOn();
      return null;
    });

  const withProvider = (): Promise<void> =>
    attempt(async () => {
      const answer = await askServer<{ address: string }>('/api/auth/oidc/start', { body: { next: address() } });
      if (!answer.ok) return problemOf(answer.error);
      window.location.assign(answer.body.address);
      return null;
    });

  return (
    <main className="frame-main staff-page staff-door">
      <h1 className="stage-heading">
        <Furigana>{t('signIn.title')}</Furigana>
      </h1>
      <p>
        <Furigana>{t('signIn.lead')}</Furigana>
      </p>
      <Problem name={problem} />
      <form onSubmit={withPassword} className="staff-form">
        <Field label={t('common.login')} name="login" autoComplete="username" maxLength={64} required />
        <PasswordField label={t('common.password')} name="password" autoComplete="current-password" />
        <Button variant="primary" type="submit" aria-disabled={isBusy}>
          <Furigana>{t('signIn.submit')}</Furigana>
        </Button>
      </form>
      {(ways.passkey || ways.oidc) && (
        <>
          <p className="staff-or">
            <Furigana>{t('signIn.or')}</Furigana>
          </p>
          <div className="staff-form">
            {ways.passkey && hasPasskeys() && (
              <Button variant="secondary" aria-disabled={isBusy} onClick={withPasskey}>
                <Furigana>{t('signIn.passkey')}</Furigana>
              </Button>
            )}
            {ways.oidc && (
              <Button variant="secondary" aria-disabled={isBusy} onClick={withProvider}>
                <Furigana>{t('signIn.provider')}</Furigana>
              </Button>
            )}
          </div>
        </>
      )}
      <ul className="staff-links">
        <li>
          <Link href="/staff/set-up">
            <Furigana>{t('signIn.setUp')}</Furigana>
          </Link>
        </li>
        {ways.first && (
          <li>
            <Link href="/staff/first">
              <Furigana>{t('signIn.first')}</Furigana>
            </Link>
          </li>
        )}
      </ul>
    </main>
  );
}
