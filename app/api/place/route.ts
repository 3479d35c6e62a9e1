import { placeOf } from '@/lib/place/place-of';

export const dynamic = 'force-dynamic';

/** Nothing in it is secret; proxy.ts keeps it from being stored. */
export function GET(): Response {
  return Response.json(placeOf(process.env));
}
