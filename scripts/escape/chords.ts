/** What somebody can do with a keyboard and a mouse in order to leave a page. */

/** Keys by their place (evdev + 8), as a keyboard sends them: a key filter is asked about places, not about letters. */
const places = {
  ctrl: 37,
  shift: 50,
  alt: 64,
  super: 133,
  altGr: 108,
  esc: 9,
  backspace: 22,
  tab: 23,
  enter: 36,
  space: 65,
  print: 107,
  menu: 135,
  insert: 118,
  delete: 119,
  home: 110,
  end: 115,
  pageUp: 112,
  pageDown: 117,
  left: 113,
  right: 114,
  up: 111,
  down: 116,
  minus: 20,
  plus: 21,
  comma: 59,
  slash: 61,
  help: 146,
  // Keys of keyboards with more keys.
  www: 158,
  mail: 163,
  favorites: 164,
  computer: 165,
  back: 166,
  forward: 167,
  close: 214,
  homePage: 180,
  reload: 181,
  new: 189,
  search: 225,
  calculator: 148,
  power: 124,
  sleep: 150,
} as const;
type Named = keyof typeof places;

const rows: readonly (readonly [string, number])[] = [
  ['1234567890', 10],
  ['qwertyuiop', 24],
  ['asdfghjkl', 38],
  ['zxcvbnm', 52],
];
const letters = new Map(rows.flatMap(([keys, first]) => [...keys].map((key, at) => [key, first + at] as const)));
const functionKey = (number: number): number => (number <= 10 ? 66 + number : 84 + number);

const placeOf = (key: string): number => {
  if (/^f\d+$/.test(key)) return functionKey(Number(key.slice(1)));
  const place = key in places ? places[key as Named] : letters.get(key);
  if (place === undefined) throw new Error(`no such key: ${key}`);
  return place;
};

export interface Action {
  readonly name: string;
  readonly kind: 'keys' | 'mouse';
  /** Words for xdotool. */
  readonly words: readonly string[];
}

/** All held down in this order, and let go in the other. */
const chord = (name: string): Action => {
  const held = name.split('+').map((key) => String(placeOf(key)).padStart(3, '0'));
  return {
    name,
    kind: 'keys',
    words: [...held.flatMap((place) => ['keydown', place]), ...held.toReversed().flatMap((place) => ['keyup', place])],
  };
};

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
const digits = [...'1234567890'];
const functionKeys = Array.from({ length: 12 }, (_, at) => `f${at + 1}`);
const moves = ['left', 'right', 'up', 'down', 'home', 'end', 'pageUp', 'pageDown'];
const special = [
  'www',
  'mail',
  'favorites',
  'computer',
  'back',
  'forward',
  'close',
  'homePage',
  'reload',
  'new',
  'search',
];

/** The twenty that get past `--kiosk`, or would. */
export const shortList: readonly Action[] = [
  ...[
    'ctrl+t',
    'ctrl+n',
    'ctrl+shift+n',
    'ctrl+h',
    'ctrl+j',
    'ctrl+u',
    'ctrl+o',
    'ctrl+p',
    'ctrl+w',
    'ctrl+shift+delete',
  ],
  ...['shift+esc', 'f1', 'f11', 'f12', 'alt+f4', 'alt+home', 'alt+left', 'ctrl+shift+i', 'ctrl+tab', 'homePage'],
].map(chord);

export const chords: readonly Action[] = [
  ...alphabet.flatMap((key) => [`ctrl+${key}`, `ctrl+shift+${key}`, `alt+${key}`]),
  ...digits.flatMap((key) => [`ctrl+${key}`, `alt+${key}`]),
  ...functionKeys.flatMap((key) => [key, `shift+${key}`, `ctrl+${key}`, `alt+${key}`, `ctrl+alt+${key}`]),
  ...moves.flatMap((key) => [`alt+${key}`, `ctrl+${key}`, `super+${key}`]),
  ...['tab', 'esc', 'enter', 'space', 'delete', 'backspace', 'insert'].flatMap((key) => [
    ...[`ctrl+${key}`, `alt+${key}`, `shift+${key}`, `ctrl+shift+${key}`, `ctrl+alt+${key}`, `super+${key}`],
  ]),
  ...['minus', 'plus', 'comma', 'slash'].flatMap((key) => [`ctrl+${key}`, `ctrl+shift+${key}`]),
  ...[
    'super',
    'super+l',
    'super+d',
    'super+r',
    'super+e',
    'super+tab',
    'alt',
    'ctrl',
    'menu',
    'print',
    'alt+print',
    'help',
  ],
  ...special,
  ...['calculator', 'ctrl+alt+shift+r', 'ctrl+shift+alt+i', 'altGr+e', 'esc', 'tab', 'enter', 'space', 'backspace'],
].map(chord);

const at = (x: number, y: number): readonly string[] => ['mousemove', String(x), String(y)];
const mouse = (name: string, ...words: readonly (readonly string[])[]): Action => ({
  name,
  kind: 'mouse',
  words: words.flat(),
});

type Place = readonly [x: number, y: number];
const withKeys = (name: string, [x, y]: Place): Action => {
  const held = name.split('+').map((key) => String(placeOf(key)).padStart(3, '0'));
  return mouse(
    `click with ${name}, link`,
    at(x, y),
    ...held.map((place) => ['keydown', place]),
    ['click', '1'],
    ...held.toReversed().map((place) => ['keyup', place]),
  );
};

/**
 * Pixels.
 *
 * @param size - of the panel
 * @param link - a place on a link of the page that is shown
 */
export const mouseActions = ({ width, height }: { width: number; height: number }, link: Place): readonly Action[] => {
  const [left, middle, right] = [4, Math.round(width / 2), width - 5];
  const [top, centre, bottom] = [4, Math.round(height / 2), height - 5];
  const places = { corner: [left, top], centre: [middle, centre], low: [middle, bottom] } as const;
  const drag = (name: string, from: Place, to: Place): Action =>
    mouse(
      `drag ${name}`,
      at(...from),
      ['mousedown', '1', 'sleep', '0.2'],
      at(middle, centre),
      ['sleep', '0.1'],
      at(...to),
      ['sleep', '0.2', 'mouseup', '1'],
    );
  const besidesClicks = (name: string, [x, y]: Place): Action[] => [
    mouse(`right click, ${name}`, at(x, y), ['click', '3']),
    mouse(`middle click, ${name}`, at(x, y), ['click', '2']),
    mouse(`long right press, ${name}`, at(x, y), ['mousedown', '3', 'sleep', '1', 'mouseup', '3']),
    mouse(`back and forward buttons, ${name}`, at(x, y), ['click', '8', 'click', '9']),
    mouse(`wheel to all sides, ${name}`, at(x, y), ['click', '4', 'click', '5', 'click', '6', 'click', '7']),
  ];
  const clicks = (name: string, [x, y]: Place): Action[] => [
    mouse(`long press, ${name}`, at(x, y), ['mousedown', '1', 'sleep', '2', 'mouseup', '1']),
    mouse(`three clicks, ${name}`, at(x, y), ['click', '--repeat', '3', '--delay', '60', '1']),
  ];
  return [
    ...besidesClicks('link', link),
    drag('a link to the upper edge', link, [middle, top]),
    ...['ctrl', 'shift', 'alt', 'super', 'ctrl+shift'].map((keys) => withKeys(keys, link)),
    ...clicks('link', link),
    ...Object.entries(places).flatMap(([name, place]) => [...besidesClicks(name, place), ...clicks(name, place)]),
    drag('from the left edge', [left, centre], [right, centre]),
    drag('from the right edge', [right, centre], [left, centre]),
    drag('from the upper edge', [middle, top], [middle, bottom]),
    drag('from the lower edge', [middle, bottom], [middle, top]),
    drag('over the whole page', [left, top], [right, bottom]),
  ];
};

/** Whether the link has been followed after it at the latest: where keys are filtered, a click with one held is a click. */
export const hasFollowed = ({ name }: Action): boolean => name === 'long press, link';

/** Addresses and protocols that a second start of Chromium with the same profile is asked for: it hands them to the one that runs. */
export const addresses: readonly string[] = [
  'https://example.com/',
  'file:///etc/passwd',
  'chrome://settings/',
  'chrome://policy/',
  'chrome://crash/',
  'about:blank',
  'view-source:http://127.0.0.1:3000/',
  'data:text/html,<h1>data</h1>',
  'javascript:alert(1)',
  'mailto:a@example.com',
  'tel:117',
  'ftp://127.0.0.1/',
  'devtools://devtools/bundled/inspector.html',
  'http://localhost:3000/',
  'blob:null/0',
];

/** What such a start can ask for besides an address. It takes a shell, which no visitor has, and no page can ask for it. */
export const furtherStarts: readonly (readonly string[])[] = [
  ['--new-window', 'about:blank'],
  ['--incognito'],
  ['--app=https://example.com'],
  ['--guest'],
  [],
];
