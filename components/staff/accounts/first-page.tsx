'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import type { Locale } from '@/lib/i18n/locales';
import { askServer } from '../ask-server';
import { Field, LanguageBoxes, PasswordField } from './fields';
import { useWayOn } from './next-place';
import { Problem, type ProblemName, problemOf } from './problem';

/** The first administrator registers with the code of the terminal. */
export function FirstPage() {
  const t = useTranslations('StaffAccounts');
  const locale = useLocale();
  const { goOn } = useWayOn();
  const [problem, setProblem] = useState<ProblemName | null>(null);
  const [languages, setLanguages] = useState<readonly Locale[]>([locale]);
  const [isBusy, setIsBusy] = useState(false);

  const register = async (given: FormData): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    const texts = Object.fromEntries(['code', 'login', 'name', 'password'].map((each) => [each, given.get(each)]));
    const answer = await askServer('/api/auth/first', { body: { ...texts, languages } });
    if (answer.ok) await goOn();
    else setProblem(problemOf(answer.error));
    setIsBusy(false);
  };

  return (
    <main className="frame-main staff-page staff-door">
      <h1 className="stage-heading">
        <Furigana>{t('first.title')}</Furigana>
      </h1>
      <p>
        <Furigana>{t('first.lead')}</Furigana>
      </p>
      <Problem name={problem} />
      <form
        className="staff-form"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          void register(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={t('common.code')}
          hint={t('common.codeHint')}
          name="code"
          autoComplete="one-time-code"
          maxLength={40}
          required
          className="staff-code"
        />
        <Field
          label={t('common.login')}
          hint={t('common.loginHint')}
          name="login"
          autoComplete="username"
          maxLength={64}
          required
        />
        <Field
          label={t('common.name')}
          hint={t('common.nameHint')}
          name="name"
          autoComplete="nickname"
          maxLength={60}
          required
        />
        <PasswordField
          label={t('common.password')}
          hint={t('common.passwordHint')}
          name="password"
          autoComplete="new-password"
        />
        <LanguageBoxes value={languages} onChange={setLanguages} />
        <Button variant="primary" type="submit" aria-disabled={isBusy}>
          <Furigana>{t('first.submit')}</Furigana>
        </Button>
      </form>
    </main>
  );
}
