/** The keys of the keyboard on a kiosk's screen, what they type, and how the arrow keys go from one to the next. */

export const layoutNames = ['kana', 'abc'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Keys that type no character. `turn` goes on to the next form of the last character: は → ば → ぱ → は. */
export const commands = ['turn', 'space', 'erase', 'clear'] as const;
export type Command = (typeof commands)[number];

/** One place in a layout; `key` is a character, or `null` where nothing can be typed. */
export interface Cell {
  readonly id: string;
  readonly key: string | null;
}

export interface KeyboardLayout {
  /** `columns`: the cells fill columns of five from the right, as a 五十音 table does. `rows`: rows of ten from the left. */
  readonly flow: 'columns' | 'rows';
  readonly cells: readonly Cell[];
}

const toCells = (lines: readonly string[]): readonly Cell[] =>
  lines.flatMap((line) => [...line].map((key, place) => ({ id: `${line}${place}`, key: key === ' ' ? null : key })));

export const layouts: Readonly<Record<LayoutName, KeyboardLayout>> = {
  kana: {
    flow: 'columns',
    cells: toCells([
      'あいうえお',
      'かきくけこ',
      'さしすせそ',
      'たちつてと',
      'なにぬねの',
      'はひふへほ',
      'まみむめも',
      'や ゆ よ',
      'らりるれろ',
      'わをんー ',
    ]),
  },
  abc: { flow: 'rows', cells: toCells(['1234567890', 'ABCDEFGHIJ', 'KLMNOPQRST', 'UVWXYZ  -+']) },
};

/** Each kana with its other forms, in the order in which they come up. */
const cycles = [
  ...['あぁ', 'いぃ', 'うぅゔ', 'えぇ', 'おぉ'],
  ...['かが', 'きぎ', 'くぐ', 'けげ', 'こご'],
  ...['さざ', 'しじ', 'すず', 'せぜ', 'そぞ'],
  ...['ただ', 'ちぢ', 'つっづ', 'てで', 'とど'],
  ...['はばぱ', 'ひびぴ', 'ふぶぷ', 'へべぺ', 'ほぼぽ'],
  ...['やゃ', 'ゆゅ', 'よょ', 'わゎ'],
];

const turns: ReadonlyMap<string, string> = new Map(
  cycles.flatMap((cycle) => [...cycle].map((form, place) => [form, [...cycle][place + 1] ?? cycle.charAt(0)] as const)),
);

/** UTF-16 units, as `maxLength` of a text field counts. No name of a phone is nearly as long. */
export const longestText = 40;

const shortened = (text: string): string => {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > longestText) break;
    kept += character;
  }
  return kept;
};

const pressed = (text: string, key: string): string => {
  const characters = [...text];
  const last = characters.at(-1) ?? '';
  const before = characters.slice(0, -1).join('');
  switch (key) {
    case 'turn':
      return before + (turns.get(last) ?? last);
    case 'space':
      return `${text} `;
    case 'erase':
      return before;
    case 'clear':
      return '';
    default:
      return text + key;
  }
};

/**
 * The text after a key. A key that can do nothing leaves it as it is.
 *
 * @param key - A character or a `Command`.
 * @returns At most `longestText` long; a longer `text` is cut, never inside a character.
 */
export const typed = (text: string, key: string): string => shortened(pressed(text, key));

export const directions = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** Where a key is on the screen, in CSS pixels; a `DOMRect` is one. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** `start` to `end` in the direction, `low` to `high` across it. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

const spanTo = (direction: Direction, { left, right, top, bottom }: Box): Span => {
  switch (direction) {
    case 'left':
      return { start: -right, end: -left, low: top, high: bottom };
    case 'right':
      return { start: left, end: right, low: top, high: bottom };
    case 'up':
      return { start: -bottom, end: -top, low: left, high: right };
    case 'down':
      return { start: top, end: bottom, low: left, high: right };
  }
};

/**
 * The nearest key in a direction, by where the keys are on the screen: a wide window places them differently from a tall
 * one. Gaps are passed over.
 *
 * @param from - Index of a box in `boxes`.
 * @returns An index; `from` itself at the edge.
 */
export const neighbour = (boxes: readonly Box[], from: number, direction: Direction): number => {
  const box = boxes[from];
  if (box === undefined) return from;
  const here = spanTo(direction, box);
  const middle = ({ low, high }: Span): number => (low + high) / 2;

  const [nearest] = boxes
    .map((each, index) => ({ index, span: spanTo(direction, each) }))
    // Layout rounds to fractions of a pixel, so edges that should be equal may differ a little.
    .filter(({ span }) => span.start > here.end - 1 && span.low < here.high - 1 && span.high > here.low + 1)
    .map(({ index, span }) => ({
      index,
      ahead: Math.round(span.start - here.end),
      aside: Math.abs(middle(span) - middle(here)),
    }))
    .sort((one, other) => one.ahead - other.ahead || one.aside - other.aside);
  return nearest?.index ?? from;
};
