import { expect, test } from 'vitest';
import type { ReaderEvent } from '../protocol.ts';
import { createPracticeReader } from './practice-reader.ts';

const until = (reader: ReturnType<typeof createPracticeReader>, type: ReaderEvent['type']): Promise<ReaderEvent> =>
  new Promise((resolve) => {
    const stop = reader.subscribe((event) => {
      if (event.type !== type) return;
      queueMicrotask(() => stop());
      resolve(event);
    });
  });

test('a practice card is read like a real one, and taken away', async () => {
  const reader = createPracticeReader({ latencyMs: 0 });
  const events: string[] = [];
  reader.subscribe(({ type }) => events.push(type));
  reader.put('signature-locked');
  expect(await until(reader, 'report')).toMatchObject({
    report: { card: 'my-number', pins: { signature: { state: 'locked' } }, exchanges: 14 },
  });
  const removed = until(reader, 'removed');
  reader.take();
  expect(await removed).toEqual({ type: 'removed', early: false });
  expect(events.filter((type) => type !== 'progress')).toEqual(['reader', 'card', 'report', 'removed']);
});

test('one lifted early says so, with what was known until then', async () => {
  const reader = createPracticeReader({ latencyMs: 1 });
  reader.put('all-fine');
  await until(reader, 'progress');
  const failed = until(reader, 'failed');
  const removed = until(reader, 'removed');
  reader.take();
  expect(await failed).toMatchObject({ error: 'cardRemoved', known: { pins: {} } });
  expect(await removed).toEqual({ type: 'removed', early: true });
});

test('a card put down over another one comes after it', async () => {
  const reader = createPracticeReader({ latencyMs: 1 });
  const events: string[] = [];
  reader.subscribe(({ type }) => events.push(type));
  reader.put('all-fine');
  reader.put('felica');
  await until(reader, 'report');
  expect(events.filter((type) => type !== 'progress')).toEqual([
    'reader',
    'card',
    'failed',
    'removed',
    'card',
    'report',
  ]);
});

test('who comes later learns what is true now, and nothing of a card that is gone', async () => {
  const reader = createPracticeReader({ latencyMs: 0 });
  reader.put('all-fine');
  await until(reader, 'report');
  const late: string[] = [];
  reader.subscribe(({ type }) => late.push(type))();
  expect(late).toEqual(['reader', 'card', 'report']);
  const removed = until(reader, 'removed');
  reader.take();
  await removed;
  const later: string[] = [];
  reader.subscribe(({ type }) => later.push(type))();
  expect(later).toEqual(['reader']);
});
