'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { type Fleet, type FleetKiosk, fleetSchema } from '@/lib/helpdesk/fleet';
import { askFor } from '@/lib/helpdesk/staff-client';
import { useStaffMember } from '../staff-member';
import { EnrolDialog, RenameDialog, RevokeDialog } from './fleet-dialogs';
import { KioskRow } from './kiosk-row';

const againMs = 10_000;

/** What needs somebody first, then by name; those that no longer belong to it at the end. */
const rank = ({ alarms, revokedAt }: FleetKiosk): number => {
  if (revokedAt !== null) return 2;
  return alarms.length > 0 ? 0 : 1;
};
const sorted = ({ kiosks }: Fleet): readonly FleetKiosk[] =>
  [...kiosks].sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'ja'));

type Open = { readonly kind: 'enrol' } | { readonly kind: 'rename' | 'revoke'; readonly kiosk: FleetKiosk } | null;

/** The board of kiosks: which of them are well, and what is wrong with the others. */
export function FleetPage() {
  const t = useTranslations('StaffFleet');
  const { data: member } = useStaffMember(false);
  const { data: fleet } = useQuery({
    queryKey: ['staff', 'kiosks'],
    queryFn: () => askFor('/api/staff/kiosks', fleetSchema),
    refetchInterval: againMs,
  });
  const [open, setOpen] = useState<Open>(null);
  const isAdministrator = member?.role === 'administrator';
  const close = (): void => setOpen(null);
  const alarmed = fleet?.kiosks.filter(({ alarms }) => alarms.length > 0).length ?? 0;
  return (
    <main className="frame-main staff-page fleet">
      <header className="numbers-head">
        <h1 className="stage-heading">
          <Furigana>{t('title')}</Furigana>
        </h1>
        {isAdministrator && (
          <Button variant="primary" onClick={() => setOpen({ kind: 'enrol' })}>
            <Furigana>{t('enrol')}</Furigana>
          </Button>
        )}
      </header>
      <p role="status" className="fleet-summary" data-alarmed={alarmed > 0 || undefined}>
        {fleet !== undefined && <Furigana>{alarmed === 0 ? t('allWell') : t('alarmed', { count: alarmed })}</Furigana>}
      </p>
      {fleet !== undefined && (
        <FleetTable fleet={fleet} onAct={isAdministrator ? (kind, kiosk) => setOpen({ kind, kiosk }) : null} />
      )}
      {open?.kind === 'enrol' && <EnrolDialog onClose={close} />}
      {open?.kind === 'rename' && <RenameDialog kiosk={open.kiosk} onClose={close} />}
      {open?.kind === 'revoke' && <RevokeDialog kiosk={open.kiosk} onClose={close} />}
    </main>
  );
}

const columns = ['name', 'state', 'reader', 'printer', 'lastVisit', 'clock', 'version', 'seen'] as const;

interface FleetTableProps {
  fleet: Fleet;
  /** `null`: nothing can be done to a kiosk by whoever looks. */
  onAct: ((kind: 'rename' | 'revoke', kiosk: FleetKiosk) => void) | null;
}

function FleetTable({ fleet, onAct }: FleetTableProps) {
  const t = useTranslations('StaffFleet');
  const captionId = useId();
  return (
    // It is wider than a small window, and the keyboard has to be able to move it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a part that scrolls
    <section className="fleet-table" aria-labelledby={captionId} tabIndex={0}>
      <table>
        <caption id={captionId} className="sr-only">
          <Furigana>{t('title')}</Furigana>
        </caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                <Furigana>{t(`columns.${name}`)}</Furigana>
              </th>
            ))}
            {onAct !== null && (
              <th scope="col">
                <Furigana>{t('columns.acts')}</Furigana>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted(fleet).map((kiosk) => (
            <KioskRow
              key={kiosk.id}
              kiosk={kiosk}
              now={fleet.now}
              onAct={onAct === null ? null : (kind) => onAct(kind, kiosk)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
