'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { helpLineNumbers } from '@/lib/office/help-lines';
import type { HelpLine, PublicOffice } from '@/lib/office/public-office';
import { clock, type DayRange, openRanges } from '@/lib/office/week';
import { Furigana } from './furigana';
import { useOffice } from './office';
import { OfficeNote, OfficeWords } from './office-words';
import { useSurface } from './place';

/** Where the office is, when it is open and how to reach it: what a visitor at home has instead of a button that calls staff. */
export function OfficeContactOf({ office }: { office: PublicOffice }) {
  const t = useTranslations('OfficeContact');
  const { counter, floor, otherCounters, address, phone, phoneHours, fax } = office;
  return (
    <div className="office-contact">
      <dl className="office-facts">
        {office.name !== null && (
          <Fact name={t('office')}>
            <OfficeWords words={office.name} />
          </Fact>
        )}
        {address !== null && (
          <Fact name={t('address')}>
            <OfficeWords words={address} />
          </Fact>
        )}
        {counter !== null && (
          <Fact name={t('counter')}>
            <OfficeWords words={counter} /> {floor !== null && <OfficeWords words={floor} />}
          </Fact>
        )}
        {otherCounters.length > 0 && (
          <Fact name={t('otherCounters')}>
            <ul>
              {otherCounters.map((each) => (
                <li key={each.name.ja}>
                  <OfficeWords words={each.name} /> <OfficeWords words={each.floor} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name={t('hours')}>
          <OpeningHours office={office} />
        </Fact>
        {phone !== '' && (
          <Fact name={t('phone')}>
            <TelephoneNumber number={phone} />
            <OfficeNote words={phoneHours} />
          </Fact>
        )}
        {fax !== '' && (
          <Fact name={t('fax')}>
            <span className="office-number">{fax}</span>
          </Fact>
        )}
        <Booking booking={office.booking} />
      </dl>
      {phone === '' && (
        <p className="office-note">
          <Furigana>{t('noPhone')}</Furigana>
        </p>
      )}
      <OfficeLines lines={office.helpLines} />
    </div>
  );
}

/** The same of the office that this screen belongs to. */
export function OfficeContact() {
  return <OfficeContactOf office={useOffice()} />;
}

/** National telephone lines that the office wants to be shown. */
function OfficeLines({ lines }: { lines: readonly HelpLine[] }) {
  const t = useTranslations('OfficeContact');
  if (lines.length === 0) return null;
  return (
    <section className="office-lines">
      <h3>
        <Furigana>{t('linesTitle')}</Furigana>
      </h3>
      <dl className="office-facts">
        {lines.map((line) => (
          <Fact key={line} name={t(`lines.${line}.name`)}>
            {helpLineNumbers[line].map((number) => (
              <TelephoneNumber key={number} number={number} />
            ))}
            <p className="office-note">
              <Furigana>{t(`lines.${line}.note`)}</Furigana>
            </p>
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Furigana>{name}</Furigana>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A phone calls it; a screen that many share does not. */
function TelephoneNumber({ number }: { number: string }) {
  const isHome = useSurface() === 'home';
  if (!isHome) return <span className="office-number">{number}</span>;
  return (
    <a className="office-number" href={`tel:${encodeURIComponent(number)}`}>
      {number}
    </a>
  );
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const nameOfDay = (day: number) => dayNames[day] ?? 'sunday';

function OpeningHours({ office: { office, hoursAreOwn, hoursNote } }: { office: PublicOffice }) {
  const t = useTranslations('OfficeContact');
  const daysOf = ({ from, until }: DayRange): string =>
    from === until
      ? t(`days.${nameOfDay(from)}`)
      : t('dayRange', { from: t(`days.${nameOfDay(from)}`), until: t(`days.${nameOfDay(until)}`) });
  if (!hoursAreOwn) {
    return (
      <p>
        <Furigana>{t('hoursUnknown')}</Furigana>
      </p>
    );
  }
  return (
    <>
      <ul>
        {openRanges(office).map((range) => (
          <li key={range.from}>
            <Furigana>
              {t('hoursOf', {
                days: daysOf(range),
                opens: clock(range.hours.opens),
                closes: clock(range.hours.closes),
              })}
            </Furigana>
          </li>
        ))}
      </ul>
      {office.lastReception > 0 && (
        <p className="office-note">
          <Furigana>{t('lastReception', { minutes: office.lastReception })}</Furigana>
        </p>
      )}
      {office.days.closedOnHolidays && (
        <p className="office-note">
          <Furigana>{t('closedOnHolidays')}</Furigana>
        </p>
      )}
      <OfficeNote words={hoursNote} />
    </>
  );
}

function Booking({ booking: { kind, ways, phone, note } }: Pick<PublicOffice, 'booking'>) {
  const t = useTranslations('OfficeContact');
  if (kind === 'ask' && note === null) return null;
  return (
    <Fact name={t('booking.title')}>
      {kind !== 'ask' && (
        <p>
          <Furigana>{t(`booking.${kind}`)}</Furigana>
        </p>
      )}
      {(kind === 'possible' || kind === 'needed') && (
        <>
          <ul>
            {ways.map((way) => (
              <li key={way}>
                <Furigana>{t(`booking.ways.${way}`)}</Furigana>
              </li>
            ))}
          </ul>
          {phone !== '' && <TelephoneNumber number={phone} />}
        </>
      )}
      <OfficeNote words={note} />
    </Fact>
  );
}
