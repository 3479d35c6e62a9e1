'use client';

import { useTranslations } from 'next-intl';
import type { CardErrorCode } from '@/lib/errors/card-error';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Link } from '@/lib/i18n/navigation';
import { ActionBar } from './action-bar';
import { CardAndReader } from './drawings/card-and-reader';
import { Furigana } from './furigana';
import { isBegun, useGuide } from './guide/guide-store';
import { useHelpFace } from './help/help-store';
import { useLeave } from './leave';
import { useOffice } from './office';
import { OfficeNotices, useHasNotices } from './office-notices';
import { useSurface } from './place';
import { useReaderSettings } from './reader-settings';
import { StageHeading } from './stage-heading';
import { readerVisit, useVisit } from './visit-store';

/** Where to begin. A card put on the reader goes through its door by itself; at home there is no reader and no such door. */
export function StartScreen() {
  const t = useTranslations('StartScreen');
  const drawings = useTranslations('Drawings');
  const { data } = useReaderSettings();
  const { stage } = useVisit(readerVisit);
  const surface = useSurface();
  const leave = useLeave();
  const { practice } = useOffice();
  const hasNotices = useHasNotices('start');
  const { isCalled } = useHelpFace();
  // Somebody came back from the guide, or waits for staff: their answers are still there, and whoever comes next must not
  // find them.
  const isOpen = isBegun(useGuide()) || isCalled;
  const error = stage.name === 'noReader' && data?.kind !== 'practice' && surface !== 'home' ? stage.error : null;
  const pose = error === null ? 'above' : 'noReader';
  return (
    <>
      <main className="frame-main">
        <div className="picture-screen" data-compact>
          <div className="picture-screen-text">
            <StageHeading key="start">
              <Furigana>{t('title')}</Furigana>
            </StageHeading>
            {/* Notices stand where the lead was: the doors do not move when they come. */}
            <div className="start-lead">
              <p className="stage-lead" data-absent={hasNotices || undefined}>
                <Furigana>{t('lead')}</Furigana>
              </p>
              <OfficeNotices place="start" />
            </div>
            <div className="doors">
              <div role="status">{error !== null && <ReaderNotice error={error} />}</div>
              <Door name="guide" href="/guide" isPrimary />
              {error === null && <Door name="read" href="/card" isPrimary={false} isThere={surface === 'kiosk'} />}
              <Door name="phone" href="/phone" isPrimary={false} />
              <Door name="pins" href="/pins" isPrimary={false} />
              <Door name="practice" href="/practice" isPrimary={false} isThere={practice} />
            </div>
          </div>
          <div className="picture-screen-picture">
            <CardAndReader pose={pose} label={withoutReadings(drawings(pose))} />
            {error === null && (
              <p className="picture-caption">
                {data !== undefined && (
                  <Furigana>{data.kind === 'practice' ? t('practiceOnly') : t('putCard')}</Furigana>
                )}
              </p>
            )}
          </div>
        </div>
      </main>
      <footer className="frame-foot">
        {!isOpen && (
          <p className="promise">
            <span>
              <Furigana>{t('promise')}</Furigana>
            </span>
          </p>
        )}
        <ActionBar isAtEnd={false} isHeld={false} onBack={null} onFinish={isOpen ? leave : null} />
      </footer>
    </>
  );
}

interface DoorProps {
  name: 'guide' | 'read' | 'phone' | 'pins' | 'practice';
  href: string;
  isPrimary: boolean;
  /** Not yet, or not here: on a kiosk its place is kept, so that nothing moves when it comes. */
  isThere?: boolean;
}

function Door({ name, href, isPrimary, isThere = true }: DoorProps) {
  const t = useTranslations('StartScreen');
  return (
    <Link
      href={href}
      replace
      className="ui-button door"
      data-variant={isPrimary ? 'primary' : 'secondary'}
      data-absent={!isThere || undefined}
    >
      <span className="door-title">
        <Furigana>{t(name)}</Furigana>
      </span>
      <span className="door-note">
        <Furigana>{t(`${name}Note`)}</Furigana>
      </span>
    </Link>
  );
}

/** Takes the place of the first door while no card can be read. */
function ReaderNotice({ error }: { error: CardErrorCode }) {
  const errors = useTranslations('CardErrors');
  return (
    <div className="reader-notice">
      <p className="reader-notice-title">
        <Furigana>{errors(`${error}.title`)}</Furigana>
      </p>
      <p>
        <Furigana>{errors(`${error}.remedy`)}</Furigana>
      </p>
    </div>
  );
}
