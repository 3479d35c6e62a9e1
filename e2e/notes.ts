import type { Page } from '@playwright/test';

export interface Note {
  readonly hz: number;
  /** What the screen said when the note began. */
  readonly screen: string | null | undefined;
}

/** Writes down every note as it is started, and what the screen said at that moment. */
export const listen = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const notes: Note[] = [];
    Object.assign(window, { notes });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      const hold = document.querySelector('[data-hold-state]')?.getAttribute('data-hold-state');
      notes.push({
        hz: Math.round(this.frequency.value),
        screen: hold ?? document.querySelector('[data-screen]')?.getAttribute('data-screen'),
      });
      start.call(this, when);
    };
  });
};

export const notesOf = (page: Page): Promise<Note[]> => page.evaluate(() => Reflect.get(window, 'notes'));
