import { existsSync } from 'node:fs';
import { storePlaceOf } from '../lib/helpdesk/server/desk-here.ts';
import { openStore, type Store } from '../lib/helpdesk/store/open.ts';
import { dataFolder } from './data-folder.ts';

/**
 * Does something with the store that the server of this machine uses, beside it or without it.
 *
 * @param data - folder of the desk's file, if `DATABASE_URL` names no database
 * @returns what `use` returns; `null` if there is no store yet
 */
export const withStore = async <Result>(
  data: string | undefined,
  use: (store: Store) => Promise<Result>,
): Promise<Result | null> => {
  const place = storePlaceOf({ DATABASE_URL: process.env.DATABASE_URL, KAZASU_DATA: dataFolder(data) });
  if (place === undefined || (place.kind === 'sqlite' && !existsSync(place.file))) return null;
  const store = await openStore(place);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};
