/** What the virtual reader cannot do, with a scripted one: a plug pulled in the middle, a fault nobody knows. */
import { describe, expect, test } from 'vitest';
import { parseAid } from '../../card/commands.ts';
import type { ContactEvent } from '../hold-protocol.ts';
import { createSimulatedCard } from '../simulated/card.ts';
import { scenario } from '../simulated/scenarios.ts';
import { type CardSessions, createCardSessions } from './card-sessions.ts';
import type { ChildMessage } from './child-protocol.ts';
import { type Pcsc, PcscError, type Slot } from './pcsc.ts';

const slot = (reader: string, state: Slot['state'], events: number): Slot => ({
  reader,
  state,
  atr: parseAid('3B888001000041E0B381A1003B'),
  events,
});

interface Told {
  readonly sessions: CardSessions;
  readonly until: (name: string) => Promise<void>;
  readonly names: () => string[];
}

const nameOfContact = (event: ContactEvent): string => {
  if (event.type === 'on') return event.isNew ? 'on' : 'lies';
  return event.heldMs === null ? 'off, unmeasured' : 'off';
};

const nameOf = (message: ChildMessage): string | null => {
  if (message.type === 'contact') return nameOfContact(message.event);
  if (message.type !== 'event' || message.event.type === 'progress') return null;
  return message.event.type === 'failed' ? message.event.error : message.event.type;
};

const tell = (hungReader: string | null = null, measure = false): Told => {
  const said: string[] = [];
  const wakers = new Set<() => void>();
  const send = (message: ChildMessage): void => {
    const name = nameOf(message);
    if (name === null) return;
    said.push(name);
    for (const wake of [...wakers]) wake();
  };
  const until = (name: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (said.at(-1) !== name) return;
        wakers.delete(look);
        resolve();
      };
      wakers.add(look);
      look();
    });
  const sessions = createCardSessions({ readerName: null, hungReader, watchAfterReport: true, measure }, send);
  return { sessions, until, names: () => said };
};

/** A good card that fails at its nth command with a PC/SC code. */
const failing = (code: string | null, at = 5): Pcsc => ({
  start: () => undefined,
  probe: () => Promise.resolve(),
  connect: async () => {
    const card = createSimulatedCard(scenario('all-fine', new Date()));
    let sent = 0;
    return {
      isT0: false,
      begin: () => Promise.resolve(),
      end: () => Promise.resolve(),
      close: () => Promise.resolve(),
      transmit: (command) => {
        sent += 1;
        if (sent === at && code !== null) throw new PcscError('transmit', Object.assign(new Error(code), { code }));
        return card.transmit(command);
      },
    };
  },
});

test.each([
  ['ReaderUnavailable', 'readerUnplugged'],
  ['UnknownReader', 'readerUnplugged'],
  ['NotSupportedByAnybody', 'unknown'],
])('%s in the middle of a reading is %s, and ends when the reader is gone', async (code, error) => {
  const { sessions, until, names } = tell();
  sessions.onSlot(slot('A', 'present', 1));
  void sessions.run(failing(code));
  await until(error);
  sessions.onSlot(slot('A', 'gone', 1));
  await until('removed');
  expect(names()).toEqual(['card', error, 'removed']);
});

test('a card on another reader has its turn although one lies mute on the first', async () => {
  const { sessions, until, names } = tell();
  sessions.onSlot(slot('A', 'mute', 1));
  void sessions.run(failing(null));
  await until('cardMute');
  sessions.onSlot(slot('B', 'present', 1));
  await until('report');
  sessions.onSlot(slot('B', 'empty', 2));
  await until('removed');
  expect(names()).toEqual(['card', 'cardMute', 'removed', 'card', 'report', 'removed']);
});

test('a reader whose card hung and that has another name now is not waited for', async () => {
  const { sessions, until, names } = tell('A 00 00');
  sessions.onSlot(slot('A 01 00', 'empty', 0));
  void sessions.run(failing(null));
  await until('removed');
  sessions.onSlot(slot('A 01 00', 'present', 1));
  await until('report');
  expect(names()).toEqual(['removed', 'card', 'report']);
});

test('a hung card is left alone while a card on another reader is read', async () => {
  const { sessions, until, names } = tell('A');
  void sessions.run(failing(null));
  sessions.onSlot(slot('B', 'empty', 0));
  await Promise.resolve();
  sessions.onSlot(slot('A', 'present', 3));
  sessions.onSlot(slot('B', 'present', 1));
  await until('report');
  expect(names()).toEqual(['removed', 'card', 'report']);
});

describe('while it is measured how long cards are held', () => {
  /** A card that can be connected to after so many tries, and then answers. */
  const refusing = (code: string, tries: number): Pcsc & { readonly asked: () => number } => {
    const fine = failing(null);
    let tried = 0;
    return {
      ...fine,
      asked: () => tried,
      connect: async (reader) => {
        tried += 1;
        if (tried <= tries) throw new PcscError('connect', Object.assign(new Error(code), { code }));
        return fine.connect(reader);
      },
    };
  };

  const put = (sessions: CardSessions): void => {
    sessions.onSlot(slot('A', 'empty', 0));
    sessions.onSlot(slot('A', 'present', 1));
  };

  test('a card that another program has for itself is there', async () => {
    const { sessions, until, names } = tell(null, true);
    const pcsc = refusing('SharingViolation', 3);
    void sessions.run(pcsc);
    put(sessions);
    await until('on');
    await expect.poll(pcsc.asked).toBe(4);
    sessions.onSlot(slot('A', 'empty', 2));
    await until('off');
    expect(names()).toEqual(['on', 'off']);
  });

  test.each(['ProtoMismatch', 'UnresponsiveCard', 'UnpoweredCard', 'NotSupportedByAnybody'])(
    'a card that cannot be connected to (%s) is there for as long as the service says so',
    async (code) => {
      const { sessions, until, names } = tell(null, true);
      const pcsc = refusing(code, Number.POSITIVE_INFINITY);
      void sessions.run(pcsc);
      put(sessions);
      await until('on');
      await expect.poll(pcsc.asked).toBe(1);
      sessions.onSlot(slot('A', 'empty', 2));
      await until('off');
      expect({ names: names(), asked: pcsc.asked() }).toEqual({ names: ['on', 'off'], asked: 1 });
    },
  );

  test('a plug that is pulled is not a card that was lifted', async () => {
    const { sessions, until, names } = tell(null, true);
    void sessions.run(failing('ReaderUnavailable'));
    put(sessions);
    await until('on');
    sessions.onSlot(slot('A', 'gone', 1));
    await until('off, unmeasured');
    expect(names()).toEqual(['on', 'off, unmeasured']);
  });

  test('a card on another reader has its turn, and how long the first was held stays open', async () => {
    const { sessions, until, names } = tell(null, true);
    sessions.onSlot(slot('B', 'empty', 0));
    void sessions.run(failing(null));
    put(sessions);
    await until('on');
    sessions.onSlot(slot('B', 'present', 1));
    await until('off, unmeasured');
    await until('on');
    sessions.onSlot(slot('B', 'empty', 2));
    await until('off');
    expect(names()).toEqual(['on', 'off, unmeasured', 'on', 'off']);
  });

  test('a card that was there before its reader was known lay there', async () => {
    const { sessions, until, names } = tell(null, true);
    void sessions.run(failing(null));
    sessions.onSlot(slot('A', 'present', 1));
    await until('lies');
    sessions.measure(false);
    await until('report');
    expect(names()).toEqual(['lies', 'card', 'report']);
  });

  test('a card that was read is looked at over the connection that is there', async () => {
    const { sessions, until, names } = tell();
    const pcsc = refusing('SharingViolation', 0);
    void sessions.run(pcsc);
    put(sessions);
    await until('report');
    sessions.measure(true);
    await until('lies');
    sessions.onSlot(slot('A', 'empty', 2));
    await until('off, unmeasured');
    expect({ names: names(), asked: pcsc.asked() }).toEqual({
      names: ['card', 'report', 'lies', 'removed', 'off, unmeasured'],
      asked: 1,
    });
  });

  test('contact that comes back before the service has noticed anything begins anew', async () => {
    const { sessions, until, names } = tell(null, true);
    // With each connection it answers once and is lost then.
    void sessions.run(failing('NotTransacted', 2));
    put(sessions);
    await until('off');
    await until('on');
    expect(names()).toEqual(['on', 'off', 'on']);
  });

  test('measuring that ends and begins at once says again that a card lies there', async () => {
    const { sessions, until, names } = tell(null, true);
    void sessions.run(failing(null));
    put(sessions);
    await until('on');
    sessions.measure(false);
    sessions.measure(true);
    await until('lies');
    sessions.onSlot(slot('A', 'empty', 2));
    await until('off, unmeasured');
    expect(names()).toEqual(['on', 'lies', 'off, unmeasured']);
  });
});
