import { useTranslations } from 'next-intl';
import { Lamp, type LampState } from '@/components/ui/lamp';
import type { CertificateState, PinState } from '@/lib/card/report';
import { Furigana } from './furigana';

const pinLamps = {
  ok: ['fine', 'fine'],
  low: ['attention', 'attention'],
  'last-try': ['attention', 'lastTry'],
  locked: ['stopped', 'locked'],
  unknown: ['unknown', 'unknown'],
} as const satisfies Record<PinState, readonly [LampState, string]>;

export function PinLamp({ state }: { state: PinState }) {
  const t = useTranslations('Lamps');
  const [lamp, word] = pinLamps[state];
  return <Lamp state={lamp} label={<Furigana>{t(word)}</Furigana>} />;
}

/** A certificate within its dates is no more than that: whether it was revoked cannot be seen on the card. */
const certificateLamps = {
  valid: ['fine', 'inDate'],
  renewable: ['attention', 'renewable'],
  expired: ['stopped', 'expired'],
  absent: ['stopped', 'absent'],
  unreadable: ['unknown', 'unknown'],
} as const satisfies Record<CertificateState, readonly [LampState, string]>;

export function CertificateLamp({ state }: { state: CertificateState }) {
  const t = useTranslations('Lamps');
  const [lamp, word] = certificateLamps[state];
  return <Lamp state={lamp} label={<Furigana>{t(word)}</Furigana>} />;
}

export function SignatureCertificateLamp({ present }: { present: boolean | null }) {
  const t = useTranslations('Lamps');
  if (present === false) return <Lamp state="attention" label={<Furigana>{t('absent')}</Furigana>} />;
  const word = present === null ? 'unknown' : 'dateUnknown';
  return <Lamp state="unknown" label={<Furigana>{t(word)}</Furigana>} />;
}
