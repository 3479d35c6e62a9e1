import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { connectDesk, type DeskClient } from './desk-client.ts';
import type { Case, DeskMessage, DeskView } from './wire.ts';

interface Desk {
  readonly url: string;
  readonly arrived: DeskMessage[];
  /** Says this on every stream that is open. */
  say(data: string): void;
  /** Ends the streams that are open. */
  drop(): void;
}

const opened: { client: DeskClient | null; server: Server | null } = { client: null, server: null };

afterEach(() => {
  opened.client?.stop();
  opened.server?.close();
  opened.server?.closeAllConnections();
});

/** A real server. `statusOf`: its answer to the message that has come, `null` to break the connection. */
const openDesk = async (
  statusOf: (message: DeskMessage, turn: number) => number | null = () => 202,
  viewStatus: () => number = () => 200,
): Promise<Desk> => {
  const arrived: DeskMessage[] = [];
  const streams = new Set<ServerResponse>();
  let turn = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/api/desk/view') {
      response.writeHead(viewStatus(), { 'Content-Type': 'text/event-stream' });
      if (viewStatus() !== 200) return void response.end();
      response.write(':\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const message: DeskMessage = JSON.parse(Buffer.concat(parts).toString());
    turn += 1;
    const status = statusOf(message, turn);
    if (status === null) return void request.socket.destroy();
    if (status === 202) arrived.push(message);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}');
  };
  const server = createServer((request, response) => void answer(request, response));
  opened.server = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    arrived,
    say: (data) => {
      for (const stream of streams) stream.write(`event: view\ndata: ${data}\n\n`);
    },
    drop: () => {
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
};

const connect = (desk: Desk): { views: DeskView[]; client: DeskClient } => {
  const views: DeskView[] = [];
  const client = connectDesk(desk.url, (view) => views.push(view));
  opened.client = client;
  return { views, client };
};

const state = (elapsedS: number): Case => ({ language: 'ja', step: 'start', facts: {}, error: null, elapsedS });
const call = 'b6f0a1c2-0d4e-4f5a-9b6c-7d8e9f0a1b2c';
const ask: DeskMessage = { kind: 'ask', id: crypto.randomUUID(), call, reason: 'pin', case: state(1) };
const tell = (elapsedS: number): DeskMessage => ({
  kind: 'case',
  id: crypto.randomUUID(),
  call,
  case: state(elapsedS),
});
const leave: DeskMessage = { kind: 'leave', id: crypto.randomUUID(), call };

const open: DeskView = { reachable: true, onDuty: true, call: { id: call, state: 'waiting', place: 2, prompt: null } };

test('what is sent arrives in order, each once, with the same id when it has to be sent again', async () => {
  const desk = await openDesk((_, turn) => (turn === 1 ? null : turn === 2 ? 503 : 202));
  const { client } = connect(desk);
  client.send(ask);
  client.send(leave);
  await vi.waitFor(() => expect(desk.arrived).toEqual([ask, leave]), 5_000);
});

test('of several states of a call that wait to be sent only the newest is', async () => {
  const desk = await openDesk();
  const { client } = connect(desk);
  const [second, third] = [tell(3), tell(4)];
  for (const message of [ask, tell(2), second, third]) client.send(message);
  client.send(leave);
  await vi.waitFor(() => expect(desk.arrived).toEqual([ask, third, leave]));
});

test('what the desk refuses does not stand in the way of what follows', async () => {
  const desk = await openDesk((message) => (message.kind === 'ask' ? 400 : 202));
  const { client } = connect(desk);
  client.send(ask);
  client.send(leave);
  await vi.waitFor(() => expect(desk.arrived).toEqual([leave]));
});

test('every view is told as it comes, also after the stream was dropped', async () => {
  const desk = await openDesk();
  const { views } = connect(desk);
  await vi.waitFor(() => {
    desk.say(JSON.stringify(open));
    expect(views).toContainEqual(open);
  });
  views.length = 0;
  desk.drop();
  await vi.waitFor(() => {
    desk.say(JSON.stringify({ ...open, call: null }));
    expect(views.at(-1)).toEqual({ ...open, call: null });
  });
  expect(views.every(({ reachable }) => reachable)).toBe(true);
});

test('after two tries without a view the desk cannot be reached, until it says something again', async () => {
  let status = 503;
  const desk = await openDesk(undefined, () => status);
  const { views } = connect(desk);
  await vi.waitFor(() => expect(views).toEqual([{ reachable: false, onDuty: false, call: null }]), 3_000);
  status = 200;
  await vi.waitFor(() => {
    desk.say(JSON.stringify(open));
    expect(views.at(-1)).toEqual(open);
  }, 5_000);
});

test('a view that holds anything unknown counts as none', async () => {
  const desk = await openDesk();
  const { views } = connect(desk);
  await vi.waitFor(() => {
    desk.say(JSON.stringify({ ...open, note: 'for you' }));
    expect(views.at(-1)).toEqual({ reachable: false, onDuty: false, call: null });
  });
});
