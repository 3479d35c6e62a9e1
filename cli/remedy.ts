import type { CardErrorCode } from '../lib/errors/card-error.ts';
import { cardErrors, words } from './words.ts';

const serviceErrors: readonly CardErrorCode[] = ['serviceNotRunning', 'serviceStopped', 'serviceNotResponding'];
const readerErrors: readonly CardErrorCode[] = ['readerMissing', 'readerUnplugged'];

export const isServiceError = (code: CardErrorCode): boolean => serviceErrors.includes(code);

/** What an operator can do. Visitors are sent to a member of staff for service and reader; here that would be the reader. */
export const operatorRemedy = (code: CardErrorCode): string => {
  const { doctor } = words();
  if (isServiceError(code)) return doctor.serviceRemedy;
  if (readerErrors.includes(code)) return doctor.readerRemedy;
  return cardErrors()[code].remedy;
};
