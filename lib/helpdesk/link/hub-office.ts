/** What the office has set, as a kiosk has it from its hub: asked for now and then, and kept for when the hub is away. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { type PublicOffice, usualPublicOffice } from '../../office/public-office.ts';
import { stillHolding } from '../../office/still-holding.ts';
import type { HubRequests } from './hub-requests.ts';

/** Milliseconds between two questions, and for the answer to one. */
const askMs = 30_000;
const limitMs = 5_000;
/** Today's wait is today's for so long when nobody says it anew, in milliseconds. */
const waitKeptMs = 5 * 60_000;

/** It has been checked where it was published, and comes from the hub that TLS has shown to be ours: only its format is looked at. */
const officeSchema = v.custom<PublicOffice>((given) =>
  v.is(v.looseObject({ format: v.literal(usualPublicOffice.format), version: v.number() }), given),
);

export interface HubOffice {
  /** What visitors' screens are told at this moment. */
  tell(): PublicOffice;
  close(): void;
}

/** @returns what was heard last, before this process too; `undefined`: nothing, or nothing that can be read */
const remembered = (file: string): PublicOffice | undefined => {
  try {
    return v.parse(officeSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there yet, or of another version: the hub says it anew.
    return undefined;
  }
};

const remember = (file: string, office: PublicOffice): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(office), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** Without the wait, which is of the moment: a notice that begins changes it, though nobody has changed a setting. */
const lasting = (office: PublicOffice): PublicOffice => ({ ...office, waitMinutes: null, waitUntil: null });

const isSame = (one: PublicOffice, other: PublicOffice | undefined): boolean =>
  other !== undefined && JSON.stringify(lasting(one)) === JSON.stringify(lasting(other));

/** @param file - where it is kept */
export const hubOffice = (requests: HubRequests, file: string): HubOffice => {
  const ending = new AbortController();
  let office = remembered(file);
  let heardAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const ask = async (): Promise<void> => {
    try {
      const response = await requests.send('GET', '/api/hub/office', {
        signal: AbortSignal.any([ending.signal, AbortSignal.timeout(limitMs)]),
      });
      const heard = v.safeParse(officeSchema, response.ok ? await response.json() : await response.body?.cancel());
      if (heard.success) {
        heardAt = performance.now();
        const { output } = heard;
        const isNew = !isSame(output, office);
        office = output;
        if (isNew) remember(file, lasting(output));
      }
    } catch {
      // The hub is away; what it said last still holds, and the link says that it is.
    }
    if (!ending.signal.aborted) timer = setTimeout(ask, askMs).unref();
  };
  void ask();

  return {
    tell: () => {
      if (office === undefined) return usualPublicOffice;
      return performance.now() - heardAt > waitKeptMs ? lasting(stillHolding(office, Date.now())) : office;
    },
    close: () => {
      ending.abort();
      clearTimeout(timer);
    },
  };
};
