/** What is answered only in the session of whoever asks. */
import { type Answer, type Asked, refused } from '../server/route.ts';
import type { SessionOf, Sessions } from './sessions.ts';

/** Milliseconds after a sign-in in which somebody may change how people sign in: who walks up to an open page has not signed in. */
const freshMs = 15 * 60_000;

interface OwnSession {
  /** The session behind a request that was let in because of it. */
  own(asked: Pick<Asked, 'headers'>, use: (session: SessionOf) => Promise<Answer>): Promise<Answer>;
  /** The same, if it has just begun. */
  fresh(asked: Pick<Asked, 'headers'>, use: (session: SessionOf) => Promise<Answer>): Promise<Answer>;
}

export const ownSession = (sessions: Sessions): OwnSession => {
  const own: OwnSession['own'] = async ({ headers }, use) => {
    const session = await sessions.of(headers);
    return session === null ? refused('notSignedIn') : use(session);
  };
  return {
    own,
    fresh: (asked, use) =>
      own(asked, async (session) => (Date.now() - session.madeAt > freshMs ? refused('signInAgain') : use(session))),
  };
};
