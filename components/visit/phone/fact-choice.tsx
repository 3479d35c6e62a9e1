'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '../furigana';
import { useGuide } from '../guide/guide-store';
import { sayFact } from '../say-fact';
import { WordButton } from '../word-button';

interface Option {
  readonly words: string;
  readonly isCurrent: boolean;
  readonly onClick: () => void;
}

interface FactChoiceProps {
  /** A fact of the guide, which then does not ask for it again. */
  fact: 'borrowPhone' | 'pc' | 'pcReader' | 'phoneCard';
  options: readonly Option[];
}

function FactChoice({ fact, options }: FactChoiceProps) {
  const t = useTranslations('Questions');
  return (
    <fieldset className="fact-choice">
      <legend>
        <Furigana>{t(`${fact}.title`)}</Furigana>
      </legend>
      {fact !== 'phoneCard' && (
        <p>
          <Furigana>{t(`${fact}.hint`)}</Furigana>
        </p>
      )}
      <div>
        {options.map(({ words, isCurrent, onClick }) => (
          <WordButton key={words} words={words} variant="secondary" aria-pressed={isCurrent} onClick={onClick} />
        ))}
      </div>
    </fieldset>
  );
}

/** Something that is there, or is not. */
export function YesOrNo({ fact }: { fact: 'borrowPhone' | 'pc' | 'pcReader' }) {
  const t = useTranslations('Questions');
  const known = useGuide().facts[fact]?.value;
  const option = (value: 'yes' | 'no'): Option => ({
    words: t(`${fact}.answers.${value}`),
    isCurrent: value === known,
    onClick: () => sayFact(fact, value),
  });
  return <FactChoice fact={fact} options={[option('yes'), option('no')]} />;
}

/** Whether the card is in this phone already. */
export function IsCardInPhone({ system }: { system: 'iphone' | 'android' }) {
  const t = useTranslations('Questions.phoneCard.answers');
  const known = useGuide().facts.phoneCard?.value;
  const option = (value: 'iphone' | 'android' | 'none'): Option => ({
    words: t(value),
    isCurrent: value === known,
    onClick: () => sayFact('phoneCard', value),
  });
  return <FactChoice fact="phoneCard" options={[option(system), option('none')]} />;
}
