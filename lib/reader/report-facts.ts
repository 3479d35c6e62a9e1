import type { CardReport, PinName, PinReport } from '../card/report.ts';
import { isDay } from '../facts/day.ts';
import type { Facts } from '../facts/fact.ts';
import { forget, learn } from '../facts/learn.ts';

const learnPin = (facts: Facts, name: PinName, { triesLeft }: PinReport): Facts => {
  if (triesLeft === null) return facts;
  const measured = learn(facts, `triesLeft.${name}`, triesLeft, 'measured');
  if (triesLeft === 0) return learn(measured, `pin.${name}`, 'locked', 'measured');
  // Thought to be locked, or locked before it was set anew: it is not, so whether it is known has to be asked.
  return measured[`pin.${name}`]?.value === 'locked' ? forget(measured, `pin.${name}`) : measured;
};

/**
 * A 顔認証マイナンバーカード looks like any other to a reader, but never has a signature certificate. So only a card that
 * has one settles which card it is.
 */
const learnCard = (facts: Facts, report: CardReport): Facts =>
  report.signatureCertificate.present === true ? learn(facts, 'card', 'my-number', 'measured') : facts;

const learnCertificates = (facts: Facts, { authenticationCertificate, signatureCertificate }: CardReport): Facts => {
  const { state, notAfter } = authenticationCertificate;
  const known = state === 'unreadable' ? facts : learn(facts, 'certificate.authentication', state, 'measured');
  const dated = isDay(notAfter) ? learn(known, 'certificateEnds', notAfter, 'measured') : known;
  if (signatureCertificate.present === false) return learn(dated, 'certificate.signature', 'absent', 'measured');
  // That it is there does not say that it is valid: a move ends it, and nothing on the card shows that.
  const isRefuted = signatureCertificate.present === true && dated['certificate.signature']?.value === 'absent';
  return isRefuted ? forget(dated, 'certificate.signature') : dated;
};

/** What a card report establishes. Another card than a My Number card establishes nothing. */
export const learnReport = (facts: Facts, report: CardReport): Facts => {
  if (report.card !== 'my-number') return facts;
  const pins = (Object.keys(report.pins) as PinName[]).reduce(
    (known, name) => learnPin(known, name, report.pins[name]),
    facts,
  );
  return learnCertificates(learnCard(pins, report), report);
};
