'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { appNames } from '@/lib/explain/error-row';
import { errors, type KnownError, labelOf, shownErrors } from '@/lib/explain/errors';
import { type ErrorMatch, explain } from '@/lib/explain/search';
import { type ErrorShape, shapeOf } from '@/lib/explain/shape';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { SearchFrame } from '../search-frame';
import { WordButton } from '../word-button';
import { PinPicture } from './pin-picture';
import { openPins, toPinsHome } from './pins-store';

/** So many fit above the keyboard. */
const shown = 4;

/** A sentence of a screen; no code and no name is nearly as long. */
const longestSentence = 200;

const bare = (code: string): string => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** A code that we know, or the beginning of one, or what has the shape of one. */
const isCode = (text: string): boolean => {
  return (
    shapeOf(text) !== 'unknown' || errors.some(({ codes }) => codes.some((code) => bare(code).startsWith(bare(text))))
  );
};

/** From a code or words of another screen to what they mean. */
export function ErrorsPage() {
  const t = useTranslations('ErrorLookup');
  return (
    <SearchFrame
      name="errors"
      title={t('title')}
      hint={t('hint')}
      label={t('label')}
      example={t('example')}
      longest={longestSentence}
      keys="abc"
      refusal={t('refusal')}
      isKnown={isCode}
    >
      {(text) => <Results text={text} />}
    </SearchFrame>
  );
}

/** Of these it is known what helps. */
const aboutPins: readonly ErrorShape[] = ['tries-left', 'pin-locked'];

function Results({ text }: { text: string }) {
  const t = useTranslations('ErrorLookup');
  const shapes = useTranslations('ErrorShapes');
  const help = useTranslations('PinHelp');
  const wanted = useDeferredValue(text).trim();
  const found: readonly ErrorMatch[] = wanted === '' ? [] : explain(wanted, shown);
  const rows = wanted === '' ? shownErrors.slice(0, shown) : found.map(({ row }) => row);
  const isUnknown = wanted.length > 2 && found.length === 0;
  return (
    <div className="search-results">
      <p role="status" className="search-results-count">
        <Furigana>{wanted === '' ? t('pick') : t('found', { count: found.length })}</Furigana>
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <ErrorButton row={row} />
          </li>
        ))}
      </ul>
      {found[0]?.fit === 'similar-code' && (
        <p className="assurance">
          <Furigana>{t('compare')}</Furigana>
        </p>
      )}
      {isUnknown && (
        <p className="assurance">
          <Furigana>{shapes(shapeOf(wanted))}</Furigana> <Furigana>{t('unknownLead')}</Furigana>
        </p>
      )}
      {isUnknown && aboutPins.includes(shapeOf(wanted)) && (
        <WordButton words={help('back')} variant="primary" onClick={toPinsHome} />
      )}
    </div>
  );
}

/** What a screen shows of it: its code and words, or else what happens. */
const useSign = (): ((row: KnownError) => string) => {
  const signs = useTranslations('ErrorSigns');
  return (row) => {
    const label = labelOf(row);
    return label.kind === 'sign' ? signs(label.id) : label.words.slice(0, 2).join('　');
  };
};

function ErrorButton({ row }: { row: KnownError }) {
  const sign = useSign();
  return (
    <button
      type="button"
      className="ui-button answer"
      data-variant="secondary"
      onClick={() => openPins({ name: 'error', id: row.id })}
    >
      <span lang={labelOf(row).kind === 'words' ? 'ja' : undefined} className="answer-words">
        <Furigana>{sign(row)}</Furigana>
      </span>
      <span lang="ja" className="answer-note">
        {appNames[row.app]}
      </span>
    </button>
  );
}

/** What one error means, whether it used up a try, and what to do. */
export function ErrorPage({ id }: { id: string }) {
  const row = errors.find((each) => each.id === id);
  return row === undefined ? <ErrorsPage /> : <Meaning row={row} />;
}

function Meaning({ row }: { row: KnownError }) {
  const t = useTranslations('ErrorLookup');
  const meanings = useTranslations('ErrorMeanings');
  const sign = useSign();
  const source = row.source.replace(/^https?:\/\/(www\.)?/, '').split('/')[0] ?? '';
  return (
    <PartFrame
      name={`error-${row.id}`}
      title={sign(row)}
      titleLang={labelOf(row).kind === 'words' ? 'ja' : undefined}
      lead={meanings(`${row.id}.meaning`)}
      picture={<PinPicture name="error-screen" />}
    >
      <p className="assurance">
        <Furigana>{t(`usedATry.${row.usedATry}`)}</Furigana>
      </p>
      <section className="part-box">
        <h2>
          <Furigana>{t('advice')}</Furigana>
        </h2>
        <p>
          <Furigana>{meanings(`${row.id}.advice`)}</Furigana>
        </p>
      </section>
      <p className="part-source">
        <Furigana>{t('app')}</Furigana> <span lang="ja">{appNames[row.app]}</span>{' '}
        <Furigana>
          {row.asOf === null ? t('sourceUndated', { source }) : t('source', { source, asOf: row.asOf })}
        </Furigana>
      </p>
      <Ways row={row} />
    </PartFrame>
  );
}

/** Where to go from here, for those that this product has a page for. */
function Ways({ row }: { row: KnownError }) {
  const help = useTranslations('PinHelp.doors');
  const t = useTranslations('ErrorLookup');
  const next: readonly string[] = row.next;
  return (
    <div className="part-actions">
      {next.includes('find-slip') && (
        <WordButton words={help('slip')} variant="primary" onClick={() => openPins({ name: 'slip' })} />
      )}
      {(next.includes('renew-certificates') || next.includes('new-signature-certificate')) && (
        <WordButton words={help('certificates')} variant="primary" onClick={() => openPins({ name: 'certificates' })} />
      )}
      {next.includes('store-or-counter') && (
        <WordButton
          words={help('locked')}
          variant="primary"
          onClick={() => openPins({ name: 'pin', pin: 'signature' })}
        />
      )}
      <WordButton words={t('again')} variant="secondary" onClick={() => openPins({ name: 'errors' })} />
    </div>
  );
}
