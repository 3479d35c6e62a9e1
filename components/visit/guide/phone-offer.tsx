'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { Button } from '@/components/ui/button';
import type { Facts } from '@/lib/facts/fact';
import { isPhone, type PhoneProbe, probePhone } from '@/lib/phone/probe';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { learnFacts } from './actions';

const never = (): (() => void) => () => undefined;
const isOnPhone = (): boolean => isPhone(navigator.userAgent);

/** Not every browser has it, and TypeScript knows it from none. */
const clientHints = v.object({
  userAgentData: v.object({ getHighEntropyValues: v.function() }),
});
const hints = v.object({ platformVersion: v.string() });

const androidVersion = async (): Promise<string | null> => {
  if (!v.is(clientHints, navigator)) return null;
  const told = v.safeParse(hints, await navigator.userAgentData.getHighEntropyValues(['platformVersion']));
  return told.success ? told.output.platformVersion : null;
};

const probe = async (): Promise<PhoneProbe> =>
  probePhone({
    userAgent: navigator.userAgent,
    androidVersion: await androidVersion(),
    hasWebNfc: 'NDEFReader' in window,
  });

/** On one's own phone the browser knows part of the answer. */
export function PhoneOffer() {
  const t = useTranslations('Guide');
  const isHome = useSurface() === 'home';
  const isThere = useSyncExternalStore(never, isOnPhone, () => false);
  const [isUnclear, setUnclear] = useState(false);
  if (!isHome || !isThere) return null;
  const check = async (): Promise<void> => {
    const phone = await probe();
    if (phone === null) return setUnclear(true);
    const facts: Facts = { phone: { value: phone, evidence: 'detected' } };
    await learnFacts(facts);
  };
  return (
    <div className="measure-offer">
      <p role="status">
        <Furigana>{isUnclear ? t('phoneUnclear') : t('offerPhone')}</Furigana>
      </p>
      {!isUnclear && (
        <Button variant="secondary" onClick={check}>
          <span>
            <Furigana>{t('checkPhone')}</Furigana>
          </span>
        </Button>
      )}
    </div>
  );
}
