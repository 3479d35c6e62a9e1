'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { withoutReadings } from '@/lib/i18n/furigana';
import { choseModel, newCheck } from '@/lib/phone/check';
import { type LayoutName, longestText } from '@/lib/phone/kana-keyboard';
import { loadCatalogue } from '@/lib/phone/load';
import type { PhoneCatalogue, PhoneModel } from '@/lib/phone/model';
import { type PhoneMatch, searchPhones } from '@/lib/phone/search';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { StageHeading } from '../stage-heading';
import { addToCheck } from './phone-actions';
import { getPhone } from './phone-store';
import { SearchKeyboard } from './search-keyboard';

/** So many fit on every screen above the keyboard. */
const shown = 6;

const useCatalogue = (): PhoneCatalogue | null => {
  const [catalogue, setCatalogue] = useState<PhoneCatalogue | null>(null);
  useEffect(() => {
    let isGone = false;
    void loadCatalogue().then((loaded) => {
      if (!isGone) setCatalogue(loaded);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return catalogue;
};

const choose = (model: PhoneModel | 'not-listed'): void =>
  void addToCheck(choseModel(getPhone().check ?? newCheck, model));

/** Finds a phone by whatever somebody knows of it. Nothing that is typed leaves the page. */
export function PhoneSearch() {
  const t = useTranslations('PhoneSearch');
  const catalogue = useCatalogue();
  const isKiosk = useSurface() === 'kiosk';
  const [text, setText] = useState('');
  const id = useId();
  return (
    <div className="phone-search" data-question="model">
      <div className="phone-search-head">
        <StageHeading key="model">
          <Furigana>{t('title')}</Furigana>
        </StageHeading>
        <p className="question-hint">
          <Furigana>{t('hint')}</Furigana>
        </p>
        <label htmlFor={id} className="sr-only">
          <Furigana>{t('label')}</Furigana>
        </label>
        <input
          id={id}
          type="search"
          className="search-field"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={withoutReadings(t('example'))}
          maxLength={longestText}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          // A kiosk has a keyboard of its own below.
          inputMode={isKiosk ? 'none' : 'search'}
        />
      </div>
      <Results catalogue={catalogue} text={text} />
      <Button variant="secondary" className="phone-search-none" onClick={() => choose('not-listed')}>
        <span>
          <Furigana>{t('notListed')}</Furigana>
        </span>
      </Button>
      {isKiosk && <Keyboard text={text} onText={setText} />}
    </div>
  );
}

function Keyboard({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations('PhoneSearch.keyboard');
  const [layout, setLayout] = useState<LayoutName>('kana');
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

function Results({ catalogue, text }: { catalogue: PhoneCatalogue | null; text: string }) {
  const t = useTranslations('PhoneSearch');
  // What was typed is seen first; the list follows.
  const wanted = useDeferredValue(text);
  const isAsked = wanted.trim() !== '';
  const found = catalogue === null ? null : searchPhones(catalogue, wanted, shown);
  const hasMore = found !== null && found.total > found.matches.length;
  return (
    <div className="phone-results">
      <p role="status" className="phone-results-count">
        {isAsked && <Furigana>{found === null ? t('loading') : t('found', { count: found.total })}</Furigana>}{' '}
        {hasMore && <Furigana>{t('more')}</Furigana>}
      </p>
      <ul>
        {found?.matches.map((match) => (
          <li key={`${match.maker} ${match.name} ${match.models.map(({ code }) => code).join()}`}>
            <Result match={match} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Result({ match: { name, models } }: { match: PhoneMatch }) {
  const t = useTranslations('PhoneSearch');
  const [model] = models;
  const carriers = new Set(models.map(({ carrier }) => t(`carriers.${carrier}`)));
  const codes = new Set(models.map(({ code }) => code).filter((code) => !name.endsWith(code)));
  const [first = '', ...others] = codes;
  if (model === undefined) return null;
  return (
    <Button variant="secondary" className="answer" onClick={() => choose(model)}>
      <span className="answer-words">{name}</span>
      <span className="answer-note">
        <Furigana>
          {t('codes', { carriers: [...carriers].join('、'), codes: others.length === 0 ? first : `${first}…` })}
        </Furigana>
      </span>
    </Button>
  );
}
