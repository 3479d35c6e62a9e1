/**
 * The clocks that a kiosk's without a hub can be compared with: those of the devices on which staff have its console open. Whose they
 * are is not known here.
 */
import { uptime } from 'node:os';
import { clockToleranceMs } from '../kiosk/machine.ts';

/** For so long one that differs is outweighed by one that differs less, in milliseconds. */
const believedMs = 24 * 60 * 60_000;

export interface ConsoleClock {
  /** How far the kiosk's clock is ahead, milliseconds; `undefined`: no console has told what its own shows. */
  skewMs(): number | undefined;
  /** @param told - what a console's clock shows, milliseconds since 1970 */
  hear(told: number): void;
}

/**
 * Of two consoles that differ, one at least is wrong, and the kiosk's clock bears out the one that is nearer to it.
 *
 * @param now - the kiosk's clock
 * @param running - milliseconds of a clock that nobody sets and that goes on while the machine sleeps. What was told is kept by it,
 *   so that it still holds when the kiosk's clock is set
 */
export const consoleClock = (now: () => number = Date.now, running = () => uptime() * 1_000): ConsoleClock => {
  let believed: { readonly since: number; readonly told: number } | undefined;
  const skewBy = ({ since, told }: NonNullable<typeof believed>): number =>
    Math.round(now() - told - (running() - since));
  return {
    skewMs: () => believed && skewBy(believed),
    hear: (told) => {
      const heard = { since: running(), told };
      const isOutweighed =
        believed !== undefined &&
        heard.since - believed.since <= believedMs &&
        Math.abs(skewBy(heard)) > Math.max(Math.abs(skewBy(believed)), clockToleranceMs);
      if (!isOutweighed) believed = heard;
    },
  };
};
