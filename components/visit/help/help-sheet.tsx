'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { type CallReason, callReasons } from '@/lib/helpdesk/call';
import { type HelpPhase, phaseOf } from '@/lib/helpdesk/visitor-help';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { LateTurner } from '../late-turner';
import { OfficeContact } from '../office-contact';
import { WordButton } from '../word-button';
import { leaveHelp, useHelp } from './desk';
import { useHelpWords } from './use-help-words';

/** By phase: who looks for somebody has to be told where else to go, and who is being fetched has to wait. */
const isWithoutHelp = (phase: HelpPhase): boolean => phase === 'nobody' || phase === 'away';

interface HelpSheetProps {
  isOpen: boolean;
  onAsk: (reason: CallReason) => void;
  onClose: () => void;
}

/** What the call is about, in one tap; from then on how it stands. */
export function HelpSheet({ isOpen, onAsk, onClose }: HelpSheetProps) {
  const t = useTranslations('HelpCall');
  const help = useHelp();
  const phase = phaseOf(help);
  const words = useHelpWords(help);
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const isCalled = help.call !== null;
  const kind = words === null ? 'reasons' : isCalled ? 'call' : 'over';
  // The button that was pressed is gone; a voice goes on with what is now true.
  useEffect(() => {
    if (isOpen && kind !== 'reasons') title.current?.focus();
  }, [isOpen, kind]);
  const cancel = (): void => {
    leaveHelp();
    onClose();
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} aria-labelledby={titleId} className="help-sheet" data-help={kind}>
      <h2 ref={title} id={titleId} tabIndex={-1} className="dialog-title">
        <Furigana>{words?.title ?? t('title')}</Furigana>
      </h2>
      <p role="status" className="sr-only">
        {isOpen && words !== null && withoutReadings(`${words.title} ${words.lead}`)}
      </p>
      {words === null ? (
        <Reasons onAsk={onAsk} />
      ) : (
        <p className="help-lead" data-phase={phase}>
          <Furigana>{words.lead}</Furigana>
        </p>
      )}
      {isWithoutHelp(phase) && <OfficeContact />}
      <div className="help-actions">
        <LateTurner />
        {isCalled && <WordButton words={t('cancel')} variant="secondary" onClick={cancel} />}
        {kind === 'over' && phase === 'none' && (
          <WordButton words={t('again')} variant="secondary" onClick={leaveHelp} />
        )}
        <WordButton
          words={kind === 'reasons' ? t('close') : t('goOn')}
          variant={kind === 'reasons' ? 'secondary' : 'primary'}
          onClick={onClose}
        />
      </div>
    </Dialog>
  );
}

function Reasons({ onAsk }: Pick<HelpSheetProps, 'onAsk'>) {
  const t = useTranslations('HelpCall');
  return (
    <>
      <ul className="help-reasons">
        {callReasons.map((reason) => (
          <li key={reason}>
            <WordButton words={t(`reasons.${reason}`)} variant="primary" onClick={() => onAsk(reason)} />
          </li>
        ))}
      </ul>
      <p className="help-told">
        <Furigana>{t('told')}</Furigana>
      </p>
    </>
  );
}
