/** Server-sent events for many: one timer for all, and whoever does not read is let go and comes back by itself. */
import type { ServerResponse } from 'node:http';
import type { EventStream } from './route.ts';

/** Between two comments that keep an idle stream open and let a dead one be noticed, in milliseconds. */
const keepAliveMs = 5_000;
/** Bytes that may wait to be read. */
const largestBacklog = 256 * 1024;

export interface Streams {
  open(response: ServerResponse, subscribe: (stream: EventStream) => () => void): void;
  /** How many are open. */
  size(): number;
  /** Ends them all; the other sides come back, here or at another instance. */
  close(): void;
}

export const openStreams = (most: number): Streams => {
  const open = new Set<ServerResponse>();
  const write = (response: ServerResponse, text: string): void => {
    if (response.writableLength > largestBacklog) response.destroy();
    else response.write(text);
  };
  const keepAlive = setInterval(() => {
    for (const response of open) write(response, ':\n\n');
  }, keepAliveMs);
  keepAlive.unref();
  return {
    size: () => open.size,
    open: (response, subscribe) => {
      if (response.destroyed) return;
      if (open.size >= most) {
        response.writeHead(503, { 'Retry-After': '2' }).end();
        return;
      }
      open.add(response);
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
      // A browser considers a stream open once something has come.
      response.write(':\n\n');
      const stop = subscribe({
        send: (event, data, id) => {
          const numbered = id === undefined ? '' : `id: ${id}\n`;
          write(
            response,
            `${numbered}event: ${event}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
          );
        },
        end: () => response.destroy(),
      });
      response.on('close', () => {
        open.delete(response);
        stop();
      });
    },
    close: () => {
      clearInterval(keepAlive);
      for (const response of open) response.destroy();
    },
  };
};
