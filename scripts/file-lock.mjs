// Plain JavaScript without dependencies: the bootstrap uses it on whatever Node the machine has.
import { mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const beatMs = 1_000;
/** A holder that has not given a sign of life for this long was killed. Process ids would not do: they differ between containers. */
const abandonedAfterMs = 10_000;

/**
 * Runs `work` while no other process that asks for the same `path` runs its own. Waits as long as it takes.
 *
 * @template T
 * @param {string} path - a folder that exists only while the lock is held; its parent must exist
 * @param {() => void} onWait - called once, when another process holds the lock
 * @param {() => Promise<T>} work
 * @param {AbortSignal} [signal] - ends the waiting
 * @returns {Promise<T>}
 * @throws the reason of `signal`, when it ended the waiting
 */
export async function withFileLock(path, onWait, work, signal) {
  let told = false;
  while (!take(path)) {
    if (!told) onWait();
    told = true;
    await wait(200, undefined, signal && { signal });
    removeIfAbandoned(path);
  }
  const beat = setInterval(() => touch(path), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Of several who find the same abandoned lock only one may remove it, or the second would remove the lock that the first
 * has just taken: whoever makes the `.breaking` folder looks once more and removes.
 *
 * @param {string} path
 */
function removeIfAbandoned(path) {
  if (!isAbandoned(path)) return;
  const breaking = `${path}.breaking`;
  if (!take(breaking)) {
    if (isAbandoned(breaking)) rmSync(breaking, { recursive: true, force: true });
    return;
  }
  try {
    if (!isAbandoned(path)) return;
    const aside = `${path}.abandoned-${process.pid}`;
    renameSync(path, aside);
    rmSync(aside, { recursive: true, force: true });
  } finally {
    rmSync(breaking, { recursive: true, force: true });
  }
}

/** @param {string} path */
function isAbandoned(path) {
  try {
    return Date.now() - statSync(path).mtimeMs > abandonedAfterMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** @param {string} path */
function touch(path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch (error) {
    // Whoever deletes node_modules or .next meanwhile takes the lock away with it; the work itself will say so.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
