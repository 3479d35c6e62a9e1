/** A real server with accounts of staff, and browsers that ask it something. */
import { once } from 'node:events';
import { request as ask, createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDeskServer, type DeskServer } from '../../server/http.ts';
import { answered, route, streamRoute } from '../../server/route.ts';
import type { Store } from '../../store/open.ts';
import { addStaff, setPassword } from '../../store/staff.ts';
import type { StaffRole } from '../../wire.ts';
import { type Accounts, openAccounts } from '../accounts.ts';
import type { StaffState } from '../audit-entry.ts';
import { hashPassword } from '../password.ts';
import type { OidcSettings } from '../settings.ts';

export interface Office {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly origin: string;
  readonly port: number;
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** @param settings - of the provider, once the address of this server is known */
export const openOffice = async (store: Store, settings?: (origin: string) => OidcSettings): Promise<Office> => {
  let door: DeskServer | undefined;
  const server = createServer((request, response) => void door?.answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // Passkeys belong to a host name.
  const origin = `http://localhost:${port}`;
  const troubles: string[] = [];
  const onTrouble = (message: string): void => void troubles.push(message);
  const accounts = await openAccounts({ store, origin, oidc: settings?.(origin), onTrouble });
  const me = route({
    method: 'GET',
    path: '/api/staff/me',
    access: 'clerk',
    answer: ({ member }) => answered(member),
  });
  const events = streamRoute({ path: '/api/staff/events', access: 'clerk', open: () => () => undefined });
  door = createDeskServer({
    origin,
    kiosk: null,
    routes: [...accounts.routes, me],
    streamRoutes: [events],
    callers: { memberOf: accounts.memberOf, watch: accounts.watch, kioskOf: async () => null },
    onTrouble,
  });
  return {
    store,
    accounts,
    origin,
    port,
    troubles,
    close: async () => {
      door?.streams.close();
      accounts.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** What a test looks into; each answer has some of it, and whoever looks asserts what is there. */
interface Heard {
  readonly challenge: string;
  readonly address: string;
  readonly accounts: readonly { readonly id: string; readonly state: string }[];
  readonly entries: readonly { readonly action: string }[];
  readonly [other: string]: unknown;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Heard;
}

export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  send(method: string, path: string, sent?: Sent): Promise<Got>;
  /** Opens a stream of events. `ended` is kept when the server has closed it. */
  stream(path: string): Promise<{ readonly ended: Promise<void> }>;
}

/** As a browser asks from a page of this server; it keeps what it is given. */
export const openBrowser = ({ origin, port }: Office, cookies = new Map<string, string>()): Browser => {
  const headersOf = (method: string, more: Sent['headers'] = {}): Record<string, string> => {
    const all = {
      'sec-fetch-site': 'same-origin',
      origin: method === 'GET' ? undefined : origin,
      cookie: cookies.size > 0 ? [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') : undefined,
      ...more,
    };
    return Object.fromEntries(Object.entries(all).filter((each): each is [string, string] => each[1] !== undefined));
  };
  const keep = (lines: readonly string[]): void => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split('; ');
      const at = pair.indexOf('=');
      if (attributes.includes('Max-Age=0')) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  return {
    cookies,
    send: async (method, path, { body, headers } = {}) => {
      const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
      const type = text === undefined ? {} : { 'content-type': 'application/json' };
      const request = ask({
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: headersOf(method, { ...type, ...headers }),
      });
      request.end(text);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      const received = (await response.setEncoding('utf8').toArray()).join('');
      keep(response.headers['set-cookie'] ?? []);
      const isJson = response.headers['content-type'] === 'application/json';
      return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: isJson ? JSON.parse(received) : received,
      };
    },
    stream: async (path) => {
      const request = ask({ port, host: '127.0.0.1', path, headers: headersOf('GET') });
      request.end();
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      if (response.statusCode !== 200) throw new Error(`the stream was answered ${response.statusCode}`);
      response.resume();
      response.on('error', () => undefined);
      return { ended: new Promise((resolve) => response.on('close', resolve)) };
    },
  };
};

export const goodPassword = 'four lanterns by the river';

/** An account with a password. @returns its id */
export const addPerson = async (
  store: Store,
  login: string,
  role: StaffRole = 'clerk',
  state: StaffState = 'active',
): Promise<string> => {
  const hash = await hashPassword(goodPassword);
  return store.db.transaction().execute(async (transaction) => {
    const id = await addStaff(transaction, { login, name: login, role, languages: ['ja'], state }, Date.now());
    await setPassword(transaction, id, hash, Date.now());
    return id;
  });
};

export const signIn = (browser: Browser, login: string, password = goodPassword): Promise<Got> =>
  browser.send('POST', '/api/auth/sign-in', { body: { login, password } });
