/** The screens that are connected to this machine, as the kernel of Linux knows them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Screen {
  readonly width: number;
  readonly height: number;
}

const mode = /^(\d+)x(\d+)/;

/** What each shows unless something else is asked of it, in pixels. @param folder - one with a folder for each connector */
export const connectedScreens = (folder = '/sys/class/drm'): readonly Screen[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((connector) => {
    const [status, modes] = ['status', 'modes'].map((name) => join(folder, connector, name));
    if (status === undefined || modes === undefined || !existsSync(status) || !existsSync(modes)) return [];
    if (readFileSync(status, 'utf8').trim() !== 'connected') return [];
    const [, width, height] = mode.exec(readFileSync(modes, 'utf8')) ?? [];
    return width === undefined || height === undefined ? [] : [{ width: Number(width), height: Number(height) }];
  });
};
