'use client';

import type { ReactNode } from 'react';
import type { StaffMember } from '@/lib/helpdesk/wire';
import { useStaffMember } from '../staff-member';

/** What is inside is for members of staff. The frame around it asks everybody else to sign in. */
export function SignedInOnly({ children }: { readonly children: (member: StaffMember) => ReactNode }) {
  const { data: member } = useStaffMember();
  return member ? children(member) : null;
}
