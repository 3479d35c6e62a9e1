/** What the virtual reader cannot do, with a scripted one: a plug pulled in the middle, a fault nobody knows. */
import { expect, test } from 'vitest';
import { parseAid } from '../../card/commands.ts';
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

const tell = (hungReader: string | null = null): Told => {
  const said: string[] = [];
  const wakers = new Set<() => void>();
  const send = (message: ChildMessage): void => {
    if (message.type !== 'event' || message.event.type === 'progress') return;
    const { event } = message;
    said.push(event.type === 'failed' ? event.error : event.type);
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
  const sessions = createCardSessions({ readerName: null, hungReader, watchAfterReport: true }, send);
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
