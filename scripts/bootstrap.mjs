// `node scripts/bootstrap.mjs ENTRY.ts ARGUMENTS…` installs what package-lock.json lists, if it is not there yet, and runs
// ENTRY with the Node that the project pins. Plain JavaScript without dependencies, for any Node from 20.9 on.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.kazasu-lock-hash');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

function isOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 9);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  return existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

/** `npm ci` is too strict where the registry serves no packages for other platforms, so it is `npm install`, which leaves the lock file as it is. */
async function install() {
  if (isInstalled()) return 0;
  say('Kazasu: installing the npm packages of package-lock.json into node_modules (once; about half a minute) …');
  const started = Date.now();
  // npm's own output goes to standard error: standard output belongs to the command that was asked for.
  const code = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    say('Kazasu: npm install failed; its reason is above. The npm registry must be reachable for the first start.');
    return code;
  }
  if (!existsSync(pinnedNode)) {
    say(
      'Kazasu: the pinned Node was not installed. Does npm skip install scripts here? `npm config get ignore-scripts`',
    );
    return 1;
  }
  writeFileSync(stamp, lockHash());
  say(`Kazasu: installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return 0;
}

async function installOnce() {
  if (isInstalled()) return 0;
  mkdirSync(modules, { recursive: true });
  // Loaded only now, so that a Node too old for it has already been told so.
  const { withFileLock } = await import('./file-lock.mjs');
  return withFileLock(
    join(modules, '.kazasu-installing'),
    () => say('Kazasu: another process is installing the npm packages; waiting for it …'),
    install,
  );
}

/**
 * Runs a command to its end; signals sent to us are sent on to it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit code, or 128 + the signal that ended it
 */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    /** @type {(signal: NodeJS.Signals) => void} */
    const forward = (signal) => {
      child.kill(signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const end = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    for (const signal of signals) process.on(signal, forward);
    child.on('error', (error) => {
      say(`Kazasu: ${command} could not be started: ${error.message}`);
      end(1);
    });
    child.on('exit', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

async function main() {
  const [entry, ...args] = process.argv.slice(2);
  if (entry === undefined) {
    say('Usage: node scripts/bootstrap.mjs ENTRY.ts ARGUMENTS…');
    return 2;
  }
  if (isOldNode()) {
    say(`Kazasu: Node ${process.versions.node} is too old; install Node 20.9 or newer (https://nodejs.org/).`);
    return 1;
  }
  const installed = await installOnce();
  if (installed !== 0) return installed;
  // The channel tells the entry when we are gone, however we ended: no process of ours outlives its starter.
  return run(pinnedNode, [join(root, entry), ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
}

main().then((code) => {
  process.exitCode = code;
});
