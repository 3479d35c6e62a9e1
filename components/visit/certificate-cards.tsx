import { useLocale, useTranslations } from 'next-intl';
import { renewableFrom } from '@/lib/card/certificate';
import type { CardReport, CertificateReport } from '@/lib/card/report';
import { formatDate, formatLastDay } from '@/lib/i18n/day';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from './furigana';
import { CertificateLamp, SignatureCertificateLamp } from './pin-lamp';
import { ReportItem } from './report-item';

export function CertificateCards({ report }: { report: CardReport }) {
  const t = useTranslations('Certificates');
  const words = useTranslations('PinCard');
  const { authenticationCertificate, signatureCertificate } = report;
  const shared = {
    detailsLabel: <Furigana>{words('details')}</Furigana>,
    closeLabel: <Furigana>{words('close')}</Furigana>,
  };
  return (
    <ul className="report-list">
      <ReportItem
        {...shared}
        lamp={<CertificateLamp state={authenticationCertificate.state} />}
        name={<Furigana>{t('login')}</Furigana>}
        official={<Furigana>{t('loginOfficial')}</Furigana>}
        value={<Validity certificate={authenticationCertificate} />}
        detailsName={withoutReadings(words('detailsOf', { pin: t('login') }))}
        details={<LoginDetails certificate={authenticationCertificate} />}
      />
      <ReportItem
        {...shared}
        lamp={<SignatureCertificateLamp present={signatureCertificate.present} />}
        name={<Furigana>{t('signature')}</Furigana>}
        official={<Furigana>{t('signatureOfficial')}</Furigana>}
        value={<Presence present={signatureCertificate.present} />}
        detailsName={withoutReadings(words('detailsOf', { pin: t('signature') }))}
        details={<SignatureDetails present={signatureCertificate.present} />}
      />
    </ul>
  );
}

function Validity({ certificate: { state, notAfter } }: { certificate: CertificateReport }) {
  const t = useTranslations('Certificates');
  const locale = useLocale();
  if (notAfter === null) {
    return (
      <p className="validity">
        <Furigana>{state === 'absent' ? t('absentShort') : t('loginUnreadable')}</Furigana>
      </p>
    );
  }
  if (state === 'expired') {
    return (
      <p className="validity">
        <strong>
          <Furigana>{t('was', { date: formatDate(notAfter, locale) })}</Furigana>
        </strong>
      </p>
    );
  }
  const renewal =
    state === 'renewable' ? t('renewNow') : t('renewFrom', { date: formatDate(renewableFrom(notAfter), locale) });
  return (
    <p className="validity">
      <strong>
        <Furigana>{t('until', { date: formatLastDay(notAfter, locale) })}</Furigana>
      </strong>
      <span>
        <Furigana>{renewal}</Furigana>
      </span>
    </p>
  );
}

function Presence({ present }: { present: boolean | null }) {
  const t = useTranslations('Certificates');
  const words = { true: 'signaturePresentShort', false: 'absentShort', null: 'signatureUnknown' } as const;
  return (
    <p className="validity">
      <Furigana>{t(words[`${present}`])}</Furigana>
    </p>
  );
}

function LoginDetails({ certificate: { state } }: { certificate: CertificateReport }) {
  const t = useTranslations('Certificates');
  return (
    <div className="details">
      {state === 'unreadable' && (
        <p>
          <Furigana>{t('loginUnreadable')}</Furigana>
        </p>
      )}
      {state === 'expired' && (
        <p>
          <Furigana>{t('expiredStops')}</Furigana>
        </p>
      )}
      <p>
        <Furigana>{t('renewWhere')}</Furigana>
      </p>
    </div>
  );
}

function SignatureDetails({ present }: { present: boolean | null }) {
  const t = useTranslations('Certificates');
  const words = { true: 'signaturePresent', false: 'signatureAbsent', null: 'signatureUnknown' } as const;
  return (
    <div className="details">
      <p>
        <Furigana>{t(words[`${present}`])}</Furigana>
      </p>
    </div>
  );
}
