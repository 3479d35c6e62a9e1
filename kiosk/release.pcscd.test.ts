/** kiosk/release.sh as it is, on releases that are little more than their names, with a stand-in for systemd, in a mount namespace. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('release.sh', import.meta.url));
const program = '/opt/kazasu';
const folder = mkdtempSync(join(tmpdir(), 'kazasu-release-'));
const log = join(folder, 'log');
const serverPid = join(folder, 'server.pid');

const directories = ['app', 'cli', 'components', 'docs', 'kiosk', 'lib', 'messages', 'public', 'scripts', '.next'];
const files = ['package-lock.json', 'next.config.js', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json', 'global.ts'];

const executable = (path: string, text: string): void => {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
};

/** @param isBuilt - as scripts/build.ts says it of a project */
const project = (version: string, { starts = true, isBuilt = true } = {}): string => {
  const place = join(folder, `project-${version}`);
  for (const name of [...directories, 'node_modules/node/bin']) mkdirSync(join(place, name), { recursive: true });
  for (const name of files) writeFileSync(join(place, name), '');
  writeFileSync(join(place, 'package.json'), `{\n  "version": "${version}",\n  "type": "module"\n}\n`);
  writeFileSync(join(place, '.next/kazasu-source-hash'), version);
  writeFileSync(join(place, 'scripts/build.ts'), `export const isBuilt = (): boolean => ${isBuilt};\n`);
  writeFileSync(join(place, 'cli/starts'), String(starts));
  symlinkSync(process.execPath, join(place, 'node_modules/node/bin/node'));
  executable(join(place, 'kiosk/install.sh'), `#!/bin/sh\necho "install $1 of ${version}" >> ${log}\n`);
  return place;
};

/** In place of systemd: ends the server that runs and starts that of the release behind `current`, which says that it is ready. One that does not start is refused at once. */
const systemctl = `#!/bin/sh
echo "systemctl $*" >> ${log}
case "$*" in
  *ActiveState*) echo active ;;
  'restart --no-block kazasu-server.service')
    [ "$(cat ${program}/current/cli/starts)" = true ] || exit 1
    [ ! -f ${serverPid} ] || kill -9 "$(cat ${serverPid})"
    ${process.execPath} -e "require('http').createServer((q, r) => r.end('ready')).listen(3000, '127.0.0.1')" </dev/null >/dev/null 2>&1 9>&- &
    echo $! > ${serverPid}
    ;;
esac
`;

const release = (...words: readonly string[]) => {
  writeFileSync(log, '');
  const { status, stdout, stderr } = spawnSync(script, words, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
  });
  return { status, said: stdout + stderr, did: readFileSync(log, 'utf8').trim().split('\n') };
};

/** Which releases are there, as `list` says it. */
const listed = (): string[] =>
  release('list')
    .said.trim()
    .replaceAll(/-[\da-f]{12}/g, '')
    .split('\n');
const isReadOnly = (): boolean => spawnSync('touch', [join(program, 'touched')]).status !== 0;

const started = (version: string): string[] => [
  `install --files of ${version}`,
  'systemctl daemon-reload',
  'systemctl restart --no-block kazasu-server.service',
];

describe.runIf(process.env.KAZASU_PRIVATE_NAMESPACE === '1')('releases of a kiosk', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'bin'));
    executable(join(folder, 'bin/systemctl'), systemctl);
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/opt']);
    mkdirSync(join(program, 'releases'), { recursive: true });
    mkdirSync('/run/lock', { recursive: true });
  });
  afterAll(() => {
    execFileSync('umount', ['/opt']);
    if (existsSync(serverPid)) process.kill(Number(readFileSync(serverPid, 'utf8')), 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('what has changed since it was built is none', () => {
    const { status, said } = release('put', project('0.9.0', { isBuilt: false }));
    expect([status, said]).toEqual([1, expect.stringContaining('has changed since it was built')]);
    expect(existsSync(join(program, 'current'))).toBe(false);
  });

  it('the first one is put there, and started by the installation', () => {
    expect(release('put', '--dry-run', project('1.0.0')).status).toBe(0);
    expect(existsSync(join(program, 'current'))).toBe(false);
    const { status, did } = release('put', join(folder, 'project-1.0.0'));
    expect([status, did, listed()]).toEqual([0, [''], ['1.0.0  runs']]);
  });

  it('an update runs when it is ready, and the one before stays, also where the root is read-only', () => {
    execFileSync('mount', ['-o', 'remount,ro', '/opt']);
    const { status, did } = release('update', project('2.0.0'));
    expect(status).toBe(0);
    expect(did.filter((line) => !line.includes('ActiveState'))).toEqual([
      ...started('2.0.0'),
      'systemctl restart --no-block kazasu-browser.service',
    ]);
    expect(listed()).toEqual(['1.0.0  the one before', '2.0.0  runs']);
    expect(isReadOnly()).toBe(true);
  });

  it('the same again changes nothing', () => {
    const { status, did } = release('update', join(folder, 'project-2.0.0'));
    expect([status, did]).toEqual([0, ['']]);
  });

  it('one that does not start is taken away, and the one before runs again', () => {
    const { status, said, did } = release('update', project('3.0.0', { starts: false }));
    expect(status).toBe(1);
    expect(said).toContain('was not ready; 2.0.0');
    expect(did.filter((line) => !line.includes('ActiveState'))).toEqual([
      ...started('3.0.0'),
      ...started('2.0.0'),
      'systemctl restart --no-block kazasu-browser.service',
    ]);
    expect(listed()).toEqual(['1.0.0  the one before', '2.0.0  runs']);
    expect(isReadOnly()).toBe(true);
  });

  it('to roll back is one command, and to take that back the same', () => {
    for (const [runs, before] of [
      ['1.0.0', '2.0.0'],
      ['2.0.0', '1.0.0'],
    ] as const) {
      expect(release('roll-back').status).toBe(0);
      expect(listed().toSorted()).toEqual([`${runs}  runs`, `${before}  the one before`].toSorted());
    }
    expect(isReadOnly()).toBe(true);
  });

  it('only two are kept', () => {
    expect(release('update', project('4.0.0')).status).toBe(0);
    expect(listed()).toEqual(['2.0.0  the one before', '4.0.0  runs']);
  });
});
