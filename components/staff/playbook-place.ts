'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { isNodeId, type NodeId, type Trail, top, walk } from '@/lib/playbook/tree';

/** The address of a page of the playbook: `#pin-locked-signature`. */
export const addressOf = (id: NodeId): string => `#${id}`;

const start: Trail = [top];
let trail = start;

const named = (): NodeId => {
  const name = window.location.hash.slice(1);
  return isNodeId(name) ? name : top;
};

/**
 * The way to the page that the address names; in memory only, and it never has anything of a visitor in it. Keys ask anew
 * each time: of two in quick succession, the second must not go by what the first has left.
 */
export const currentTrail = (): Trail => {
  const id = named();
  if (trail.at(-1) !== id) trail = walk(trail, id);
  return trail;
};

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
};

export const useTrail = (): Trail => useSyncExternalStore(subscribe, currentTrail, () => start);

export const open = (id: NodeId): void => {
  window.location.hash = id;
};

/** What was open in which language: the language switcher leads to the address without what follows the `#`. */
let left: { readonly locale: string; readonly id: NodeId } | null = null;

/** A page stays open when the language is changed. */
export const useSamePageInOtherLanguage = (locale: string): void => {
  useEffect(() => {
    const before = left !== null && left.locale !== locale && window.location.hash === '' ? left.id : top;
    if (before !== top) window.location.replace(addressOf(before));
    let id = named();
    const stop = subscribe(() => {
      id = named();
    });
    return () => {
      stop();
      left = { locale, id };
    };
  }, [locale]);
};
