'use client';

import { learned } from '@/lib/advice/guide';
import { momentOf } from '@/lib/facts/moment';
import { fromTakeAway } from '@/lib/facts/take-away';
import type { Surface } from '@/lib/place/place';
import { type GuideNews, getGuide, tellGuide } from './guide-store';

const reasons = { broken: 'arrivedBroken', newer: 'arrivedNewer', old: 'arrivedOld' } as const satisfies Record<
  string,
  GuideNews['kind']
>;

/** A visit that was taken along from elsewhere goes on here. */
export const readArrival = (surface: Surface): void => {
  const code = window.location.hash.slice(1);
  if (code === '') return;
  const read = fromTakeAway(code, momentOf(new Date()).day);
  if (read.ok) tellGuide(learned(getGuide(), read.facts), { kind: 'arrived' });
  else tellGuide(getGuide(), { kind: reasons[read.reason] });
  // The next visitor of a kiosk must not find it in the address; at home it is the visitor's own until they finish.
  if (surface === 'kiosk') window.history.replaceState(window.history.state, '', window.location.pathname);
};
