/** The reader process over HTTP on loopback: three questions, no way to send anything to a card. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { EventLog } from '../event-log.ts';
import { type Access, isAllowed, isPreflight } from './access.ts';

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

const streamEvents = (request: IncomingMessage, response: ServerResponse, origin: string, log: EventLog): void => {
  const lastId = request.headers['last-event-id'];
  response.writeHead(200, { ...corsHeaders(origin), 'Content-Type': 'text/event-stream' });
  const stop = log.subscribe(typeof lastId === 'string' ? lastId : null, ({ id, event }) => {
    response.write(`id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  });
  const keepAlive = setInterval(() => response.write(':\n\n'), keepAliveMs);
  response.on('close', () => {
    clearInterval(keepAlive);
    stop();
  });
};

/**
 * @param access - its `host` is asked for with each request, because the port is only known once the server listens.
 */
export const createReaderServer = (access: () => Access, log: EventLog): Server => {
  let streams = 0;
  const timeouts = { headersTimeout: requestTimeout, requestTimeout, connectionsCheckingInterval: 1_000 };
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
        if (streams >= maxStreams) return refuse(response);
        streams += 1;
        response.on('close', () => {
          streams -= 1;
        });
        return streamEvents(request, response, allowed.origin, log);
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
