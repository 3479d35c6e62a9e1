'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Furigana } from '@/components/visit/furigana';
import { sentences } from '@/lib/helpdesk/prompt';
import type { Prompt, PromptContent, StaffCall } from '@/lib/helpdesk/wire';
import { handOutTitles } from '@/lib/playbook/hand-out-titles';
import { type HandOut, handOuts } from '@/lib/playbook/node';
import { nodes, top } from '@/lib/playbook/tree';
import { useTrail } from '../playbook-place';
import type { Act } from './acts';

interface CasePromptsProps {
  call: StaffCall;
  onAct: (act: Act) => void;
}

/** What can be put on the visitor's screen, and what they said to it. */
export function CasePrompts({ call, onAct }: CasePromptsProps) {
  const t = useTranslations('StaffCase');
  const languages = useTranslations('StaffQueue');
  const [open, setOpen] = useState<'show' | 'say' | 'end' | null>(null);
  const send = (content: PromptContent): void => {
    setOpen(null);
    onAct({ kind: 'prompt', call, content });
  };
  const close = (): void => setOpen(null);
  return (
    <div className="case-prompts">
      <h3>
        <Furigana>{t('visitorScreen')}</Furigana>
      </h3>
      <div className="case-prompt-kinds">
        <Button variant="secondary" aria-keyshortcuts="s" aria-haspopup="dialog" onClick={() => setOpen('show')}>
          <kbd>S</kbd>
          <Furigana>{t('show')}</Furigana>
        </Button>
        <Button variant="secondary" aria-keyshortcuts="m" aria-haspopup="dialog" onClick={() => setOpen('say')}>
          <kbd>M</kbd>
          <Furigana>{t('say')}</Furigana>
        </Button>
        <Button variant="secondary" aria-keyshortcuts="e" aria-haspopup="dialog" onClick={() => setOpen('end')}>
          <kbd>E</kbd>
          <Furigana>{t('end')}</Furigana>
        </Button>
      </div>
      <SentPrompts prompts={call.prompts} />
      <Chooser isOpen={open === 'show'} title={t('showTitle')} lead={t('showLead')} onClose={close}>
        <HandOutChoices onChoose={(page) => send({ kind: 'show', page })} />
      </Chooser>
      <Chooser
        isOpen={open === 'say'}
        title={t('sayTitle')}
        lead={t('sayLead', { language: languages(`languages.${call.case.language}`) })}
        onClose={close}
      >
        <SentenceChoices onChoose={(sentence) => send({ kind: 'say', sentence })} />
      </Chooser>
      <Chooser isOpen={open === 'end'} title={t('endTitle')} lead={t('endLead')} onClose={close}>
        <Button variant="primary" onClick={() => send({ kind: 'end' })}>
          <Furigana>{t('endNow')}</Furigana>
        </Button>
      </Chooser>
    </div>
  );
}

interface ChooserProps {
  isOpen: boolean;
  title: string;
  lead: string;
  onClose: () => void;
  children: ReactNode;
}

function Chooser({ isOpen, title, lead, onClose, children }: ChooserProps) {
  const t = useTranslations('StaffCase');
  const titleId = useId();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} aria-labelledby={titleId} className="desk-dialog">
      <h2 id={titleId} className="dialog-title">
        <Furigana>{title}</Furigana>
      </h2>
      <p>
        <Furigana>{lead}</Furigana>
      </p>
      {isOpen && children}
      <Button variant="quiet" onClick={onClose}>
        <Furigana>{t('cancel')}</Furigana>
      </Button>
    </Dialog>
  );
}

/** First what the open page of the playbook hands out. */
function HandOutChoices({ onChoose }: { onChoose: (page: HandOut) => void }) {
  const t = useTranslations('StaffCase');
  const titles = useTranslations();
  const node = nodes[useTrail().at(-1) ?? top];
  const fitting = node.kind === 'page' ? node.handOut : [];
  const choices = (pages: readonly HandOut[]) => (
    <ul className="desk-choices">
      {pages.map((page) => (
        <li key={page}>
          <button type="button" className="desk-choice" onClick={() => onChoose(page)}>
            <Furigana>{titles(handOutTitles[page])}</Furigana>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {fitting.length > 0 && (
        <>
          <h3>
            <Furigana>{t('showFitting')}</Furigana>
          </h3>
          {choices(fitting)}
        </>
      )}
      <h3>
        <Furigana>{t('showAll')}</Furigana>
      </h3>
      {choices(handOuts.filter((page) => !fitting.includes(page)))}
    </>
  );
}

function SentenceChoices({ onChoose }: { onChoose: (sentence: (typeof sentences)[number]) => void }) {
  const t = useTranslations('HelpSentences');
  return (
    <ul className="desk-choices">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <button type="button" className="desk-choice" onClick={() => onChoose(sentence)}>
            <Furigana>{t(sentence)}</Furigana>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Newest first. */
function SentPrompts({ prompts }: { prompts: readonly Prompt[] }) {
  const t = useTranslations('StaffCase');
  const titles = useTranslations();
  const said = useTranslations('HelpSentences');
  const wordsOf = (content: PromptContent): string => {
    switch (content.kind) {
      case 'show':
        return titles(handOutTitles[content.page]);
      case 'say':
        return said(content.sentence);
      case 'end':
        return t('end');
    }
  };
  if (prompts.length === 0) {
    return (
      <p className="case-nothing">
        <Furigana>{t('nothingSent')}</Furigana>
      </p>
    );
  }
  return (
    <ol className="case-sent" aria-live="polite">
      {prompts.toReversed().map(({ id, content, state }) => (
        <li key={id} data-state={state}>
          <span>
            <Furigana>{wordsOf(content)}</Furigana>
          </span>
          <strong>
            <Furigana>{t(`promptStates.${state === 'sent' && content.kind === 'show' ? 'asked' : state}`)}</Furigana>
          </strong>
        </li>
      ))}
    </ol>
  );
}
