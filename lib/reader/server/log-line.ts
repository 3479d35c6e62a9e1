import type { Exchange } from '../read-card.ts';
import type { ReaderLogEntry } from './reader-watch.ts';

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');

const exchangeText = ({ ins, sw, length, ms }: Exchange): string =>
  `${hex(ins, 2)}>${hex(sw, 4)}+${length} ${ms.toFixed(0)}ms`;

/**
 * One line of the reader's log: what was done, never what was read. An exchange is `INS>SW+bytes time`.
 */
export const logLine = (entry: ReaderLogEntry): string => {
  switch (entry.what) {
    case 'exchanges':
      return `reader: ${entry.exchanges.length} exchanges: ${entry.exchanges.map(exchangeText).join(', ')}`;
    case 'detail':
    case 'process':
      return `reader: ${entry.text}`;
  }
};
