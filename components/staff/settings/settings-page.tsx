'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Switch } from '@/components/ui/switch';
import { Furigana } from '@/components/visit/furigana';
import type { Decision, Revision, StaffSettings } from '@/lib/helpdesk/settings-revision';
import type { StaffMember } from '@/lib/helpdesk/wire';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type OwnSettings, type SettingId, settingGroups, settingIds, settings } from '@/lib/office/definitions';
import type { Mistake } from '@/lib/office/problem';
import { type Changes, changed, checkSettings, differences, isUsual, withUsual } from '@/lib/office/settings';
import { SignedInOnly } from '../accounts/signed-in-only';
import { askServer } from '../ask-server';
import { Editor } from './editor';
import { Preview } from './preview';
import { ChangeTable, History, Proposals } from './revisions';
import { useValueWords } from './value-words';

const settingsKey = ['staff', 'settings'] as const;
const historyKey = ['staff', 'settings-history'] as const;
/** The server names them in pages of so many. */
const historyPage = 30;

const load = async <Body,>(path: `/api/${string}`): Promise<Body> => {
  const answer = await askServer<Body>(path, { method: 'GET' });
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.error}`);
  return answer.body;
};

/** The office's own settings: what visitors see, changed without code. */
export function SettingsPage() {
  return <SignedInOnly>{(member) => <Loaded member={member} />}</SignedInOnly>;
}

function Loaded({ member }: { member: StaffMember }) {
  const t = useTranslations('OfficeSettingsPage');
  const { data } = useQuery({
    queryKey: settingsKey,
    queryFn: () => load<StaffSettings>('/api/staff/settings'),
    refetchInterval: 30_000,
  });
  if (data === undefined) {
    return (
      <main className="frame-main settings-page" aria-busy="true">
        <p role="status">
          <Furigana>{t('loading')}</Furigana>
        </p>
      </main>
    );
  }
  return <Settings published={data} member={member} />;
}

type View = 'settings' | 'proposals' | 'history';
type Said = 'published' | 'proposed' | 'decided' | 'nothingChanged' | 'outOfDate' | 'notAllowed' | 'failed';

/** What the server says came of it. */
interface Outcome {
  readonly kind: 'published' | 'proposed' | 'decided' | 'nothing';
}

const failures: Partial<Readonly<Record<string, Said>>> = { outOfDate: 'outOfDate', notAllowed: 'notAllowed' };

function Settings({ published, member }: { published: StaffSettings; member: StaffMember }) {
  const t = useTranslations('OfficeSettingsPage');
  const client = useQueryClient();
  const [view, setView] = useState<View>('settings');
  const [draft, setDraft] = useState<Changes>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [shown, setShown] = useState<'preview' | 'confirm' | null>(null);
  const { own } = published;
  const canChange = member.role !== 'clerk';
  const next = changed(own, draft);
  const changes = differences(own, next);
  // Whether an address is inside the office the server alone can say.
  const checked = checkSettings(next, () => true);
  const mistakes = checked.kind === 'wrong' ? checked.mistakes : [];

  const tell = async (path: `/api/${string}`, body?: unknown): Promise<void> => {
    const answer = await askServer<Outcome>(path, body === undefined ? {} : { body });
    if (answer.ok) {
      setDraft({});
      setSaid(answer.body.kind === 'nothing' ? 'nothingChanged' : answer.body.kind);
    } else setSaid(failures[answer.error ?? ''] ?? 'failed');
    setShown(null);
    await client.invalidateQueries({ queryKey: settingsKey });
    await client.invalidateQueries({ queryKey: historyKey });
    // The header of this page is one of those that show it.
    await client.invalidateQueries({ queryKey: ['office'] });
  };
  const publish = (): Promise<void> =>
    tell('/api/staff/settings', {
      kind: 'change',
      base: published.version,
      changes: Object.fromEntries(changes.map(({ id, after }) => [id, isUsual(id, after) ? null : after])),
    });

  return (
    <main className="frame-main settings-page">
      <div className="settings-head">
        <h1 className="stage-heading">
          <Furigana>{t('title')}</Furigana>
        </h1>
        <p className="setting-hint">
          <Furigana>{canChange ? t('lead') : t('readOnly')}</Furigana>
        </p>
        <fieldset className="ui-segments settings-views">
          <legend className="sr-only">{withoutReadings(t('sections'))}</legend>
          {(['settings', 'proposals', 'history'] as const).map((each) => (
            <label key={each} className="ui-segment">
              <input
                type="radio"
                name="settings-view"
                className="sr-only"
                checked={view === each}
                onChange={() => setView(each)}
              />
              <span>
                <Furigana>{each === 'settings' ? t('sections') : t(each)}</Furigana>
                {each === 'proposals' && published.proposals.length > 0 && ` ${published.proposals.length}`}
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      <p role="status" className="settings-said" data-said={said ?? undefined}>
        {said !== null && <Furigana>{t(said)}</Furigana>}
      </p>
      {view === 'settings' && (
        <SettingsList
          own={own}
          next={next}
          mistakes={mistakes}
          queue={published.queue}
          isReadOnly={!canChange}
          onChange={(id, value) => {
            setSaid(null);
            setDraft({ ...draft, [id]: value });
          }}
        />
      )}
      {view === 'proposals' && (
        <Proposals
          own={own}
          proposals={published.proposals}
          member={member}
          onDecide={(number, decision: Decision) => void tell(`/api/staff/settings/${number}/${decision}`)}
        />
      )}
      {view === 'history' && (
        <HistoryPages canChange={canChange} onUndo={(number) => void tell(`/api/staff/settings/${number}/undo`)} />
      )}
      {canChange && (
        <div className="settings-bar">
          <p role="status">
            <Furigana>
              {mistakes.length > 0
                ? t('wrong', { count: mistakes.length })
                : changes.length === 0
                  ? t('noChanges')
                  : t('bar', { count: changes.length })}
            </Furigana>
          </p>
          <Button variant="quiet" aria-disabled={changes.length === 0} onClick={() => setDraft({})}>
            <span>
              <Furigana>{t('discard')}</Furigana>
            </span>
          </Button>
          <Button variant="secondary" onClick={() => setShown('preview')}>
            <span>
              <Furigana>{t('preview')}</Furigana>
            </span>
          </Button>
          <Button
            variant="primary"
            aria-disabled={changes.length === 0 || mistakes.length > 0}
            onClick={() => setShown('confirm')}
          >
            <span>
              <Furigana>{withUsual(own).approval ? t('propose') : t('publish')}</Furigana>
            </span>
          </Button>
        </div>
      )}
      {shown === 'preview' && <Preview own={next} onClose={() => setShown(null)} />}
      <Dialog isOpen={shown === 'confirm'} onClose={() => setShown(null)} className="setting-confirm">
        <Confirm isProposal={withUsual(own).approval} onCancel={() => setShown(null)} onPublish={() => void publish()}>
          <ChangeTable changes={changes} />
        </Confirm>
      </Dialog>
    </main>
  );
}

interface ConfirmProps {
  readonly isProposal: boolean;
  readonly onCancel: () => void;
  readonly onPublish: () => void;
  readonly children: ReactNode;
}

function Confirm({ isProposal, onCancel, onPublish, children }: ConfirmProps) {
  const t = useTranslations('OfficeSettingsPage');
  return (
    <>
      <h2>
        <Furigana>{isProposal ? t('confirmProposeTitle') : t('confirmTitle')}</Furigana>
      </h2>
      <p>
        <Furigana>{isProposal ? t('confirmProposeLead') : t('confirmLead')}</Furigana>
      </p>
      {children}
      <div className="setting-actions">
        <Button variant="secondary" onClick={onCancel}>
          <span>
            <Furigana>{t('cancel')}</Furigana>
          </span>
        </Button>
        <Button variant="primary" onClick={onPublish}>
          <span>
            <Furigana>{isProposal ? t('propose') : t('publish')}</Furigana>
          </span>
        </Button>
      </div>
    </>
  );
}

function HistoryPages({ canChange, onUndo }: { canChange: boolean; onUndo: (number: number) => void }) {
  const t = useTranslations('OfficeSettingsPage');
  const [below, setBelow] = useState<number | null>(null);
  const { data = [] } = useQuery({
    queryKey: [...historyKey, below],
    queryFn: () =>
      load<readonly Revision[]>(
        below === null ? '/api/staff/settings/history' : `/api/staff/settings/history?below=${below}`,
      ),
  });
  const oldest = data.at(-1)?.number;
  return (
    <>
      <History revisions={data} canChange={canChange} onUndo={onUndo} />
      {data.length === historyPage && oldest !== undefined && (
        <Button variant="secondary" onClick={() => setBelow(oldest)}>
          <span>
            <Furigana>{t('older')}</Furigana>
          </span>
        </Button>
      )}
    </>
  );
}

interface SettingsListProps {
  readonly own: OwnSettings;
  /** As it would be after the changes that are not published yet. */
  readonly next: OwnSettings;
  readonly mistakes: readonly Mistake[];
  readonly queue: StaffSettings['queue'];
  readonly isReadOnly: boolean;
  /** `null`: back to the usual. */
  readonly onChange: (id: SettingId, value: unknown) => void;
}

function SettingsList({ next, ...rest }: SettingsListProps) {
  const t = useTranslations('OfficeSettingsPage');
  const names = useTranslations('OfficeSettings');
  const [wanted, setWanted] = useState('');
  const [isOwnOnly, setOwnOnly] = useState(false);
  const fits = (id: SettingId): boolean => {
    const text = `${id} ${names(`${id}.title`)} ${names(`${id}.note`)}`;
    const isFound = withoutReadings(text).toLowerCase().includes(wanted.trim().toLowerCase());
    return isFound && (!isOwnOnly || next[id] !== undefined);
  };
  const found = settingIds.filter(fits);
  const groups = settingGroups.filter((group) => found.some((id) => settings[id].group === group));
  return (
    <div className="settings-columns">
      <nav aria-label={withoutReadings(t('sections'))} className="settings-nav">
        <label className="settings-search">
          <span className="setting-hint">
            <Furigana>{t('search')}</Furigana>
          </span>
          <input
            className="setting-input"
            type="search"
            maxLength={40}
            value={wanted}
            onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          />
        </label>
        <Switch isOn={isOwnOnly} onClick={() => setOwnOnly(!isOwnOnly)}>
          <span>
            <Furigana>{t('onlyOwn')}</Furigana>
          </span>
          <span className="ui-switch-state">
            <Furigana>{isOwnOnly ? t('on') : t('off')}</Furigana>
          </span>
        </Switch>
        <p role="status" className="setting-hint">
          <Furigana>{t('found', { count: found.length })}</Furigana>
        </p>
        <ul>
          {groups.map((group) => (
            <li key={group}>
              <a href={`#settings-${group}`}>
                <Furigana>{t(`groups.${group}`)}</Furigana>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-groups">
        {groups.map((group) => (
          <section key={group} id={`settings-${group}`} aria-labelledby={`settings-${group}-title`}>
            <h2 id={`settings-${group}-title`}>
              <Furigana>{t(`groups.${group}`)}</Furigana>
            </h2>
            {found
              .filter((id) => settings[id].group === group)
              .map((id) => (
                <SettingItem key={id} id={id} next={next} {...rest} />
              ))}
          </section>
        ))}
      </div>
    </div>
  );
}

const isOf = (id: SettingId, { path }: Mistake): boolean => path.split(/[.[]/, 1)[0] === id;

function SettingItem({
  id,
  own,
  next,
  mistakes,
  queue,
  isReadOnly,
  onChange,
}: Omit<SettingsListProps, 'found'> & { id: SettingId }) {
  const t = useTranslations('OfficeSettingsPage');
  const names = useTranslations('OfficeSettings');
  const problems = useTranslations('OfficeProblems');
  const words = useValueWords();
  const { shape, usual } = settings[id];
  const value = withUsual(next)[id];
  const isChanged = differences(own, next).some((each) => each.id === id);
  const isUsualNow = isUsual(id, value);
  return (
    <div className="setting-item" data-setting={id} data-changed={isChanged || undefined}>
      <div className="setting-about">
        <h3>
          <Furigana>{names(`${id}.title`)}</Furigana>
        </h3>
        <p className="setting-hint">
          <Furigana>{names(`${id}.note`)}</Furigana>
        </p>
        <p className="setting-hint">
          <Furigana>{t('usual')}</Furigana> <Furigana>{words(id, shape, usual)}</Furigana>
        </p>
        {(isChanged || !isUsualNow) && (
          <p className="setting-mark">
            <Furigana>{isChanged ? t('changedMark') : t('ownMark')}</Furigana>
          </p>
        )}
        {!isUsualNow && !isReadOnly && (
          <button
            type="button"
            className="setting-back"
            aria-label={`${withoutReadings(names(`${id}.title`))} ${withoutReadings(t('toUsual'))}`}
            onClick={() => onChange(id, null)}
          >
            <Furigana>{t('toUsual')}</Furigana>
          </button>
        )}
      </div>
      <div className="setting-value">
        <Editor
          id={id}
          shape={shape}
          label={withoutReadings(names(`${id}.title`))}
          value={value}
          onChange={(to) => onChange(id, to)}
          isReadOnly={isReadOnly}
        />
        <div role="alert" className="setting-mistakes">
          {mistakes
            .filter((each) => isOf(id, each))
            .map((each) => (
              <p key={`${each.path} ${each.problem}`}>
                <Furigana>{problems(each.problem)}</Furigana>
              </p>
            ))}
        </div>
        {id === 'queueSystem' && value === true && <QueueAnswer queue={queue} />}
      </div>
    </div>
  );
}

/** What came of the last try to ask the queue system. */
function QueueAnswer({ queue }: Pick<StaffSettings, 'queue'>) {
  const t = useTranslations('OfficeSettingsPage.queue');
  const locale = useLocale();
  const when = (at: number): string =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ja', { timeZone: 'Asia/Tokyo', timeStyle: 'short' }).format(
      at,
    );
  return (
    <p className="setting-hint" role="status">
      <Furigana>{t('title')}</Furigana>
      {' – '}
      <Furigana>
        {queue === null
          ? t('waiting')
          : queue.kind === 'read'
            ? t('read', { minutes: queue.waitMinutes, when: when(queue.at) })
            : t(queue.why)}
      </Furigana>
    </p>
  );
}
