import type { Page } from '@playwright/test';
import { leastPixels, type Panel, reachOn, usualPanel } from '../lib/kiosk/panel.ts';
import { axeFindings } from './axe.ts';

/** What the in-page part measures by, in CSS pixels; contrasts as ratios. */
interface Bars {
  readonly target: number;
  readonly gap: number;
  readonly text: number;
  readonly contrast: Readonly<Record<string, number>>;
  /** Of what a target is told by from what is around it, in every theme. */
  readonly edge: number;
  /** From the lower edge up; `null` at home, where pages scroll and hands hold the screen. */
  readonly reach: number | null;
  /** The visitor wants the buttons low, and only that is looked at. */
  readonly low: boolean;
}

const contrast = { standard: 7, high: 10, dark: 7 } as const;
const edge = 3;

const barsOf = (panel: Panel): Bars => {
  const { target, gap, text } = leastPixels(panel);
  // Half a pixel is rounding; of what is reached, a whole one.
  return { target: target - 0.5, gap: gap - 0.5, text, contrast, edge, reach: reachOn(panel).to + 1, low: false };
};

const kioskBars = barsOf(usualPanel);

const homeBars: Bars = { target: 48, gap: 0, text: 0, contrast, edge, reach: null, low: false };

/** Both ways in which the usual panel hangs. */
const panels = {
  standing: { width: usualPanel.width, height: usualPanel.height },
  lying: { width: usualPanel.height, height: usualPanel.width },
} as const;
type PanelName = keyof typeof panels;

interface Low {
  /** In millimetres. At the usual 720 everybody reaches all of a lying panel. */
  readonly lowerEdge: number;
  readonly textSize: 'standard' | 'largest';
}

const lows: Readonly<Record<PanelName, readonly Low[]>> = {
  standing: [
    { lowerEdge: usualPanel.lowerEdge, textSize: 'standard' },
    { lowerEdge: usualPanel.lowerEdge, textSize: 'largest' },
    { lowerEdge: 900, textSize: 'standard' },
  ],
  lying: [{ lowerEdge: 900, textSize: 'standard' }],
};

/** As narrow as the header of every page allows; 320 is 400 % zoom. In between it is in between. */
const narrow = { standard: 320, largest: 480 } as const;

export interface Looked {
  /** How many combinations of text size, theme and reach have been measured. */
  readonly combinations: number;
  readonly findings: readonly string[];
  /** What does not fit on one page of the panel, in the usual text size. */
  readonly long: readonly string[];
}

/**
 * Runs in the page, on its own: every text size and theme of what is shown, one after the other, by the attributes that the
 * visitor's own choice sets.
 */
const measure = (bars: Bars): Looked => {
  const findings: string[] = [];
  const long: string[] = [];
  const surface = document.querySelector<HTMLElement>('.surface');
  if (surface === null) return { combinations: 0, findings: ['no surface'], long };
  const all = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.sr-only') === null;
  const wordsOf = (element: Element) =>
    `${element.localName}.${element.className} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
  const round = (value: number) => Math.round(value * 10) / 10;

  // Behind an open sheet nothing can be pressed, and nothing has to be read. One that another has opened lies in that one.
  const front: HTMLElement = all(document, 'dialog[open]').at(-1) ?? document.body;

  const kept = new Map<() => HTMLElement[], readonly HTMLElement[]>();
  /** Whether something is seen takes longer than what is measured of it: it is found once, until something else may be shown. */
  const once = (find: () => HTMLElement[]) => (): readonly HTMLElement[] => {
    const list = kept.get(find) ?? find();
    kept.set(find, list);
    return list;
  };
  // What is inside another target is pressed with it.
  const targets = once(() =>
    all(front, 'a[href], button, summary, label:has(input), input:not(.sr-only)').filter(
      (each) => isSeen(each) && !each.parentElement?.closest('a[href], button, summary, label'),
    ),
  );
  const fixedOf = (each: Element) =>
    each.closest('dialog') === null ? '.frame-foot' : '.page-turner, .dialog-close, .help-actions';
  /** Stands above what scrolls below it. */
  const isFixed = (each: Element) => each.closest(fixedOf(each)) !== null;

  const sizes = (): string[] =>
    targets().flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      if (Math.min(width, height) >= bars.target) return [];
      return [`target ${round(width)} × ${round(height)}: ${wordsOf(each)}`];
    });

  interface Edges {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const within = (one: Edges, other: Edges): Edges => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
  /** What is inside its borders, without what is turned away: that lies behind the rest of the frame. */
  const insideOf = (holder: Element): Edges => {
    const { left, top } = holder.getBoundingClientRect();
    const inside = { left: left + holder.clientLeft, top: top + holder.clientTop };
    const cut = Number.parseFloat(getComputedStyle(holder).getPropertyValue('--page-cut')) || 0;
    return {
      ...inside,
      right: inside.left + holder.clientWidth,
      bottom: inside.top + holder.clientHeight - (holder.matches('.frame-main') ? cut : 0),
    };
  };
  /** Where a finger presses it: some have a part laid over what is around them, and are pressed there as well. */
  const areaOf = (each: HTMLElement): Edges => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    const more = getComputedStyle(each, '::after');
    const holder = getComputedStyle(each).position === 'static' ? each.offsetParent : each;
    if (more.content === 'none' || more.position !== 'absolute' || holder === null) return { left, top, right, bottom };
    const ground = insideOf(holder);
    return {
      left: Math.min(left, ground.left + Number.parseFloat(more.left)),
      top: Math.min(top, ground.top + Number.parseFloat(more.top)),
      right: Math.max(right, ground.right - Number.parseFloat(more.right)),
      bottom: Math.max(bottom, ground.bottom - Number.parseFloat(more.bottom)),
    };
  };
  const apartFrom = (one: Edges, other: Edges): number =>
    Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom);

  /** The picture of a practice is touched, too. */
  const touched = () => [...targets(), ...all(front, '[data-touch]:not([data-touch="none"])').filter(isSeen)];
  /** What moves as one when a page is turned; at home, when it scrolls. */
  const partOf = (each: Element) =>
    bars.reach !== null && each.closest('dialog') === null
      ? each.closest('.frame-main, .frame-foot, .office-header')
      : isFixed(each);
  const tooNear = (
    list: readonly { readonly each: HTMLElement; readonly area: Edges }[],
    isMeant: (one: HTMLElement, other: HTMLElement) => boolean,
  ): string[] =>
    list.flatMap(({ each, area }, index) =>
      list.slice(index + 1).flatMap((other) => {
        const apart = apartFrom(area, other.area);
        return apart >= bars.gap || !isMeant(each, other.each)
          ? []
          : [`gap ${round(apart)}: ${wordsOf(each)} | ${wordsOf(other.each)}`];
      }),
    );
  /** Within each part, on whichever of its pages. */
  const gaps = (): string[] =>
    tooNear(
      touched().map((each) => ({ each, area: areaOf(each) })),
      (one, other) => partOf(one) === partOf(other),
    );

  /** What is turned page by page, and the buttons that turn it. */
  const scroller = front === document.body ? document.querySelector('.frame-main') : front;
  const turner = all(front, '.page-turner').find((each) => each.closest('dialog') === front.closest('dialog'));
  const hasMore = () => scroller !== null && scroller.scrollHeight - scroller.clientHeight > 1;
  /** So much of it as is neither turned away nor behind what stands at the lower edge of a sheet. */
  const seenOf = (each: HTMLElement): Edges => {
    let seen = areaOf(each);
    for (let holder = each.parentElement; holder !== null; holder = holder === front ? null : holder.parentElement) {
      const { display, overflowY } = getComputedStyle(holder);
      if (overflowY !== 'visible' && display !== 'contents') seen = within(seen, insideOf(holder));
    }
    if (front === document.body || isFixed(each) || !hasMore()) return seen;
    const covers = all(front, fixedOf(each)).filter(isSeen);
    return { ...seen, bottom: Math.min(seen.bottom, ...covers.map((cover) => cover.getBoundingClientRect().top)) };
  };
  /** Between the parts, on the page that is seen. At home pages scroll behind the foot. */
  const gapsBetween = (): string[] => {
    if (bars.reach === null) return [];
    const list = touched()
      .map((each) => ({ each, area: seenOf(each) }))
      .filter(({ area }) => area.right - area.left > 1 && area.bottom - area.top > 1);
    return tooNear(list, (one, other) => partOf(one) !== partOf(other));
  };
  /** The page notices only later that it has become too long: the buttons that will turn it, and cover a part of it, are shown. */
  const gapsWithTurner = (): string[] => {
    if (turner?.hidden !== true || !hasMore()) return gapsBetween();
    turner.hidden = false;
    kept.clear();
    const seen = gapsBetween();
    turner.hidden = true;
    kept.clear();
    return seen;
  };
  /**
   * Turned by the page's own buttons, which know its pages in the size that the visitor has chosen: to the first, and to the
   * last. One that does nothing on the page that is seen does nothing here. Ends on the first.
   */
  const gapsOnEveryPage = (): string[] => {
    const seen = gapsBetween();
    if (turner === undefined || turner.hidden || scroller === null) return seen;
    const turns = (button: HTMLElement): boolean => {
      const before = scroller.scrollTop;
      button.click();
      return scroller.scrollTop !== before;
    };
    let turned = 0;
    for (const button of all(turner, 'button')) {
      while (turns(button)) {
        turned += 1;
        seen.push(...gapsBetween());
      }
    }
    if (turned === 0 && hasMore()) seen.push('the buttons that turn do not');
    scroller.scrollTop = 0;
    return seen;
  };

  const texts = once(() => {
    const walker = document.createTreeWalker(front, NodeFilter.SHOW_TEXT);
    const elements = new Set<HTMLElement>();
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent === null || (walker.currentNode.textContent ?? '').trim() === '') continue;
      if (parent.closest('script, style, svg, rt, rp, .sr-only') === null && isSeen(parent)) elements.add(parent);
    }
    return [...elements];
  });

  type Colour = readonly [number, number, number, number];
  const colourOf = (css: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => [
    r * a + r2 * (1 - a),
    g * a + g2 * (1 - a),
    b * a + b2 * (1 - a),
    1,
  ];
  const backgrounds = new Map<Element, Colour>();
  const backgroundOf = (element: Element): Colour => {
    const known = backgrounds.get(element);
    if (known !== undefined) return known;
    const own = colourOf(getComputedStyle(element).backgroundColor);
    const below = own[3] === 1 || element.parentElement === null ? own : over(own, backgroundOf(element.parentElement));
    backgrounds.set(element, below);
    return below;
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratioOn = (ground: Colour, colour: Colour): number => {
    const [light = 0, dark = 0] = [luminance(over(colour, ground)), luminance(ground)].sort(
      (one, other) => other - one,
    );
    return (light + 0.05) / (dark + 0.05);
  };
  const contrasts = (theme: string): string[] => {
    const least = bars.contrast[theme] ?? 7;
    return texts().flatMap((each) => {
      const ratio = ratioOn(backgroundOf(each), colourOf(getComputedStyle(each).color));
      return ratio >= least ? [] : [`contrast ${round(ratio)}: ${wordsOf(each)}`];
    });
  };
  /**
   * What has a frame or a ground of its own is told from what is around it by one of them (WCAG 1.4.11). Not asked of what is
   * known by its words alone, nor of what does nothing now. An outline is the focus, and no button has a picture for its ground.
   */
  const edges = (): string[] =>
    targets().flatMap((each) => {
      if (each.parentElement === null || each.matches(':disabled, [aria-disabled="true"]')) return [];
      const around = backgroundOf(each.parentElement);
      const style = getComputedStyle(each);
      const sides = [
        [style.borderTopWidth, style.borderTopStyle, style.borderTopColor],
        [style.borderRightWidth, style.borderRightStyle, style.borderRightColor],
        [style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor],
        [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor],
      ].flatMap(([width = '', line, css = '']) => {
        const colour = colourOf(css);
        return Number.parseFloat(width) > 0 && line !== 'none' && colour[3] > 0 ? [ratioOn(around, colour)] : [];
      });
      // A line on one side of it divides, and is no frame.
      const frame = sides.length === 4 ? Math.min(...sides) : null;
      const ground = ratioOn(around, backgroundOf(each));
      if (frame === null && ground === 1) return [];
      const ratio = Math.max(frame ?? 1, ground);
      return ratio >= bars.edge ? [] : [`edge ${round(ratio)}: ${wordsOf(each)}`];
    });

  const letters = (): string[] =>
    texts().flatMap((each) => {
      const size = Number.parseFloat(getComputedStyle(each).fontSize);
      return size >= bars.text ? [] : [`text ${round(size)} px: ${wordsOf(each)}`];
    });

  interface Placed {
    readonly each: Element;
    readonly place: string;
  }
  const placed = (each: Element, size: string): Placed => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return { each, place: [size, left, top, width, height].join(' ') };
  };
  /** Where everything is that is measured, and how large its letters are. */
  const places = (): readonly Placed[] => [
    ...targets().map((each) => placed(each, '')),
    ...texts().map((each) => placed(each, getComputedStyle(each).fontSize)),
    placed(root, `${root.scrollWidth} × ${root.scrollHeight}`),
  ];

  const root = document.documentElement;
  const sideways = (): string[] =>
    [root, ...all(document, '.frame-main, dialog[open]')]
      .filter((each) => each.scrollWidth > each.clientWidth)
      .map((each) => `${each.localName} is ${each.scrollWidth - each.clientWidth} too wide`);
  /** The window of a kiosk never scrolls, and what its frame holds is turned: whether it has to be, is seen without the buttons. */
  const longer = (): string[] => {
    const turners = all(document, '.page-turner:not([hidden])');
    const frames = all(document, front === document.body ? '.frame-main' : 'dialog[open]');
    const styles = frames.map(({ style }) => style.cssText);
    for (const each of turners) each.hidden = true;
    for (const { style } of frames) style.removeProperty('--page-end');
    // A pixel is rounding.
    const found = frames
      .map((each) => [each.localName, each.scrollHeight - each.clientHeight] as const)
      .filter(([, by]) => by > 1)
      .map(([name, by]) => `${name} is ${by} too long`);
    for (const each of turners) each.hidden = false;
    for (const [index, { style }] of frames.entries()) style.cssText = styles[index] ?? '';
    return found;
  };
  const downwards = (): string[] =>
    bars.reach === null || root.scrollHeight <= window.innerHeight
      ? []
      : [`window scrolls by ${root.scrollHeight - window.innerHeight}`];
  /** A sheet over the screen comes from a button that is within reach, and is closed at its lower end. */
  const above = (reach: number): string[] =>
    front === document.body
      ? targets()
          // The field of a search has the caret already; the keys for it are below.
          .filter((each) => !isFixed(each) && each.localName !== 'input')
          .filter((each) => each.getBoundingClientRect().top < window.innerHeight - reach)
          .map((each) => `${round(window.innerHeight - each.getBoundingClientRect().top)} up: ${wordsOf(each)}`)
      : [];

  const found = (where: string, list: readonly string[]) => findings.push(...list.map((each) => `${where}: ${each}`));
  const before = { ...surface.dataset };
  window.scrollTo(0, 0);
  if (bars.low) {
    found(`${window.innerWidth} low ${surface.dataset.textSize} ${Math.round(bars.reach ?? 0)}`, [
      ...sizes(),
      ...gaps(),
      ...gapsOnEveryPage(),
      ...sideways(),
      ...downwards(),
      ...above(bars.reach ?? 0),
    ]);
    return { combinations: 1, findings, long };
  }
  let combinations = 0;
  for (const size of ['standard', 'larger', 'largest']) {
    surface.dataset.textSize = size;
    surface.dataset.theme = 'standard';
    kept.clear();
    const where = `${window.innerWidth} ${size}`;
    found(where, [
      ...sizes(),
      ...gaps(),
      ...(size === (before.textSize ?? 'standard') ? gapsOnEveryPage() : gapsWithTurner()),
      ...letters(),
      ...sideways(),
      ...downwards(),
    ]);
    if (size === 'standard' && bars.reach !== null) long.push(...longer().map((each) => `${where}: ${each}`));
    // What was found holds in every theme, as long as nothing is elsewhere or of another size in it.
    const usual = places();
    for (const theme of ['standard', 'high', 'dark']) {
      surface.dataset.theme = theme;
      kept.clear();
      backgrounds.clear();
      const moved = places().find(
        ({ each, place }, index) => each !== usual[index]?.each || place !== usual[index]?.place,
      );
      found(`${where} ${theme}`, [
        ...contrasts(theme),
        ...edges(),
        ...(moved === undefined ? [] : [`elsewhere: ${wordsOf(moved.each)}`]),
      ]);
      combinations += 1;
    }
  }
  Object.assign(surface.dataset, before);
  return { combinations, findings, long };
};

const sum = (looked: readonly Looked[]): Looked => ({
  combinations: looked.reduce((all, each) => all + each.combinations, 0),
  findings: looked.flatMap((each) => each.findings),
  long: looked.flatMap((each) => each.long),
});

const nothing: Looked = { combinations: 0, findings: [], long: [] };

/** What the visitor has set: how high hands reach, in CSS pixels (`null`: the buttons are where they are), and the text size. */
interface Chosen {
  readonly reach: number | null;
  readonly textSize: Low['textSize'];
}

const asUsual: Chosen = { reach: null, textSize: 'standard' };

/**
 * Waits until the page fills its panel, has noticed its new size, and is turned by buttons where it has become too long.
 *
 * @param chosen - as if the visitor had done so just now
 */
const settle = async (page: Page, where: string, chosen: Chosen): Promise<Looked> => {
  const found = await page.evaluate(async ({ reach, textSize }) => {
    const { dataset, style } = document.documentElement;
    const surface = document.querySelector<HTMLElement>('.surface');
    if (surface === null) return 'no surface';
    const frames = async (most: number, isOver: () => boolean): Promise<boolean> => {
      for (let left = most; left > 0 && !isOver(); left -= 1) await new Promise(requestAnimationFrame);
      return isOver();
    };
    const patience = 300;
    // A narrow window is none, and the page hears later than this that it is not narrow any more.
    if (!(await frames(patience, () => dataset.panel !== undefined))) return 'the panel is not filled';
    if (reach !== null) style.setProperty('--reach-to', `${reach}px`);
    surface.dataset.textSize = textSize;
    surface.toggleAttribute('data-low', reach !== null);
    await frames(3, () => false);
    const sheet = document.querySelector('dialog[open]');
    const front = sheet ?? document.querySelector('.frame-main');
    if (front === null || front.scrollHeight - front.clientHeight <= 1) return null;
    const turner = `${sheet === null ? '.action-bar >' : 'dialog[open]'} .page-turner`;
    // Its pages are counted when its buttons are in place.
    const isTurned = (): boolean =>
      [...document.querySelectorAll(`${turner} > .page-turner-count:not(:empty)`)].some((each) =>
        each.checkVisibility(),
      );
    return (await frames(patience, isTurned)) ? null : 'no buttons turn what is too long';
  }, chosen);
  return found === null ? nothing : { ...nothing, findings: [`${where}: ${found}`] };
};

const lookLow = async (page: Page, { lowerEdge, textSize }: Low): Promise<Looked> => {
  const { to } = reachOn({ ...usualPanel, lowerEdge });
  const settled = await settle(page, `low ${textSize} at ${lowerEdge} mm`, { reach: to, textSize });
  return sum([settled, await page.evaluate(measure, { ...kioskBars, reach: to + 1, low: true })]);
};

/** Ends with the buttons where they are for most. */
const lookAtPanel = async (page: Page, name: PanelName): Promise<Looked> => {
  const looked: Looked[] = [];
  for (const low of lows[name]) looked.push(await lookLow(page, low));
  looked.push(await settle(page, name, asUsual), await page.evaluate(measure, kioskBars));
  return sum(looked);
};

/** What is cut off at the sides of a small window, in every text size. */
const lookNarrow = async (page: Page): Promise<Looked> => {
  const findings: string[] = [];
  for (const [size, width] of Object.entries(narrow)) {
    await page.setViewportSize({ width, height: 640 });
    const tooWide = await page.evaluate((textSize) => {
      // The page fits itself to its panel when it hears of it; here at once.
      window.dispatchEvent(new Event('resize'));
      const surface = document.querySelector<HTMLElement>('.surface');
      const before = surface?.dataset.textSize;
      if (surface !== null) surface.dataset.textSize = textSize;
      const wide = [document.documentElement, ...document.querySelectorAll('dialog[open]')]
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => `${each.localName} is ${each.scrollWidth - each.clientWidth} too wide`);
      if (surface !== null) surface.dataset.textSize = before;
      return wide;
    }, size);
    findings.push(...tooWide.map((each) => `${width} ${size}: ${each}`));
  }
  return { combinations: Object.keys(narrow).length, findings, long: [] };
};

const setClip = (page: Page, clip: string): Promise<void> =>
  page.evaluate((value) => {
    document.documentElement.style.clipPath = value;
  }, clip);

/** Where something is and what colour it has is known without painting it, which takes longer than all the rest. */
const unpainted = async (page: Page, look: () => Promise<Looked>): Promise<Looked> => {
  await setClip(page, 'inset(50%)');
  const looked = await look();
  await setClip(page, '');
  return looked;
};

/** Axe goes by what can be seen, and has to be asked with nothing clipped away. Colours are measured above, in each theme. */
const askAxe = async (page: Page, where: string): Promise<Looked> => ({
  combinations: 0,
  findings: (await axeFindings(page, 'none')).map((each) => `${where}: ${each}`),
  long: [],
});

/** What is shown, on both panels in every text size and theme and with the buttons low, and whether a narrow window cuts it off. */
export const lookOnKiosk = async (page: Page): Promise<Looked> => {
  const looked = [await askAxe(page, 'standing')];
  looked.push(
    await unpainted(page, async () => {
      const standing = await lookAtPanel(page, 'standing');
      const narrowed = await lookNarrow(page);
      await page.setViewportSize(panels.lying);
      return sum([standing, narrowed, await lookAtPanel(page, 'lying')]);
    }),
    await askAxe(page, 'lying'),
  );
  // The walk goes on as it was: a list of common errors, for one, is shorter on a lying panel.
  await page.setViewportSize(panels.standing);
  looked.push(await settle(page, 'standing again', asUsual));
  return sum(looked);
};

/** On a panel of another size, of which the window has the pixels: whether everything is as large as there, and can be turned to. */
export const lookOnPanel =
  (panel: Panel) =>
  (page: Page): Promise<Looked> =>
    unpainted(page, async () =>
      sum([await settle(page, 'panel', asUsual), await page.evaluate(measure, barsOf(panel))]),
    );

/** The same on a phone, where pages scroll. */
export const lookAtHome = async (page: Page): Promise<Looked> => {
  const axe = await askAxe(page, 'phone');
  const phone = { width: 390, height: 844 };
  const looked = await unpainted(page, async () => {
    const narrowed = await lookNarrow(page);
    await page.setViewportSize(phone);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return sum([narrowed, await page.evaluate(measure, homeBars)]);
  });
  return sum([axe, looked]);
};
