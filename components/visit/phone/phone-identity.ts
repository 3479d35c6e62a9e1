'use client';

import { useTranslations } from 'next-intl';
import type { PhoneCheck } from '@/lib/phone/check';

/** What is known of the phone, as 「Xperia 1 IV（SO-51C）」 and 「Android 14」. Empty if nothing is. */
export const usePhoneIdentity = (check: PhoneCheck): readonly string[] => {
  const t = useTranslations('PhoneCheck');
  const { model, code, kind, os } = check;
  const names: string[] = [];
  if (model !== null && model !== 'not-listed')
    names.push(model.name.endsWith(model.code) ? model.name : `${model.name}（${model.code}）`);
  else if (code !== null) names.push(t('code', { code }));
  else if (kind === 'iphone') names.push('iPhone');
  if (os !== null && typeof os.value === 'object') {
    const [major, minor] = os.value;
    const version = kind === 'android' && minor === 0 ? `${major}` : `${major}.${minor}`;
    const text = os.isSure ? version : t('atLeast', { version });
    names.push(kind === 'android' ? t('android', { version: text }) : t('ios', { version: text }));
  }
  return names;
};
