import { useTranslations } from 'next-intl';
import { type CardReport, pinNames } from '@/lib/card/report';
import { CertificateCards } from './certificate-cards';
import { ClockNote } from './clock-note';
import { Furigana } from './furigana';
import { concernsOf } from './headline';
import { PinCard } from './pin-card';
import { ReportHeadline } from './report-headline';
import { SourcesNote } from './sources-note';

/** Everything known about the card: first what matters most, then four PINs, then the certificates. One screen, no scrolling. */
export function ReportScreen({ report }: { report: CardReport }) {
  const t = useTranslations('CardReport');
  const certificates = useTranslations('Certificates');
  return (
    <div className="report-screen">
      <ReportHeadline concerns={concernsOf(report)} />
      <section className="report-pins">
        <h2 className="sr-only">
          <Furigana>{t('pins')}</Furigana>
        </h2>
        <ul className="report-list">
          {pinNames.map((name) => (
            <PinCard key={name} name={name} report={report} />
          ))}
        </ul>
      </section>
      <section className="report-certificates">
        <h2 className="sr-only">
          <Furigana>{certificates('title')}</Furigana>
        </h2>
        <CertificateCards report={report} />
        <ClockNote />
        <SourcesNote />
      </section>
    </div>
  );
}
