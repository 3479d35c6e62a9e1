let spare: HTMLTitleElement | undefined;

/**
 * In another language a page is built anew, and has no title until its own comes. Chromium then calls the window by the
 * address, and whoever draws windows (an X server, a compositor) keeps that for longer than the visit. So that there is
 * always a title, one stands behind that of the page, which is the first. Not undone: it is for when the page is taken down.
 */
export const keepSpareTitle = (): void => {
  if (spare?.isConnected) return;
  spare = document.createElement('title');
  spare.textContent = document.title;
  document.head.append(spare);
};
