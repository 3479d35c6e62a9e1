import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  type Command,
  commands,
  type Direction,
  directions,
  layoutNames,
  layouts,
  longestText,
  neighbour,
  typed,
} from './kana-keyboard.ts';

const characters = layoutNames.flatMap((name) =>
  layouts[name].cells.map(({ key }) => key).filter((key) => key !== null),
);
const anyCharacter = fc.constantFrom(...characters);
const anyKey: fc.Arbitrary<string> = fc.oneof(anyCharacter, fc.constantFrom<Command>(...commands));

/** Any text that a field may hold, halves of surrogate pairs and all. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc.array(anyKey, { maxLength: 60 }).map((keys) => keys.reduce(typed, '')),
);

const inTurn = (first: string, presses: number): string => {
  const forms = [first];
  for (let press = 0; press < presses; press += 1) forms.push(typed(forms.at(-1) ?? '', 'turn'));
  return forms.join('');
};

describe('the layouts', () => {
  test('hold the 46 kana and the long vowel mark in columns of five', () => {
    const { flow, cells } = layouts.kana;
    expect([flow, cells.length]).toEqual(['columns', 50]);
    expect(cells.map(({ key }) => key ?? '').join('')).toBe(
      'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー',
    );
  });

  test('hold digits, letters, hyphen and plus in rows of ten', () => {
    const { flow, cells } = layouts.abc;
    expect([flow, cells.length]).toEqual(['rows', 40]);
    expect(cells.map(({ key }) => key ?? '').join('')).toBe('1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-+');
  });

  test.each(layoutNames)('name every cell of %s once', (name) => {
    const { cells } = layouts[name];
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  });
});

describe('turning the last character', () => {
  test.each([
    ['か', 'かがか'],
    ['は', 'はばぱは'],
    ['つ', 'つっづつ'],
    ['や', 'やゃや'],
    ['あ', 'あぁあ'],
    ['う', 'うぅゔう'],
  ])('of %s gives %s', (first, forms) => {
    expect(inTurn(first, [...forms].length - 1)).toBe(forms);
  });

  test('leaves what comes before as it is', () => {
    expect(typed('あくおす せんす', 'turn')).toBe('あくおす せんず');
  });

  test.each(['', 'ー', 'ん', 'A', '1', ' ', '🀄', '漢'])('leaves "%s" as it is', (text) => {
    expect(typed(text, 'turn')).toBe(text);
  });

  test('comes back to the start, whatever the character', () => {
    fc.assert(
      fc.property(anyText, anyCharacter, (text, character) => {
        const start = typed(text, character);
        const forms = [start];
        for (let next = typed(start, 'turn'); next !== start; next = typed(next, 'turn')) {
          expect(forms).not.toContain(next);
          forms.push(next);
        }
        expect(forms.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('typing', () => {
  test('a name', () => {
    const keys = ['き', 'turn', 'や', 'turn', 'ら', 'く', 'し', 'ー', 'space', 'S', '2', '4', '+'];
    expect(keys.reduce(typed, '')).toBe('ぎゃらくしー S24+');
  });

  test('is undone by erasing, up to the limit', () => {
    const anyShortText = anyText.map((text) => typed(text, 'turn')).filter((text) => text.length < longestText);
    fc.assert(
      fc.property(anyShortText, fc.oneof(anyCharacter, fc.constant('space')), (text, key) => {
        expect(typed(typed(text, key), 'erase')).toBe(text);
      }),
    );
  });

  test('erases a character beyond the basic plane as a whole', () => {
    expect(typed('あ🀄', 'erase')).toBe('あ');
  });

  test('erases nothing from nothing', () => {
    expect([typed('', 'erase'), typed('', 'clear'), typed('あいう', 'clear')]).toEqual(['', '', '']);
  });

  test('never makes the text longer than 40, and tears no character apart', () => {
    fc.assert(
      fc.property(anyText, anyKey, (text, key) => {
        const after = typed(text, key);
        expect(after.length).toBeLessThanOrEqual(40);
        if (text.isWellFormed()) expect(after.isWellFormed()).toBe(true);
      }),
    );
    expect(typed('あ'.repeat(40), 'い')).toBe('あ'.repeat(40));
    expect(typed(`${'あ'.repeat(39)}🀄`, 'turn')).toBe('あ'.repeat(39));
  });
});

describe('the arrow keys', () => {
  const box = (left: number, top: number, width = 80, height = 80): Box => ({
    left,
    right: left + width,
    top,
    bottom: top + height,
  });

  /** A gap in the middle of the first row; one wide key below, a third of a pixel off. */
  const boxes = [
    box(0, 0),
    box(180, 0),
    box(0, 90),
    box(90, 90),
    box(180, 90),
    box(0.3, 180.3, 170),
    box(180.3, 180.3),
  ];

  test.each<[number, Direction, number]>([
    [0, 'right', 1],
    [1, 'left', 0],
    [3, 'up', 3],
    [3, 'down', 5],
    [2, 'down', 5],
    [4, 'down', 6],
    [6, 'up', 4],
    [5, 'right', 6],
    [0, 'up', 0],
    [0, 'left', 0],
    [6, 'down', 6],
    [6, 'right', 6],
    [99, 'right', 99],
  ])('go from key %i to the %s to key %i', (from, direction, to) => {
    expect(neighbour(boxes, from, direction)).toBe(to);
  });

  test('prefer the key straight ahead among those equally near', () => {
    expect(
      neighbour([box(100, 100, 80, 160), box(190, 100, 80, 40), box(190, 150, 80, 40), box(190, 200)], 0, 'right'),
    ).toBe(2);
  });

  test('come back by the opposite way in a full grid, and reach every key of it', () => {
    const opposite: Record<Direction, Direction> = { left: 'right', right: 'left', up: 'down', down: 'up' };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 6 }), (columns, rows) => {
        const grid = Array.from({ length: columns * rows }, (_, index) =>
          box((index % columns) * 93.3, Math.floor(index / columns) * 97.1),
        );
        const reached = new Set([0]);
        for (const from of reached) {
          for (const direction of directions) {
            const to = neighbour(grid, from, direction);
            if (to !== from) expect(neighbour(grid, to, opposite[direction])).toBe(from);
            reached.add(to);
          }
        }
        expect(reached.size).toBe(grid.length);
      }),
    );
  });
});
