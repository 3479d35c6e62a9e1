/** For whoever watches over the server: whether it lives, whether it can work, and figures. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Metric, metricsText, processMetrics } from './metrics.ts';
import { type Asked, answered, type Route, refused, route } from './server/route.ts';

/** What has to be in order; each by its name, as the answer says it. */
export type Checks = Readonly<Record<string, () => Promise<boolean> | boolean>>;

/** A database that says nothing for so long, milliseconds, is not there. */
const limitMs = 2_000;

const holds = async (check: () => Promise<boolean> | boolean): Promise<boolean> => {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, limitMs, false);
  try {
    return await Promise.race([check(), tooLate]);
  } catch {
    // Why it does not hold, the log says.
    return false;
  } finally {
    clearTimeout(timer);
  }
};

const loopbackAddresses: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const loopbackHost = /^(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?$/;

/**
 * A program of this machine that asks this server itself: what a proxy passes on says so or asks for the proxy's host, and a page
 * in a browser says that it is one.
 */
const isFromHere = ({ address, headers }: Pick<Asked, 'address' | 'headers'>): boolean =>
  loopbackAddresses.includes(address) &&
  loopbackHost.test(headers.host ?? '') &&
  ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via', 'origin', 'sec-fetch-site'].every(
    (name) => headers[name] === undefined,
  );

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const hasToken = ({ headers }: Pick<Asked, 'headers'>, token: string | undefined): boolean =>
  token !== undefined &&
  token !== '' &&
  timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));

export interface HealthRoutesOptions {
  readonly checks: Checks;
  readonly metrics: () => Promise<readonly Metric[]>;
  /** `KAZASU_METRICS_TOKEN`: for a Prometheus on another machine. */
  readonly token: string | undefined;
}

export const healthRoutes = ({ checks, metrics, token }: HealthRoutesOptions): readonly Route[] => [
  route({ method: 'GET', path: '/api/health/live', access: 'anyone', answer: () => answered({ live: true }) }),
  route({
    method: 'GET',
    path: '/api/health/ready',
    access: 'anyone',
    answer: async () => {
      const found = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await holds(check)]));
      const ready = found.every(([, is]) => is);
      return { status: ready ? 200 : 503, body: { ready, ...Object.fromEntries(found) } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/metrics',
    access: 'anyone',
    answer: async (asked) => {
      if (!isFromHere(asked) && !hasToken(asked, token)) return refused('notAllowed');
      return {
        status: 200,
        headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
        body: metricsText([...(await metrics()), ...processMetrics()]),
      };
    },
  }),
];
