/** Laws about ways, days and sources. */
import { addDays, type Day, isDay } from '../../facts/day.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { isWorkingDay } from '../../procedures/working-days.ts';
import { type Blocked, type Device, devices, type Route, stepNames } from '../advice.ts';
import { consult } from '../consult.ts';
import type { RuleId } from '../rule-book.ts';
import { citedRule } from '../rule-sources.ts';
import { eachRoute, type Law, type Seen, unless } from './seen.ts';

const isUnique = (list: readonly unknown[]): boolean => new Set(list).size === list.length;
const wayOf = ({ channel, by }: Route | Blocked): string => `${channel} ${by}`;
const isApplication = ({ procedure, isClosed }: Seen): boolean => procedure.kind === 'application' && !isClosed;

/** Further visits: whoever is in the office now does not come again to use its terminal. */
const furtherVisits = ({ by, visits }: Route, { value }: Seen): number =>
  by === 'office-terminal' && value('place') === 'office' ? visits - 1 : visits;

const isLate = ({ doneBy }: Route, deadline: string): boolean => doneBy === null || doneBy > deadline;

const deadlineOf = ({ value }: Seen): Day | null => {
  const deadline = value('deadline');
  return deadline === undefined || deadline === 'none' ? null : deadline;
};

/** What would have been found without a last day. */
const foundWithout = ({ facts, now, office }: Seen): readonly Route[] => {
  const found = consult({ ...facts, deadline: { value: 'none', evidence: 'said' } }, { now, office });
  return found.kind === 'advice' ? found.advice.routes : [];
};

const earliest = (routes: readonly Route[]): string => {
  const days = routes.flatMap(({ doneBy }) => (doneBy === null ? [] : [doneBy]));
  return days.toSorted()[0] ?? 'never';
};

const needsNewCertificate = ({ first }: Route): boolean =>
  first.includes('renew-certificates-counter') || first.includes('new-signature-certificate-counter');

/** Ways that the advice about an application has to account for, each open or closed. */
const waysToName = ({ advice: { blocked }, procedure: { online } }: Seen): readonly string[] => {
  const isShut = blocked.some(({ channel, by }) => channel === 'online' && by === null);
  const sensible: readonly Device[] = online?.phoneOnly === true ? ['phone'] : devices;
  return [...(isShut ? [] : sensible).map((by) => `online ${by}`), 'post null', 'counter null'];
};

const concernsCard = ({ procedure, isClosed }: Seen): boolean =>
  !isClosed && procedure.kind !== 'information' && procedure.kind !== 'paid-without-application';

/** Rules that have been found to have a source, by errand: looked up once. */
const sourced = new Map<Procedure, Set<RuleId>>();
const sourceComplaint = ({ procedure }: Seen, rule: RuleId): string | null => {
  const found = sourced.get(procedure) ?? new Set();
  if (found.has(rule)) return null;
  const { source, asOf } = citedRule(rule, procedure);
  if (!URL.canParse(source.address) || !isDay(asOf)) return `${rule} has no source`;
  sourced.set(procedure, found.add(rule));
  return null;
};

const citedIn = ({ advice: { routes, blocked, notes } }: Seen): readonly RuleId[] => [
  ...routes.flatMap(({ rules }) => rules),
  ...blocked.flatMap(({ because }) => because),
  ...notes,
];

const storeCloses = 23 * 60;
const wayToStore = 10;
const isStoreReachable = ({ now }: Seen): boolean => now.minute + wayToStore < storeCloses;
const goesToStore = ({ channel, first }: Route): boolean =>
  channel === 'convenience-store' || first.some((step) => step.endsWith('-konbini'));
const goesToCounter = ({ channel, first }: Route): boolean =>
  channel === 'counter' || first.some((step) => step.endsWith('-counter'));
const usesNationalSystem = (route: Route): boolean =>
  route.channel === 'online' || goesToStore(route) || route.first.some((step) => step.startsWith('reset-'));

/** The day on which an office is visited, where the day of the route says so. */
const officeDay = (route: Route, { procedure }: Seen): Day | null => {
  if (!goesToCounter(route) || route.doneBy === null || route.by === 'office-terminal') return null;
  const waits =
    route.channel === 'online' && needsNewCertificate(route) ? procedure.online?.newCertificateAfterDays : 0;
  return addDays(route.doneBy, -(waits ?? 0));
};

export const wayLaws: Readonly<Record<string, Law>> = {
  'there is always a way, and none is listed twice': ({ advice: { routes, blocked } }) => {
    if (routes.length === 0) return 'no way';
    const ways = routes.map(wayOf);
    if (!isUnique(ways)) return `listed twice: ${ways.join('; ')}`;
    // A counter that mends the card may be open although none takes the errand.
    const both = blocked.find((closed) => closed.by !== null && ways.includes(wayOf(closed)));
    return both === undefined ? null : `open and closed: ${wayOf(both)}`;
  },

  'steps, things and reasons are named once, steps in the order in which they are done': eachRoute(
    ({ first, bring, rules }) => {
      const places = first.map((step) => stepNames.indexOf(step));
      if (places.some((place, at) => place <= (places[at - 1] ?? -1))) return 'steps out of order';
      return unless(isUnique(bring) && isUnique(rules) && rules.length > 0, 'something is named twice');
    },
  ),

  'every way of an application is open, or closed for a reason': (seen) => {
    if (!isApplication(seen)) return null;
    const { routes, blocked } = seen.advice;
    const named = new Set([...routes, ...blocked].map(wayOf));
    const missing = waysToName(seen).find((way) => !named.has(way));
    if (missing !== undefined) return `nothing about ${missing}`;
    return unless(
      blocked.every(({ because, check }) => because.length + check.length > 0),
      'closed without a reason',
    );
  },

  'every rule has a source with an address and a day': (seen) => {
    for (const rule of citedIn(seen)) {
      const complaint = sourceComplaint(seen, rule);
      if (complaint !== null) return complaint;
    }
    return null;
  },

  'a letter that is in time goes before every way that takes a further visit': (seen) => {
    const { routes } = seen.advice;
    const post = routes.findIndex(({ channel }) => channel === 'post');
    const letter = routes[post];
    const deadline = deadlineOf(seen);
    const isTimely = letter !== undefined && (deadline === null || !isLate(letter, deadline));
    if (!isApplication(seen) || !isTimely) return null;
    const before = routes.slice(0, post).find((route) => furtherVisits(route, seen) > 0);
    return before === undefined ? null : `${wayOf(before)} goes before the letter`;
  },

  'a long queue is named as a reason to write': eachRoute(({ channel, rules }, seen) => {
    const isLong = (seen.value('waitMinutes') ?? 0) >= 240;
    const isFirst = seen.advice.routes[0].channel === 'post';
    return unless(channel !== 'post' || !isFirst || !isLong || rules.includes('long-wait'), 'no word about the queue');
  }),

  'the last day is kept wherever any way keeps it': (seen) => {
    const deadline = deadlineOf(seen);
    if (!isApplication(seen) || deadline === null) return null;
    const { routes } = seen.advice;
    if (!isLate(routes[0], deadline))
      return unless(
        routes.every((route) => !isLate(route, deadline)),
        'a late way',
      );
    if (!routes[0].rules.includes('deadline-missed')) return 'nobody says that it is late';
    return unless(
      foundWithout(seen).every((route) => isLate(route, deadline)),
      'a way in time was found',
    );
  },

  'where nobody asks for the last day, the best way is the quickest': (seen) => {
    if (!isApplication(seen) || seen.value('deadline') !== undefined) return null;
    const { routes } = seen.advice;
    const best = earliest(routes);
    return unless(best === 'never' || routes[0].doneBy === best, `${best} would be possible`);
  },

  'a certificate renewed or issued anew works on the day on which the errand takes it': eachRoute((route, seen) => {
    const days = seen.procedure.online?.newCertificateAfterDays ?? 0;
    if (route.channel !== 'online' || days === 0 || !needsNewCertificate(route)) return null;
    if (!route.rules.includes('new-certificate-next-day')) return 'nobody says so';
    return unless(route.doneBy !== null && route.doneBy >= addDays(seen.now.day, days), 'too early');
  }),

  'nothing is done before today, and no result comes before it is handed in': eachRoute(
    ({ doneBy, resultBy }, { now }) => {
      if (doneBy !== null && doneBy < now.day) return 'in the past';
      return unless(resultBy === null || (doneBy !== null && resultBy >= doneBy), 'a result too early');
    },
  ),

  'nobody is sent to an office on a day when it is closed': eachRoute((route, seen) => {
    const day = officeDay(route, seen);
    const isHere = seen.value('place') === 'office' && day === seen.now.day;
    return unless(day === null || isHere || isWorkingDay(day), `closed on ${day}`);
  }),

  'an office that is closed for today is visited another day': eachRoute((route, seen) => {
    const isPast = seen.now.minute > seen.office.closes;
    const isToday = officeDay(route, seen) === seen.now.day;
    return unless(!isPast || !isToday, 'today, after it has closed');
  }),

  'whoever is sent to a counter is told of the visit': eachRoute((route) =>
    unless(!goesToCounter(route) || route.visits > 0, 'a visit that is not counted'),
  ),

  'a store is not promised for today when it closes before anybody gets there': eachRoute((route, seen) =>
    unless(!goesToStore(route) || isStoreReachable(seen) || route.doneBy !== seen.now.day, 'too late for today'),
  ),

  'while the national system is down, nothing that needs it is done today': eachRoute((route, seen) => {
    const isDown = seen.value('outage') === 'yes';
    return unless(!isDown || !usesNationalSystem(route) || route.doneBy !== seen.now.day, 'today');
  }),

  'a period of stay that ends, or may end, is always mentioned, and only then': (seen) => {
    const isNoted = seen.advice.notes.includes('stay-limited');
    const stay = seen.value('stay');
    const isDue = (stay === 'limited' || stay === 'unknown') && concernsCard(seen);
    return unless(isNoted === isDue, isDue ? 'not mentioned' : 'mentioned without a reason');
  },

  'nothing is asked twice': ({ asked }) => unless(isUnique(asked), 'asked twice'),
};
