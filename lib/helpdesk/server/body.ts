/** The body of a request: JSON, small, and nothing else. */
import type { IncomingMessage } from 'node:http';
import type { DeskError } from './route.ts';

/** Bytes. The largest thing that anybody sends is a settings file. */
export const largestBody = 256 * 1024;
const mostHeard = 16 * largestBody;

export type Body =
  | { readonly kind: 'body'; readonly value: unknown; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly error: Extract<DeskError, 'notUnderstood' | 'tooLarge'> };

/** JSON says its own type; a form of another page cannot send it without being asked first (CORS preflight). */
const isJson = (type: string | undefined): boolean => /^application\/json(;\s*charset=utf-8)?$/i.test(type ?? '');

export const readBody = async (request: IncomingMessage): Promise<Body> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
    // Read to its end, so that the answer is heard; whoever sends more than that is hung up on.
    else if (size > mostHeard) break;
  }
  if (size > largestBody) return { kind: 'refused', error: 'tooLarge' };
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { kind: 'body', value: undefined, bytes };
  if (!isJson(request.headers['content-type'])) return { kind: 'refused', error: 'notUnderstood' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'body', value: JSON.parse(text), bytes };
  } catch (failure) {
    // Not UTF-8, or not JSON.
    if (failure instanceof TypeError || failure instanceof SyntaxError)
      return { kind: 'refused', error: 'notUnderstood' };
    throw failure;
  }
};
