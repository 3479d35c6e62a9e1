import type { ReaderSettings } from './protocol.ts';

/** What the one who starts the Kazasu server tells it about the reader, as environment variables. See cli/kiosk.ts. */
type Environment = Readonly<Record<string, string | undefined>>;

/** The practice card wins: whoever asks for it wants no reader. Half a pair of address and secret is of no use. */
export const readerSettings = (env: Environment): ReaderSettings => {
  const { KAZASU_PRACTICE_CARD: scenario, KAZASU_READER_URL: url, KAZASU_READER_SECRET: secret } = env;
  if (scenario) return { kind: 'practice', scenario };
  return url && secret ? { kind: 'reader', url, secret } : { kind: 'none' };
};
