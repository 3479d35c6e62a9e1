import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import { PhoneDrawing, type PhonePicture as PictureName } from '../drawings/phone/phone-drawing';

/** A picture with its words for those who do not see it. */
export function PhonePicture({ name }: { name: PictureName }) {
  const t = useTranslations('PhoneDrawings');
  return <PhoneDrawing name={name} label={withoutReadings(t(name))} />;
}
