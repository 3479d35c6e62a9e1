'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Furigana } from '@/components/visit/furigana';
import { type StorePin, storeChains } from '@/lib/advice/store-reset';
import type { PinName } from '@/lib/card/report';
import { formatDate } from '@/lib/i18n/day';
import { namesOf } from '@/lib/pins/pins';
import { handOutTitles } from '@/lib/playbook/hand-out-titles';
import { playbookSources } from '@/lib/playbook/sources';
import type { Line, Page } from '@/lib/playbook/tree';
import { PlaybookChoices } from './playbook-choices';

interface PlaybookPageProps {
  page: Page;
  withDigits: boolean;
}

/** What to say, what to do, and what comes next, from left to right; below, what it rests on. */
export function PlaybookPage({ page, withDigits }: PlaybookPageProps) {
  const t = useTranslations('Playbook');
  const isVaried = page.varies === true || page.bring !== undefined;
  return (
    <div className="playbook-page">
      {page.pin !== undefined && <Names pin={page.pin} />}
      <div className="playbook-column">
        <Section name="say">
          <Lines lines={page.say} className="playbook-say" />
        </Section>
        <Section name="ask">
          <Lines lines={page.ask} className="playbook-list" />
        </Section>
      </div>
      <div className="playbook-column">
        <Section name="do">
          <ol className="playbook-do">
            {page.do.map((line) => (
              <li key={line}>
                <Words line={line} />
              </li>
            ))}
          </ol>
          {page.stores !== undefined && <Stores pin={page.stores} />}
        </Section>
        {page.bring !== undefined && <Bring items={page.bring} />}
        <Section name="handOut">
          <HandOuts names={page.handOut} />
        </Section>
        {isVaried && (
          <p className="playbook-varies">
            <Furigana>{t('varies')}</Furigana>
          </p>
        )}
      </div>
      <div className="playbook-column">
        <Section name="never">
          <ul className="playbook-never">
            {page.never.map((each) => (
              <li key={each}>
                <Furigana>{t(`never.${each}`)}</Furigana>
              </li>
            ))}
          </ul>
        </Section>
        <Section name="next">
          <PlaybookChoices ids={page.next} withDigits={withDigits} />
        </Section>
      </div>
      <Sources names={page.sources} />
    </div>
  );
}

type SectionName = 'say' | 'ask' | 'do' | 'bring' | 'handOut' | 'never' | 'next';

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const t = useTranslations('Playbook.sections');
  const titleId = useId();
  return (
    <section className="playbook-section" data-section={name} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Furigana>{t(name)}</Furigana>
      </h2>
      {children}
    </section>
  );
}

function Words({ line }: { line: Line }) {
  const t = useTranslations();
  return <Furigana>{t(line)}</Furigana>;
}

function Lines({ lines, className }: { lines: readonly Line[]; className: string }) {
  return (
    <ul className={className}>
      {lines.map((line) => (
        <li key={line}>
          <Words line={line} />
        </li>
      ))}
    </ul>
  );
}

/** Always in Japanese: so they stand on slips and other screens. */
function Names({ pin }: { pin: PinName }) {
  const t = useTranslations('Playbook');
  const pins = useTranslations('Pins');
  return (
    <dl className="playbook-names">
      <dt>
        <Furigana>{t('names')}</Furigana>
      </dt>
      <dd lang="ja">{namesOf[pin].join('、')}</dd>
      <dd>
        <Furigana>{pins(`${pin}.format`)}</Furigana>
      </dd>
    </dl>
  );
}

function Stores({ pin }: { pin: StorePin }) {
  const t = useTranslations('Playbook');
  const locale = useLocale();
  const chains = storeChains.filter(({ sets }) => sets.includes(pin));
  return (
    <>
      <h3>
        <Furigana>{t('stores')}</Furigana>
      </h3>
      <ul className="playbook-inline">
        {chains.map(({ name, english, isPartly }) => {
          const called = locale === 'en' ? english : name;
          return (
            <li key={name}>
              <Furigana>{isPartly ? t('storePartly', { name: called }) : called}</Furigana>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Bring({ items }: { items: NonNullable<Page['bring']> }) {
  const t = useTranslations('Bring');
  return (
    <Section name="bring">
      <ul className="playbook-inline">
        {items.map((item) => (
          <li key={item}>
            <Furigana>{t(item)}</Furigana>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function HandOuts({ names }: { names: Page['handOut'] }) {
  const t = useTranslations();
  return (
    <ul className="playbook-inline">
      {names.map((name) => (
        <li key={name}>
          <Furigana>{t(handOutTitles[name])}</Furigana>
        </li>
      ))}
    </ul>
  );
}

function Sources({ names }: { names: Page['sources'] }) {
  const t = useTranslations('StaffSources');
  const sections = useTranslations('Playbook.sections');
  const locale = useLocale();
  return (
    <details className="playbook-sources">
      <summary>
        <Furigana>{sections('sources')}</Furigana>
      </summary>
      <ul>
        {names.map((name) => {
          const { address, grade, asOf } = playbookSources[name];
          const date = asOf === null ? t('undated') : t('asOf', { date: formatDate(asOf, locale) });
          return (
            <li key={name}>
              <span className="source-address">{address}</span>
              <Furigana>{`${t('grade', { grade })} ${date}`}</Furigana>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
