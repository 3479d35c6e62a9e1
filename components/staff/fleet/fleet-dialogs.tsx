'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import * as v from 'valibot';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Furigana } from '@/components/visit/furigana';
import { enrolmentCodeSchema, type FleetKiosk, kioskNameSchema } from '@/lib/helpdesk/fleet';
import { DeskRefusal, tell } from '@/lib/helpdesk/staff-client';

type EnrolmentCode = v.InferOutput<typeof enrolmentCodeSchema>;

const mostLetters = 40;
const path = '/api/staff/kiosks';
const pathOf = ({ id }: FleetKiosk): string => `${path}/${encodeURIComponent(id)}`;

/** Does it, and says whether it could not be done. */
const useAct = (): { isRefused: boolean; act: (what: () => Promise<void>) => Promise<void> } => {
  const [isRefused, setRefused] = useState(false);
  const client = useQueryClient();
  const act = async (what: () => Promise<void>): Promise<void> => {
    setRefused(false);
    try {
      await what();
      await client.invalidateQueries({ queryKey: ['staff', 'kiosks'] });
    } catch (failure) {
      if (!(failure instanceof DeskRefusal)) throw failure;
      setRefused(true);
    }
  };
  return { isRefused, act };
};

interface FrameProps {
  title: string;
  isRefused: boolean;
  onClose: () => void;
  children: ReactNode;
}

function Frame({ title, isRefused, onClose, children }: FrameProps) {
  const t = useTranslations('StaffFleet');
  const titleId = useId();
  return (
    <Dialog isOpen onClose={onClose} aria-labelledby={titleId} className="desk-dialog">
      <h2 id={titleId} className="dialog-title">
        <Furigana>{title}</Furigana>
      </h2>
      {children}
      <div role="status">
        {isRefused && (
          <p className="desk-notice">
            <Furigana>{t('refused')}</Furigana>
          </p>
        )}
      </div>
      <Button variant="quiet" onClick={onClose}>
        <Furigana>{t('close')}</Furigana>
      </Button>
    </Dialog>
  );
}

/** An office's own word for a machine, never a person's. */
function NameForm({ name, label, onName }: { name: string; label: string; onName: (name: string) => void }) {
  const t = useTranslations('StaffFleet');
  const [text, setText] = useState(name);
  const fieldId = useId();
  const parsed = v.safeParse(kioskNameSchema, text);
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success) onName(parsed.output);
      }}
    >
      <label htmlFor={fieldId}>
        <Furigana>{t('nameLabel')}</Furigana>
      </label>
      <input
        id={fieldId}
        className="search-field"
        value={text}
        maxLength={mostLetters}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
      />
      <Button variant="primary" type="submit" aria-disabled={!parsed.success}>
        <Furigana>{label}</Furigana>
      </Button>
    </form>
  );
}

export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('StaffFleet');
  const [made, setMade] = useState<EnrolmentCode | null>(null);
  const { isRefused, act } = useAct();
  const make = (name: string) =>
    act(async () => {
      const code = v.safeParse(enrolmentCodeSchema, await tell(path, { name }));
      if (!code.success) throw new DeskRefusal('unreachable');
      setMade(code.output);
    });
  return (
    <Frame title={t('enrolTitle')} isRefused={isRefused} onClose={onClose}>
      {made === null ? (
        <>
          <p>
            <Furigana>{t('enrolLead')}</Furigana>
          </p>
          <NameForm name="" label={t('makeCode')} onName={make} />
        </>
      ) : (
        <Code made={made} />
      )}
    </Frame>
  );
}

function Code({ made: { code, endsAt } }: { made: EnrolmentCode }) {
  const t = useTranslations('StaffFleet');
  const locale = useLocale();
  const tag = locale === 'en' ? 'en-GB' : 'ja';
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(endsAt);
  return (
    <>
      <p>
        <Furigana>{t('codeLead', { time })}</Furigana>
      </p>
      <p className="fleet-code">{code}</p>
      <p>
        <Furigana>{t('codeOnce')}</Furigana>
      </p>
    </>
  );
}

export function RenameDialog({ kiosk, onClose }: { kiosk: FleetKiosk; onClose: () => void }) {
  const t = useTranslations('StaffFleet');
  const { isRefused, act } = useAct();
  const rename = (name: string) =>
    act(async () => {
      await tell(pathOf(kiosk), { name }, 'PUT');
      onClose();
    });
  return (
    <Frame title={t('renameTitle')} isRefused={isRefused} onClose={onClose}>
      <NameForm name={kiosk.name} label={t('rename')} onName={rename} />
    </Frame>
  );
}

export function RevokeDialog({ kiosk, onClose }: { kiosk: FleetKiosk; onClose: () => void }) {
  const t = useTranslations('StaffFleet');
  const { isRefused, act } = useAct();
  const revoke = () =>
    act(async () => {
      await tell(pathOf(kiosk), {}, 'DELETE');
      onClose();
    });
  return (
    <Frame title={t('revokeTitle', { name: kiosk.name })} isRefused={isRefused} onClose={onClose}>
      <p>
        <Furigana>{t('revokeLead')}</Furigana>
      </p>
      <Button variant="primary" onClick={revoke}>
        <Furigana>{t('revokeNow')}</Furigana>
      </Button>
    </Frame>
  );
}
