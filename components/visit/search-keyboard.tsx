'use client';

import { type ComponentProps, type KeyboardEvent, type MouseEvent, useState } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import {
  type Command,
  commands,
  type Direction,
  type LayoutName,
  layoutNames,
  layouts,
  neighbour,
  typed,
} from '@/lib/keyboard/kana-keyboard';
import { Furigana } from './furigana';

const directionOf: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Moves the focus within the keyboard, of which only one key is in the tab order. */
const followArrow = (event: KeyboardEvent<HTMLButtonElement>): void => {
  const direction = directionOf[event.key];
  if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const keys = [...(event.currentTarget.closest('.search-keyboard')?.querySelectorAll('button') ?? [])];
  const boxes = keys.map((key) => key.getBoundingClientRect());
  keys[neighbour(boxes, keys.indexOf(event.currentTarget), direction)]?.focus();
};

/** A finger or a mouse leaves the focus, and the caret, in the text field. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** Among letters there is nothing to turn. */
const commandsOf: Readonly<Record<LayoutName, readonly Command[]>> = {
  kana: commands,
  abc: commands.filter((name) => name !== 'turn'),
};

interface SearchKeyboardProps {
  text: string;
  onText: (text: string) => void;
  layout: LayoutName;
  onLayout: (layout: LayoutName) => void;
  /** Names of the keys, with readings; `label` names the keyboard. */
  words: Readonly<Record<LayoutName | Command | 'label', string>>;
}

/** A keyboard on the screen of a kiosk, which has no other. What is typed stays with whoever holds `text`. */
export function SearchKeyboard({ text, onText, layout, onLayout, words }: SearchKeyboardProps) {
  const [visited, setVisited] = useState<string | null>(null);
  const { flow, cells } = layouts[layout];
  const names = [...cells.map(({ key }) => key), ...layoutNames, ...commandsOf[layout]].filter((name) => name !== null);
  const tabStop = names.find((name) => name === visited) ?? names[0];

  const place = (name: string) => ({
    'data-key': name,
    tabIndex: name === tabStop ? 0 : -1,
    onFocus: () => setVisited(name),
  });
  const press = (name: string) => ({
    ...place(name),
    'aria-disabled': typed(text, name) === text,
    onClick: () => onText(typed(text, name)),
  });

  return (
    <fieldset className="search-keyboard" aria-label={withoutReadings(words.label)}>
      <div className="search-keyboard-parts">
        <div className="search-keyboard-layouts">
          {layoutNames.map((name) => (
            <Key key={name} {...place(name)} aria-pressed={name === layout} onClick={() => onLayout(name)}>
              <Furigana>{words[name]}</Furigana>
            </Key>
          ))}
        </div>
        <div className="search-keyboard-characters" data-flow={flow}>
          {cells.map(({ id, key }) =>
            key === null ? (
              <span key={id} />
            ) : (
              <Key key={id} {...press(key)}>
                {key}
              </Key>
            ),
          )}
        </div>
        <div className="search-keyboard-commands">
          {commandsOf[layout].map((name) => (
            <Key key={name} {...press(name)}>
              <Furigana>{words[name]}</Furigana>
            </Key>
          ))}
        </div>
      </div>
    </fieldset>
  );
}

function Key({ children, ...rest }: ComponentProps<'button'>) {
  return (
    <button {...rest} type="button" className="search-key" onKeyDown={followArrow} onMouseDown={keepFocus}>
      <span>{children}</span>
    </button>
  );
}
