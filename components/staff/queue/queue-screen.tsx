'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { Furigana } from '@/components/visit/furigana';
import { useOffice } from '@/components/visit/office';
import { playbookFor } from '@/lib/helpdesk/playbook-for';
import type { Queue, StaffCall, StaffMember } from '@/lib/helpdesk/wire';
import { nodes, top } from '@/lib/playbook/tree';
import { usePlaybookKeys } from '../playbook';
import { PlaybookNodeView } from '../playbook-node-view';
import { addressOf, open as openPage, useSamePageInOtherLanguage, useTrail } from '../playbook-place';
import { PlaybookTrail } from '../playbook-trail';
import { useStaffMember } from '../staff-member';
import { useActs } from './acts';
import { CallList } from './call-list';
import { CaseView } from './case-view';
import { useConsoleKeys } from './console-keys';
import { callOf, useLink, useQueue } from './desk-link';
import { Notices } from './notices';
import { ringingFor, switchBell, useBell } from './ring';
import { noteOpened, shownCall, useSelected } from './selection';
import { ShortcutsDialog } from './shortcuts-dialog';
import { useNow } from './use-now';

/** The queue, the call that is looked at, and the playbook beside it. */
export function QueueScreen() {
  const { data: member } = useStaffMember(false);
  const { data: queue } = useQueue();
  if (member === undefined || member === null) return null;
  return <Desk member={member} queue={queue} />;
}

function Desk({ member, queue }: { member: StaffMember; queue: Queue | undefined }) {
  const t = useTranslations('StaffQueue');
  const [withLetters, setWithLetters] = useState(true);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { act, isBusy, outcome } = useActs();
  const selected = useSelected();
  const calls = queue?.calls ?? [];
  const shown = callOf(queue, selected) ?? shownCall(calls, selected, member.id);
  const [oldest] = ringingFor(queue, member, useNow(), useOffice().help.languageFirst);
  useConsoleKeys(calls, shown?.id, withLetters);
  usePlaybookKeys(withLetters);
  useSamePageInOtherLanguage(useLocale());

  return (
    <main className="frame-main desk">
      <h1 className="sr-only">
        <Furigana>{t('title')}</Furigana>
      </h1>
      <div className="desk-queue">
        <QueueHead count={calls.filter(({ state }) => state !== 'claimed').length} />
        <Notices outcome={outcome} />
        {oldest !== undefined && (
          <Button
            variant="primary"
            className="desk-take"
            aria-keyshortcuts="c"
            aria-disabled={isBusy}
            onClick={() => act({ kind: 'claim', call: oldest })}
          >
            <kbd>C</kbd>
            <Furigana>{t('takeOldest')}</Furigana>
          </Button>
        )}
        {queue !== undefined && calls.length === 0 && (
          <p className="desk-empty">
            <Furigana>{t('empty')}</Furigana>
          </p>
        )}
        <CallList calls={calls} shown={shown?.id} member={member} />
        <OnDuty queue={queue} />
        <Button variant="quiet" aria-keyshortcuts="?" onClick={() => setHelpOpen(true)}>
          <kbd>?</kbd>
          <Furigana>{t('keys')}</Furigana>
        </Button>
      </div>
      {shown === undefined ? (
        <div className="case">
          <p className="desk-empty">
            <Furigana>{t('emptyCase')}</Furigana>
          </p>
        </div>
      ) : (
        <CaseView key={shown.id} call={shown} member={member} isBusy={isBusy} onAct={act} />
      )}
      <PlaybookBeside call={shown} member={member} withDigits={withLetters} />
      <ShortcutsDialog
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        withLetters={withLetters}
        onSwitch={() => setWithLetters(!withLetters)}
      />
    </main>
  );
}

function QueueHead({ count }: { count: number }) {
  const t = useTranslations('StaffQueue');
  const isOn = useBell();
  const link = useLink();
  return (
    <header className="desk-head" data-link={link}>
      <h2>
        <Furigana>{t('waiting', { count })}</Furigana>
      </h2>
      {isOn && (
        <Switch isOn aria-keyshortcuts="b" onClick={() => switchBell(false)}>
          <span>
            <Furigana>{t('bell')}</Furigana>
          </span>
          <span className="ui-switch-state">{t('on')}</span>
        </Switch>
      )}
    </header>
  );
}

function OnDuty({ queue }: { queue: Queue | undefined }) {
  const t = useTranslations('StaffQueue');
  if (queue === undefined) return null;
  const names = queue.onDuty.map(({ name }) => name);
  return (
    <p className="desk-duty">
      <Furigana>{names.length === 0 ? t('nobodyOnDuty') : t('onDuty', { names: names.join(t('comma')) })}</Furigana>
    </p>
  );
}

interface PlaybookBesideProps {
  call: StaffCall | undefined;
  member: StaffMember;
  withDigits: boolean;
}

/** Opens at the page of the case when a call has been taken; whoever goes on in it is not led back. */
function PlaybookBeside({ call, member, withDigits }: PlaybookBesideProps) {
  const t = useTranslations('StaffCase');
  const titles = useTranslations('Playbook');
  const trail = useTrail();
  const id = trail.at(-1) ?? top;
  const mine = call?.state === 'claimed' && call.claimedBy?.id === member.id ? call.id : null;
  const fitting = call === undefined ? top : playbookFor(call);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what becomes known later is offered, and does not turn the page
  useEffect(() => {
    if (mine !== null) openPage(fitting);
  }, [mine]);
  useEffect(() => {
    if (mine !== null && nodes[id].kind === 'page') noteOpened(mine, id);
  }, [mine, id]);

  return (
    <section className="desk-playbook" aria-label={titles('title')} data-node={id}>
      {fitting !== id && fitting !== top && (
        <a href={addressOf(fitting)} className="desk-fitting" aria-keyshortcuts="p">
          <kbd>P</kbd>
          <Furigana>{t('fitting', { page: titles(`titles.${fitting}`) })}</Furigana>
        </a>
      )}
      <PlaybookTrail trail={trail} />
      <h2 className="desk-playbook-title">
        <Furigana>{id === top ? titles('title') : titles(`titles.${id}`)}</Furigana>
      </h2>
      <div className="playbook desk-playbook-body" key={id}>
        <PlaybookNodeView id={id} withDigits={withDigits} />
      </div>
    </section>
  );
}
