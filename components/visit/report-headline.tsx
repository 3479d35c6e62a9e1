import { useLocale, useTranslations } from 'next-intl';
import { Lamp, type LampState } from '@/components/ui/lamp';
import { formatDay } from '@/lib/i18n/day';
import { Furigana } from './furigana';
import type { Concern } from './headline';
import { StageHeading } from './stage-heading';

const lampOf: Readonly<Record<Concern['kind'], LampState>> = {
  expired: 'stopped',
  severalLocked: 'stopped',
  locked: 'stopped',
  lastTry: 'attention',
  authenticationAbsent: 'attention',
  renewable: 'attention',
  signatureAbsent: 'attention',
  low: 'attention',
  unknown: 'unknown',
};

const useWords = (): ((concern: Concern | undefined) => { title: string; advice: string }) => {
  const t = useTranslations('Headlines');
  const pins = useTranslations('Pins');
  const locale = useLocale();
  return (concern) => {
    if (concern === undefined) return { title: t('fine.title'), advice: t('fine.advice') };
    switch (concern.kind) {
      case 'locked': {
        const title = t('locked.title', { pin: pins(`${concern.pin}.name`) });
        return { title, advice: concern.atStore ? t('locked.adviceStore') : t('locked.advice') };
      }
      case 'severalLocked':
        return { title: t('severalLocked.title', { count: concern.count }), advice: t('severalLocked.advice') };
      case 'lastTry':
        return { title: t('lastTry.title', { pin: pins(`${concern.pin}.name`) }), advice: t('lastTry.advice') };
      case 'low':
        return { title: t('low.title', { pin: pins(`${concern.pin}.name`) }), advice: t('low.advice') };
      case 'renewable':
        return {
          title: t('renewable.title'),
          advice: t('renewable.advice', { date: formatDay(concern.until, locale) }),
        };
      case 'expired':
      case 'authenticationAbsent':
      case 'signatureAbsent':
      case 'unknown':
        return { title: t(`${concern.kind}.title`), advice: t(`${concern.kind}.advice`) };
    }
  };
};

/** `concerns`: most important first. */
export function ReportHeadline({ concerns }: { concerns: readonly Concern[] }) {
  const t = useTranslations('CardReport');
  const [first] = concerns;
  const { title, advice } = useWords()(first);
  return (
    <div className="report-headline" data-lamp={first === undefined ? 'fine' : lampOf[first.kind]}>
      <Lamp state={first === undefined ? 'fine' : lampOf[first.kind]} label="" className="report-headline-lamp" />
      <div className="report-headline-text">
        <StageHeading key="report">
          <Furigana>{title}</Furigana>
        </StageHeading>
        <p className="stage-lead">
          <Furigana>{advice}</Furigana>{' '}
          {concerns.length > 1 && (
            <span className="report-others">
              <Furigana>{t('others', { count: concerns.length - 1 })}</Furigana>
            </span>
          )}
        </p>
      </div>
    </div>
  );
}
