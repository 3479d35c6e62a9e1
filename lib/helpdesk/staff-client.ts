/**
 * A console's side of the desk, in the browser: what it asks, and the stream of what has changed. The stream heals itself;
 * while it is down that is said, and when it is back everything is asked for anew.
 */
import * as v from 'valibot';
import { type HandOver, type HandOverFound, handOverFoundSchema, handOverMadeSchema } from './hand-over.ts';
import { type DeskError, deskErrors } from './server/route.ts';
import {
  type PromptContent,
  type Queue,
  queueSchema,
  type StaffCall,
  type StaffMember,
  staffCallSchema,
  staffMemberSchema,
} from './wire.ts';

/** `unreachable`: there was no answer, or none that makes sense. */
export type Refusal = DeskError | 'unreachable';

/** What the desk says instead of doing it. */
export class DeskRefusal extends Error {
  override readonly name = 'DeskRefusal';
  readonly reason: Refusal;
  /** Who was quicker, as consoles show them. */
  readonly by: string | null;

  constructor(reason: Refusal, by: string | null = null, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.by = by;
  }
}

const refusalSchema = v.object({ error: v.picklist(deskErrors), by: v.optional(v.string()) });

const signedOutListeners = new Set<() => void>();

/** Told when the server no longer knows who asks. Returns the way to stop. */
export const whenSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

const isWhoAmI = (path: string): boolean => path === '/api/staff/me';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const ask = async (method: Method, path: string, body?: unknown): Promise<unknown> => {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  try {
    const response = await fetch(path, { method, cache: 'no-store', ...json });
    const answer: unknown = response.status === 204 ? undefined : await response.json();
    if (response.ok) return answer;
    const refusal = v.safeParse(refusalSchema, answer);
    if (!refusal.success) throw new DeskRefusal('unreachable');
    const { error, by = null } = refusal.output;
    // The listeners ask who is there: that must not call them again.
    if (error === 'notSignedIn' && !isWhoAmI(path)) for (const listener of signedOutListeners) listener();
    throw new DeskRefusal(error, by);
  } catch (failure) {
    if (failure instanceof DeskRefusal) throw failure;
    throw new DeskRefusal('unreachable', null, { cause: failure });
  }
};

/** @throws {DeskRefusal} also when the answer is not what it should be, as from a newer server */
export const askFor = async <Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => {
  const parsed = v.safeParse(schema, await ask('GET', path));
  if (!parsed.success) throw new DeskRefusal('unreachable');
  return parsed.output;
};

/** @throws {DeskRefusal} */
export const tell = (path: string, body: unknown = {}, method: Exclude<Method, 'GET'> = 'POST'): Promise<unknown> =>
  ask(method, path, body);

/** `null`: nobody is signed in. @throws {DeskRefusal} */
export const fetchMember = async (): Promise<StaffMember | null> => {
  try {
    return await askFor('/api/staff/me', staffMemberSchema);
  } catch (failure) {
    if (failure instanceof DeskRefusal && failure.reason === 'notSignedIn') return null;
    throw failure;
  }
};

/** Says what this device's clock shows: the desk of a kiosk without a hub has no other to compare its own with. */
export const fetchQueue = (): Promise<Queue> => askFor(`/api/staff/queue?now=${Date.now()}`, queueSchema);

const ofCall = (call: string, what: string): string => `/api/staff/calls/${encodeURIComponent(call)}/${what}`;

export type CallAct = 'claim' | 'release' | 'help';
/** @throws {DeskRefusal} `alreadyClaimed`, `notYours`, `notOnDuty` */
export const actOn = (call: string, act: CallAct): Promise<unknown> => tell(ofCall(call, act));

/** Asked twice with one `id`, it is sent once. */
export const sendPrompt = (call: string, content: PromptContent, id: string): Promise<unknown> =>
  tell(ofCall(call, 'prompts'), { id, content });

/** @returns its code */
export const makeHandOver = async (call: string, content: HandOver): Promise<string> =>
  v.parse(handOverMadeSchema, await tell(ofCall(call, 'hand-over'), content)).code;

/** `null`: there is no slip with this code, or no longer. */
export const fetchHandOver = async (code: string): Promise<HandOverFound | null> => {
  try {
    return await askFor(`/api/staff/hand-overs/${encodeURIComponent(code)}`, handOverFoundSchema);
  } catch (failure) {
    if (failure instanceof DeskRefusal && failure.reason === 'notFound') return null;
    throw failure;
  }
};

/** A call as an event told it. */
export interface HeardCall {
  readonly seq: number;
  readonly call: StaffCall;
}

const isShown = ({ endedAt }: StaffCall): boolean => endedAt === null;

/** The queue with what has been heard since: an answer that was on its way may be older than an event. */
export const withHeard = (queue: Queue, heard: ReadonlyMap<string, HeardCall>): Queue => {
  const newer = [...heard.values()].filter(({ seq }) => seq > queue.seq);
  if (newer.length === 0) return queue;
  const changed = new Set(newer.map(({ call }) => call.id));
  const calls = [...queue.calls.filter(({ id }) => !changed.has(id)), ...newer.map(({ call }) => call).filter(isShown)];
  return { ...queue, calls: calls.sort((one, other) => one.askedAt - other.askedAt) };
};

export type LinkState = 'connecting' | 'open' | 'down';

export interface DeskListener {
  onCall(heard: HeardCall): void;
  /** Something beside a call has changed. `reset`: too much for it to be told one by one. */
  onChange(what: 'duty' | 'kiosk' | 'settings' | 'reset'): void;
  /** `open` also after a break: what was missed has to be asked for. */
  onLink(state: LinkState): void;
  /** The stream was refused, which the server does when nobody is signed in. */
  onRefused(): void;
}

const againMs = 2_000;
const others = ['duty', 'kiosk', 'settings', 'reset'] as const;

const heardIn = ({ data, lastEventId }: MessageEvent<string>): HeardCall | null => {
  const call = v.safeParse(v.pipe(v.string(), v.parseJson(), staffCallSchema), data);
  return call.success ? { seq: Number(lastEventId), call: call.output } : null;
};

/**
 * Listens to the desk. To have it open is to be on duty.
 *
 * @returns the way to stop
 */
export const followDesk = (listener: DeskListener): (() => void) => {
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    // The browser takes the stream up again by itself, with Last-Event-ID, unless the server refused it.
    source = new EventSource('/api/staff/events');
    source.addEventListener('open', () => listener.onLink('open'));
    source.addEventListener('error', () => {
      listener.onLink('down');
      if (source.readyState !== EventSource.CLOSED) return;
      listener.onRefused();
      retry = setTimeout(open, againMs);
    });
    source.addEventListener('call', (event: MessageEvent<string>) => {
      const heard = heardIn(event);
      // A call that is no longer there, or what only a newer page can read: the queue says how things stand.
      if (heard === null) listener.onChange('reset');
      else listener.onCall(heard);
    });
    for (const what of others) source.addEventListener(what, () => listener.onChange(what));
  };
  open();

  return () => {
    clearTimeout(retry);
    source.close();
  };
};
