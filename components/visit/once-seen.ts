import { afterPaint } from './after-paint';
import { visitNumber } from './guide/guide-store';

/** Does what a tap asks for once the tap was seen; not at all if the visit has ended meanwhile. */
export const onceSeen = async (act: () => void): Promise<void> => {
  const visit = visitNumber();
  await afterPaint();
  if (visit === visitNumber()) act();
};
