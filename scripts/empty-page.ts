import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The nearest folder that holds both: Turbopack reads nothing outside its root, and follows the link to our packages. */
const commonFolder = (one: string, other: string): string => {
  let folder = one;
  while (relative(folder, other).split(sep)[0] === '..') folder = dirname(folder);
  return folder;
};

const filesOf = (folder: string): Record<string, string> => ({
  'package.json': JSON.stringify({ private: true, type: 'module' }),
  // What next.config.js says, as far as it matters without languages.
  'next.config.js': `export default ${JSON.stringify({
    outputFileTracingRoot: commonFolder(folder, root),
    turbopack: { root: commonFolder(folder, root) },
    poweredByHeader: false,
    images: { unoptimized: true },
    reactStrictMode: true,
  })};`,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="ja"><body>{children}</body></html>;
}`,
  'app/page.jsx': 'export default function Page() { return <h1>かざす</h1>; }',
  // As cli/web-server.ts serves ours.
  'serve.js': `import { createServer } from 'node:http';
import next from 'next';
process.on('disconnect', () => process.exit());
const app = next({ dev: false, dir: import.meta.dirname });
await app.prepare();
const server = createServer(app.getRequestHandler());
server.listen(0, '127.0.0.1', () => process.send(server.address().port));`,
});

export interface EmptyPage {
  /** Without a slash at the end; the page is `/`. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/**
 * Builds and serves the smallest page that our version of Next makes: one heading. It lies in a folder of its own, which is
 * gone when this process ends.
 *
 * @throws when it cannot be built or served
 */
export const startEmptyPage = async (): Promise<EmptyPage> => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-empty-page-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(filesOf(folder))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const building = start(folder, join('node_modules', 'next', 'dist', 'bin', 'next'), 'build');
  const [code] = await once(building, 'exit');
  if (code !== 0) throw new Error('the empty page could not be built');
  const serving = start(folder, 'serve.js');
  const ended = once(serving, 'exit');
  const port = await Promise.race([once(serving, 'message').then(([first]): unknown => first), ended]);
  if (typeof port !== 'number') throw new Error('the empty page could not be served');
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      serving.kill();
      await ended;
    },
  };
};

const start = (folder: string, ...command: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 2, 'ipc'],
  });
  process.on('exit', () => child.kill());
  return child;
};
