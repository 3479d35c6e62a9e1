/** What a desk tells whoever watches over it. */
import { callStates } from './call.ts';
import { kioskAlarms } from './fleet.ts';
import { gauge, type Metric, type Sample } from './metrics.ts';
import { newestEvent } from './store/events.ts';
import { fleetOf } from './store/fleet.ts';
import type { Store } from './store/open.ts';
import { callsByState, dayOf, talliesOf } from './store/tally.ts';
import { waitSteps } from './wait-steps.ts';

/**
 * Of the database, so the same at every instance: whoever adds up instances takes the highest. Counts begin anew each day,
 * which Prometheus takes for a new start.
 */
export const deskMetrics = async (store: Store, now: number): Promise<readonly Metric[]> => {
  const [byState, tallies, events, { kiosks }] = await Promise.all([
    callsByState(store),
    talliesOf(store, dayOf(now)),
    newestEvent(store),
    fleetOf(store, now),
  ]);
  const claims = new Map(
    tallies.filter(({ name }) => name === 'claimedWithin').map(({ value, count }) => [value, count]),
  );
  let claimed = 0;
  const upTo = (step: string, le: string): Sample => {
    claimed += claims.get(step) ?? 0;
    return [{ le }, claimed];
  };
  const ours = kiosks.filter(({ revokedAt }) => revokedAt === null);
  return [
    {
      name: 'kazasu_calls',
      help: 'Calls of today by state.',
      type: 'gauge',
      samples: callStates.map((state) => [{ state }, byState.get(state) ?? 0]),
    },
    {
      name: 'kazasu_events_total',
      help: 'Changes that consoles and kiosks were told of.',
      type: 'counter',
      samples: [[{}, events]],
    },
    {
      // Waits are counted in steps and not kept one by one, so there is no sum.
      name: 'kazasu_claim_seconds',
      help: 'From a call to its claim, today.',
      type: 'histogram',
      samples: [...waitSteps.map((step) => upTo(String(step), String(step))), upTo('more', '+Inf')],
    },
    gauge('kazasu_kiosks', 'Kiosks that belong here.', ours.length),
    {
      name: 'kazasu_kiosk_alarms',
      help: 'Kiosks with something wrong, by what it is.',
      type: 'gauge',
      samples: kioskAlarms.map((alarm) => [{ alarm }, ours.filter(({ alarms }) => alarms.includes(alarm)).length]),
    },
  ];
};
