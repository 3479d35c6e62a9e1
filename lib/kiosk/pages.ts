/** How what is longer than a screen is turned: page by page, and nothing on it is cut in half. Pure. */

/** What is read or pressed as a whole. In pixels below the upper end of all there is. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  /** How far down it makes no sense without: a heading, and the beginning of what it is for. Usually `bottom`. */
  readonly needed?: number;
}

export interface ScreenPage {
  /** Where it begins, in the same pixels. */
  readonly top: number;
  /** So much at its lower edge is only the beginning of what the next one shows whole. In pixels. */
  readonly cut: number;
}

/** What is longer than this part of a page may be taken apart. */
const longestWhole = 0.6;
/** Above what a page begins with, if nothing else is there. In pixels. */
const space = 16;
/** Padding and border of a card. In pixels. */
const widestEdge = 64;
/** The part of a page that shows again what had to be torn. */
const overlap = 0.08;
const isIn = (outer: Box, inner: Box): boolean =>
  inner !== outer && inner.top >= outer.top && inner.bottom <= outer.bottom;

/** The lower edge of what is taken apart stays with the last thing in it: a frame is not left open. */
const withEdges = (wholes: readonly Box[], frames: readonly Box[]): readonly Box[] =>
  wholes.map((whole) => {
    const isLastIn = (frame: Box): boolean =>
      isIn(frame, whole) &&
      frame.bottom - whole.bottom <= widestEdge &&
      wholes.every((each) => each.bottom <= whole.bottom || !isIn(frame, each));
    const bottom = Math.max(whole.bottom, ...frames.filter(isLastIn).map((frame) => frame.bottom));
    return { ...whole, bottom, needed: Math.max(bottom, whole.needed ?? 0) };
  });

/**
 * @param boxes - in any order; one may lie in another. Of what is too long for a page, what lies in it counts
 * @param room - the height of a page in pixels, above 0
 * @param length - of all there is, in pixels
 * @returns at least one page; the last one may be filled only in part
 */
export const pagesOf = (boxes: readonly Box[], room: number, length: number): readonly ScreenPage[] => {
  const isWhole = ({ top, bottom }: Box): boolean => bottom - top <= room * longestWhole;
  const frames = boxes.filter((box) => !isWhole(box));
  const bare = boxes.filter(isWhole);
  const wholes = withEdges(bare, frames);
  const ends = [...bare, ...wholes].map(({ bottom }) => bottom);
  const long = frames.filter((box) => !wholes.some((each) => isIn(box, each)));
  const pages: ScreenPage[] = [];
  let top = 0;
  while (top + room < length) {
    const end = top + room;
    const isBegun = (box: Box): boolean =>
      box.top < end && (box.needed ?? box.bottom) > end && box.top > top + room * (1 - longestWhole) - 1;
    const begun = wholes.filter(isBegun);
    const following = begun.length > 0 ? begun : wholes.filter((box) => box.top >= end);
    const next = Math.min(...following.map((box) => box.top));
    const isTorn = begun.length === 0 && long.some((box) => box.top < end && box.bottom > end);
    if (isTorn || !Number.isFinite(next)) {
      pages.push({ top, cut: 0 });
      top = Math.floor(end - room * overlap);
    } else {
      // Not what the next page begins with, of which this one would show a part; but all that stands whole beside it.
      const isNext = (box: Box): boolean => begun.some((each) => each === box || isIn(each, box));
      const before = wholes.filter((box) => box.bottom <= end && !isNext(box));
      const seen = Math.max(Math.min(next, end), ...before.map(({ bottom }) => bottom));
      pages.push({ top, cut: Math.max(0, Math.floor(end - seen)) });
      top = Math.floor(Math.max(next - space, ...ends.filter((bottom) => bottom <= next), top + 1));
    }
  }
  return [...pages, { top, cut: 0 }];
};

/** @returns the page that is seen where the upper edge of the screen is at `at`, or the one that shows the most of it */
export const pageAt = (pages: readonly ScreenPage[], at: number, room: number): number => {
  const exact = pages.findIndex(({ top }) => Math.abs(top - at) <= 1);
  return exact >= 0
    ? exact
    : Math.max(
        0,
        pages.findLastIndex(({ top }) => top <= at + room / 2),
      );
};
