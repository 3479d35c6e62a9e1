'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useId, useState } from 'react';
import { Furigana } from '@/components/visit/furigana';
import { type Locale, locales } from '@/lib/i18n/locales';

interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'placeholder'> {
  readonly label: string;
  readonly hint?: string;
}

/** A line of text with its name above and its hint between the two. */
export function Field({ label, hint, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className="staff-field">
      <label htmlFor={id}>
        <Furigana>{label}</Furigana>
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="staff-hint">
          <Furigana>{hint}</Furigana>
        </p>
      )}
      <input
        spellCheck={false}
        autoCapitalize="none"
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  );
}

/** A password, which its owner may look at. */
export function PasswordField({ label, hint, ...rest }: FieldProps) {
  const t = useTranslations('StaffAccounts.common');
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="staff-field">
      <label htmlFor={id}>
        <Furigana>{label}</Furigana>
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="staff-hint">
          <Furigana>{hint}</Furigana>
        </p>
      )}
      <div className="staff-password">
        <input
          maxLength={256}
          required
          {...rest}
          type={isShown ? 'text' : 'password'}
          id={id}
          spellCheck={false}
          autoCapitalize="none"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
        <button
          type="button"
          className="ui-switch"
          aria-pressed={isShown}
          aria-controls={id}
          onClick={() => setIsShown(!isShown)}
        >
          <Furigana>{isShown ? t('hide') : t('show')}</Furigana>
        </button>
      </div>
    </div>
  );
}

interface LanguagesProps {
  readonly value: readonly Locale[];
  readonly onChange: (languages: readonly Locale[]) => void;
}

export function LanguageBoxes({ value, onChange }: LanguagesProps) {
  const t = useTranslations('StaffAccounts');
  const id = useId();
  return (
    <fieldset className="staff-field" aria-describedby={id}>
      <legend>
        <Furigana>{t('common.languages')}</Furigana>
      </legend>
      <p id={id} className="staff-hint">
        <Furigana>{t('common.languagesHint')}</Furigana>
      </p>
      <div className="staff-boxes">
        {locales.map((locale) => (
          <label key={locale}>
            <input
              type="checkbox"
              checked={value.includes(locale)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(locales.filter((each) => (each === locale ? checked : value.includes(each))))
              }
            />
            <span>
              <Furigana>{t(`languageNames.${locale}`)}</Furigana>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
