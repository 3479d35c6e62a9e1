import { describe, expect, it } from 'vitest';
import { type Box, pageAt, pagesOf } from './pages';

const room = 1_000;

/** One below the other. */
const stacked = (...heights: number[]): readonly Box[] => {
  let top = 0;
  return heights.map((height) => {
    const box = { top, bottom: top + height };
    top = box.bottom;
    return box;
  });
};

const topsOf = (boxes: readonly Box[], length: number): number[] => pagesOf(boxes, room, length).map(({ top }) => top);

describe('what is longer than a screen', () => {
  it('is one page where it fits', () => {
    expect(pagesOf(stacked(400, 600), room, 1_000)).toEqual([{ top: 0, cut: 0 }]);
  });

  it('begins its next page with what did not fit, and shows nothing of it before', () => {
    expect(pagesOf(stacked(400, 400, 400), room, 1_200)).toEqual([
      { top: 0, cut: 200 },
      { top: 800, cut: 0 },
    ]);
  });

  it('leaves a little room above what a page begins with, where nothing else is', () => {
    const boxes = [
      { top: 0, bottom: 500 },
      { top: 560, bottom: 1_060 },
    ];
    expect(pagesOf(boxes, room, 1_060)).toEqual([
      { top: 0, cut: 440 },
      { top: 544, cut: 0 },
    ]);
  });

  it('keeps what belongs together on one page, and takes apart what is too long for one', () => {
    const list = { top: 100, bottom: 2_100 };
    const lines = stacked(100, 500, 500, 500, 500).slice(1);
    expect(topsOf([list, ...lines], 2_100)).toEqual([0, 600, 1_600]);
  });

  it('shows the lower edge of a card with the last thing in it', () => {
    const cardOf = (bottom: number): Box => ({ top: 0, bottom });
    const lines = [
      { top: 20, bottom: 500 },
      { top: 520, bottom: 960 },
    ];
    const beside = { top: 970, bottom: 1_100 };
    expect(pagesOf([cardOf(990), ...lines, beside], room, 1_100)).toEqual([
      { top: 0, cut: 10 },
      { top: 960, cut: 0 },
    ]);
    expect(pagesOf([cardOf(1_020), ...lines], room, 1_020)).toEqual([
      { top: 0, cut: 480 },
      { top: 504, cut: 0 },
    ]);
  });

  it('leaves no heading alone at the end of a page', () => {
    const boxes = [...stacked(400, 500), { top: 900, bottom: 950, needed: 1_050 }, { top: 950, bottom: 1_500 }];
    expect(topsOf(boxes, 1_500)).toEqual([0, 900]);
  });

  it('does not hide what stands whole beside what is cut', () => {
    const [left, right] = [
      [
        { top: 0, bottom: 480 },
        { top: 480, bottom: 1_040 },
      ],
      [{ top: 300, bottom: 750 }],
    ];
    expect(pagesOf([...left, ...right], room, 1_040)).toEqual([
      { top: 0, cut: 250 },
      { top: 480, cut: 0 },
    ]);
  });

  it('tears only what fits on no page, and repeats some of it', () => {
    expect(topsOf([{ top: 0, bottom: 1_900 }], 1_900)).toEqual([0, 920]);
  });

  it('shows everything that fits on a page whole on one of them, wherever it lies', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 500; round += 1) {
      const columns = [0, 1].map(() => stacked(...Array.from({ length: 12 }, () => 20 + random(380))));
      const boxes = columns.flat();
      const pages = pagesOf(boxes, room, Math.max(...boxes.map(({ bottom }) => bottom)));
      const unseen = boxes.filter(
        (box) => !pages.some(({ top, cut }) => box.top >= top && box.bottom <= top + room - cut),
      );
      expect(unseen).toEqual([]);
    }
  });
});

describe('the page that is seen', () => {
  const pages = pagesOf(stacked(600, 600, 600), room, 1_800);

  it('is the one that begins there', () => {
    expect(pages.map(({ top }) => pageAt(pages, top, room))).toEqual([0, 1, 2]);
  });

  it('is otherwise the one with the middle of the screen, as what has been brought there stands in it', () => {
    expect(pageAt(pages, 300, room)).toBe(1);
    expect(pageAt(pages, 90, room)).toBe(0);
  });
});
