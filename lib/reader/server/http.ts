/** The reader process over HTTP on loopback: four questions, no way to send anything to a card. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { EventLog } from '../event-log.ts';
import { type Access, isAllowed, isPreflight } from './access.ts';
import type { HoldFeed } from './hold-feed.ts';

/** Milliseconds between two comments that keep an idle stream open and let a dead one be noticed. */
const keepAliveMs = 5_000;
const maxStreams = 32;
const maxConnections = 128;
/** Milliseconds a request may take to arrive; ours arrive at once. */
const requestTimeout = 5_000;

const baseHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

const corsHeaders = (origin: string) => ({
  ...baseHeaders,
  'Access-Control-Allow-Origin': origin,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  Vary: 'Origin',
});

const refuse = (response: ServerResponse): void => {
  response.writeHead(403, { ...baseHeaders, Connection: 'close' }).end();
};

const sendJson = (response: ServerResponse, origin: string, body: unknown): void => {
  response.writeHead(200, { ...corsHeaders(origin), 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

/** Writes one event, without an id where the stream cannot be taken up again. */
type Write = (event: { readonly type: string }, id?: string) => void;

const stream = (response: ServerResponse, origin: string, subscribe: (write: Write) => () => void): void => {
  response.writeHead(200, { ...corsHeaders(origin), 'Content-Type': 'text/event-stream' });
  const stop = subscribe((event, id) => {
    const numbered = id === undefined ? '' : `id: ${id}\n`;
    response.write(`${numbered}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  });
  const keepAlive = setInterval(() => response.write(':\n\n'), keepAliveMs);
  response.on('close', () => {
    clearInterval(keepAlive);
    stop();
  });
};

const streamEvents = (request: IncomingMessage, log: EventLog, write: Write): (() => void) => {
  const lastId = request.headers['last-event-id'];
  return log.subscribe(typeof lastId === 'string' ? lastId : null, ({ id, event }) => write(event, id));
};

/**
 * @param access - its `host` is asked for with each request, because the port is only known once the server listens.
 */
export const createReaderServer = (access: () => Access, log: EventLog, holds: HoldFeed): Server => {
  let streams = 0;
  const timeouts = { headersTimeout: requestTimeout, requestTimeout, connectionsCheckingInterval: 1_000 };
  const open = (response: ServerResponse, origin: string, subscribe: (write: Write) => () => void): void => {
    if (streams >= maxStreams) {
      refuse(response);
      return;
    }
    streams += 1;
    response.on('close', () => {
      streams -= 1;
    });
    stream(response, origin, subscribe);
  };
  const server = createServer(timeouts, (request, response) => {
    const allowed = access();
    if (isPreflight(request, allowed)) {
      response
        .writeHead(204, {
          ...corsHeaders(allowed.origin),
          'Access-Control-Allow-Methods': 'GET',
          'Access-Control-Allow-Headers': 'authorization, last-event-id',
          'Access-Control-Max-Age': '600',
        })
        .end();
      return;
    }
    if (!isAllowed(request, allowed)) return refuse(response);
    switch (request.url) {
      case '/v1/events':
        return open(response, allowed.origin, (write) => streamEvents(request, log, write));
      case '/v1/hold':
        return open(response, allowed.origin, holds.subscribe);
      case '/v1/report': {
        const report = log.report();
        if (report !== null) return sendJson(response, allowed.origin, report);
        response.writeHead(204, corsHeaders(allowed.origin)).end();
        return;
      }
      case '/v1/health': {
        const { ready, error } = log.readerState();
        return sendJson(response, allowed.origin, { ready, error });
      }
      default:
        response.writeHead(404, corsHeaders(allowed.origin)).end();
    }
  });
  server.maxConnections = maxConnections;
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('connect', (_request, socket) => socket.destroy());
  return server;
};
