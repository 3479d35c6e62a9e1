import type { Locator } from '@playwright/test';

type Place = 'seen' | 'above' | 'below' | 'not turned yet';

/** How long the page turner may take to see that there is more than one page, in milliseconds. */
const lookMs = 1_000;
const every = 50;

/** Where it is on a panel, which shows one page of what it has at a time. */
const placeOf = (target: Locator): Promise<Place> =>
  target.evaluate((element): Place => {
    const isFixed = element.closest('.page-turner, .dialog-close, .help-actions, .frame-foot') !== null;
    if (document.documentElement.dataset.panel === undefined || isFixed) return 'seen';
    const sheet = element.closest('dialog');
    const frame = sheet ?? element.closest('.frame-main');
    if (frame === null) return 'seen';
    const turner = [...document.querySelectorAll<HTMLElement>('.page-turner')].find(
      (each) => each.closest('dialog') === sheet,
    );
    const { top, height } = element.getBoundingClientRect();
    const room = frame.getBoundingClientRect();
    const cut = Number.parseFloat(getComputedStyle(frame).getPropertyValue('--page-cut')) || 0;
    const foot = sheet !== null && turner?.checkVisibility() ? turner.getBoundingClientRect().top : room.bottom - cut;
    const middle = top + height / 2;
    // What has just come may be more than one page, and not be in pages yet.
    const isInPages =
      turner?.checkVisibility() === true && turner.querySelector('.page-turner-count')?.textContent !== '';
    const isLong = frame.scrollHeight - frame.clientHeight > 1;
    if (middle >= room.top && middle <= foot) return isInPages || !isLong ? 'seen' : 'not turned yet';
    if (!isInPages) return 'not turned yet';
    return middle < room.top ? 'above' : 'below';
  });

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, every));

/** Turns to the page of a panel that it is on, by the buttons that a visitor has. */
export const turnTo = async (target: Locator, press: (button: Locator) => Promise<void>): Promise<void> => {
  const patience = Date.now() + lookMs;
  let place = await placeOf(target);
  while (place !== 'seen' && Date.now() < patience) {
    const buttons = target.page().locator('.page-turner:visible').last().getByRole('button');
    const button = place === 'above' ? buttons.first() : buttons.last();
    if (place === 'not turned yet') await pause();
    else if ((await button.getAttribute('aria-disabled')) === 'true') return;
    else await press(button);
    place = await placeOf(target);
  }
};
