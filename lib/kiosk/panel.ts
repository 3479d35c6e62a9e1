/** The screen of a kiosk as it hangs there. A page cannot know how large its pixels are; the one who installs it does. */
export interface Panel {
  /** From corner to corner, in inches. */
  readonly diagonal: number;
  /** In pixels of the panel; which of them is the longer one says how it hangs. */
  readonly width: number;
  readonly height: number;
  /** From the floor to the lower edge of what is shown, in millimetres. */
  readonly lowerEdge: number;
}

/** What the screens are laid out for: 21.5 inches, standing, the usual height of a pedestal. */
export const usualPanel: Panel = { diagonal: 21.5, width: 1080, height: 1920, lowerEdge: 720 };

/** In millimetres; where they come from: docs/decisions/0017-panel.md. */
const least = { target: 20, gap: 3, capital: 4.8 } as const;
/** In CSS pixels, however large the panel is. */
const leastTarget = 72;
/** A capital letter of Noto Sans JP, as part of its font size. */
const capitalPart = 0.733;
/** What the style sheets give, in rem: app/globals.css and app/controls.css. */
const given = { target: 3, gap: 0.5, text: 0.95 } as const;
/** So many rem header, foot and something between them need. */
const frame = { width: 20, height: 23 } as const;
/** How much larger the largest text is where there is room. */
const largest = 1.5;
/** What hands can do something with, in millimetres above the floor. */
const reachable = { from: 400, to: 1100 } as const;

const inch = 25.4;
const sizes = /^(\d{1,3}(?:\.\d{1,2})?):(\d{3,4})x(\d{3,4})$/;

/** @param text - `21.5:1080x1920`: inches, and pixels as they are seen. `undefined` if it is no panel. */
export const toPanelSize = (text: string): Omit<Panel, 'lowerEdge'> | undefined => {
  const [diagonal = 0, width = 0, height = 0] = sizes.exec(text)?.slice(1).map(Number) ?? [];
  const isLikely = diagonal >= 7 && diagonal <= 100 && Math.min(width, height) >= 480;
  return isLikely ? { diagonal, width, height } : undefined;
};

/** @param text - whole millimetres, up to 1500. `undefined` if it is none. */
export const toLowerEdge = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text) && Number(text) <= 1500 ? Number(text) : undefined;

/** @param pixelRatio - pixels of the panel for one of CSS */
export const mmPerPixel = ({ diagonal, width, height }: Panel, pixelRatio = 1): number =>
  ((diagonal * inch) / Math.hypot(width, height)) * pixelRatio;

/** What has to be at least so large on this panel, in CSS pixels. */
export const leastPixels = (panel: Panel, pixelRatio = 1) => {
  const mm = mmPerPixel(panel, pixelRatio);
  return {
    target: Math.max(leastTarget, least.target / mm),
    gap: least.gap / mm,
    /** A font size. */
    text: least.capital / capitalPart / mm,
  };
};

/** The smallest `1rem`, in whole CSS pixels, at which the style sheets give everything its size. */
export const rootPixels = (panel: Panel, pixelRatio = 1): number => {
  const { target, gap, text } = leastPixels(panel, pixelRatio);
  return Math.ceil(Math.max(target / given.target, gap / given.gap, text / given.text));
};

/**
 * How much larger than the usual text the largest can be, so that the frame of a page still fits: 1 to 1.5.
 *
 * @param window - which fills the panel, in CSS pixels
 */
export const mostScale = (panel: Panel, window: { width: number; height: number }, pixelRatio = 1): number => {
  const most = Math.min(window.width / frame.width, window.height / frame.height);
  return Math.max(1, Math.min(largest, most / rootPixels(panel, pixelRatio)));
};

/** Header, foot and something between them in the usual text: what a panel has to show at least, in millimetres. */
export const leastPanel = (panel: Panel): { width: number; height: number } => {
  const rem = rootPixels(panel) * mmPerPixel(panel);
  return { width: frame.width * rem, height: frame.height * rem };
};

/** The part of the screen that is within everybody's reach, in CSS pixels from its lower edge up. */
export const reachOn = (panel: Panel, pixelRatio = 1): { from: number; to: number } => {
  const mm = mmPerPixel(panel, pixelRatio);
  const pixelsAt = (aboveFloor: number) => Math.max(0, Math.round((aboveFloor - panel.lowerEdge) / mm));
  return { from: pixelsAt(reachable.from), to: pixelsAt(reachable.to) };
};

/** The part at the lower edge that "buttons low" keeps to, in CSS pixels: what hands reach, and no less than the frame needs. */
export const lowBand = (panel: Panel, pixelRatio = 1): number =>
  Math.max(reachOn(panel, pixelRatio).to, frame.height * rootPixels(panel, pixelRatio));

/** Whether a window of this size, in CSS pixels, fills the panel, turned either way. A smaller one is somebody's try. */
export const fillsPanel = ({ width, height }: Panel, window: { width: number; height: number }, pixelRatio = 1) => {
  const isAbout = (panel: number, css: number) => Math.abs(panel - css * pixelRatio) <= panel * 0.02;
  return (
    (isAbout(width, window.width) && isAbout(height, window.height)) ||
    (isAbout(width, window.height) && isAbout(height, window.width))
  );
};
