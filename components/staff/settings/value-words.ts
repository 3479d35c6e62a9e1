'use client';

import { type Messages, useLocale, useTranslations } from 'next-intl';
import { storeChains } from '@/lib/advice/store-reset';
import type { Errand } from '@/lib/facts/fact';
import { type Locale, locales } from '@/lib/i18n/locales';
import type { SettingId } from '@/lib/office/definitions';
import type { HelpLine, WorksMeanwhile } from '@/lib/office/public-office';
import type { Shape, Words } from '@/lib/office/shape';
import type { BringItem } from '@/lib/procedures/procedure';

type Page = Messages['OfficeSettingsPage'];

/** Whose words the values of a setting have; all others have their own. */
const wordsOf: Partial<Readonly<Record<SettingId, 'bring' | 'chains' | 'errands' | 'languages' | 'lines' | 'works'>>> =
  {
    holderBrings: 'bring',
    representativeBrings: 'bring',
    proxyBrings: 'bring',
    storeChains: 'chains',
    firstErrands: 'errands',
    hiddenErrands: 'errands',
    languages: 'languages',
    firstLanguage: 'languages',
    helpLines: 'lines',
    outageWorks: 'works',
  };

/** What one of the values to choose from is called. Every value has a name; a test of the page shows them all. */
export const useChoiceWords = (): ((id: SettingId, value: string) => string) => {
  const t = useTranslations('OfficeSettingsPage');
  const bring = useTranslations('Bring');
  const errands = useTranslations('Errands');
  const contact = useTranslations('OfficeContact');
  const today = useTranslations('OfficeToday');
  const locale = useLocale();
  return (id, value) => {
    switch (wordsOf[id]) {
      case 'bring':
        return bring(value as BringItem);
      case 'chains': {
        const chain = storeChains.find((each) => each.id === value);
        return (locale === 'en' ? chain?.english : chain?.name) ?? value;
      }
      case 'errands':
        return errands(`${value as Errand}.name`);
      case 'languages':
        return t(`languages.${value as Locale}`);
      case 'lines':
        return contact(`lines.${value as HelpLine}.name`);
      case 'works':
        return today(`works.${value as WorksMeanwhile}`);
      default:
        return t(`values.${value as keyof Page['values']}`);
    }
  };
};

/** What a member of a group is called: a day of the week, or a field. */
export const useFieldWords = (): ((id: SettingId, name: string) => string) => {
  const t = useTranslations('OfficeSettingsPage');
  const contact = useTranslations('OfficeContact');
  return (id, name) =>
    id === 'hours' && name !== 'opens' && name !== 'closes'
      ? contact(`days.${name as keyof Messages['OfficeContact']['days']}`)
      : t(`fields.${name as keyof Page['fields']}`);
};

/** A whole value in words: the usual one, or what was before a change and after it. */
export const useValueWords = (): ((id: SettingId, shape: Shape, value: unknown) => string) => {
  const t = useTranslations('OfficeSettingsPage');
  const choice = useChoiceWords();
  const field = useFieldWords();
  const inWords = (id: SettingId, shape: Shape, value: unknown): string => {
    switch (shape.kind) {
      case 'switch':
        return value === true ? t('on') : t('off');
      case 'number':
        return `${String(value)} ${t(`units.${shape.unit}`)}`;
      case 'choice':
        return choice(id, String(value));
      case 'choices':
        return (value as readonly string[]).map((each) => choice(id, each)).join('、') || t('nothing');
      case 'words':
        return (
          locales
            .map((locale) => (value as Words)[locale])
            .filter((text) => text !== '')
            .join(' ／ ') || t('nothing')
        );
      case 'phone':
      case 'origin':
      case 'internal-address':
        return String(value) || t('nothing');
      case 'time':
      case 'day':
        return String(value);
      case 'moment':
        return String(value).replace('T', ' ');
      case 'optional':
        return value === null ? t('nothing') : inWords(id, shape.of, value);
      case 'group':
        return Object.entries(shape.fields)
          .map(([name, of]) => `${field(id, name)} ${inWords(id, of, (value as Record<string, unknown>)[name])}`)
          .join('、');
      case 'rows':
        return (value as readonly unknown[]).map((row) => inWords(id, shape.row, row)).join(' ｜ ') || t('nothing');
    }
  };
  return inWords;
};
