import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type PinPicture as PictureName, PinDrawing } from '../drawings/pins/pin-drawing';

/** A picture with its words for those who do not see it. */
export function PinPicture({ name }: { name: PictureName }) {
  const t = useTranslations('PinDrawings');
  return <PinDrawing name={name} label={withoutReadings(t(name))} />;
}
