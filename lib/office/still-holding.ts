import type { PublicOffice } from './public-office.ts';

/**
 * What of an office still holds when it cannot be asked for again: what was for a time only goes with its time.
 *
 * @param now - milliseconds since 1970
 */
export const stillHolding = (office: PublicOffice, now: number): PublicOffice => {
  const { waitMinutes, waitUntil, notices, outage } = office;
  return {
    ...office,
    waitMinutes: now < (waitUntil ?? 0) ? waitMinutes : null,
    notices: notices.filter(({ until }) => now < until),
    outage: outage !== null && now < outage.until ? outage : null,
  };
};
