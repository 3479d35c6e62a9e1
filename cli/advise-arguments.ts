import { parseArgs } from 'node:util';
import { isDay } from '../lib/facts/day.ts';
import type { Moment } from '../lib/facts/moment.ts';

/** What `kazasu advise` was asked to do. `moment` is `null` for now. */
export type AdviseArguments =
  | { readonly kind: 'map' | 'names' | 'store-reset' }
  | { readonly kind: 'advise'; readonly file: string; readonly moment: Moment | null; readonly json: boolean }
  | { readonly kind: 'wrong'; readonly mistake: 'factsMissing' | 'onDay' };

/** A day without a time is the morning of that day, when the offices have just opened. */
const morning = 9 * 60;

const toMoment = (text: string): Moment | null => {
  const [day = '', time, ...more] = text.split('T');
  if (!isDay(day) || more.length > 0) return null;
  if (time === undefined) return { day, minute: morning };
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? null : { day, minute: Number(hours) * 60 + Number(minutes) };
};

/**
 * Reads the words after `kazasu advise`.
 *
 * @throws what `parseArgs` throws for a flag it does not know.
 */
export const parseAdviseArguments = (args: readonly string[]): AdviseArguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      facts: { type: 'string' },
      on: { type: 'string' },
      json: { type: 'boolean', default: false },
      map: { type: 'boolean', default: false },
      names: { type: 'boolean', default: false },
      'store-reset': { type: 'boolean', default: false },
    },
  });
  if (values.map) return { kind: 'map' };
  if (values.names) return { kind: 'names' };
  if (values['store-reset']) return { kind: 'store-reset' };
  if (!values.facts) return { kind: 'wrong', mistake: 'factsMissing' };
  const moment = values.on === undefined ? null : toMoment(values.on);
  if (values.on !== undefined && moment === null) return { kind: 'wrong', mistake: 'onDay' };
  return { kind: 'advise', file: values.facts, moment, json: values.json };
};
