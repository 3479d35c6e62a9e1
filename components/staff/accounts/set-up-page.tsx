'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { askServer } from '../ask-server';
import { Field, PasswordField } from './fields';
import { useWayOn } from './next-place';
import { hasPasskeys, makePasskey } from './passkeys';
import { Problem, type ProblemName, problemOf } from './problem';

interface Whose {
  readonly code: string;
  readonly login: string;
  readonly name: string;
}

/** Somebody who was given a set-up code chooses how they sign in. */
export function SetUpPage() {
  const t = useTranslations('StaffAccounts');
  const { goOn } = useWayOn();
  const [whose, setWhose] = useState<Whose | null>(null);
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { data: ways } = useQuery({
    queryKey: ['staff', 'ways'],
    queryFn: async () => {
      const answer = await askServer<{ passkey: boolean }>('/api/auth/ways', { method: 'GET' });
      if (!answer.ok) throw new Error('the server does not answer');
      return answer.body;
    },
  });

  const attempt = async (act: () => Promise<ProblemName | null>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    setProblem(await act());
    setIsBusy(false);
  };
  const onSubmit = (act: (given: FormData) => Promise<ProblemName | null>) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void attempt(() => act(given));
  };

  const look = async (given: FormData): Promise<ProblemName | null> => {
    const code = String(given.get('code'));
    const answer = await askServer<Omit<Whose, 'code'>>('/api/auth/set-up/whose', { body: { code } });
    if (!answer.ok) return problemOf(answer.error);
    setWhose({ code, ...answer.body });
    return null;
  };
  const finish = async (body: unknown): Promise<ProblemName | null> => {
    const answer = await askServer('/api/auth/set-up', { body });
    if (!answer.ok) return problemOf(answer.error);
    await goOn();
    return null;
  };
  const withPasskey = async (code: string): Promise<ProblemName | null> => {
    const offered = await askServer<PublicKeyCredentialCreationOptionsJSON>('/api/auth/set-up/passkey', {
      body: { code },
    });
    if (!offered.ok) return problemOf(offered.error);
    const passkey = await makePasskey(offered.body);
    return passkey === null ? 'passkey' : finish({ kind: 'passkey', code, passkey });
  };

  return (
    <main className="frame-main staff-page staff-door">
      <h1 className="stage-heading">
        <Furigana>{t('setUp.title')}</Furigana>
      </h1>
      <p role="status">
        <Furigana>
          {whose === null ? t('setUp.lead') : t('setUp.whose', { name: whose.name, login: whose.login })}
        </Furigana>
      </p>
      <Problem name={problem} />
      {whose === null ? (
        <form className="staff-form" onSubmit={onSubmit(look)}>
          <Field
            label={t('common.code')}
            hint={t('common.codeHint')}
            name="code"
            autoComplete="one-time-code"
            maxLength={40}
            required
            className="staff-code"
          />
          <Button variant="primary" type="submit" aria-disabled={isBusy}>
            <Furigana>{t('setUp.next')}</Furigana>
          </Button>
        </form>
      ) : (
        <>
          {ways?.passkey === true && hasPasskeys() && (
            <>
              <div className="staff-form">
                <p className="staff-hint">
                  <Furigana>{t('setUp.passkeyHint')}</Furigana>
                </p>
                <Button
                  variant="secondary"
                  aria-disabled={isBusy}
                  onClick={() => attempt(() => withPasskey(whose.code))}
                >
                  <Furigana>{t('setUp.passkey')}</Furigana>
                </Button>
              </div>
              <p className="staff-or">
                <Furigana>{t('signIn.or')}</Furigana>
              </p>
            </>
          )}
          <form
            className="staff-form"
            onSubmit={onSubmit((given) =>
              finish({ kind: 'password', code: whose.code, password: String(given.get('password')) }),
            )}
          >
            {/* So that a password manager keeps the two together. */}
            <input type="hidden" name="login" autoComplete="username" value={whose.login} />
            <PasswordField
              label={t('common.password')}
              hint={t('common.passwordHint')}
              name="password"
              autoComplete="new-password"
            />
            <Button variant="primary" type="submit" aria-disabled={isBusy}>
              <Furigana>{t('setUp.password')}</Furigana>
            </Button>
          </form>
        </>
      )}
    </main>
  );
}
