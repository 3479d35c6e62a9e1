import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from './furigana';
import { HelpButton } from './help/help-button';
import { LateTurner } from './late-turner';

interface ActionBarProps {
  /** `null`: there is nothing to go back to, or nothing to finish. The places stay free. */
  onBack: (() => void) | null;
  onFinish: (() => void) | null;
  /** The card has to be taken first; the screen says so. */
  isHeld: boolean;
  /** The same for going back alone. */
  isBackHeld?: boolean;
  /** There is nothing left to do but to finish. */
  isAtEnd: boolean;
  /** Stands between the others, which keep their places. */
  children?: ReactNode;
}

export function ActionBar({ onBack, onFinish, isHeld, isBackHeld = isHeld, isAtEnd, children }: ActionBarProps) {
  const t = useTranslations('ActionBar');
  return (
    <nav aria-label={withoutReadings(t('label'))} className="action-bar">
      {onBack !== null && (
        <Button variant="secondary" className="action-back" aria-disabled={isBackHeld} onClick={onBack}>
          <span>
            <Furigana>{t('back')}</Furigana>
          </span>
        </Button>
      )}
      {children}
      <HelpButton />
      <LateTurner />
      {onFinish !== null && (
        <Button
          variant={isAtEnd ? 'primary' : 'secondary'}
          className="action-finish"
          aria-disabled={isHeld}
          onClick={onFinish}
        >
          <span>
            <Furigana>{t('finish')}</Furigana>
          </span>
        </Button>
      )}
    </nav>
  );
}
