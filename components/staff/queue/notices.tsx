'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { useIsClockDoubtful } from '@/components/visit/machine';
import type { Outcome } from './acts';
import { useLink } from './desk-link';
import { switchBell, useBell } from './ring';

/** What is not as it should be, calmly: no connection, no sound, a clock that may be wrong, somebody else was quicker. */
export function Notices({ outcome }: { outcome: Outcome | null }) {
  const t = useTranslations('StaffQueue');
  const link = useLink();
  const isClockDoubtful = useIsClockDoubtful();
  return (
    <>
      <div role="status" className="desk-notices">
        {link === 'down' && (
          <p className="desk-notice" data-kind="down">
            <Furigana>{t('down')}</Furigana>
          </p>
        )}
        {isClockDoubtful && (
          <p className="desk-notice">
            <Furigana>{t('clockDoubtful')}</Furigana>
          </p>
        )}
        {outcome !== null && (
          <p className="desk-notice">
            <Refused outcome={outcome} />
          </p>
        )}
      </div>
      <BellNotice />
    </>
  );
}

function Refused({ outcome: { reason, by } }: { outcome: Outcome }) {
  const t = useTranslations('StaffQueue');
  if (reason === 'alreadyClaimed') {
    return <Furigana>{by === null ? t('refused.taken') : t('refused.takenBy', { name: by })}</Furigana>;
  }
  const known = ['notYours', 'notOnDuty', 'notFound', 'notSignedIn', 'notAllowed', 'tooMany'] as const;
  const told = known.find((each) => each === reason);
  return <Furigana>{t(`refused.${told ?? 'unreachable'}`)}</Furigana>;
}

const mayNotify = (): NotificationPermission => ('Notification' in window ? Notification.permission : 'denied');

/** A bell that nobody hears must not look as if it rang. */
function BellNotice() {
  const t = useTranslations('StaffQueue');
  const isOn = useBell();
  const [permission, setPermission] = useState<NotificationPermission>(mayNotify);
  if (!isOn) {
    return (
      <div className="desk-notice" data-kind="bell">
        <p>
          <Furigana>{t('bellOff')}</Furigana>
        </p>
        <Button variant="secondary" aria-keyshortcuts="b" onClick={() => switchBell(true)}>
          <kbd>B</kbd>
          <Furigana>{t('bellOn')}</Furigana>
        </Button>
      </div>
    );
  }
  if (permission !== 'default') return null;
  return (
    <Button
      variant="quiet"
      className="desk-notify"
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      <Furigana>{t('allowNotifications')}</Furigana>
    </Button>
  );
}
