'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { useOffice } from '@/components/visit/office';
import type { StaffMember, StaffRole } from '@/lib/helpdesk/wire';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Link, usePathname, useRouter } from '@/lib/i18n/navigation';
import { useSignInAddress } from './accounts/next-place';
import { useDeskLink, useQueue } from './queue/desk-link';
import { ringingFor, useRing } from './queue/ring';
import { useNow } from './queue/use-now';
import { useSession } from './session';

/** Where somebody comes in: the frame begins behind it. */
const doors = ['/staff/sign-in', '/staff/first', '/staff/set-up'];
/** What needs nobody to be signed in: there is nothing of a visitor on it. */
const openPages = ['/staff/playbook', '/staff/sources'];

/** Around the pages of staff: where to go, who is here, and the bell, which rings on each of them. */
export function StaffFrame({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return doors.includes(pathname) ? children : <Console isOpen={openPages.includes(pathname)}>{children}</Console>;
}

function Console({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const { member, hasEnded, signOut } = useSession(!isOpen);
  const { replace } = useRouter();
  const isSignedIn = member !== undefined && member !== null;
  const isNobody = !isOpen && member === null && hasEnded === null;
  useDeskLink(isSignedIn);
  const address = useSignInAddress();
  useEffect(() => {
    if (isNobody) replace(address);
  }, [isNobody, replace, address]);

  if (isSignedIn) {
    return (
      <>
        <StaffBar member={member} onSignOut={signOut} />
        {children}
      </>
    );
  }
  if (isOpen) return children;
  if (hasEnded !== null) return <Ended why={hasEnded} />;
  // Until it is known who is here there is nothing to show, and it is known in a moment.
  return <main className="frame-main" aria-busy="true" />;
}

const pages = [
  ['queue', '/staff', 'clerk'],
  ['handOver', '/staff/hand-over', 'clerk'],
  ['card', '/staff/card', 'clerk'],
  ['fleet', '/staff/fleet', 'clerk'],
  ['numbers', '/staff/numbers', 'clerk'],
  ['playbook', '/staff/playbook', 'clerk'],
  ['sources', '/staff/sources', 'clerk'],
  ['settings', '/staff/settings', 'clerk'],
  ['accounts', '/staff/accounts', 'administrator'],
] as const satisfies readonly (readonly [string, string, StaffRole])[];

function StaffBar({ member, onSignOut }: { member: StaffMember; onSignOut: () => void }) {
  const t = useTranslations('StaffFrame');
  const calls = useTranslations('StaffQueue');
  const pathname = usePathname();
  const { data: queue } = useQueue();
  const ringing = ringingFor(queue, member, useNow(), useOffice().help.languageFirst);
  useRing(ringing);
  return (
    <section className="staff-bar" aria-label={withoutReadings(t('console'))}>
      <p role="status" className="sr-only">
        {ringing.length > 0 && withoutReadings(calls('ringing', { count: ringing.length }))}
      </p>
      <nav aria-label={withoutReadings(t('pages'))}>
        <ul>
          {pages.map(([name, path, role]) =>
            role === 'administrator' && member.role !== role ? null : (
              <li key={name}>
                <Link href={path} aria-current={pathname === path ? 'page' : undefined}>
                  <Furigana>{t(`to.${name}`)}</Furigana>
                  {name === 'queue' && ringing.length > 0 && <strong aria-hidden="true">{ringing.length}</strong>}
                </Link>
              </li>
            ),
          )}
        </ul>
      </nav>
      <Link href="/staff/account" className="staff-bar-member">
        <Furigana>{t('member', { name: member.name, role: t(`roles.${member.role}`) })}</Furigana>
      </Link>
      <Button variant="quiet" onClick={onSignOut}>
        <span>
          <Furigana>{t('signOut')}</Furigana>
        </span>
      </Button>
    </section>
  );
}

/** Nothing of the console remains on the screen; whoever comes back signs in again. */
function Ended({ why }: { why: 'idle' | 'ended' }) {
  const t = useTranslations('StaffFrame');
  const locale = useLocale();
  const address = useSignInAddress();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="frame-main staff-page">
      <h1 ref={heading} tabIndex={-1} className="stage-heading">
        <Furigana>{t(`${why}.title`)}</Furigana>
      </h1>
      <p className="stage-lead">
        <Furigana>{t(`${why}.lead`)}</Furigana>
      </p>
      {/* A new page: nothing of what was shown stays in its memory. */}
      <a href={`/${locale}${address}`} className="ui-button" data-variant="primary">
        <Furigana>{t('signIn')}</Furigana>
      </a>
    </main>
  );
}
