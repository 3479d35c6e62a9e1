/** Visits that begin with a card on the reader, whatever it says. */
import { everyErrand, factsOf, type Start, workingMorning } from '../../advice/testing/starts.ts';
import type { CardReport, CertificateState, PinName, PinReport } from '../../card/report.ts';
import { learnReport } from '../report-facts.ts';

const triesMax = { signature: 5, authentication: 3, cardInfoInput: 3, residentRegister: 3 } as const;

const pinReport = (name: PinName, triesLeft: number): PinReport => ({
  state: 'unknown',
  triesLeft,
  triesMax: triesMax[name],
});

interface Read {
  readonly tries?: Partial<Record<PinName, number>>;
  readonly certificate?: CertificateState;
  readonly hasSignature?: boolean;
}

const cardReport = ({ tries = {}, certificate = 'valid', hasSignature = true }: Read): CardReport => {
  const pin = (name: PinName): PinReport => pinReport(name, tries[name] ?? triesMax[name]);
  const isThere = certificate !== 'absent' && certificate !== 'unreadable';
  return {
    card: 'my-number',
    pins: {
      signature: pin('signature'),
      authentication: pin('authentication'),
      cardInfoInput: pin('cardInfoInput'),
      residentRegister: pin('residentRegister'),
    },
    authenticationCertificate: { state: certificate, notAfter: isThere ? '2027-02-01' : null },
    signatureCertificate: { present: hasSignature },
    exchanges: 14,
    elapsedMs: 298,
  };
};

const afterReport = (name: string, read: Read, errands: Start['errands'] = everyErrand): Start => ({
  name: `card read: ${name}`,
  setting: workingMorning,
  // A reader stands in an office.
  facts: learnReport(factsOf({ place: 'office' }), cardReport(read)),
  errands,
});

const signed = ['child-allowance', 'nursery', 'pin-reset', 'convenience-store-certificates'] as const;

export const startsWithReader: readonly Start[] = [
  afterReport('all fine', {}),
  afterReport('signature locked', { tries: { signature: 0 } }),
  afterReport('authentication locked', { tries: { authentication: 0 } }),
  afterReport('signature and authentication locked', { tries: { signature: 0, authentication: 0 } }),
  afterReport('券面事項入力補助用 locked', { tries: { cardInfoInput: 0 } }, [...signed, 'public-money-account']),
  afterReport('住民基本台帳用 locked', { tries: { residentRegister: 0 } }, ['pin-reset', 'renew-certificates']),
  afterReport('last try of the signature', { tries: { signature: 1 } }, signed),
  afterReport('last try of all', { tries: { signature: 1, authentication: 1, cardInfoInput: 1 } }, [
    ...signed,
    'public-money-account',
    'app-registration',
  ]),
  afterReport('signature locked, last try of the other', { tries: { signature: 0, authentication: 1 } }),
  afterReport('to be renewed soon', { certificate: 'renewable' }, [...signed, 'renew-certificates']),
  afterReport('expired', { certificate: 'expired' }),
  afterReport('expired and locked', { certificate: 'expired', tries: { signature: 0 } }),
  afterReport('no certificates', { certificate: 'absent', hasSignature: false }),
  afterReport('no signature certificate', { hasSignature: false }),
  afterReport('certificate not read', { certificate: 'unreadable' }, ['nursery', 'pin-reset']),
];
