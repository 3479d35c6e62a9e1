'use client';

import { useLocale } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import type { StaffMember } from '@/lib/helpdesk/wire';
import { usePathname, useRouter } from '@/lib/i18n/navigation';
import { useStaffMember } from '../staff-member';

/** What is inside is for members of staff; everybody else is asked to sign in, and comes back. */
export function SignedInOnly({ children }: { readonly children: (member: StaffMember) => ReactNode }) {
  const { data: member } = useStaffMember();
  const router = useRouter();
  const path = usePathname();
  const locale = useLocale();
  const isOut = member === null;
  useEffect(() => {
    if (isOut) router.replace(`/staff/sign-in?next=${encodeURIComponent(`/${locale}${path}`)}`);
  }, [isOut, router, path, locale]);
  return member ? children(member) : <main className="frame-main staff-page" />;
}
