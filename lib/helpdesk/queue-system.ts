/**
 * Today's wait, asked of the office's own queue system (docs/office-settings.md, "Queue system"). Only this server asks, only
 * an address inside the office, and only where somebody has switched it on.
 */
import * as v from 'valibot';

/** What is read of the answer; whatever else is in it is left alone. `asOf`: when the system counted, with its time zone. */
const answerSchema = v.object({
  waitMinutes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  asOf: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});

/** Messages: `OfficeSettingsPage.queue`. */
export const queueTroubles = ['notInternal', 'unreachable', 'notUnderstood', 'tooLong', 'tooOld', 'tooLarge'] as const;
export type QueueTrouble = (typeof queueTroubles)[number];

export type QueueReading =
  | { readonly kind: 'read'; readonly waitMinutes: number; readonly at: number }
  | { readonly kind: 'failed'; readonly why: QueueTrouble; readonly at: number };

export interface QueueOptions {
  readonly timeoutMs: number;
  readonly mostMinutes: number;
  readonly staleMs: number;
  /** Whether the server may ask this address (lib/office/settings.ts). */
  readonly isInternal: (address: string) => boolean;
}

/** Bytes of an answer; a wait is one number. */
const largest = 4_096;
/** Clocks of two machines differ by so much at most, in milliseconds. */
const clockSkewMs = 120_000;

/** `null`: longer than anything that is meant. The rest is not read. */
const readText = async (response: Response): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
};

type Asked = { readonly answer: unknown } | { readonly why: QueueTrouble };

const ask = async (address: string, timeoutMs: number): Promise<Asked> => {
  try {
    const response = await fetch(address, {
      headers: { Accept: 'application/json' },
      // To follow it would be to ask whatever host it names.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return { why: 'unreachable' };
    const text = await readText(response);
    return text === null ? { why: 'tooLong' } : { answer: JSON.parse(text) };
  } catch (failure) {
    // JSON or UTF-8 that is none; everything else is the network.
    const isText = failure instanceof SyntaxError || (failure instanceof TypeError && 'code' in failure);
    return { why: isText ? 'notUnderstood' : 'unreachable' };
  }
};

/** Asks once. Never throws: a queue system that is away is an ordinary thing. */
export const askQueueSystem = async (address: string, options: QueueOptions): Promise<QueueReading> => {
  const failed = (why: QueueTrouble): QueueReading => ({ kind: 'failed', why, at: Date.now() });
  if (!options.isInternal(address)) return failed('notInternal');
  const asked = await ask(address, options.timeoutMs);
  if ('why' in asked) return failed(asked.why);
  const parsed = v.safeParse(answerSchema, asked.answer);
  if (!parsed.success) return failed('notUnderstood');
  const { waitMinutes, asOf } = parsed.output;
  const now = Date.now();
  const at = asOf === undefined ? now : Date.parse(asOf);
  if (at > now + clockSkewMs) return failed('notUnderstood');
  if (now - at > options.staleMs) return failed('tooOld');
  return waitMinutes > options.mostMinutes ? failed('tooLarge') : { kind: 'read', waitMinutes, at };
};
