// `node scripts/icons.ts` draws app/icon.svg in the sizes that home screens of phones ask for. Its results are committed.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromium as executablePath } from './system-packages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const drawing = readFileSync(join(root, 'app', 'icon.svg'), 'utf8');
const [, ground = 'transparent'] = /<rect[^>]*fill="(#\w+)"/.exec(drawing) ?? [];

/** `share`: how much of the width is the drawing; the rest is ground, which a phone may cut off in its own shape. */
const icons = [
  { file: 'public/icons/icon-192.png', pixels: 192, share: 1, ground: 'transparent' },
  { file: 'public/icons/icon-512.png', pixels: 512, share: 1, ground: 'transparent' },
  { file: 'public/icons/maskable-512.png', pixels: 512, share: 0.9, ground },
  { file: 'app/apple-icon.png', pixels: 180, share: 0.95, ground },
];

const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage();
mkdirSync(join(root, 'public', 'icons'), { recursive: true });
for (const icon of icons) {
  await page.setViewportSize({ width: icon.pixels, height: icon.pixels });
  const style = `html{background:${icon.ground}}body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${icon.share * 100}%}`;
  await page.setContent(`<style>${style}</style>${drawing}`);
  await page.screenshot({ path: join(root, icon.file), omitBackground: true });
}
await browser.close();
