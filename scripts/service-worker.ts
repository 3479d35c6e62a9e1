import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { routing } from '../lib/i18n/routing.ts';
import { type OfflinePlan, runOfflineWorker } from '../lib/offline/worker.ts';
import { workerPath } from '../lib/offline/worker-path.ts';

/** Files below `folder`, in an order that does not depend on the file system. */
const filesIn = (folder: string, pattern: string): string[] =>
  globSync(pattern, { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

/**
 * Lists what a finished build holds for visitors.
 *
 * @param root - folder of the project
 */
export const offlinePlan = (root: string): OfflinePlan => {
  const staticFolder = join(root, '.next', 'static');
  const pageFolder = join(root, '.next', 'server', 'app');
  const files = filesIn(staticFolder, '**/*').filter((file) => !file.endsWith('.map'));
  // Those that begin with an underscore stand for pages that are not there.
  const pages = filesIn(pageFolder, '**/*.html').filter((file) => !file.startsWith('_'));
  // What route handlers without a request of their own have answered: icons, the manifest.
  const others = filesIn(pageFolder, '**/*.body');

  const hash = createHash('sha256').update(runOfflineWorker.toString());
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(staticFolder, file)));
  for (const file of [...pages, ...others]) hash.update(`\0${file}\0`).update(readFileSync(join(pageFolder, file)));
  return {
    version: hash.digest('base64url').slice(0, 16),
    files: files.map((file) => `/_next/static/${file}`),
    pages: pages.map((file) => `/${file.replace(/\.html$/, '')}`),
    others: others.map((file) => `/${file.replace(/\.body$/, '')}`),
    start: `/${routing.defaultLocale}`,
    place: '/api/place',
  };
};

export const serviceWorkerSource = (plan: OfflinePlan): string =>
  `(${runOfflineWorker.toString()})(self, ${JSON.stringify(plan, null, 2)});\n`;

/**
 * Leaves the service worker of a finished build where the web server finds it. Pages must have their final form by then.
 *
 * @param root - folder of the project
 */
export const writeServiceWorker = (root: string): void => {
  const file = join(root, 'public', workerPath);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, serviceWorkerSource(offlinePlan(root)));
};
