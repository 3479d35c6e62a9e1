'use client';

import { useEffect } from 'react';
import type { StaffCall } from '@/lib/helpdesk/wire';
import { isCovered } from '../playbook';
import { neighbour, select } from './selection';

/** What a key presses: the button of the console that shows it. */
const press = (key: string): boolean => {
  const button = document.querySelector<HTMLElement>(`.desk [aria-keyshortcuts="${CSS.escape(key)}"]`);
  button?.click();
  return button !== null;
};

/** Enter is left to whatever has the focus, unless that is the list or nothing. */
const isFree = (): boolean => {
  const { activeElement } = document;
  return activeElement === null || activeElement.matches('body, h1, .call-item');
};

const moves: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

const focusOn = (id: string): void => document.querySelector<HTMLElement>(`[data-call="${CSS.escape(id)}"]`)?.focus();

/**
 * The keys of the queue: arrows look at another call, Enter takes it, and letters press the buttons they stand on.
 *
 * @param withLetters - `false`: letters do nothing, for those who speak or press them by accident (WCAG 2.1.4)
 */
export const useConsoleKeys = (calls: readonly StaffCall[], shown: string | undefined, withLetters: boolean): void => {
  useEffect(() => {
    const keyed = (event: KeyboardEvent): boolean => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const step = moves[key];
      if (step !== undefined && isFree()) {
        const next = neighbour(calls, shown, step);
        if (next === undefined) return false;
        select(next.id);
        focusOn(next.id);
        return true;
      }
      if (key === 'Enter') return isFree() && press(key);
      return withLetters && /^[a-z?]$/.test(key) && press(key);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const { altKey, ctrlKey, metaKey, repeat, target } = event;
      const isTyping = target instanceof Element && target.matches('input, textarea, select');
      if (event.defaultPrevented || altKey || ctrlKey || metaKey || repeat || isTyping || isCovered()) return;
      if (keyed(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [calls, shown, withLetters]);
};
