'use client';

import type { QueryClient } from '@tanstack/react-query';
import { lastOfficePath } from '@/lib/kiosk/keeper/protocol';
import { type PublicOffice, understoodOffice, usualPublicOffice } from '@/lib/office/public-office';
import { stillHolding } from '@/lib/office/still-holding';
import { isOfflineCopy, placeQuery } from './place';

/** @returns what the keeper of this browser has heard last; nothing at home */
const askKeeper = async (client: QueryClient): Promise<PublicOffice | undefined> => {
  const { keeper } = await client.query(placeQuery);
  if (keeper === null) return undefined;
  const response = await fetch(`${keeper}${lastOfficePath}`, { cache: 'no-store' });
  return response.status === 200 ? understoodOffice(await response.json()) : undefined;
};

/** A keeper that is away as well has nothing to say. */
const nothing = (): undefined => undefined;

/**
 * The office while its server does not answer: as it was known last, but for what was for a time that is over.
 *
 * @param known - to this page
 * @param server - its answer, should it still come
 */
export const officeAway = async (
  client: QueryClient,
  known: PublicOffice | undefined,
  server: Promise<PublicOffice>,
): Promise<PublicOffice> => {
  const last = known ?? (await askKeeper(client).catch(nothing));
  if (last !== undefined) return stillHolding(last, Date.now());
  return server.catch((failure: unknown) => {
    // At home without a network.
    if (failure instanceof TypeError && isOfflineCopy()) return usualPublicOffice;
    throw failure;
  });
};
