import { readFileSync } from 'node:fs';
import { momentOf } from '../lib/facts/moment.ts';
import type { OwnSettings } from '../lib/office/definitions.ts';
import type { PublicOffice } from '../lib/office/public-office.ts';
import { publicOffice } from '../lib/office/publish.ts';
import { readSettingsFile } from '../lib/office/settings-file.ts';

/** Where there is no desk nobody asks a queue system, so its address is nothing to refuse a file for. */
const isInternal = (): boolean => true;

const read = (file: string): OwnSettings => {
  const settings = readSettingsFile(readFileSync(file, 'utf8'), isInternal);
  if (settings.kind === 'fine') return settings.own;
  const [{ path, problem }] = settings.mistakes;
  throw new Error(`${file}: ${path}: ${problem} (kazasu settings check says more)`);
};

/**
 * What a server without a desk tells its pages about the office.
 *
 * @param file - as `kazasu settings export` writes it; without one everything is as usual
 * @throws when the file cannot be read or is refused: pages with half of the settings would mislead
 */
export const officeOfFile = (file: string | undefined): (() => PublicOffice) => {
  const own = file ? read(file) : {};
  return () => publicOffice(own, { version: 0, now: momentOf(new Date()), queueWait: null });
};
