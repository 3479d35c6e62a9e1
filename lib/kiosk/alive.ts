/** A process says to whoever started it that it is alive: one that hangs has not ended, and would never be started again. */

/** What is sent, over the channel that Node opens between the two. */
export const alive = 'alive';
/** Milliseconds. */
const everyMs = 1_000;

/** From now on, for as long as this process runs. Does nothing where nobody listens. */
export const sayAlive = (): void => {
  const say = (): void => {
    process.send?.(alive);
  };
  say();
  setInterval(say, everyMs).unref();
};
