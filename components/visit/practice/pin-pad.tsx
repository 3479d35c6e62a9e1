'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type Entry, practiceKeys, practicePins } from '@/lib/practice/practice-pin';
import { Furigana } from '../furigana';
import { typeKey } from './rehearse';

/** Keys of a real keyboard, for whoever has one. */
const useKeyboard = (): void => {
  useEffect(() => {
    const type = ({ key, ctrlKey, altKey, metaKey, repeat }: KeyboardEvent): void => {
      if (!repeat && !ctrlKey && !altKey && !metaKey && /^[0-9A-Za-z]$/.test(key)) typeKey(key);
    };
    document.addEventListener('keydown', type);
    return () => document.removeEventListener('keydown', type);
  }, []);
};

/** The practice PIN in large type, how far it has been typed, and keys. There is no field: nothing else can be typed here. */
export function PinPad({ entry }: { entry: Entry }) {
  const t = useTranslations('PinPractice');
  useKeyboard();
  const { pin, right, wrong } = entry;
  const characters = [...practicePins[pin]];
  return (
    <div className="pin-pad" data-pin={pin}>
      <div className="pin-pad-head">
        <p className="pin-pad-label">
          <Furigana>{t(`number.${pin}`)}</Furigana>
        </p>
        <p className="pin-pad-number">
          <span className="sr-only">{characters.join(' ')}</span>
          {characters.map((character, at) => (
            <span
              key={character}
              aria-hidden="true"
              data-typed={at < right || undefined}
              data-next={at === right || undefined}
            >
              {character}
            </span>
          ))}
        </p>
      </div>
      <p role="status" className="pin-pad-news" data-wrong={wrong > 0 || undefined}>
        {/* Each wrong key is said, also the second one in a row. */}
        <span key={wrong}>
          <Furigana>
            {wrong > 0 ? t('wrong', { next: characters[right] ?? '' }) : t('typed', { right, all: characters.length })}
          </Furigana>
        </span>
      </p>
      <fieldset className="pin-pad-keys" aria-label={`${withoutReadings(t('keys'))} ${characters.join(' ')}`}>
        {practiceKeys[pin].map((key) => (
          <button key={key} type="button" className="pin-key" onClick={() => typeKey(key)}>
            {key}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
