'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import type { Decision, Revision } from '@/lib/helpdesk/settings-revision';
import type { StaffMember } from '@/lib/helpdesk/wire';
import { type OwnSettings, settings } from '@/lib/office/definitions';
import { changed, differences, type SettingChange } from '@/lib/office/settings';
import { useValueWords } from './value-words';

const useWhen = (): ((at: number) => string) => {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ja', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (at) => format.format(at);
};

/** Setting by setting: what it was and what it is. */
export function ChangeTable({ changes }: { changes: readonly SettingChange[] }) {
  const t = useTranslations('OfficeSettingsPage');
  const names = useTranslations('OfficeSettings');
  const words = useValueWords();
  return (
    <dl className="setting-changes">
      {changes.map(({ id, before, after }) => (
        <div key={id}>
          <dt>
            <Furigana>{names(`${id}.title`)}</Furigana>
          </dt>
          <dd>
            <span className="setting-hint">
              <Furigana>{t('before')}</Furigana>
            </span>{' '}
            <Furigana>{words(id, settings[id].shape, before)}</Furigana>
          </dd>
          <dd>
            <span className="setting-hint">
              <Furigana>{t('after')}</Furigana>
            </span>{' '}
            <strong>
              <Furigana>{words(id, settings[id].shape, after)}</Furigana>
            </strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function RevisionItem({
  revision,
  changes,
  children,
}: {
  revision: Revision;
  changes: readonly SettingChange[];
  children?: ReactNode;
}) {
  const t = useTranslations('OfficeSettingsPage');
  const when = useWhen();
  return (
    <li className="setting-revision">
      <p className="setting-revision-head">
        <strong>
          {`#${revision.number} `}
          <Furigana>{t(`kinds.${revision.kind}`)}</Furigana>
        </strong>{' '}
        <span>
          <Furigana>{t(`states.${revision.state}`)}</Furigana>
        </span>{' '}
        <span className="setting-hint">
          <Furigana>{t('by', { name: revision.madeBy.name, when: when(revision.madeAt) })}</Furigana>
          {revision.decidedBy !== null && (
            <>
              {' – '}
              <Furigana>{t('decidedBy', { name: revision.decidedBy.name })}</Furigana>
            </>
          )}
        </span>
      </p>
      <ChangeTable changes={changes} />
      {children}
    </li>
  );
}

interface ProposalsProps {
  readonly own: OwnSettings;
  readonly proposals: readonly Revision[];
  readonly member: StaffMember;
  readonly onDecide: (number: number, decision: Decision) => void;
}

/** What waits for a second person. Whoever has proposed it can only withdraw it. */
export function Proposals({ own, proposals, member, onDecide }: ProposalsProps) {
  const t = useTranslations('OfficeSettingsPage');
  if (proposals.length === 0) {
    return (
      <p>
        <Furigana>{t('noProposals')}</Furigana>
      </p>
    );
  }
  return (
    <ul className="setting-revisions">
      {proposals.map((revision) => {
        const isOwn = revision.madeBy.id === member.id;
        const decisions: readonly Decision[] = isOwn ? ['withdraw'] : ['approve', 'refuse'];
        return (
          <RevisionItem
            key={revision.number}
            revision={revision}
            changes={differences(own, changed(own, revision.changes))}
          >
            {member.role !== 'clerk' && (
              <div className="setting-actions">
                {decisions.map((decision) => (
                  <Button
                    key={decision}
                    variant={decision === 'approve' ? 'primary' : 'secondary'}
                    onClick={() => onDecide(revision.number, decision)}
                  >
                    <span>
                      <Furigana>{t(decision)}</Furigana>
                    </span>
                  </Button>
                ))}
                {isOwn && (
                  <span className="setting-hint">
                    <Furigana>{t('ownProposal')}</Furigana>
                  </span>
                )}
              </div>
            )}
          </RevisionItem>
        );
      })}
    </ul>
  );
}

interface HistoryProps {
  readonly revisions: readonly Revision[];
  readonly canChange: boolean;
  readonly onUndo: (number: number) => void;
}

export function History({ revisions, canChange, onUndo }: HistoryProps) {
  const t = useTranslations('OfficeSettingsPage');
  if (revisions.length === 0) {
    return (
      <p>
        <Furigana>{t('noHistory')}</Furigana>
      </p>
    );
  }
  return (
    <ul className="setting-revisions">
      {revisions.map((revision) => (
        <RevisionItem
          key={revision.number}
          revision={revision}
          changes={
            revision.before !== null && revision.after !== null
              ? differences(revision.before, revision.after)
              : differences({}, changed({}, revision.changes))
          }
        >
          {canChange && revision.state === 'published' && (
            <div className="setting-actions">
              <Button variant="secondary" onClick={() => onUndo(revision.number)}>
                <span>
                  <Furigana>{t('undo')}</Furigana>
                </span>
              </Button>
            </div>
          )}
        </RevisionItem>
      ))}
    </ul>
  );
}
