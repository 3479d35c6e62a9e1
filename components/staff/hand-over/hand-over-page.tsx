'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { codeLength, readCode } from '@/lib/helpdesk/hand-over';
import { fetchHandOver } from '@/lib/helpdesk/staff-client';
import { Link } from '@/lib/i18n/navigation';
import { callOf, useQueue } from '../queue/desk-link';
import { openSlip, useWanted } from './address';
import { HandOverMaker } from './hand-over-maker';
import { HandOverSlip } from './hand-over-slip';

/** A slip for the next counter: made for a call, or opened by its code. */
export function HandOverPage() {
  const wanted = useWanted();
  return (
    <main className="frame-main hand-over">
      {wanted.kind === 'make' && <ForCall key={wanted.call} id={wanted.call} />}
      {wanted.kind === 'open' && <ByCode key={wanted.code} code={wanted.code} />}
      {wanted.kind === 'nothing' && <AskForCode />}
    </main>
  );
}

function Title({ children }: { children: string }) {
  return (
    <h1 className="stage-heading hand-over-tools">
      <Furigana>{children}</Furigana>
    </h1>
  );
}

function ForCall({ id }: { id: string }) {
  const t = useTranslations('HandOver');
  const { data: queue } = useQueue();
  const call = callOf(queue, id);
  if (queue === undefined) return <p aria-busy="true" />;
  return (
    <>
      <Title>{t('makeTitle')}</Title>
      {call === undefined ? <Missing>{t('noCall')}</Missing> : <HandOverMaker call={call} />}
    </>
  );
}

function ByCode({ code }: { code: string }) {
  const t = useTranslations('HandOver');
  const { data: found } = useQuery({ queryKey: ['staff', 'hand-over', code], queryFn: () => fetchHandOver(code) });
  if (found === undefined) return <p aria-busy="true" />;
  if (found !== null) return <HandOverSlip code={code} found={found} />;
  return (
    <>
      <Title>{t('title')}</Title>
      <Missing>{t('noSlip')}</Missing>
    </>
  );
}

function Missing({ children }: { children: string }) {
  const t = useTranslations('HandOver');
  return (
    <>
      <p role="status" className="stage-lead">
        <Furigana>{children}</Furigana>
      </p>
      <a href="#open" className="playbook-link">
        <Furigana>{t('otherCode')}</Furigana>
      </a>
      <Link href="/staff" className="playbook-link">
        <Furigana>{t('toQueue')}</Furigana>
      </Link>
    </>
  );
}

/** Takes nothing but a code: other letters are gone as soon as they are there. */
function AskForCode() {
  const t = useTranslations('HandOver');
  const [text, setText] = useState('');
  const code = readCode(text);
  return (
    <>
      <Title>{t('openTitle')}</Title>
      <form
        className="hand-over-open"
        onSubmit={(event) => {
          event.preventDefault();
          if (code !== null) openSlip(code);
        }}
      >
        <label htmlFor="hand-over-code">
          <Furigana>{t('codeLabel')}</Furigana>
        </label>
        <input
          id="hand-over-code"
          className="search-field hand-over-code"
          value={text}
          maxLength={codeLength + 1}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="hand-over-hint"
          onChange={({ target }) => setText(target.value.toUpperCase().replace(/[^0-9A-Z-]/g, ''))}
        />
        <p id="hand-over-hint">
          <Furigana>{t('codeHint')}</Furigana>
        </p>
        <Button variant="primary" type="submit" aria-disabled={code === null}>
          <Furigana>{t('open')}</Furigana>
        </Button>
      </form>
    </>
  );
}
