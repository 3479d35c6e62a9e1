/** What a console asks the desk, and what it is told as it happens. */
import * as v from 'valibot';
import { isDay } from '../facts/day.ts';
import type { Desk } from './desk.ts';
import type { Change } from './feed.ts';
import { numbersCsv, numbersOf } from './numbers.ts';
import {
  type Answer,
  answered,
  type EventStream,
  nothingToSay,
  type Route,
  refused,
  route,
  type StreamRoute,
  streamRoute,
} from './server/route.ts';
import { recordAlone } from './store/audit.ts';
import type { Moved } from './store/calls.ts';
import type { Store } from './store/open.ts';
import { dayOf, talliesOf } from './store/tally.ts';
import { promptContentSchema, type StaffMember } from './wire.ts';

const promptBody = v.strictObject({ id: v.pipe(v.string(), v.uuid()), content: promptContentSchema });

const answerOf = (moved: Moved): Answer => {
  switch (moved.kind) {
    case 'moved':
      return nothingToSay;
    case 'taken':
      return { status: 409, body: { error: 'alreadyClaimed', by: moved.by } };
    case 'notThere':
      return refused('notFound');
    case 'notYours':
      return refused('notYours');
    case 'notOnDuty':
      return refused('notOnDuty');
  }
};

const moves = {
  claim: (desk: Desk, call: string, member: StaffMember) => desk.claim(call, member),
  release: (desk: Desk, call: string, member: StaffMember) => desk.release(call, member),
  help: (desk: Desk, call: string, member: StaffMember) => desk.help(call, member),
} as const;

/** What a console is told of a change. A call that is no longer there is told as such. */
const tell = (desk: Desk, stream: EventStream, { seq, kind, subject, call }: Change): void => {
  if (kind === 'call') stream.send('call', call ?? { id: subject, deleted: true }, seq);
  // Without a number: it may be told before what has happened meanwhile.
  else if (kind === 'duty') stream.send('duty', desk.feed.onDuty());
  else stream.send(kind, { subject }, seq);
};

/**
 * A stream that begins where the console has left off. Events that come while the missed ones are read wait for them.
 * `reset`: some of those are gone, and the console asks for the queue anew.
 */
const follow = (desk: Desk, stream: EventStream, after: number | null, onTrouble: (failure: unknown) => void) => {
  let waiting: Change[] | null = [];
  const stop = desk.feed.subscribe((change) => {
    if (waiting === null) tell(desk, stream, change);
    else waiting.push(change);
  });
  const catchUp = async (): Promise<void> => {
    const missed = after === null ? [] : await desk.feed.since(after);
    if (missed === null) stream.send('reset', {}, desk.feed.seq());
    for (const change of missed ?? []) tell(desk, stream, change);
    for (const change of waiting ?? []) {
      if (change.seq > (missed?.at(-1)?.seq ?? 0)) tell(desk, stream, change);
    }
    waiting = null;
    stream.send('duty', desk.feed.onDuty());
  };
  catchUp().catch((failure: unknown) => {
    onTrouble(failure);
    // It comes back and takes up where it was; to go on would leave it deaf.
    stream.end();
  });
  return stop;
};

const numberOf = (text: unknown): number | null =>
  typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Milliseconds since 1970, until 2286. */
const timeOf = (text: string | null): number | null => (text !== null && /^\d{1,13}$/.test(text) ? Number(text) : null);

export interface StaffRoutesOptions {
  readonly desk: Desk;
  readonly store: Store;
  /** Told what the clock of a console shows, milliseconds since 1970, when it asks for the queue. */
  readonly hearClock?: (told: number) => void;
  readonly onTrouble: (message: string) => void;
}

export const staffRoutes = ({
  desk,
  store,
  hearClock,
  onTrouble,
}: StaffRoutesOptions): { routes: readonly Route[]; streamRoutes: readonly StreamRoute[] } => {
  const trouble = (failure: unknown): void => onTrouble(failure instanceof Error ? failure.message : String(failure));
  const move = (name: keyof typeof moves): Route =>
    route({
      method: 'POST',
      path: `/api/staff/calls/:call/${name}`,
      access: 'clerk',
      answer: async ({ params, member }) => answerOf(await moves[name](desk, params.call ?? '', member)),
    });
  return {
    routes: [
      route({ method: 'GET', path: '/api/staff/me', access: 'clerk', answer: ({ member }) => answered(member) }),
      route({
        method: 'GET',
        path: '/api/staff/queue',
        access: 'clerk',
        answer: async ({ query }) => {
          const told = timeOf(query.get('now'));
          if (told !== null) hearClock?.(told);
          return answered(await desk.queue());
        },
      }),
      move('claim'),
      move('release'),
      move('help'),
      route({
        method: 'POST',
        path: '/api/staff/calls/:call/prompts',
        access: 'clerk',
        answer: async ({ params, member, body }) => {
          const prompt = v.safeParse(promptBody, body);
          if (!prompt.success) return refused('notUnderstood');
          return answerOf(await desk.prompt(params.call ?? '', member, prompt.output));
        },
      }),
      route({
        method: 'GET',
        path: '/api/staff/numbers',
        access: 'clerk',
        answer: async ({ query }) => {
          const day = query.get('day') ?? dayOf(Date.now());
          if (!isDay(day)) return refused('notUnderstood');
          return answered(numbersOf(day, await talliesOf(store, day)));
        },
      }),
      route({
        method: 'GET',
        path: '/api/staff/numbers.csv',
        access: 'clerk',
        answer: async ({ query, member }) => {
          const day = query.get('day') ?? dayOf(Date.now());
          if (!isDay(day)) return refused('notUnderstood');
          await recordAlone(store, { actor: member.id, action: 'numbers-exported' }, Date.now());
          const headers = {
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': `attachment; filename="kazasu-${day}.csv"`,
          };
          return { status: 200, headers, body: numbersCsv(numbersOf(day, await talliesOf(store, day))) };
        },
      }),
    ],
    streamRoutes: [
      streamRoute({
        path: '/api/staff/events',
        access: 'clerk',
        open: ({ headers, query, member }, stream) => {
          const after = numberOf(headers['last-event-id']) ?? numberOf(query.get('after'));
          const stop = follow(desk, stream, after, trouble);
          const attending = desk.attend(member);
          attending.catch(trouble);
          return () => {
            stop();
            attending.then((leave) => leave()).catch(trouble);
          };
        },
      }),
    ],
  };
};
