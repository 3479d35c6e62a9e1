import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OwnSettings } from '../lib/office/definitions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', 'node');

/** Sets up an office as an operator does. @param data - folder of its kiosk, which may be running */
export const importSettings = (data: string, settings: OwnSettings): void => {
  execFileSync(node, ['cli/kazasu.ts', 'settings', 'import', '-', '--data', data], {
    cwd: root,
    input: JSON.stringify({ format: 'kazasu-settings-1', settings }),
  });
};
