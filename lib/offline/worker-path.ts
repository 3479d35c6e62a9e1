/** Where the service worker is served: at the root, because a worker has no say above its own folder. */
export const workerPath = '/sw.js';
