import { expect, test } from 'vitest';
import { splitReadings, withoutReadings } from './furigana.ts';

test('a reading belongs to the kanji directly before it', () => {
  expect(splitReadings('カードを読《よ》みます。')).toEqual([
    { text: 'カードを', reading: null },
    { text: '読', reading: 'よ' },
    { text: 'みます。', reading: null },
  ]);
});

test('a bar marks an earlier beginning', () => {
  expect(splitReadings('5月《がつ》｜1日《ついたち》')).toEqual([
    { text: '5', reading: null },
    { text: '月', reading: 'がつ' },
    { text: '1日', reading: 'ついたち' },
  ]);
});

test('text without readings stays in one piece', () => {
  expect(splitReadings('Put the card here')).toEqual([{ text: 'Put the card here', reading: null }]);
});

test('readings can be left out', () => {
  expect(withoutReadings('｜1日《ついたち》に暗証番号《あんしょうばんごう》を')).toBe('1日に暗証番号を');
});
