import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('install.sh', import.meta.url));
const install = (...flags: string[]) =>
  spawnSync(script, flags, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });

/** What a try must leave alone. A built project is needed, so this is with the tests that follow the build. */
const places = [
  '/etc/kazasu/kiosk.env',
  '/etc/systemd/system/kazasu-server.service',
  '/etc/chromium/policies/managed/kazasu.json',
  '/opt/kazasu/current',
];
const stamps = (): readonly unknown[] => places.map((place) => (existsSync(place) ? statSync(place).mtimeMs : null));

describe.runIf(existsSync('/etc/debian_version'))('a dry run', () => {
  it('says every step and does none', () => {
    const before = stamps();
    const { status, stdout } = install('--dry-run', '--panel', '32:1920x1080', '--panel-height', '800');
    expect(status).toBe(0);
    for (const words of [
      'useradd --system',
      '/opt/kazasu',
      'KAZASU_KIOSK_FLAGS=--panel 32:1920x1080 --panel-height 800',
      '/etc/chromium/policies/managed/kazasu.json',
      'kazasu-server.service',
      'Check list of the installation: 32″, 1920 × 1080 px, 800 mm',
      'nothing has been changed',
    ])
      expect(stdout).toContain(words);
    expect(stamps()).toEqual(before);
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
  [['--panel-height', 'low'], '--panel-height takes whole millimetres'],
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
