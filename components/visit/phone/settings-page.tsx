'use client';

import { useTranslations } from 'next-intl';
import type { PhoneCheck } from '@/lib/phone/check';
import { guessFromCode } from '@/lib/phone/code-pattern';
import { hasMenu, type SettingsPath, settingsFor, settingsOwner, settingsSources } from '@/lib/phone/settings';
import { Furigana } from '../furigana';
import { PhonePart } from './phone-part';
import { PhonePicture } from './phone-picture';
import { shortAddress } from './without-protocol';

const pathsOf = ({ kind, model, code, os }: PhoneCheck): readonly SettingsPath[] => {
  const known = model === 'not-listed' ? null : model;
  const guess = code === null ? null : guessFromCode(code);
  const version = kind === 'android' && typeof os?.value === 'object' ? os.value[0] : null;
  return settingsFor(settingsOwner(known, guess, kind === 'android' ? 'android' : 'ios', version));
};

/** Where the switches are, in the words of the phone's own menus. */
export function SettingsPage({ check }: { check: PhoneCheck }) {
  const t = useTranslations('PhoneSettings');
  return (
    <PhonePart name="settings" title={t('title')} lead={t('lead')} picture={<PhonePicture name="nfc-on" />}>
      <ol className="settings-paths">
        {pathsOf(check).map((path) => (
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
    </PhonePart>
  );
}

function Path({ path }: { path: SettingsPath }) {
  const t = useTranslations('PhoneSettings');
  const { address, asOf } = settingsSources[path];
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
      <p className="phone-source">
        <Furigana>{t('asOf', { asOf, source: shortAddress(address) })}</Furigana>
      </p>
    </>
  );
}
