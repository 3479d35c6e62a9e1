import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareScriptHashes } from './csp-hashes.ts';
import { withFileLock } from './file-lock.mjs';
import { writeServiceWorker } from './service-worker.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, '.next', 'kazasu-source-hash');

/** Everything that the built pages depend on. */
const sources = [
  '{app,components,lib,messages,public}/**/*',
  '{next.config.js,postcss.config.mjs,proxy.ts,tsconfig.json,package-lock.json}',
  'scripts/{build,csp-hashes,service-worker}.ts',
];
/** Never part of a page, or made by the build itself. */
const notBuilt = ['**/*.test.{ts,tsx}', 'lib/reader/server/**', 'messages/*.d.json.ts', 'public/sw.js'];

const sourceHash = (): string => {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(sources, { cwd: root, exclude: notBuilt }).filter((file) =>
    statSync(join(root, file)).isFile(),
  );
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

/** Written by the last step of a build into a folder of sources: a copy of those alone has the rest of the build without it. */
const worker = join(root, 'public', 'sw.js');

/** Whether there is a finished build of the present files. */
export const isBuilt = (hash: string = sourceHash()): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(worker);

/**
 * Builds the web server unless the last build was made from the same files.
 *
 * @param say - told what is happening, a line at a time
 * @param signal - ends a running build
 * @returns whether there is a finished build of the present files
 */
export const ensureBuild = async (say: (line: string) => void, signal: AbortSignal): Promise<boolean> => {
  const hash = sourceHash();
  if (isBuilt(hash)) return true;
  // Not in .next, which the build clears.
  const lock = join(root, 'node_modules', '.kazasu-building');
  const onWait = (): void => say('Kazasu: another process is building; waiting for it …');
  const work = async (): Promise<boolean> => isBuilt(hash) || (await build(hash, say, signal));
  return withFileLock(lock, onWait, work, signal).catch((error) => {
    if (signal.aborted) return false;
    throw error;
  });
};

const build = async (hash: string, say: (line: string) => void, signal: AbortSignal): Promise<boolean> => {
  say('Kazasu: 画面を準備しています（約20秒）/ building the screens (once, about 20 s) …');
  const started = performance.now();
  rmSync(stamp, { force: true });
  if (!(await runNextBuild(signal))) return false;
  const pages = prepareScriptHashes(root);
  writeServiceWorker(root);
  writeFileSync(stamp, hash);
  say(`Kazasu: built ${pages} pages in ${Math.round((performance.now() - started) / 1000)} s.`);
  return true;
};

const runNextBuild = async (signal: AbortSignal): Promise<boolean> => {
  const child = spawn(process.execPath, [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 2, 2],
    // A group of its own: Next's workers end with it.
    detached: true,
  });
  const endGroup = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  signal.addEventListener('abort', endGroup);
  const [code] = await once(child, 'exit');
  signal.removeEventListener('abort', endGroup);
  return code === 0 && !signal.aborted;
};

if (import.meta.main) {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort());
  const done = await ensureBuild((line) => process.stderr.write(`${line}\n`), stopping.signal);
  process.exitCode = done ? 0 : 1;
}
