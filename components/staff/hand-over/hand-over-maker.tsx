'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { useAnswerWords } from '@/components/visit/guide/use-words';
import { cardErrorCodes } from '@/lib/errors/card-error';
import { shownErrors } from '@/lib/explain/errors';
import type { FactName } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import { askedNext, type HandOver, triedHere } from '@/lib/helpdesk/hand-over';
import { DeskRefusal, makeHandOver } from '@/lib/helpdesk/staff-client';
import { type DeskFacts, deskFactNames, type StaffCall } from '@/lib/helpdesk/wire';
import { top } from '@/lib/playbook/tree';
import { openedFor } from '../queue/selection';
import { openSlip } from './address';
import { useErrorLabel } from './error-label';

const firstDraft = ({ id, case: { language, facts, error } }: StaffCall): HandOver => ({
  language,
  facts,
  tried: Object.values(facts).some(({ evidence }) => evidence === 'measured') ? ['read-card'] : [],
  asked: [],
  cardErrors: error === null ? [] : [error],
  appErrors: [],
  pages: [...openedFor(id)],
});

const toggled = <Value,>(list: readonly Value[], value: Value): Value[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value];

const without = (facts: DeskFacts, name: FactName): DeskFacts =>
  Object.fromEntries(Object.entries(facts).filter(([each]) => each !== name));

/** Everything is chosen from lists, with a tap each; what the visit has told is chosen already. */
export function HandOverMaker({ call }: { call: StaffCall }) {
  const t = useTranslations('HandOver');
  const words = useTranslations('HandOverWords');
  const errors = useTranslations('CardErrors');
  const titles = useTranslations('Playbook.titles');
  const errorLabel = useErrorLabel();
  const factLabel = useFactLabel();
  const [draft, setDraft] = useState(() => firstDraft(call));
  const [isRefused, setRefused] = useState(false);
  const given = deskFactNames.filter((name) => call.case.facts[name] !== undefined);
  const pages = openedFor(call.id).filter((id) => id !== top);

  const make = async (): Promise<void> => {
    setRefused(false);
    try {
      openSlip(await makeHandOver(call.id, draft));
    } catch (failure) {
      if (!(failure instanceof DeskRefusal)) throw failure;
      setRefused(true);
    }
  };
  const setFact = (name: (typeof deskFactNames)[number]): void => {
    const fact = call.case.facts[name];
    const isIn = draft.facts[name] !== undefined;
    setDraft({ ...draft, facts: isIn ? without(draft.facts, name) : { ...draft.facts, [name]: fact } });
  };

  return (
    <div className="hand-over-maker">
      <p className="stage-lead">
        <Furigana>{t('makeLead')}</Furigana>
      </p>
      <Group title={t('found')}>
        {given.length === 0 && (
          <p>
            <Furigana>{t('nothingFound')}</Furigana>
          </p>
        )}
        {given.map((name) => (
          <Chip key={name} isOn={draft.facts[name] !== undefined} onChange={() => setFact(name)}>
            {factLabel(name, call.case.facts[name]?.value ?? '')}
          </Chip>
        ))}
      </Group>
      <Group title={t('tried')}>
        {triedHere.map((each) => (
          <Chip
            key={each}
            isOn={draft.tried.includes(each)}
            onChange={() => setDraft({ ...draft, tried: toggled(draft.tried, each) })}
          >
            {words(`tried.${each}`)}
          </Chip>
        ))}
      </Group>
      <Group title={t('asked')}>
        {askedNext.map((each) => (
          <Chip
            key={each}
            isOn={draft.asked.includes(each)}
            onChange={() => setDraft({ ...draft, asked: toggled(draft.asked, each) })}
          >
            {words(`asked.${each}`)}
          </Chip>
        ))}
      </Group>
      {pages.length > 0 && (
        <Group title={t('pages')}>
          {pages.map((id) => (
            <Chip
              key={id}
              isOn={draft.pages.includes(id)}
              onChange={() => setDraft({ ...draft, pages: toggled(draft.pages, id) })}
            >
              {titles(id)}
            </Chip>
          ))}
        </Group>
      )}
      <details className="hand-over-errors" open={draft.cardErrors.length > 0}>
        <summary>
          <Furigana>{t('errors')}</Furigana>
        </summary>
        <Group title={t('appErrors')}>
          {shownErrors.map((row) => (
            <Chip
              key={row.id}
              isOn={draft.appErrors.includes(row.id)}
              onChange={() => setDraft({ ...draft, appErrors: toggled(draft.appErrors, row.id) })}
            >
              {errorLabel(row.id)}
            </Chip>
          ))}
        </Group>
        <Group title={t('cardErrors')}>
          {cardErrorCodes.map((code) => (
            <Chip
              key={code}
              isOn={draft.cardErrors.includes(code)}
              onChange={() => setDraft({ ...draft, cardErrors: toggled(draft.cardErrors, code) })}
            >
              {errors(`${code}.title`)}
            </Chip>
          ))}
        </Group>
      </details>
      <div role="status">
        {isRefused && (
          <p className="desk-notice">
            <Furigana>{t('notMade')}</Furigana>
          </p>
        )}
      </div>
      <Button variant="primary" onClick={make}>
        <Furigana>{t('make')}</Furigana>
      </Button>
    </div>
  );
}

/** `署名用のパスワード：ロック`, as one label. */
const useFactLabel = () => {
  const t = useTranslations('HandOver');
  const cases = useTranslations('StaffCase');
  const questions = useTranslations('Questions');
  const pins = useTranslations('Pins');
  const words = useAnswerWords();
  return (name: FactName, value: string | number): string => {
    const [kind, pin] = name.split('.');
    if (kind === 'triesLeft' && typeof value === 'number') {
      const left = value === 0 ? cases('locked') : cases('triesLeft', { count: value });
      return t('fact', { name: pins(`${pin as 'signature'}.name`), value: left });
    }
    return t('fact', { name: questions(`${factKey(name)}.short`), value: words(name, value) });
  };
};

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="chips">
      <legend>
        <Furigana>{title}</Furigana>
      </legend>
      {children}
    </fieldset>
  );
}

function Chip({ isOn, onChange, children }: { isOn: boolean; onChange: () => void; children: string }) {
  return (
    <label className="chip">
      <input type="checkbox" checked={isOn} onChange={onChange} />
      <span>
        <Furigana>{children}</Furigana>
      </span>
    </label>
  );
}
