import { leastPanel, leastPixels, mmPerPixel, type Panel, reachOn } from './panel.ts';

/** What is looked at where a kiosk is put up: messages/command-line, `checklist.items`. */
export type CheckItem =
  | 'band'
  | 'capitals'
  | 'cut'
  | 'floor'
  | 'gaps'
  | 'knees'
  | 'loud'
  | 'metal'
  | 'pixel'
  | 'ports'
  | 'reach'
  | 'size'
  | 'slope'
  | 'targets';

/** Where a number is from; kept short, as it is printed. */
export const checkSources: Partial<Readonly<Record<CheckItem, string>>> = {
  band: 'https://jads.vercel.app/2-14/04',
  capitals: 'https://accessible.canada.ca/node/380',
  floor: 'https://jads.vercel.app/2-14/04',
  gaps: 'https://dl.acm.org/doi/10.5555/1766311.1766419',
  knees: 'https://jads.vercel.app/2-14/04',
  loud: 'https://accessible.canada.ca/node/380',
  metal: 'https://www.excite.co.jp/news/article/BcnRetail_445688/',
  slope: 'https://ousar.lib.okayama-u.ac.jp/14805',
  targets: 'https://dl.acm.org/doi/10.5555/1766311.1766419',
};

/** Whether header and foot leave nothing of the pages: no kiosk can be made of this panel. */
export const isTooSmall = (panel: Panel): boolean => {
  const [mm, { width, height }] = [mmPerPixel(panel), leastPanel(panel)];
  return panel.width * mm < width || panel.height * mm < height;
};

/** What each item comes to on this panel; in millimetres, degrees, decibels. */
export const checklist = (panel: Panel): readonly (readonly [CheckItem, string])[] => {
  const mm = mmPerPixel(panel);
  const { target, gap, text } = leastPixels(panel);
  const { from, to } = reachOn(panel);
  const above = (pixels: number): number => Math.round(panel.lowerEdge + pixels * mm);
  const inReach = Math.min(to, panel.height);
  const least = leastPanel(panel);
  return [
    [
      'size',
      `${Math.round(panel.width * mm)} × ${Math.round(panel.height * mm)} mm (≥ ${Math.ceil(least.width)} × ${Math.ceil(least.height)})`,
    ],
    ['pixel', `${mm.toFixed(3)} mm`],
    ['targets', `≥ 20 mm = ${Math.ceil(target)} px`],
    ['gaps', `≥ 3 mm = ${Math.ceil(gap)} px`],
    ['capitals', `≥ 4.8 mm (${Math.ceil(text)} px)`],
    ['band', '400–1100 mm'],
    ['reach', from < inReach ? `${above(from)}–${above(inReach)} mm (${from}–${inReach} px)` : '–'],
    ['slope', '30–60°'],
    ['knees', '≥ 650 mm'],
    ['floor', '≥ 1500 × 1500 mm'],
    ['metal', ''],
    ['loud', '≥ 65 dB, + 20 dB'],
    ['ports', ''],
    ['cut', '≤ 60 s'],
  ];
};
