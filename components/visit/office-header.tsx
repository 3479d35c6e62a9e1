import { useTranslations } from 'next-intl';
import { DisplaySettings } from './display-settings';
import { Furigana } from './furigana';
import { LanguageSwitcher } from './language-switcher';

/** The top of every screen: where one is, and how one wants to read and hear it. */
export function OfficeHeader() {
  const t = useTranslations('OfficeHeader');
  return (
    <header className="office-header">
      <p className="office-name">
        <Furigana>{t('office')}</Furigana>
      </p>
      <DisplaySettings />
      <LanguageSwitcher />
    </header>
  );
}
