'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '@/components/visit/furigana';
import type { DeskError } from '@/lib/helpdesk/server/route';
import { Link } from '@/lib/i18n/navigation';
import { useSignInAddress } from './next-place';

const told = [
  'codeNotValid',
  'lastAdministrator',
  'loginTaken',
  'notAllowed',
  'notFound',
  'notSignedIn',
  'notUnderstood',
  'passkey',
  'passwordTooCommon',
  'passwordTooLong',
  'passwordTooShort',
  'provider',
  'signInAgain',
  'tooMany',
  'unavailable',
  'waiting',
] as const;
export type ProblemName = (typeof told)[number];

/** What is said about an answer of the server; everything that is nobody's fault here is said in one way. */
export const problemOf = (error: DeskError | null): ProblemName => told.find((each) => each === error) ?? 'unavailable';

/** Heard as soon as it is there. Says what to do, and nothing about who there is. */
export function Problem({ name }: { readonly name: ProblemName | null }) {
  const t = useTranslations('StaffAccounts');
  const signIn = useSignInAddress();
  return (
    <div role="alert" className="staff-problem" hidden={name === null}>
      {name !== null && (
        <p>
          <Furigana>{t(`problems.${name}`)}</Furigana>{' '}
          {name === 'signInAgain' && (
            <Link href={signIn}>
              <Furigana>{t('signIn.submit')}</Furigana>
            </Link>
          )}
        </p>
      )}
    </div>
  );
}
