import { expect, it } from 'vitest';
import {
  fillsPanel,
  leastPixels,
  lowBand,
  mmPerPixel,
  mostScale,
  type Panel,
  reachOn,
  rootPixels,
  toLowerEdge,
  toPanelSize,
  usualPanel,
} from './panel.ts';

const panel = (words: string, lowerEdge = 800): Panel => {
  const size = toPanelSize(words);
  if (size === undefined) throw new Error(`no panel: ${words}`);
  return { ...size, lowerEdge };
};

it.each([
  ['21.5:1080x1920', { diagonal: 21.5, width: 1080, height: 1920 }],
  ['32:3840x2160', { diagonal: 32, width: 3840, height: 2160 }],
  ['10.1:1280x800', { diagonal: 10.1, width: 1280, height: 800 }],
])('%s is a panel', (words, size) => {
  expect(toPanelSize(words)).toEqual(size);
});

it.each([
  '',
  '21.5',
  '1080x1920',
  '21.5:1080',
  '21,5:1080x1920',
  '6:1080x1920',
  '101:1080x1920',
  '21.5:320x480',
  '21.5"',
])('"%s" is no panel', (words) => {
  expect(toPanelSize(words)).toBeUndefined();
});

it('the height of its lower edge is a whole number of millimetres up to 1500', () => {
  expect(['0', '900', '1500', '1501', '-1', '90 cm', ''].map(toLowerEdge)).toEqual([
    0,
    900,
    1500,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it.each([
  ['10.1:1280x800', 0.17, 118, 41],
  ['15.6:1920x1080', 0.18, 112, 39],
  ['21.5:1080x1920', 0.248, 81, 28],
  ['23.8:1920x1080', 0.274, 73, 26],
  ['32:1920x1080', 0.369, 72, 24],
])('%s: %d mm a pixel, targets of %d px, 1 rem of at least %d px', (words, mm, target, root) => {
  expect(mmPerPixel(panel(words))).toBeCloseTo(mm, 3);
  expect(Math.ceil(leastPixels(panel(words)).target)).toBe(target);
  expect(rootPixels(panel(words))).toBe(root);
});

it('the usual panel needs exactly what the style sheets give it', () => {
  const { gap, text } = leastPixels(usualPanel);
  expect(rootPixels(usualPanel)).toBe(28);
  expect(gap).toBeLessThanOrEqual(0.5 * 28);
  expect(text).toBeLessThanOrEqual(0.95 * 28);
});

it('a panel of twice the pixels, shown at a ratio of two, is the same to a page', () => {
  expect(rootPixels(panel('21.5:2160x3840'), 2)).toBe(28);
  expect(rootPixels(panel('21.5:2160x3840'))).toBe(56);
});

it.each([
  ['10.1:1280x800', 1],
  ['15.6:1920x1080', 1.204],
  ['21.5:1080x1920', 1.5],
  ['21.5:1920x1080', 1.5],
  ['32:1920x1080', 1.5],
])('on %s the largest text is %d times the usual, so that the frame fits', (words, scale) => {
  const { width, height } = panel(words);
  expect(mostScale(panel(words), { width, height })).toBeCloseTo(scale, 3);
});

it.each([
  ['21.5:1080x1920', 900, 807],
  ['21.5:1080x1920', 1200, 23 * 28],
])('on %s at %d mm, buttons that are low keep to %d px', (words, lowerEdge, band) => {
  expect(lowBand(panel(words, lowerEdge))).toBe(band);
});

it.each([
  ['21.5:1080x1920', 800, { from: 0, to: 1210 }],
  ['21.5:1080x1920', 900, { from: 0, to: 807 }],
  ['21.5:1080x1920', 300, { from: 403, to: 3227 }],
  ['21.5:1080x1920', 1200, { from: 0, to: 0 }],
])('%s at %d mm: hands reach %o', (words, lowerEdge, reach) => {
  const { from, to } = reachOn(panel(words, lowerEdge));
  expect(Math.abs(from - reach.from)).toBeLessThanOrEqual(1);
  expect(Math.abs(to - reach.to)).toBeLessThanOrEqual(1);
});

it('a window is the panel when it has its pixels, whichever way it was turned', () => {
  const fills = (width: number, height: number, ratio = 1) => fillsPanel(usualPanel, { width, height }, ratio);
  expect([fills(1080, 1920), fills(1920, 1080), fills(540, 960, 2)]).toEqual([true, true, true]);
  expect([fills(390, 844), fills(1280, 800), fills(1080, 1500)]).toEqual([false, false, false]);
});
