import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Furigana } from '../furigana';

interface AnswerButtonProps {
  words: string;
  note?: string;
  /** What the visitor has answered before. */
  isCurrent: boolean;
  onClick: () => void;
}

export function AnswerButton({ words, note, isCurrent, onClick }: AnswerButtonProps) {
  const t = useTranslations('Guide');
  return (
    <Button variant="secondary" className="answer" aria-pressed={isCurrent} onClick={onClick}>
      <span className="answer-words">
        <Furigana>{words}</Furigana>
      </span>
      {note !== undefined && (
        <span className="answer-note">
          <Furigana>{note}</Furigana>
        </span>
      )}
      {isCurrent && (
        <span className="answer-current">
          <Furigana>{t('current')}</Furigana>
        </span>
      )}
    </Button>
  );
}
