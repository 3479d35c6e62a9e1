import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { emptyPrintQueue, lookAtPrinter, printerStateOf } from './printer.ts';
import { type PrintService, startPrintService } from './testing/print-service.ts';

const block = (head: string, alerts: string): string => `${head}
\tForm mounted:
\tContent types: any
\tDescription: Alerts: none
\tAlerts: ${alerts}
\tLocation: ロビー
`;
const idle = 'printer slip is idle.  enabled since Thu Nov 26 09:13:57 2026';
const now = Date.parse('Thu Nov 26 09:20:00 2026');
const disabled = 'printer slip disabled since Thu Nov 26 09:13:57 2026 -';

it.each([
  ['nothing is wrong', block(idle, 'none'), 'ok'],
  ['it prints', block('printer slip now printing slip-3.  enabled since Thu Nov 26', 'none'), 'ok'],
  ['the roll is low, which still prints', block(idle, 'media-low-warning'), 'ok'],
  ['the roll is at its end', block(idle, 'media-empty-error'), 'outOfPaper'],
  ['as USB printers say it', block(idle, 'media-empty-warning'), 'outOfPaper'],
  ['paper is wanted', block(idle, 'media-needed'), 'outOfPaper'],
  ['stopped for want of paper', block(disabled, 'paused media-empty'), 'outOfPaper'],
  ['unplugged', block(idle, 'offline-report'), 'away'],
  ['nobody answers at the other end', block('printer slip now printing slip-3.', 'connecting-to-device'), 'away'],
  ['the cover is open', block(idle, 'cover-open'), 'stopped'],
  ['something of which we do not know', block(idle, 'cutter-error'), 'stopped'],
  ['stopped by hand', block(disabled, 'none'), 'stopped'],
  ['it takes no jobs', `slip not accepting requests since Thu\n${block(idle, 'none')}`, 'stopped'],
  ['another queue is fine', block('printer a4 is idle.', 'none'), 'away'],
  ['another queue is not', `${block(idle, 'none')}${block('printer a4 disabled since', 'media-empty')}`, 'ok'],
  ['no queue at all', 'no system default destination\n', 'away'],
  ['nothing', '', 'away'],
])('%s', (_, said, state) => {
  expect(printerStateOf(said, 'slip', now)).toBe(state);
});

it('without a name it is the queue that is used when none is named', () => {
  const both = `system default destination: slip\n${block('printer a4 disabled since', 'none')}${block(idle, 'none')}`;
  expect(printerStateOf(both, undefined, now)).toBe('ok');
  expect(printerStateOf(`no system default destination\n${block(idle, 'none')}`, undefined, now)).toBe('away');
});

it('what the last job said of an idle printer is believed for ten minutes: somebody may have filled it', () => {
  const empty = block(idle, 'media-empty-error');
  expect(printerStateOf(empty, 'slip', Date.parse('Thu Nov 26 09:23:57 2026'))).toBe('outOfPaper');
  expect(printerStateOf(empty, 'slip', Date.parse('Thu Nov 26 09:23:58 2026'))).toBe('ok');
  const stopped = block(disabled, 'media-empty-error');
  expect(printerStateOf(stopped, 'slip', Date.parse('Thu Nov 26 12:00:00 2026'))).toBe('outOfPaper');
});

const document = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [] /Count 0 >>
endobj
trailer << /Size 3 /Root 1 0 R >>
%%EOF
`;

let service: PrintService;
let file: string;

beforeAll(async () => {
  service = await startPrintService('80mm');
  file = join(service.socket, '..', 'slip.pdf');
  writeFileSync(file, document);
});
afterAll(() => service.stop());
beforeEach(() => vi.stubEnv('CUPS_SERVER', service.socket));
afterEach(async () => {
  vi.unstubAllEnvs();
  service.goOn();
  await service.command('cancel', '-a', '-x');
  await service.command('lpadmin', '-p', 'slip', '-E');
});

const print = (): Promise<string> => service.command('lp', '-d', 'slip', file);
const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await wait(10);
};
const state = (queue?: string) => lookAtPrinter(queue);

it('a printer that stands ready is ready, by its name and as the one that is used when none is named', async () => {
  expect(await state('slip')).toBe('ok');
  expect(await state()).toBe('ok');
  expect(await state('elsewhere')).toBe('away');
});

it('a printer that was stopped is stopped until it is started, and one that takes no jobs, too', async () => {
  await service.command('cupsdisable', 'slip');
  expect(await state('slip')).toBe('stopped');
  await service.command('cupsenable', 'slip');
  expect(await state('slip')).toBe('ok');
  await service.command('cupsreject', 'slip');
  expect(await state('slip')).toBe('stopped');
});

it('a printer that finds no paper says so until it prints again', async () => {
  service.block('media-empty-error');
  await print();
  await until(async () => (await state('slip')) === 'outOfPaper');
  expect(await emptyPrintQueue('slip')).toBe('empty');
  expect(service.spooled()).toEqual([]);
  service.goOn();
  await print();
  await until(async () => (await state('slip')) === 'ok');
});

it('a slip that is coming out may come out, and then nothing of it is left', async () => {
  const before = service.printed().length;
  service.block();
  await print();
  expect(service.spooled()).not.toEqual([]);
  const emptied = emptyPrintQueue('slip');
  service.goOn();
  expect(await emptied).toBe('empty');
  expect(service.printed().length).toBe(before + 1);
  expect(service.spooled()).toEqual([]);
});

it('one that does not come out in time is cancelled with its file, and the next visit prints', async () => {
  const before = service.printed().length;
  service.block();
  await print();
  await print();
  expect(await emptyPrintQueue('slip', 200)).toBe('empty');
  expect(service.spooled()).toEqual([]);
  service.goOn();
  await print();
  await until(() => service.printed().length === before + 1);
});

it('what the next visit prints while the last slip comes out is left alone', async () => {
  service.block();
  await print();
  const emptied = emptyPrintQueue('slip', 4_000);
  // It has long asked CUPS which jobs are those of the visit.
  await wait(1_500);
  await print();
  expect(await emptied).toBe('empty');
  expect((await service.command('lpstat', '-o', 'slip')).trim().split('\n')).toHaveLength(1);
});

it('a printer that was stopped is not waited for: its jobs are cancelled at once', async () => {
  await service.command('cupsdisable', 'slip');
  await print();
  const began = performance.now();
  expect(await emptyPrintQueue('slip')).toBe('empty');
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(service.spooled()).toEqual([]);
});

it('a service that keeps what it has printed is noticed', async () => {
  const other = await startPrintService('a4', true);
  try {
    vi.stubEnv('CUPS_SERVER', other.socket);
    await other.command('lp', '-d', 'slip', file);
    await until(() => other.printed().length === 1);
    expect(await emptyPrintQueue('slip')).toBe('left');
  } finally {
    await other.stop();
  }
});

it('without a service nothing is ready, nobody waits, and what may be left is told', async () => {
  vi.stubEnv('CUPS_SERVER', '/nowhere/cups.sock');
  const began = performance.now();
  expect(await state('slip')).toBe('away');
  expect(await emptyPrintQueue('slip')).toBe('left');
  expect(performance.now() - began).toBeLessThan(2_000);
});

it('where no printing service is installed there is nothing to empty', async () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(await state('slip')).toBe('away');
  expect(await emptyPrintQueue('slip')).toBe('empty');
});
