/** What has to be done about the two certificates (docs/sources.md, "Certificates"). */
import type { StepName } from './advice.ts';
import type { RuleId } from './rule-book.ts';
import type { Reading } from './visit.ts';

export interface Standing {
  readonly steps: readonly StepName[];
  readonly rules: readonly RuleId[];
}

const fine: Standing = { steps: [], rules: [] };
const newSignature = (rule: RuleId): Standing => ({ steps: ['new-signature-certificate-counter'], rules: [rule] });

/** A change of name or address ends it early, and nothing on the card shows that: so it is asked. */
export const signatureStanding = ({ visit, read }: Reading): Standing => {
  const certificate = visit.peek('certificate.signature');
  if (certificate === 'absent') return newSignature('signature-absent');
  if (certificate === 'void') return newSignature('signature-void');
  const changed = certificate === 'valid' ? visit.peek('changedSinceIssue') : read('changedSinceIssue');
  if (changed === 'yes') return newSignature('signature-void');
  return changed === 'unknown' || certificate === 'unknown' ? { steps: [], rules: ['signature-may-be-void'] } : fine;
};

export const authenticationStanding = ({ read }: Reading): Standing => {
  const state = read('certificate.authentication');
  switch (state) {
    case 'expired':
      return { steps: ['renew-certificates-counter'], rules: ['certificate-expired'] };
    case 'absent':
      return { steps: ['renew-certificates-counter'], rules: ['certificate-absent'] };
    case 'renewable':
      return { steps: [], rules: ['certificate-renewable'] };
    case 'unknown':
      return { steps: [], rules: ['certificate-end-unknown'] };
    case 'valid':
    case undefined:
      return fine;
  }
};
