import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const usual = fileURLToPath(new URL('../data', import.meta.url));

/** Where a server keeps what must outlive it; the folder is made when something is put into it. */
export const dataFolder = (asked: string | undefined): string => (asked === undefined ? usual : resolve(asked));
