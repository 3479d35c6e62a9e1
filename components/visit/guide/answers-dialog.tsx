'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { type FactName, factDefinitions, factNames } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import { Furigana } from '../furigana';
import { LateTurner } from '../late-turner';
import { reopen } from './actions';
import { useAnswerWords } from './use-words';

/** What only devices or staff say cannot be answered by a tap; what a card has said, only where none can be read again. */
const isForVisitors = (name: FactName, { facts }: Guide): boolean => {
  const by: readonly string[] = factDefinitions[name].by;
  return by.includes('visitor') && (facts[name]?.evidence !== 'measured' || facts.place?.value === 'home');
};

interface AnswersDialogProps {
  guide: Guide;
  setting: Setting;
  isOpen: boolean;
  onClose: () => void;
}

/** Everything known about the visit, and how; an answer can be given anew with one tap. */
export function AnswersDialog({ guide, setting, isOpen, onClose }: AnswersDialogProps) {
  const t = useTranslations('Guide');
  const titleId = useId();
  const known = factNames.filter((name) => guide.facts[name] !== undefined);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} aria-labelledby={titleId}>
      <h2 id={titleId} className="dialog-title">
        <Furigana>{t('answersTitle')}</Furigana>
      </h2>
      <p>
        <Furigana>{known.length === 0 ? t('answersNone') : t('answersLead')}</Furigana>
      </p>
      <ul className="given-answers">
        {known.map((name) => (
          <li key={name}>
            <GivenAnswer
              name={name}
              guide={guide}
              onReopen={() => {
                onClose();
                reopen(name, setting);
              }}
            />
          </li>
        ))}
      </ul>
      <LateTurner />
      <Button variant="primary" className="dialog-close" onClick={onClose}>
        <span>
          <Furigana>{t('close')}</Furigana>
        </span>
      </Button>
    </Dialog>
  );
}

function GivenAnswer({ name, guide, onReopen }: { name: FactName; guide: Guide; onReopen: () => void }) {
  const t = useTranslations('Questions');
  const evidences = useTranslations('Evidence');
  const words = useAnswerWords();
  const known = guide.facts[name];
  if (known === undefined) return null;
  const text = (
    <>
      <span className="given-answer-name">
        <Furigana>{t(`${factKey(name)}.short`)}</Furigana>
      </span>
      <span className="given-answer-words">
        <Furigana>{words(name, known.value)}</Furigana>
      </span>
      {/* No card was read to find out about a phone. */}
      {known.evidence !== 'said' && (
        <span className="given-answer-evidence">
          <Furigana>{evidences(name === 'phone' ? 'detected' : known.evidence)}</Furigana>
        </span>
      )}
    </>
  );
  if (!isForVisitors(name, guide)) return <div className="given-answer">{text}</div>;
  return (
    <button type="button" className="given-answer" onClick={onReopen}>
      {text}
    </button>
  );
}
