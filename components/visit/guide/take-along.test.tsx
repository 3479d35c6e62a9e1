import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type Messages, NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Guide } from '@/lib/advice/guide';
import type { MachineState, PrinterState } from '@/lib/kiosk/machine';
import { usualPublicOffice } from '@/lib/office/public-office';
import { atHome, type Place } from '@/lib/place/place';
import { ClockNote } from '../clock-note';
import { TakeAlong } from './take-along';

const messages: Messages = JSON.parse(readFileSync(join(import.meta.dirname, '../../../messages/ja.json'), 'utf8'));
const setting = { now: { day: '2026-11-26', minute: 600 }, office: usualPublicOffice.office } as const;
const guide: Guide = { facts: {}, reopened: null, isOneByOne: false };
const kiosk: Place = { ...atHome, surface: 'kiosk', homeAddress: 'https://kazasu.example', paper: '80mm' };

/** What a visitor reads, once server and printer have said how they are. */
const shown = (place: Place, machine: MachineState | undefined): string => {
  const client = new QueryClient();
  client.setQueryData(['place'], place);
  client.setQueryData(['office'], usualPublicOffice);
  if (machine !== undefined) client.setQueryData(['machine'], machine);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" messages={messages} timeZone="Asia/Tokyo">
      <QueryClientProvider client={client}>
        <TakeAlong guide={guide} setting={setting} />
        <ClockNote />
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
};

const button = '印刷する';
const notNow = 'いまは印刷できません。';
const whatIsSaid = (html: string) => [button, notNow].filter((each) => html.includes(each));

it.each<[PrinterState, string[]]>([
  ['ok', [button]],
  ['outOfPaper', [notNow]],
  ['stopped', [notNow]],
  ['away', [notNow]],
  ['none', [notNow]],
  ['unknown', []],
])('a kiosk whose printer is %s shows %j, and the code in any case', (printer, said) => {
  const html = shown(kiosk, { printer, clock: 'right' });
  expect(whatIsSaid(html)).toEqual(said);
  expect(html).toContain('続きを開くためのQRコード');
});

it('a kiosk without a printer, and one whose server has said nothing yet, promise no paper', () => {
  for (const html of [shown({ ...kiosk, paper: null }, { printer: 'none', clock: 'right' }), shown(kiosk, undefined)]) {
    expect(whatIsSaid(html)).toEqual([]);
    expect(html).not.toContain('印刷');
  }
});

it('at home the browser asks where to print', () => {
  expect(whatIsSaid(shown(atHome, undefined))).toEqual([button]);
});

it.each([
  ['doubtful', true],
  ['right', false],
] as const)('of a clock that is %s dates say so: %s', (clock, isSaid) => {
  const words = 'この端末の時計がずれているおそれがあります。日付は窓口で確かめてください。';
  expect(shown(kiosk, { printer: 'none', clock }).includes(words)).toBe(isSaid);
});
