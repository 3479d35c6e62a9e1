import { type PhoneData, readCatalogue } from './catalogue.ts';
import type { PhoneCatalogue } from './model.ts';

const load = async (): Promise<PhoneCatalogue> => {
  const { default: data } = await import('./data/phones.json', { with: { type: 'json' } });
  // A test holds the file against phone-data-schema.ts; the compiler takes its rows for lists of any length.
  return readCatalogue(data as unknown as PhoneData);
};

let loading: Promise<PhoneCatalogue> | null = null;

/**
 * The shipped catalogue, fetched when it is first asked for and once only.
 *
 * @throws what the browser throws when the file cannot be fetched; the next call tries again
 */
export const loadCatalogue = (): Promise<PhoneCatalogue> => {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
};
