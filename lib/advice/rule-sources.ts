import type { Day } from '../facts/day.ts';
import type { Procedure, Source } from '../procedures/procedure.ts';
import type { RuleId } from './rule-book.ts';
import { notedOn, type PageName, pages } from './sources.ts';

/**
 * What a rule rests on. `errand`: what the errand's own file cites. `isOwn`: our conclusion from that source (date
 * arithmetic, an order of preference), which the source itself does not say.
 */
interface Basis {
  readonly pages: readonly [PageName, ...PageName[]] | 'errand';
  readonly isOwn?: true;
}

const on = (...names: readonly [PageName, ...PageName[]]): Basis => ({ pages: names });
const ownFrom = (...names: readonly [PageName, ...PageName[]]): Basis => ({ pages: names, isOwn: true });
const errand: Basis = { pages: 'errand' };
const ownFromErrand: Basis = { pages: 'errand', isOwn: true };

const bases: Readonly<Record<RuleId, Basis>> = {
  'online-ready': ownFromErrand,
  'pc-with-phone': on('pcWithPhone'),
  'pc-with-reader': on('readers'),
  'phone-card-works': on('phoneCard', 'storeCertificates'),
  'office-terminal': on('terminal'),
  'post-applies': errand,
  'counter-applies': errand,
  'post-before-counter': ownFrom('benefit2020Speed', 'benefit2020Queue'),
  'long-wait': ownFrom('benefit2020Queue', 'busyTimes'),
  'store-terminal': on('storeCertificates'),
  'paid-without-application': errand,
  'paper-by-post': errand,
  'look-around': errand,
  'online-needs-device': on('appFaq', 'readers'),
  'phone-too-old': on('appFaq'),
  'phone-likely': ownFrom('phoneList'),
  'phone-not-checked': ownFrom('phoneList'),
  'phone-cannot-read': on('phoneList'),
  'phone-borrowed': ownFrom('appFaq'),
  'device-not-there': on('appFaq', 'readers'),
  'terminal-not-here': on('terminal'),
  'phone-card-does-not-work': errand,
  'phone-card-unconfirmed': errand,
  'card-needed': errand,
  'card-on-its-way': errand,
  'card-lost': on('loss', 'lostReissue'),
  'card-not-identified': ownFrom('faceAuthentication'),
  'face-authentication-card': on('faceAuthentication'),
  'pin-on-slip': on('slip'),
  'pin-to-find': ownFrom('slip'),
  'pin-forgotten': on('pinReset'),
  'pin-locked': on('pinReset', 'notReset'),
  'pin-last-try': ownFrom('pinLock', 'notReset'),
  'reset-at-counter': on('pinReset', 'pinLock'),
  'reset-counter-only': on('storeChains', 'pinReset'),
  'reset-at-konbini': on('storeChains', 'storeConditions'),
  'konbini-other-pin': on('storeOtherPin', 'storeConditions'),
  'konbini-certificates': on('storeConditions'),
  'konbini-nothing-changed': on('storeConditions'),
  'konbini-phone': on('storeConditions'),
  'konbini-chain': on('storeChains'),
  'konbini-hours': on('storeHours'),
  'konbini-not-yet': on('storeSince', 'storeOtherPin'),
  'pins-usable': ownFrom('pinReset'),
  'certificate-expired': on('certificateStops', 'certificateEndUji'),
  'certificate-absent': ownFrom('pinReset'),
  'certificate-renewable': on('certificateEnd', 'certificateEndUji'),
  'certificate-end-unknown': ownFrom('certificateEnd'),
  'certificate-fine': ownFrom('certificateEnd'),
  'renew-at-counter': on('renewal', 'renewalNotOnline'),
  'signature-void': on('certificateNextDay'),
  'signature-absent': ownFrom('certificateNextDay'),
  'signature-may-be-void': on('certificateNextDay'),
  'new-certificate-next-day': on('certificateNextDay'),
  'no-signature-under-15': on('guardianship'),
  'no-signature-guardianship': on('guardianship'),
  'adults-only': errand,
  representative: on('representative', 'officeHours'),
  'proxy-two-visits': on('pinResetTwice'),
  'stay-limited': on('stay'),
  'deadline-kept': ownFromErrand,
  'deadline-missed': ownFromErrand,
  'errand-closed': errand,
  'outage-today': on('outage'),
  'office-closed-today': ownFrom('officeHours'),
  'no-online-channel': errand,
  'no-post-channel': errand,
  'no-counter-channel': errand,
  'ask-the-ward': on('officeHours'),
  'hold-until-done': on('holdFaq', 'scanCard', 'scanSound'),
  'moving-in-needs-visit': on('moveIn'),
};

/** A rule with what it rests on, as screens and the command line show it. */
export interface CitedRule {
  readonly id: RuleId;
  readonly source: Source;
  /** As of when the source says so; for an undated page the day on which it was noted down. */
  readonly asOf: Day;
  readonly isOwn: boolean;
}

const channelOf: Partial<Readonly<Record<RuleId, 'online' | 'post' | 'counter'>>> = {
  'online-ready': 'online',
  'phone-card-does-not-work': 'online',
  'phone-card-unconfirmed': 'online',
  'post-applies': 'post',
  'counter-applies': 'counter',
};

const errandSources = (rule: RuleId, procedure: Procedure): readonly Source[] => {
  const channel = channelOf[rule];
  return (channel === undefined ? null : procedure[channel]?.sources) ?? procedure.sources;
};

/** Everything a rule rests on in the advice about `procedure`, the main source first. */
export const sourcesOf = (rule: RuleId, procedure: Procedure): readonly Source[] => {
  const basis = bases[rule].pages;
  return basis === 'errand' ? errandSources(rule, procedure) : basis.map((name) => pages[name]);
};

export const citedRule = (id: RuleId, procedure: Procedure): CitedRule => {
  const [source = procedure.sources[0]] = sourcesOf(id, procedure);
  return { id, source, asOf: source.asOf ?? notedOn, isOwn: bases[id].isOwn === true };
};

/** The day on which somebody has to look at the pages of the rules again; errands have a day of their own. */
export const pagesReviewBy: Day = '2027-05-31';
