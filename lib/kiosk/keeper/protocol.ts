/** What a page on a kiosk and the keeper of its browser say to each other: four words without content, and two questions. Served on loopback. */

/** Each second: this page is alive. With the id of the page at the end of the path, e.g. `/v1/beat/5f0c…`. */
export const beatPath = '/v1/beat/';
/** A visit has ended: everything of it is to go, with the browser. */
export const endPath = '/v1/end/';
/** This page says nothing for a while: it stands still until its print is made. */
export const printPath = '/v1/print/';
/** The copy of the screens for a time without the server is whole. */
export const keptPath = '/v1/kept/';

/** What has the server said last of its office? A page asks that opens while the server is away. */
export const lastOfficePath = '/v1/office';
/** The same of the machine: whether its clock is right. */
export const lastMachinePath = '/v1/machine';

/** Milliseconds. */
export const beatEveryMs = 1_000;

export type PageWord = 'beat' | 'end' | 'kept' | 'print';

const words: Readonly<Record<string, PageWord>> = {
  [beatPath]: 'beat',
  [endPath]: 'end',
  [keptPath]: 'kept',
  [printPath]: 'print',
};

/** A page makes one up when it opens. It says nothing about who is in front of it. */
const pageId = /^[\da-f-]{36}$/;

/** @param path - of the request, e.g. `/v1/beat/5f0c…` */
export const readPath = (path: string): { readonly word: PageWord; readonly page: string } | undefined => {
  const at = path.lastIndexOf('/') + 1;
  const word = words[path.slice(0, at)];
  const page = path.slice(at);
  return word === undefined || !pageId.test(page) ? undefined : { word, page };
};
