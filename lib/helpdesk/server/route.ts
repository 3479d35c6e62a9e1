/** What a request to the desk is once it has arrived safely, and what comes back. One list of routes, one place that checks. */
import type { IncomingHttpHeaders } from 'node:http';
import type { StaffMember, StaffRole } from '../wire.ts';

/**
 * Who may ask. `page`: a page of this server, by Sec-Fetch-Site and Origin, on a kiosk; `own`: a page of this server, whatever
 * it is and whoever has it open; `kiosk`: a kiosk that has been
 * enrolled, by its signature; a role: a member of staff who has it or a higher one; `anyone`: nothing secret comes back.
 */
export type Access = 'anyone' | 'own' | 'page' | 'kiosk' | StaffRole;

export interface Asked<Who extends Access = Access> {
  readonly headers: IncomingHttpHeaders;
  /** Of the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON; `undefined` if there was none. */
  readonly body: unknown;
  /** As the server sees it. */
  readonly address: string;
  readonly member: Who extends StaffRole ? StaffMember : StaffMember | undefined;
  /** Id of the kiosk. */
  readonly kiosk: Who extends 'kiosk' | 'page' ? string : string | undefined;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON; a `string` as it is, with the type that `headers` name. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** Why something was refused: `{ "error": … }` in the body. Closed; docs/failure-codes.md lists them. */
export const deskErrors = [
  'notSignedIn',
  'notAllowed',
  'notFound',
  'notUnderstood',
  'alreadyClaimed',
  'notYours',
  'notOnDuty',
  'outOfDate',
  'tooMany',
  'tooLarge',
  'unavailable',
  'codeNotValid',
  'loginTaken',
  'lastAdministrator',
  'signInAgain',
  'passwordTooShort',
  'passwordTooLong',
  'passwordTooCommon',
] as const;
export type DeskError = (typeof deskErrors)[number];

const statusOf: Readonly<Record<DeskError, number>> = {
  notSignedIn: 401,
  notAllowed: 403,
  notFound: 404,
  notUnderstood: 400,
  alreadyClaimed: 409,
  notYours: 409,
  notOnDuty: 409,
  outOfDate: 409,
  tooMany: 429,
  tooLarge: 413,
  unavailable: 503,
  codeNotValid: 403,
  loginTaken: 409,
  lastAdministrator: 409,
  signInAgain: 403,
  passwordTooShort: 400,
  passwordTooLong: 400,
  passwordTooCommon: 400,
};

export const refused = (error: DeskError): Answer => ({ status: statusOf[error], body: { error } });
export const answered = (body: unknown): Answer => ({ status: 200, body });
export const nothingToSay: Answer = { status: 204 };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly method: Method;
  /** `/api/staff/calls/:call/claim`; a part with a colon is named. */
  readonly path: `/api/${string}`;
  readonly access: Access;
  readonly answer: (asked: Asked) => Promise<Answer> | Answer;
}

export interface EventStream {
  /** @param id - where the stream can be taken up again */
  send(event: string, data: unknown, id?: number): void;
  /** Ends it: whoever listens may not any longer. */
  end(): void;
}

/** A stream of server-sent events. */
export interface StreamRoute {
  readonly path: `/api/${string}`;
  readonly access: Access;
  /** @returns the way to stop, called when the other side has gone */
  readonly open: (asked: Asked, stream: EventStream) => () => void;
}

/** Keeps the type of what a route of this access is given. */
export const route = <Who extends Access>(given: {
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly access: Who;
  readonly answer: (asked: Asked<Who>) => Promise<Answer> | Answer;
}): Route => given as Route;

export const streamRoute = <Who extends Access>(given: {
  readonly path: `/api/${string}`;
  readonly access: Who;
  readonly open: (asked: Asked<Who>, stream: EventStream) => () => void;
}): StreamRoute => given as StreamRoute;
