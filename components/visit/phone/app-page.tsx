'use client';

import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type AppPageName, appPages } from '@/lib/phone/app';
import type { PhoneCheck } from '@/lib/phone/check';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { useSurface } from '../place';
import { QrCode } from '../qr-code';
import { PhonePicture } from './phone-picture';

const needs = ['version', 'lock'] as const;
const first = ['card', 'pin', 'update'] as const;

const pagesFor = ({ kind }: PhoneCheck): readonly AppPageName[] => {
  if (kind === 'iphone') return ['ios', 'official'];
  return kind === 'android' ? ['android', 'official'] : ['ios', 'android'];
};

/** マイナアプリ: what it needs, where it comes from, what the first registration takes. */
export function AppPage({ check }: { check: PhoneCheck }) {
  const t = useTranslations('PhoneApp');
  return (
    <PartFrame name="app" title={t('title')} lead={t('lead')} picture={<PhonePicture name="app-store" />}>
      <div className="part-columns">
        <section>
          <h2>
            <Furigana>{t('needs')}</Furigana>
          </h2>
          <ul className="dotted">
            {needs.map((need) => (
              <li key={need}>
                <Furigana>{t(`needList.${need}`)}</Furigana>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>
            <Furigana>{t('first')}</Furigana>
          </h2>
          <div className="part-picture">
            <PhonePicture name="first-registration" />
          </div>
          <ul className="dotted">
            {first.map((item) => (
              <li key={item}>
                <Furigana>{t(`firstList.${item}`)}</Furigana>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <p className="assurance">
        <Furigana>{t('pinNote')}</Furigana>
      </p>
      {!check.isThisPhone && (
        <p>
          <Furigana>{t('scan')}</Furigana>
        </p>
      )}
      <ul className="app-pages">
        {pagesFor(check).map((name) => (
          <li key={name}>
            <Page name={name} isHere={check.isThisPhone} />
          </li>
        ))}
      </ul>
      <p className="part-source">
        <Furigana>{t('source')}</Furigana>
      </p>
    </PartFrame>
  );
}

/** On a kiosk nothing leads away: the code opens it on the visitor's phone. */
function Page({ name, isHere }: { name: AppPageName; isHere: boolean }) {
  const t = useTranslations('PhoneApp');
  const isHome = useSurface() === 'home';
  const address = appPages[name];
  const title = t(`storeName.${name}`);
  return (
    <>
      {!isHere && <QrCode text={address} label={withoutReadings(t('qr', { name: title }))} />}
      <div>
        <h2>
          <Furigana>{title}</Furigana>
        </h2>
        {isHome && (
          <>
            <a href={address} className="ui-button" data-variant="secondary" rel="noreferrer">
              <span>
                <Furigana>{t(`store.${name}`)}</Furigana>
              </span>
            </a>
            <p>
              <Furigana>{t('leaves')}</Furigana>
            </p>
          </>
        )}
        <p className="typed-address">{address.replace('https://', '')}</p>
      </div>
    </>
  );
}
