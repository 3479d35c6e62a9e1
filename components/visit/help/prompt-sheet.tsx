'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { Prompt } from '@/lib/helpdesk/wire';
import type { HandOut } from '@/lib/playbook/node';
import { Furigana } from '../furigana';
import { WordButton } from '../word-button';

const endsAfterS = 10;

interface PromptSheetProps {
  /** `null`: nothing waits for an answer. */
  prompt: Prompt | null;
  titles: Readonly<Record<HandOut, string>>;
  onAnswer: (prompt: Prompt, accepted: boolean) => void;
}

/** What staff have sent: a page asks first, a sentence is read, an end can be put off. */
export function PromptSheet({ prompt, titles, onAnswer }: PromptSheetProps) {
  const titleId = useId();
  // Who closes it by the keyboard has read a sentence, and wants neither another page nor the end.
  const dismiss = (): void => {
    if (prompt !== null) onAnswer(prompt, prompt.content.kind === 'say');
  };
  return (
    <Dialog isOpen={prompt !== null} onClose={dismiss} aria-labelledby={titleId} className="help-sheet">
      {prompt !== null && (
        <PromptBody
          key={prompt.id}
          content={prompt.content}
          titles={titles}
          titleId={titleId}
          onAnswer={(accepted) => onAnswer(prompt, accepted)}
        />
      )}
    </Dialog>
  );
}

interface BodyProps {
  titleId: string;
  onAnswer: (accepted: boolean) => void;
}

function PromptBody({
  content,
  titles,
  ...rest
}: BodyProps & { content: Prompt['content']; titles: PromptSheetProps['titles'] }) {
  const t = useTranslations('HelpPrompt');
  const sentences = useTranslations('HelpSentences');
  switch (content.kind) {
    case 'say':
      return (
        <Asked
          {...rest}
          title={t('say.title')}
          lead={sentences(content.sentence)}
          isLarge
          yes={t('say.ok')}
          no={null}
        />
      );
    case 'show':
      return (
        <Asked
          {...rest}
          title={t('show.title', { title: titles[content.page] })}
          lead={t('show.lead')}
          yes={t('show.yes')}
          no={t('show.no')}
        />
      );
    case 'end':
      return <Ending {...rest} />;
  }
}

interface AskedProps extends BodyProps {
  title: string;
  lead: string;
  isLarge?: boolean;
  yes: string;
  no: string | null;
}

function Asked({ titleId, title, lead, isLarge = false, yes, no, onAnswer }: AskedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // One may follow another in the same dialog.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} id={titleId} tabIndex={-1} className="dialog-title">
        <Furigana>{title}</Furigana>
      </h2>
      <p role="status" className="help-lead" data-large={isLarge || undefined}>
        <Furigana>{lead}</Furigana>
      </p>
      <div className="help-actions">
        {no !== null && <WordButton words={no} variant="secondary" onClick={() => onAnswer(false)} />}
        <WordButton words={yes} variant="primary" onClick={() => onAnswer(true)} />
      </div>
    </>
  );
}

/** Counts down to the end of the visit. A voice hears how long it takes once, and not every second. */
function Ending({ titleId, onAnswer }: BodyProps) {
  const t = useTranslations('HelpPrompt');
  const [left, setLeft] = useState(endsAfterS);
  const heading = useRef<HTMLHeadingElement>(null);
  const end = useEffectEvent(() => onAnswer(true));
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const clock = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    return () => clearInterval(clock);
  }, []);
  useEffect(() => {
    if (left <= 0) end();
  }, [left]);
  return (
    <>
      <h2 ref={heading} id={titleId} tabIndex={-1} className="dialog-title">
        <Furigana>{t('end.title')}</Furigana>
      </h2>
      <p className="help-lead">
        <Furigana>{t('end.lead', { seconds: Math.max(0, left) })}</Furigana>
      </p>
      <div className="help-actions">
        <WordButton words={t('end.stay')} variant="primary" onClick={() => onAnswer(false)} />
      </div>
    </>
  );
}
