/**
 * What travels between a kiosk, the server and a console. Closed: there is no member that could hold a word of a visitor or
 * of staff, a number of anybody, or anything that is not in one of our own lists. Checked where it arrives.
 */
import * as v from 'valibot';
import { cardErrorCodes } from '../errors/card-error.ts';
import { type FactName, factNames, type Known } from '../facts/fact.ts';
import { isFactValue } from '../facts/facts-file.ts';
import { locales } from '../i18n/locales.ts';
import { handOuts } from '../playbook/node.ts';
import { callReasons, callStates } from './call.ts';
import { promptStates, sentences } from './prompt.ts';
import { isStep, type Step } from './step.ts';

/** Made by whoever sends, so that what arrives twice counts once. Holds nothing but chance. */
const id = v.pipe(v.string(), v.uuid());
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
/** Milliseconds since 1970, by the server's clock. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0));
const language = v.picklist(locales);
const step = v.custom<Step>(isStep);

/** A birthday (`certificateEnds`) stays where it is; the others are said by the office itself. */
const keptFacts = ['certificateEnds', 'place', 'waitMinutes', 'outage'] as const satisfies readonly FactName[];
export const deskFactNames = factNames.filter(
  (name): name is Exclude<FactName, (typeof keptFacts)[number]> => !keptFacts.some((kept) => kept === name),
);
const evidence = v.picklist(['said', 'detected', 'measured']);
const isDeskFact = (given: unknown): given is DeskFacts =>
  typeof given === 'object' &&
  given !== null &&
  Object.entries(given).every(
    ([name, known]: [string, unknown]) =>
      deskFactNames.some((each) => each === name) &&
      v.is(v.strictObject({ value: v.union([v.string(), v.number()]), evidence }), known) &&
      isFactValue(name as FactName, known.value),
  );
/** Facts of a visit: closed names, closed values (lib/facts). */
export type DeskFacts = { readonly [Name in (typeof deskFactNames)[number]]?: Known<Name> };

/** What staff see of a visit. `elapsedS`: seconds since it began. `error`: on the screen now, of lib/errors. */
const caseEntries = {
  language,
  step,
  facts: v.custom<DeskFacts>(isDeskFact),
  error: v.nullable(v.picklist(cardErrorCodes)),
  elapsedS: count,
} as const;
export const caseSchema = v.strictObject(caseEntries);
export type Case = v.InferOutput<typeof caseSchema>;

/** How a visit ended, as the numbers of the day count it. */
export const visitOutcomes = [
  'online',
  'post',
  'counter',
  'store',
  'read-card',
  'practised',
  'helped',
  'left',
] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** What a kiosk tells the desk. `id` makes it count once, `agoMs` is how long it has been waiting to be delivered. */
export const deskMessageSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('ask'), id, call: id, reason: v.picklist(callReasons), case: caseSchema }),
  v.strictObject({ kind: v.literal('leave'), id, call: id }),
  v.strictObject({ kind: v.literal('case'), id, call: id, case: caseSchema }),
  v.strictObject({ kind: v.literal('answer'), id, prompt: id, accepted: v.boolean() }),
  /** A visit has ended. `steps`: the parts that were opened; `earlyLifts`, `tries`: of the practice and the reader. */
  v.strictObject({
    kind: v.literal('visit'),
    id,
    outcome: v.picklist(visitOutcomes),
    language,
    lastStep: step,
    seconds: count,
    reads: count,
    earlyLifts: count,
  }),
]);
export type DeskMessage = v.InferOutput<typeof deskMessageSchema>;

/** What staff have sent to the visitor's screen. `show` asks the visitor first. */
export const promptContentSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('show'), page: v.picklist(handOuts) }),
  v.strictObject({ kind: v.literal('say'), sentence: v.picklist(sentences) }),
  v.strictObject({ kind: v.literal('end') }),
]);
export type PromptContent = v.InferOutput<typeof promptContentSchema>;

export const promptSchema = v.strictObject({
  id,
  content: promptContentSchema,
  state: v.picklist(promptStates),
});
export type Prompt = v.InferOutput<typeof promptSchema>;

/** The visitor's own call, as their screen shows it. `place`: in the queue, from 1; `null` once it has been claimed. */
export const visitorCallSchema = v.strictObject({
  id,
  state: v.picklist(callStates),
  place: v.nullable(count),
  /** The newest thing that staff have sent and that has not been answered. */
  prompt: v.nullable(promptSchema),
});
export type VisitorCall = v.InferOutput<typeof visitorCallSchema>;

/** All that a kiosk is told by the desk, whole each time. `reachable`: the desk answers; `onDuty`: somebody is at a console. */
export const deskViewSchema = v.strictObject({
  reachable: v.boolean(),
  onDuty: v.boolean(),
  call: v.nullable(visitorCallSchema),
});
export type DeskView = v.InferOutput<typeof deskViewSchema>;

/** A call as a console shows it. `claimedBy`: id and name of a member of staff. */
export const staffCallSchema = v.strictObject({
  id,
  kiosk: v.strictObject({ id: v.string(), name: v.string() }),
  reason: v.picklist(callReasons),
  case: caseSchema,
  state: v.picklist(callStates),
  /** How often the circle was widened, from 0. */
  level: count,
  askedAt: time,
  claimedAt: v.nullable(time),
  endedAt: v.nullable(time),
  claimedBy: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  prompts: v.array(promptSchema),
});
export type StaffCall = v.InferOutput<typeof staffCallSchema>;

/**
 * `GET /api/staff/queue?now=`, with what the console's clock shows, which may be left away. `now`: the server's clock, so that a
 * console with a wrong one shows the right waits. Both in milliseconds since 1970.
 */
export const queueSchema = v.strictObject({
  now: time,
  /** Id of the newest event in it: what follows comes by `GET /api/staff/events` with this as `Last-Event-ID`. */
  seq: count,
  calls: v.array(staffCallSchema),
  onDuty: v.array(v.strictObject({ id: v.string(), name: v.string(), languages: v.array(language) })),
});
export type Queue = v.InferOutput<typeof queueSchema>;

export const staffRoles = ['clerk', 'lead', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** `GET /api/staff/me`; 401 for somebody who is not signed in. */
export const staffMemberSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  role: v.picklist(staffRoles),
  /** Languages they help in, for the calls that ring for them first. */
  languages: v.array(language),
});
export type StaffMember = v.InferOutput<typeof staffMemberSchema>;
