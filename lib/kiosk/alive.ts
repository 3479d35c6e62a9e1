/** A process says to whoever started it that it is alive: one that hangs has not ended, and would never be started again. */

/** What is sent, over the channel that Node opens between the two. */
export const alive = 'alive';
/** Milliseconds. */
const everyMs = 1_000;

/**
 * Says something to whoever started this process, if there is one. One that has just gone cannot be told any more: Node
 * says so with `disconnect`, and without somebody to hear of it here would end the process with an error instead.
 */
export const tellParent = (message: string | { readonly type: string; readonly url?: string }): void => {
  process.send?.(message, undefined, undefined, () => undefined);
};

/** From now on, for as long as this process runs. Does nothing where nobody listens. */
export const sayAlive = (): void => {
  tellParent(alive);
  setInterval(() => tellParent(alive), everyMs).unref();
};
