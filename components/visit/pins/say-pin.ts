import type { PinName } from '@/lib/card/report';
import type { FactValue } from '@/lib/facts/fact';
import { afterPaint } from '../after-paint';
import { visitNumber } from '../guide/guide-store';
import { sayFact } from '../say-fact';

/** What somebody says of a PIN, once the tap was seen: what follows from it is drawn after that. */
export const sayPin = async <Pin extends PinName>(pin: Pin, value: FactValue<`pin.${Pin}`>): Promise<void> => {
  const visit = visitNumber();
  await afterPaint();
  if (visit === visitNumber()) sayFact(`pin.${pin}`, value);
};
