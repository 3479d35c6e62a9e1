import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { hex } from './bytes.ts';
import { createSimulatedCard, type Faults } from './card.ts';
import { scenario } from './scenarios.ts';
import { insertIntoVpcd } from './vpcd.ts';

const profile = scenario('all-fine', new Date('2026-11-24T03:00:00Z'));
const spell = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const open = new Set<() => void>();

afterEach(() => {
  for (const close of open) close();
  open.clear();
});

const listen = async (): Promise<{ server: Server; port: number }> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
};

/** A stand-in for vpcd, which listens for one card. */
const putDown = async (faults: Faults = {}) => {
  const { server, port } = await listen();
  const accepted = once(server, 'connection');
  const card = createSimulatedCard(profile, { faults });
  const inserted = await insertIntoVpcd(card, { port });
  const [socket]: Socket[] = await accepted;
  if (socket === undefined) throw new Error('no card connected');
  open.add(() => {
    socket.destroy();
    server.close();
  });
  const say = async (message: string): Promise<string> => {
    socket.write(hex(message));
    const [answer] = await once(socket, 'data');
    return spell(answer);
  };
  return { card, inserted, socket, say };
};

const select = '000F 00A4040C0AD392F000260100000001';
const framedAtr = '000D3B888001000041E0B381A1003B';

describe('a card on the virtual reader', () => {
  test('answers with its ATR', async () => {
    const { say } = await putDown();
    expect(await say('0001 04')).toBe(framedAtr);
  });

  test('answers commands', async () => {
    const { say } = await putDown();
    expect(await say(select)).toBe('00029000');
    expect(await say('0004 00200098')).toBe('000263C3');
  });

  test('forgets what was selected on power on, power off and reset, which it does not answer', async () => {
    const { say } = await putDown();
    for (const event of ['0001 00', '0001 01', '0001 02']) {
      await say(select);
      expect(await say(`${event} 0004 00200098`)).toBe('00026A82');
    }
  });

  test('understands messages that arrive in pieces and several at once', async () => {
    const { socket, say } = await putDown();
    socket.write(hex('00'));
    socket.write(hex('0F 00A4040C0A'));
    expect(await say('D392F000260100000001')).toBe('00029000');
    expect(await say('0001 02 0001 04')).toBe(framedAtr);
  });

  test('has been powered up once the ATR after power on was sent', async () => {
    const { inserted, say } = await putDown();
    expect(await say('0001 01 0001 04')).toBe(framedAtr);
    await inserted.powered;
  });

  test('that is mute gives an ATR longer than any', async () => {
    const { say } = await putDown({ mute: true });
    expect(await say('0001 04')).toBe(`0040${'FF'.repeat(64)}`);
  });

  test('closes the connection when it is removed', async () => {
    const { socket, inserted } = await putDown();
    socket.resume();
    await Promise.all([once(socket, 'close'), inserted.remove()]);
    await inserted.closed;
  });

  test('closes the connection when the card itself is lifted', async () => {
    const { card, socket, inserted } = await putDown();
    socket.resume();
    card.remove();
    await Promise.all([once(socket, 'close'), inserted.closed]);
  });

  test('gives its last answer before it leaves', async () => {
    const { socket, inserted, say } = await putDown({ removeAfter: 1 });
    await say('0001 01 0001 04');
    expect(await say(select)).toBe('00029000');
    await Promise.all([once(socket, 'close'), inserted.closed]);
  });

  test('that leaves before the first command does so once it is powered up', async () => {
    const { socket, inserted, say } = await putDown({ removeAfter: 0 });
    expect(await say('0001 04')).toBe(framedAtr);
    expect(await say('0001 01 0001 04')).toBe(framedAtr);
    await Promise.all([once(socket, 'close'), inserted.closed]);
  });

  test('leaves inside an exchange without an answer', async () => {
    const { card, socket, inserted } = await putDown({ removeInside: 1 });
    const answers: Buffer[] = [];
    socket.on('data', (answer: Buffer) => answers.push(answer));
    socket.write(hex(select));
    await Promise.all([once(socket, 'close'), inserted.closed]);
    expect(answers).toEqual([]);
    expect(card.transcript).toEqual([{ ins: 0xa4, lc: 10, le: null, length: 0, sw: null }]);
  });

  test('is closed when the service goes away', async () => {
    const { socket, inserted } = await putDown();
    socket.resetAndDestroy();
    await inserted.closed;
  });
});

test('where no virtual reader listens, a card cannot be put down', async () => {
  const { server, port } = await listen();
  server.close();
  await once(server, 'close');
  await expect(insertIntoVpcd(createSimulatedCard(profile), { port })).rejects.toThrow(
    `no virtual reader (vpcd) takes a card at 127.0.0.1:${port}`,
  );
});
