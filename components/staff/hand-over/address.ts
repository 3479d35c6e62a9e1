'use client';

import { useSyncExternalStore } from 'react';
import { readCode } from '@/lib/helpdesk/hand-over';

const before = 'for-';
const page = '/staff/hand-over';

/** Where a slip is made for a call. */
export const forCall = (call: string): string => `${page}#${before}${call}`;

/** What the page is asked for: a slip to make, one to open, or nothing yet. */
export type Wanted =
  | { readonly kind: 'make'; readonly call: string }
  | { readonly kind: 'open'; readonly code: string }
  | { readonly kind: 'nothing' };

const wantedBy = (hash: string): Wanted => {
  const text = hash.slice(1);
  if (text.startsWith(before)) return { kind: 'make', call: text.slice(before.length) };
  const code = readCode(text);
  return code === null ? { kind: 'nothing' } : { kind: 'open', code };
};

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
};

export const useWanted = (): Wanted =>
  wantedBy(
    useSyncExternalStore(
      subscribe,
      () => window.location.hash,
      () => '',
    ),
  );

export const openSlip = (code: string): void => {
  window.location.hash = code;
};

/** The address that a QR code leads to: this page, on the console of whoever reads it. */
export const addressOfSlip = (code: string): string => {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${code}`;
};
