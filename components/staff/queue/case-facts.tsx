'use client';

import { useTranslations } from 'next-intl';
import { Lamp } from '@/components/ui/lamp';
import { Furigana } from '@/components/visit/furigana';
import { useAnswerWords } from '@/components/visit/guide/use-words';
import { lampNames } from '@/lib/advice/lamp';
import { readiness } from '@/lib/advice/readiness';
import { pinNames } from '@/lib/card/report';
import { factKey } from '@/lib/facts/fact-key';
import { type DeskFacts, deskFactNames } from '@/lib/helpdesk/wire';

/** The visitor's five lamps, as they see them. */
export function CaseLamps({ facts }: { facts: DeskFacts }) {
  const t = useTranslations('Board');
  const lamps = readiness(facts);
  return (
    <ul className="case-lamps">
      {lampNames.map((name) => (
        <li key={name}>
          <span>
            <Furigana>{t(`names.${name}`)}</Furigana>
          </span>
          <Lamp state={lamps[name]} label={<Furigana>{t(`words.${name}.${lamps[name]}`)}</Furigana>} />
        </li>
      ))}
    </ul>
  );
}

const isTries = (name: string): boolean => name.startsWith('triesLeft.');

/** What is known, in words, and how it became known; without the tries left. */
export function CaseFacts({ facts }: { facts: DeskFacts }) {
  const t = useTranslations('StaffCase');
  const questions = useTranslations('Questions');
  const words = useAnswerWords();
  const known = deskFactNames.filter((name) => facts[name] !== undefined && !isTries(name));
  if (known.length === 0) {
    return (
      <p className="case-nothing">
        <Furigana>{t('noFacts')}</Furigana>
      </p>
    );
  }
  return (
    <dl className="case-facts">
      {known.map((name) => {
        const fact = facts[name];
        if (fact === undefined) return null;
        return (
          <div key={name} data-evidence={fact.evidence}>
            <dt>
              <Furigana>{questions(`${factKey(name)}.short`)}</Furigana>
            </dt>
            <dd>
              <Furigana>{words(name, fact.value)}</Furigana>
              <small>
                <Furigana>{t(`evidence.${fact.evidence}`)}</Furigana>
              </small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Tries left stand by themselves: they say whether to go on. */
export function CaseTries({ facts }: { facts: DeskFacts }) {
  const t = useTranslations('StaffCase');
  const pins = useTranslations('Pins');
  const known = pinNames.filter((pin) => facts[`triesLeft.${pin}`] !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className="case-tries">
      {known.map((pin) => {
        const left = facts[`triesLeft.${pin}`]?.value ?? 0;
        return (
          <div key={pin} data-left={Math.min(left, 2)}>
            <dt>
              <Furigana>{pins(`${pin}.name`)}</Furigana>
            </dt>
            <dd>
              <Furigana>{left === 0 ? t('locked') : t('triesLeft', { count: left })}</Furigana>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
