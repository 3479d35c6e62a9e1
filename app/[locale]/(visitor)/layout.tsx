import type { ReactNode } from 'react';
import { VisitKeeper } from '@/components/visit/visit-keeper';

/** What has to go on behind every screen of a visitor, and behind none of staff. */
export default function VisitorLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <VisitKeeper />
      {children}
    </>
  );
}
