import { expect, it } from 'vitest';
import { readerSettings } from './settings.ts';

const reader = { KAZASU_READER_URL: 'http://127.0.0.1:4000', KAZASU_READER_SECRET: 'secret' };

it('a reader process is told by its address and secret', () => {
  expect(readerSettings(reader)).toEqual({ kind: 'reader', url: 'http://127.0.0.1:4000', secret: 'secret' });
});

it('the practice card is used in place of a reader', () => {
  expect(readerSettings({ ...reader, KAZASU_PRACTICE_CARD: 'all-fine' })).toEqual({
    kind: 'practice',
    scenario: 'all-fine',
  });
});

it.each([{}, { ...reader, KAZASU_READER_URL: '' }, { ...reader, KAZASU_READER_SECRET: undefined }])(
  'with half of it there is no reader',
  (env) => {
    expect(readerSettings(env)).toEqual({ kind: 'none' });
  },
);
