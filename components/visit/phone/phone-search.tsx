'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { Button } from '@/components/ui/button';
import { longestText } from '@/lib/keyboard/kana-keyboard';
import { choseModel, newCheck } from '@/lib/phone/check';
import type { PhoneCatalogue, PhoneModel } from '@/lib/phone/model';
import { type PhoneMatch, searchPhones } from '@/lib/phone/search';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { SearchFrame } from '../search-frame';
import { WordButton } from '../word-button';
import { useCatalogue } from './late-catalogue';
import { addToCheck } from './phone-actions';
import { getPhone } from './phone-store';

/** So many fit; on a kiosk above its keyboard, or beside it. */
const shown = { home: 6, kiosk: 4 } as const;

const choose = (model: PhoneModel | 'not-listed', alike?: readonly PhoneModel[]): void =>
  void addToCheck(choseModel(getPhone().check ?? newCheck, model, alike));

/** Finds a phone by whatever somebody knows of it. Nothing that is typed leaves the page. */
export function PhoneSearch() {
  const t = useTranslations('PhoneSearch');
  const catalogue = useCatalogue();
  const isKnown = catalogue && ((text: string): boolean => searchPhones(catalogue, text, 1).total > 0);
  return (
    <SearchFrame
      name="model"
      title={t('title')}
      hint={t('hint')}
      label={t('label')}
      example={t('example')}
      longest={longestText}
      keys="kana"
      refusal={t('refusal')}
      isKnown={isKnown}
    >
      {(text) => (
        <>
          <Results catalogue={catalogue} text={text} />
          <WordButton
            words={t('notListed')}
            variant="secondary"
            className="search-none"
            onClick={() => choose('not-listed')}
          />
        </>
      )}
    </SearchFrame>
  );
}

function Results({ catalogue, text }: { catalogue: PhoneCatalogue | null; text: string }) {
  const t = useTranslations('PhoneSearch');
  // What was typed is seen first; the list follows.
  const wanted = useDeferredValue(text);
  const most = shown[useSurface() ?? 'kiosk'];
  const isAsked = wanted.trim() !== '';
  const found = catalogue === null ? null : searchPhones(catalogue, wanted, most);
  const hasMore = found !== null && found.total > found.matches.length;
  return (
    <div className="search-results">
      <p role="status" className="search-results-count">
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
  const { list } = useFormatter();
  const [model] = models;
  const carriers = new Set(models.map(({ carrier }) => t(`carriers.${carrier}`)));
  const codes = new Set(models.map(({ code }) => code).filter((code) => !name.endsWith(code)));
  const [code = '', ...others] = codes;
  // On one line: a word joiner after each hyphen.
  const first = code.replaceAll('-', '-\u2060');
  return (
    <Button variant="secondary" className="answer" onClick={() => choose(model, models)}>
      <span className="answer-words">{name}</span>
      <span className="answer-note">
        <Furigana>
          {t('codes', {
            carriers: list(carriers, { type: 'conjunction', style: 'narrow' }),
            codes: others.length === 0 ? first : `${first}…`,
          })}
        </Furigana>
      </span>
    </Button>
  );
}
