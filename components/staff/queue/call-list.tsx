'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '@/components/visit/furigana';
import { useOffice } from '@/components/visit/office';
import type { StaffCall, StaffMember } from '@/lib/helpdesk/wire';
import { useDuration, useStepWords } from './call-words';
import { rings } from './ring';
import { select } from './selection';
import { useNow } from './use-now';

interface CallListProps {
  calls: readonly StaffCall[];
  shown: string | undefined;
  member: StaffMember;
}

/** Who waits, the one who has waited longest first. */
export function CallList({ calls, shown, member }: CallListProps) {
  const now = useNow();
  return (
    <ul className="call-list">
      {calls.map((call) => (
        <li key={call.id}>
          <CallItem call={call} isShown={call.id === shown} member={member} now={now} />
        </li>
      ))}
    </ul>
  );
}

interface CallItemProps {
  call: StaffCall;
  isShown: boolean;
  member: StaffMember;
  now: number | null;
}

const stateOf = (call: StaffCall, member: StaffMember, now: number | null, firstMs: number) => {
  if (call.state === 'claimed') return call.claimedBy?.id === member.id ? 'mine' : 'taken';
  if (call.state === 'escalated') return 'escalated';
  return now !== null && rings(call, member, now, firstMs) ? 'rings' : 'waits';
};

function CallItem({ call, isShown, member, now }: CallItemProps) {
  const t = useTranslations('StaffQueue');
  const duration = useDuration();
  const stepWords = useStepWords();
  const state = stateOf(call, member, now, useOffice().help.languageFirst);
  return (
    <button
      type="button"
      className="call-item"
      data-state={state}
      data-call={call.id}
      aria-current={isShown ? 'true' : undefined}
      onClick={() => select(call.id)}
    >
      <span className="call-item-kiosk">{call.kiosk.name}</span>
      <span className="call-item-wait">{now !== null && duration((now - call.askedAt) / 1_000)}</span>
      <span className="call-item-about">
        <Furigana>{t(`reasons.${call.reason}`)}</Furigana>
        {call.case.language !== 'ja' && (
          <span className="call-item-language">
            <Furigana>{t(`languages.${call.case.language}`)}</Furigana>
          </span>
        )}
      </span>
      <span className="call-item-step">
        <Furigana>{stepWords(call.case.step)}</Furigana>
      </span>
      <span className="call-item-state">
        <Furigana>
          {state === 'taken' || state === 'escalated'
            ? t(`states.${state}`, { name: call.claimedBy?.name ?? '', level: call.level })
            : t(`states.${state}`)}
        </Furigana>
      </span>
    </button>
  );
}
