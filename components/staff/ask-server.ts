/** Questions of a staff page to its own server. */
import type { DeskError } from '@/lib/helpdesk/server/route';

export type Answered<Body> =
  | { readonly ok: true; readonly body: Body }
  /** `null`: there was no answer. */
  | { readonly ok: false; readonly error: DeskError | null };

interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

/** The body is what the server sends by its own types (lib/helpdesk); it is the same program. */
export const askServer = async <Body = undefined>(
  path: `/api/${string}`,
  { method = 'POST', body }: Asking = {},
): Promise<Answered<Body>> => {
  try {
    const response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get('Content-Type') === 'application/json';
    const received = isJson ? await response.json() : undefined;
    return response.ok ? { ok: true, body: received } : { ok: false, error: received?.error ?? 'unavailable' };
  } catch {
    // The server is away, or its answer was cut off; the page says so and the person tries again.
    return { ok: false, error: null };
  }
};
