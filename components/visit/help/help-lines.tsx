'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type HelpLine, helpLines } from '@/lib/helpdesk/help-lines';
import { formatDate } from '@/lib/i18n/day';
import { Furigana } from '../furigana';
import { useOffice } from '../office';
import { OfficeContactOf, OfficeLines } from '../office-contact';

/** Where else to ask. At a kiosk a number is read; at home it can be called. */
export function HelpLines({ canCall }: { canCall: boolean }) {
  const t = useTranslations('HelpLine');
  const office = useOffice();
  const hasOwn = office.phone !== '' || office.fax !== '' || office.hoursAreOwn || office.counter !== null;
  // The two that everybody may need have a place and a source of their own.
  const others = office.helpLines.filter((line) => line !== 'my-number' && line !== 'other-languages');
  return (
    <ul className="help-lines">
      <li>
        <h3>
          <Furigana>{t('office')}</Furigana>
        </h3>
        {hasOwn ? (
          <OfficeContactOf office={{ ...office, helpLines: [] }} />
        ) : (
          <p>
            <Furigana>{t('officeNote')}</Furigana>
          </p>
        )}
      </li>
      {office.helpLines.includes('my-number') && (
        <li>
          <h3>
            <Furigana>{t('freeDial')}</Furigana>
          </h3>
          <Line line={helpLines.freeDial} canCall={canCall} />
          <p>
            <Furigana>{t('hours')}</Furigana>
          </p>
        </li>
      )}
      {office.helpLines.includes('other-languages') && (
        <li>
          <h3>
            <Furigana>{t('otherLanguages')}</Furigana>
          </h3>
          <Line line={helpLines.otherLanguages} canCall={canCall} />
        </li>
      )}
      {canCall && others.length > 0 && (
        <li>
          <OfficeLines lines={others} />
        </li>
      )}
    </ul>
  );
}

function Line({ line: { number, asOf, source }, canCall }: { line: HelpLine; canCall: boolean }) {
  const t = useTranslations('HelpLine');
  const locale = useLocale();
  return (
    <>
      <p className="help-number">{canCall ? <a href={`tel:${number}`}>{number}</a> : number}</p>
      <p className="help-source">
        <Furigana>{t('source', { date: formatDate(asOf, locale), host: new URL(source).hostname })}</Furigana>
      </p>
    </>
  );
}
