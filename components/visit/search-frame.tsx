'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { languageTag } from '@/lib/i18n/routing';
import type { LayoutName } from '@/lib/keyboard/kana-keyboard';
import { isFourDigits, looksLikePin } from '@/lib/pins/looks-like-pin';
import { Furigana } from './furigana';
import { useSurface } from './place';
import { SearchKeyboard } from './search-keyboard';
import { StageHeading } from './stage-heading';

/** After so many characters the next search has begun. */
const seenAfter = 4;

interface SearchFrameProps {
  /** Names the page: a new one takes the focus to its heading. */
  name: string;
  title: string;
  hint: string;
  /** What the field is called, and an example of what goes into it. */
  label: string;
  example: string;
  /** In UTF-16 units, as `maxLength` counts. */
  longest: number;
  /** With which keys a kiosk begins where the language is Japanese; everywhere else with letters. */
  keys: LayoutName;
  /** What is said when a text that could be a PIN was cleared. */
  refusal: string;
  /** Whether a text that could be a PIN is known to be something else, or the beginning of it; null while that cannot be told. */
  isKnown: ((text: string) => boolean) | null;
  /** What was found for the text, and the ways on. */
  children: (text: string) => ReactNode;
}

/**
 * A field to search by, with keys of its own on a kiosk. What is typed stays on the page, and what could be a PIN does not
 * even stay in the field.
 */
export function SearchFrame({
  name,
  title,
  hint,
  label,
  example,
  longest,
  keys,
  refusal,
  isKnown,
  children,
}: SearchFrameProps) {
  const isKiosk = useSurface() === 'kiosk';
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const change = (typed: string): void => {
    const isPin = isFourDigits(typed) || (looksLikePin(typed) && isKnown?.(typed) !== true);
    // Whoever types on has not yet seen why the field is empty.
    setRefused((wasRefused) => isPin || (wasRefused && typed.length < seenAfter));
    setText(isPin ? '' : typed);
  };
  return (
    <div className="search-page" data-question={name}>
      <div className="search-head">
        <StageHeading key={name}>
          <Furigana>{title}</Furigana>
        </StageHeading>
        <p className="question-hint">
          <Furigana>{hint}</Furigana>
        </p>
        <label htmlFor={id} className="sr-only">
          <Furigana>{label}</Furigana>
        </label>
        <input
          id={id}
          type="search"
          className="search-field"
          value={text}
          onChange={(event) => change(event.target.value)}
          placeholder={withoutReadings(example)}
          maxLength={longest}
          readOnly={isKnown === null}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          // A kiosk has a keyboard of its own below.
          inputMode={isKiosk ? 'none' : 'search'}
        />
        <p role="status" className={isRefused ? 'search-refused' : 'sr-only'}>
          {isRefused && <Furigana>{refusal}</Furigana>}
        </p>
      </div>
      {children(text)}
      {isKiosk && <Keyboard text={text} onText={change} keys={keys} />}
    </div>
  );
}

interface KeyboardProps {
  text: string;
  onText: (text: string) => void;
  keys: LayoutName;
}

function Keyboard({ text, onText, keys }: KeyboardProps) {
  const t = useTranslations('Search.keyboard');
  const locale = useLocale();
  const [layout, setLayout] = useState<LayoutName>(languageTag(locale) === 'ja' ? keys : 'abc');
  const words = {
    label: t('label'),
    kana: t('kana'),
    abc: t('abc'),
    turn: t('turn'),
    space: t('space'),
    erase: t('erase'),
    clear: t('clear'),
  };
  return <SearchKeyboard text={text} onText={onText} layout={layout} onLayout={setLayout} words={words} />;
}
