'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { PhoneCheck } from '@/lib/phone/check';

/** What is known of the phone, as 「Xperia 1 IV（SO-51C）、Android 14」; `null` if nothing is. */
export const usePhoneIdentity = ({ model, isCodeChosen, code, kind, os }: PhoneCheck): string | null => {
  const t = useTranslations('PhoneCheck');
  const { list } = useFormatter();
  const names: string[] = [];
  if (model !== null && model !== 'not-listed') {
    const isNameEnough = !isCodeChosen || model.name.endsWith(model.code);
    names.push(isNameEnough ? model.name : t('named', { name: model.name, code: model.code }));
  } else if (code !== null) names.push(t('code', { code }));
  else if (kind === 'iphone') names.push('iPhone');
  if (os !== null && typeof os.value === 'object') {
    const [major, minor] = os.value;
    const version = kind === 'android' && minor === 0 ? `${major}` : `${major}.${minor}`;
    const text = os.isSure ? version : t('atLeast', { version });
    names.push(kind === 'android' ? t('android', { version: text }) : t('ios', { version: text }));
  }
  return names.length === 0 ? null : list(names, { type: 'conjunction', style: 'narrow' });
};
