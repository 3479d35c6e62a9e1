'use client';

import { useTranslations } from 'next-intl';
import { DisplaySettings } from './display-settings';
import { Furigana } from './furigana';
import { LanguageSwitcher } from './language-switcher';
import { useOffice } from './office';
import { OfficeWords } from './office-words';

/** The top of every screen: where one is, and how one wants to read and hear it. */
export function OfficeHeader() {
  const t = useTranslations('OfficeHeader');
  const { name } = useOffice();
  return (
    <header className="office-header">
      <p className="office-name">{name === null ? <Furigana>{t('office')}</Furigana> : <OfficeWords words={name} />}</p>
      <DisplaySettings />
      <LanguageSwitcher />
    </header>
  );
}
