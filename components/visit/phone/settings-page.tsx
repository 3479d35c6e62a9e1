'use client';

import { useTranslations } from 'next-intl';
import type { PhoneCheck } from '@/lib/phone/check';
import { hasMenu, type SettingsPath, settingsOf, settingsSources } from '@/lib/phone/settings';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { PhonePicture } from './phone-picture';
import { shortAddress } from './without-protocol';

/** Where the switches are, in the words of the phone's own menus. */
export function SettingsPage({ check }: { check: PhoneCheck }) {
  const t = useTranslations('PhoneSettings');
  return (
    <PartFrame name="settings" title={t('title')} lead={t('lead')} picture={<PhonePicture name="nfc-on" />}>
      <ol className="settings-paths">
        {settingsOf(check).map((path) => (
          <li key={path}>
            <Path path={path} />
          </li>
        ))}
      </ol>
      {check.kind === 'android' && (
        <p className="assurance">
          <Furigana>{t('search')}</Furigana>
        </p>
      )}
    </PartFrame>
  );
}

function Path({ path }: { path: SettingsPath }) {
  const t = useTranslations('PhoneSettings');
  return (
    <>
      <h2>
        <Furigana>{t(`paths.${path}.title`)}</Furigana>
      </h2>
      {hasMenu(path) && (
        <p className="menu-path">
          <Furigana>{t(`menus.${path}`)}</Furigana>
        </p>
      )}
      <p>
        <Furigana>{t(`paths.${path}.how`)}</Furigana>
      </p>
      <p className="part-source">
        <Source path={path} />
      </p>
    </>
  );
}

function Source({ path }: { path: SettingsPath }) {
  const t = useTranslations('PhoneSettings');
  const { address, asOf, era } = settingsSources[path];
  const source = shortAddress(address);
  if (asOf !== null) return <Furigana>{t('asOf', { asOf, source })}</Furigana>;
  return (
    <Furigana>{era === undefined ? t('undated', { source }) : t('undatedEra', { version: `${era}`, source })}</Furigana>
  );
}
