import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('install.sh', import.meta.url));
const install = (...flags: string[]) =>
  spawnSync(script, flags, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });

/** Where an installation writes. A built project is needed, so this is with the tests that follow the build. */
const places = [
  ...['/etc', '/opt', '/usr/local', '/usr/share/X11/xkb', '/var/spool'],
  ...['/var/lib/apt', '/var/lib/dpkg', '/var/lib/kazasu-kiosk'],
];
/** Everything there is, each with its kind, size, rights, owner and last changes; and who the users are. */
const listing = (): Set<string> => {
  const there = places.filter((place) => existsSync(place));
  const format = ['-printf', '%p %y %s %m %u %T@ %C@ %l\n'];
  const found = execFileSync('find', [...there, ...format], { encoding: 'utf8', maxBuffer: 256 * 2 ** 20 });
  const users = ['/etc/passwd', '/etc/group'].map((file) => readFileSync(file, 'utf8'));
  return new Set([found, ...users].flatMap((text) => text.split('\n')));
};

describe.runIf(existsSync('/etc/debian_version'))('a dry run', () => {
  it('says every step and does none', () => {
    const before = listing();
    const { status, stdout } = install('--dry-run', '--panel', '32:1920x1080', '--panel-height', '800');
    expect(status).toBe(0);
    for (const words of [
      'useradd --system',
      '/opt/kazasu',
      'KAZASU_KIOSK_FLAGS=--panel 32:1920x1080 --panel-height 800',
      '/etc/chromium/policies/managed/kazasu.json',
      'kazasu-server.service',
      'kazasu-pcscd-watch.service',
      '/etc/systemd/system/pcscd.service.d/kazasu.conf',
      '/etc/systemd/system/pcscd.socket.d/kazasu.conf',
      'Check list of the installation: 32″, 1920 × 1080 px, 800 mm',
      'nothing has been changed',
    ])
      expect(stdout).toContain(words);
    expect([...listing().symmetricDifference(before)]).toEqual([]);
  });

  it('with a printer, CUPS keeps nothing of a job, not even over a power cut', () => {
    const { status, stdout } = install('--dry-run', '--printer', '80mm');
    expect(status).toBe(0);
    expect(stdout).toContain('PreserveJobFiles No');
    expect(stdout).toContain('PreserveJobHistory No');
    expect(stdout).toContain('/etc/systemd/system/var-spool-cups.mount');
    const mount = readFileSync(new URL('systemd/var-spool-cups.mount', import.meta.url), 'utf8');
    expect(mount).toMatch(/^Type=tmpfs$/m);
  });
});

it.each([
  [['--panel', '32'], '--panel takes inches and pixels'],
  [['--panel', '5:1080x1920'], '--panel takes 7 to 100 inches'],
  [['--panel', '21.5:1080x479'], 'at least 480 pixels each way'],
  [['--panel-height', 'low'], '--panel-height takes whole millimetres'],
  [['--panel-height', '1501'], '1500 at most'],
  [['--hub', 'http://hub.example'], '--hub takes an address that begins with https://'],
  [['--hub', 'https://hub.example'], '--hub needs --hub-network'],
  [['--printer', 'a5'], '--printer takes 80mm or a4'],
  [['--fast'], '--fast?'],
])('%j is refused before anything is done', (flags, words) => {
  const { status, stdout, stderr } = install('--dry-run', ...flags);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(stdout).toBe('');
});
