/** The other side of desk-process.ts: kiosks and consoles by the hundred, over real connections. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { StorePlace } from '../store/open.ts';
import type { DeskMessage } from '../wire.ts';
import type { FromDesk } from './desk-process.ts';

const entry = fileURLToPath(new URL('desk-process.ts', import.meta.url));

export interface RunningDesk {
  readonly port: number;
  readonly process: ChildProcess;
  /** Resident memory in bytes, after what is no longer needed has been thrown away. */
  rss(): Promise<number>;
  /** As when the power fails. */
  kill(): Promise<void>;
}

/** @param port - 0: any that is free */
export const startDeskProcess = async (place: StorePlace, port = 0): Promise<RunningDesk> => {
  const child = fork(entry, [], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, DESK_PLACE: JSON.stringify(place), PORT: String(port) },
  });
  const told = async (type: FromDesk['type']): Promise<FromDesk> => {
    for (;;) {
      const [message] = (await once(child, 'message')) as [FromDesk];
      if (message.type === type) return message;
    }
  };
  const listening = await told('listening');
  return {
    port: listening.type === 'listening' ? listening.port : 0,
    process: child,
    rss: async () => {
      const answer = told('rss');
      child.send('rss');
      const message = await answer;
      return message.type === 'rss' ? message.bytes : Number.NaN;
    },
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const own = (port: number): Record<string, string> => ({
  origin: `http://127.0.0.1:${port}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
});

/** @returns the status; 0 if there was no whole answer */
export const post = (port: number, path: string, headers: Record<string, string>, body?: unknown): Promise<number> =>
  new Promise((resolve) => {
    const asked = request({
      agent,
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { ...own(port), ...headers },
    });
    asked.setTimeout(5_000, () => asked.destroy());
    asked.on('error', () => resolve(0));
    asked.on('response', (response: IncomingMessage) => {
      response
        .on('error', () => resolve(0))
        .on('close', () => resolve(response.complete ? (response.statusCode ?? 0) : 0));
      response.resume();
    });
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });

export const tell = (port: number, kiosk: string, message: DeskMessage): Promise<number> =>
  post(port, '/api/hub/messages', { 'x-kiosk': kiosk }, [{ message, agoMs: 0 }]);

export interface OpenStream {
  /** Resolves when its first event has come. */
  readonly begun: Promise<void>;
  close(): void;
}

/**
 * Follows a stream; calls `listener` with each event. `onEnd` is called when it ends, whichever way.
 *
 * @param lastId - where it is taken up again
 */
export const follow = (
  port: number,
  path: string,
  headers: Record<string, string>,
  listener: (event: string, data: string, id: number | null) => void,
  onEnd: () => void = () => undefined,
): OpenStream => {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const asked = request({ agent: false, host: '127.0.0.1', port, path, headers: { ...own(port), ...headers } });
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    resolve();
    onEnd();
  };
  asked.on('error', end);
  asked.on('response', (response: IncomingMessage) => {
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      rest += text;
      for (let at = rest.indexOf('\n\n'); at >= 0; at = rest.indexOf('\n\n')) {
        const block = rest.slice(0, at);
        rest = rest.slice(at + 2);
        if (!block.includes('event: ')) continue;
        resolve();
        const [, event = ''] = /^event: (.*)$/m.exec(block) ?? [];
        const [, data = ''] = /^data: (.*)$/m.exec(block) ?? [];
        const [, id] = /^id: (\d+)$/m.exec(block) ?? [];
        listener(event, data, id === undefined ? null : Number(id));
      }
    });
    response.on('error', end).on('close', end);
  });
  asked.end();
  return { begun, close: () => asked.destroy() };
};
