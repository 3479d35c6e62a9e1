'use client';

import { useEffect, useReducer, useRef, useState } from 'react';
import { type Contact, contactBefore, contactReducer, isLong, lingerMs, type SearchPlace } from '@/lib/phone/contact';
import { startContact } from './nfc';

const lookMs = 500;

/** The time, for as long as something on the screen depends on it. */
const useNow = (isRunning: boolean): number => {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const look = (): void => setNow(performance.now());
    look();
    const clock = setInterval(look, lookMs);
    return () => clearInterval(clock);
  }, [isRunning]);
  return now;
};

export interface ContactTest {
  readonly contact: Contact;
  /** As `performance.now()`, at most half a second old. */
  readonly nowMs: number;
  /** It has been searched for so long that to find nothing says something. */
  readonly wasLong: boolean;
  /** From a tap only: the browser asks for permission. */
  start(): void;
  /** The person says that the card is away, or gives up. */
  end(): void;
}

const isRunning = ({ name }: Contact): boolean => name === 'searching' || name === 'found' || name === 'asking';

/** Ends a test whose screen is gone: at once, or when a card that may lie there has had time to go. */
const endSoon = (stop: () => void, contact: Contact): void => {
  const ms = lingerMs(contact);
  if (ms === 0) stop();
  else setTimeout(stop, ms);
};

/** One contact test, which ends when its screen does. @param first - the place to begin with; `null`: not known */
export const useContact = (first: SearchPlace | null): ContactTest => {
  const [contact, tell] = useReducer(contactReducer, first, contactBefore);
  const [wasLong, setWasLong] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  const latest = useRef(contact);
  const nowMs = useNow(isRunning(contact));
  useEffect(() => {
    latest.current = contact;
  }, [contact]);
  useEffect(() => () => endSoon(stop.current, latest.current), []);
  if (!wasLong && isLong(contact, nowMs)) setWasLong(true);
  return {
    contact,
    nowMs,
    wasLong,
    start: () => {
      stop.current();
      setWasLong(false);
      stop.current = startContact(tell);
    },
    end: () => {
      tell({ type: 'lifted', atMs: performance.now() });
      stop.current();
    },
  };
};
