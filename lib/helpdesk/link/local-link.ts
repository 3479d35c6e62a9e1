import type { Desk } from '../desk.ts';
import type { DeskView } from '../wire.ts';
import type { DeskLink } from './link.ts';

/** The desk is in this process. */
export const localLink = (desk: Desk, kiosk: string): DeskLink => ({
  send: async (message) => {
    await desk.take(kiosk, [{ message, agoMs: 0 }]);
    return 'taken';
  },
  follow: (listener) => followView(desk, kiosk, listener),
  close: async () => undefined,
});

/** Calls `listener` with what a kiosk is told, now and whenever that changes. */
export const followView = (desk: Desk, kiosk: string, listener: (view: DeskView) => void): (() => void) => {
  let told = '';
  const tell = (): void => {
    const view = desk.viewOf(kiosk);
    const text = JSON.stringify(view);
    if (text === told) return;
    told = text;
    listener(view);
  };
  tell();
  return desk.feed.subscribe(({ kind }) => {
    if (kind === 'call' || kind === 'duty') tell();
  });
};
