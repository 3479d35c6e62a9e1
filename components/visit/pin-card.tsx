import { useTranslations } from 'next-intl';
import type { CardReport, PinName, PinReport } from '@/lib/card/report';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from './furigana';
import { PinDetails } from './pin-details';
import { PinLamp } from './pin-lamp';
import { ReportItem } from './report-item';

export function PinCard({ name, report }: { name: PinName; report: CardReport }) {
  const t = useTranslations('PinCard');
  const pins = useTranslations('Pins');
  const pin = report.pins[name];
  const everydayName = pins(`${name}.name`);
  return (
    <ReportItem
      lamp={<PinLamp state={pin.state} />}
      name={<Furigana>{everydayName}</Furigana>}
      official={<Furigana>{pins(`${name}.official`)}</Furigana>}
      value={<Tries pin={pin} />}
      detailsLabel={<Furigana>{t('details')}</Furigana>}
      detailsName={withoutReadings(t('detailsOf', { pin: everydayName }))}
      closeLabel={<Furigana>{t('close')}</Furigana>}
      details={<PinDetails name={name} report={report} />}
    />
  );
}

function Tries({ pin: { state, triesLeft } }: { pin: PinReport }) {
  const t = useTranslations('PinCard');
  if (state === 'locked' || triesLeft === null) {
    return (
      <p className="tries">
        <span>
          <Furigana>{state === 'locked' ? t('noEntry') : t('unknownShort')}</Furigana>
        </span>
      </p>
    );
  }
  return (
    <p className="tries">
      <strong>
        <Furigana>{t('triesLeft', { count: triesLeft })}</Furigana>
      </strong>{' '}
      <small>
        <Furigana>{t('untilLock')}</Furigana>
      </small>
    </p>
  );
}
