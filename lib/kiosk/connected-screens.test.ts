import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectedScreens } from './connected-screens.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kazasu-drm-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const connector = (name: string, status: string, modes: string): void => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'status'), `${status}\n`);
  writeFileSync(join(folder, name, 'modes'), modes);
};

it('is what each connected screen shows unless something else is asked of it', () => {
  mkdirSync(join(folder, 'card0'));
  writeFileSync(join(folder, 'version'), 'drm 1.1.0 20060810\n');
  connector('card0-DP-1', 'disconnected', '');
  connector('card0-HDMI-A-1', 'connected', '1920x1200\n1920x1080\n1920x1080i\n');
  expect(connectedScreens(folder)).toEqual([{ width: 1920, height: 1200 }]);
});

it('is nothing where the kernel knows of no screens', () => {
  expect(connectedScreens(join(folder, 'none'))).toEqual([]);
  connector('card0-Virtual-1', 'connected', '');
  expect(connectedScreens(folder)).toEqual([]);
});
