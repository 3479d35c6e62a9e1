'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { openStates } from '@/lib/helpdesk/call';
import type { StaffCall, StaffMember } from '@/lib/helpdesk/wire';
import { useRouter } from '@/lib/i18n/navigation';
import { forCall } from '../hand-over/address';
import type { Act } from './acts';
import { useDuration, useStepWords } from './call-words';
import { CaseFacts, CaseLamps, CaseTries } from './case-facts';
import { CasePrompts } from './case-prompts';
import { useNow } from './use-now';

interface CaseViewProps {
  call: StaffCall;
  member: StaffMember;
  isBusy: boolean;
  onAct: (act: Act) => void;
}

/** One call: who and where, what is known, and what can be done about it. */
export function CaseView({ call, member, isBusy, onAct }: CaseViewProps) {
  const t = useTranslations('StaffCase');
  const isMine = call.state === 'claimed' && call.claimedBy?.id === member.id;
  const isOpen = openStates.some((state) => state === call.state);
  return (
    <section className="case" data-state={call.state} aria-labelledby="case-title">
      <h2 id="case-title" className="case-title">
        {call.kiosk.name}
      </h2>
      <CaseSummary call={call} />
      {!isOpen && !isMine && (
        <p role="status" className="case-over">
          <Furigana>{t(`over.${call.state}`, { name: call.claimedBy?.name ?? '' })}</Furigana>
        </p>
      )}
      <CaseLamps facts={call.case.facts} />
      <CaseTries facts={call.case.facts} />
      {isMine && <CasePrompts call={call} onAct={onAct} />}
      <CaseFacts facts={call.case.facts} />
      <div className="case-acts">
        {isOpen && (
          <Button
            variant="primary"
            aria-disabled={isBusy}
            aria-keyshortcuts="Enter"
            onClick={() => onAct({ kind: 'claim', call })}
          >
            <kbd>Enter</kbd>
            <Furigana>{t('claim')}</Furigana>
          </Button>
        )}
        {isMine && <OwnActs call={call} isBusy={isBusy} onAct={onAct} />}
      </div>
    </section>
  );
}

function OwnActs({ call, isBusy, onAct }: Omit<CaseViewProps, 'member'>) {
  const t = useTranslations('StaffCase');
  const { push } = useRouter();
  return (
    <>
      <Button
        variant="primary"
        aria-disabled={isBusy}
        aria-keyshortcuts="h"
        onClick={() => onAct({ kind: 'help', call })}
      >
        <kbd>H</kbd>
        <Furigana>{t('help')}</Furigana>
      </Button>
      <Button variant="secondary" aria-keyshortcuts="o" onClick={() => push(forCall(call.id))}>
        <kbd>O</kbd>
        <Furigana>{t('handOver')}</Furigana>
      </Button>
      <Button
        variant="secondary"
        aria-disabled={isBusy}
        aria-keyshortcuts="r"
        onClick={() => onAct({ kind: 'release', call })}
      >
        <kbd>R</kbd>
        <Furigana>{t('release')}</Furigana>
      </Button>
    </>
  );
}

function CaseSummary({ call }: { call: StaffCall }) {
  const t = useTranslations('StaffCase');
  const queue = useTranslations('StaffQueue');
  const errors = useTranslations('CardErrors');
  const stepWords = useStepWords();
  const duration = useDuration();
  const now = useNow();
  const { language, step, error, elapsedS } = call.case;
  return (
    <dl className="case-summary">
      <div>
        <dt>
          <Furigana>{t('reason')}</Furigana>
        </dt>
        <dd>
          <Furigana>{queue(`reasons.${call.reason}`)}</Furigana>
        </dd>
      </div>
      <div>
        <dt>
          <Furigana>{t('language')}</Furigana>
        </dt>
        <dd>
          <Furigana>{queue(`languages.${language}`)}</Furigana>
        </dd>
      </div>
      <div>
        <dt>
          <Furigana>{t('waited')}</Furigana>
        </dt>
        <dd>{now !== null && duration(((call.claimedAt ?? call.endedAt ?? now) - call.askedAt) / 1_000)}</dd>
      </div>
      <div>
        <dt>
          <Furigana>{t('elapsed')}</Furigana>
        </dt>
        <dd>{duration(elapsedS)}</dd>
      </div>
      <div className="case-summary-wide">
        <dt>
          <Furigana>{t('step')}</Furigana>
        </dt>
        <dd>
          <Furigana>{stepWords(step)}</Furigana>
        </dd>
      </div>
      {error !== null && (
        <div className="case-summary-wide case-error">
          <dt>
            <Furigana>{t('error')}</Furigana>
          </dt>
          <dd>
            <Furigana>{errors(`${error}.title`)}</Furigana>
            <code>{error}</code>
          </dd>
        </div>
      )}
    </dl>
  );
}
