'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Lamp, type LampState } from '@/components/ui/lamp';
import { Furigana } from '@/components/visit/furigana';
import type { FleetKiosk, KioskStatus } from '@/lib/helpdesk/fleet';
import { clockToleranceMs } from '@/lib/kiosk/machine';
import { useLength } from '../queue/call-words';

interface KioskRowProps {
  kiosk: FleetKiosk;
  /** By the server's clock. */
  now: number;
  /** `null`: nothing can be done to it by whoever looks. */
  onAct: ((kind: 'rename' | 'revoke') => void) | null;
}

type State = 'revoked' | 'never' | 'off' | 'alarmed' | 'on';

const stateOf = ({ revokedAt, seenAt, status, alarms }: FleetKiosk): State => {
  if (revokedAt !== null) return 'revoked';
  if (seenAt === null || status === null) return 'never';
  return alarms.length > 0 ? 'alarmed' : status.power;
};

const lampOf = {
  revoked: 'unknown',
  never: 'unknown',
  off: 'unknown',
  on: 'fine',
} as const satisfies Readonly<Record<Exclude<State, 'alarmed'>, LampState>>;

export function KioskRow({ kiosk, now, onAct }: KioskRowProps) {
  const t = useTranslations('StaffFleet');
  const length = useLength();
  const state = stateOf(kiosk);
  const { status, seenAt, alarms } = kiosk;
  const isKnown = state === 'on' || (state === 'alarmed' && !alarms.includes('silent'));
  return (
    <tr data-state={state}>
      <th scope="row">{kiosk.name}</th>
      <td>
        {state === 'alarmed' ? (
          <Alarms alarms={alarms} />
        ) : (
          <Lamp state={lampOf[state]} label={<Furigana>{t(`states.${state}`)}</Furigana>} />
        )}
      </td>
      {isKnown && status !== null ? (
        <Status status={status} isLocal={kiosk.local} />
      ) : (
        <NotKnown version={status?.version} />
      )}
      <td className="fleet-short">
        <Furigana>{seenAt === null ? t('nothing') : t('ago', { time: length((now - seenAt) / 1_000) })}</Furigana>
      </td>
      {onAct !== null && <td className="fleet-acts">{state !== 'revoked' && <Acts kiosk={kiosk} onAct={onAct} />}</td>}
    </tr>
  );
}

function Alarms({ alarms }: Pick<FleetKiosk, 'alarms'>) {
  const t = useTranslations('KioskAlarms');
  return (
    <ul className="fleet-alarms">
      {alarms.map((alarm) => (
        <li key={alarm}>
          <Lamp state="stopped" label={<Furigana>{t(alarm)}</Furigana>} />
        </li>
      ))}
    </ul>
  );
}

function Acts({ kiosk, onAct }: { kiosk: FleetKiosk; onAct: (kind: 'rename' | 'revoke') => void }) {
  const t = useTranslations('StaffFleet');
  return (
    <>
      <Button variant="quiet" onClick={() => onAct('rename')}>
        <Furigana>{t('rename')}</Furigana>
      </Button>
      {!kiosk.local && (
        <Button variant="quiet" onClick={() => onAct('revoke')}>
          <Furigana>{t('revoke')}</Furigana>
        </Button>
      )}
    </>
  );
}

/** Of a kiosk that is silent, only what cannot have changed. */
function NotKnown({ version }: { version: string | undefined }) {
  const t = useTranslations('StaffFleet');
  return (
    <>
      <td>{t('nothing')}</td>
      <td>{t('nothing')}</td>
      <td>{t('nothing')}</td>
      <td>{t('nothing')}</td>
      <td className="fleet-short">{version ?? t('nothing')}</td>
    </>
  );
}

/** Within a second, clocks agree. */
const sameMs = 1_000;

/** @param isLocal - the kiosk of this desk: its clock is compared with those of consoles, and either may be wrong */
function Status({ status, isLocal }: { status: KioskStatus; isLocal: boolean }) {
  const t = useTranslations('StaffFleet');
  const errors = useTranslations('CardErrors');
  const length = useLength();
  const { reader, printer, lastVisitEndedMin, clockSkewMs, clock, version } = status;
  const clockWords = (ms: number | null): string => {
    const isNear = ms === null || Math.abs(ms) <= clockToleranceMs;
    // A day that cannot be, whatever the other clock says.
    if (clock === 'doubtful' && isNear) return t('clockDoubtful');
    if (ms === null) return t('nothing');
    if (Math.abs(ms) < sameMs) return t('clockRight');
    const time = length(Math.abs(ms) / 1_000);
    if (isLocal) return ms > 0 ? t('clockAheadOfConsole', { time }) : t('clockBehindConsole', { time });
    return ms > 0 ? t('clockAhead', { time }) : t('clockBehind', { time });
  };
  return (
    <>
      <td>
        <Furigana>
          {reader === 'ready' || reader === 'practice' ? t(`readers.${reader}`) : errors(`${reader}.title`)}
        </Furigana>
      </td>
      <td>
        <Furigana>{t(`printers.${printer}`)}</Furigana>
      </td>
      <td>
        <Furigana>
          {lastVisitEndedMin === null ? t('noVisit') : t('ago', { time: length(lastVisitEndedMin * 60) })}
        </Furigana>
      </td>
      <td>
        <Furigana>{clockWords(clockSkewMs)}</Furigana>
      </td>
      <td className="fleet-short">{version}</td>
    </>
  );
}
