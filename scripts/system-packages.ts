import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something a test needs from the operating system, by the name of its Debian package. */
interface SystemPackage {
  readonly name: string;
  readonly what: string;
  readonly isThere: () => boolean;
}

const isCommand = (name: string): boolean =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((folder) => existsSync(join(folder, name)));

const hasJapaneseFont = (): boolean => {
  const { stdout } = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
};

export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

const driverFolders = ['/usr/lib/pcsc/drivers', '/usr/lib64/pcsc/drivers', '/usr/local/lib/pcsc/drivers'];

const systemPackages = {
  chromium: { name: 'chromium', what: 'Chromium (or its path in CHROMIUM)', isThere: () => existsSync(chromium) },
  cups: { name: 'cups-daemon', what: 'the printing service CUPS', isThere: () => isCommand('cupsd') },
  cupsClient: { name: 'cups-client', what: 'lpstat, lpadmin and cancel', isThere: () => isCommand('lpstat') },
  fonts: { name: 'fonts-noto-cjk', what: 'a font with Japanese characters', isThere: hasJapaneseFont },
  pcscd: { name: 'pcscd', what: 'the PC/SC service', isThere: () => isCommand('pcscd') },
  virtualReader: {
    name: 'vsmartcard-vpcd',
    what: 'the virtual card reader',
    isThere: () => driverFolders.some((folder) => existsSync(join(folder, 'serial', 'libifdvpcd.so'))),
  },
  opensc: { name: 'opensc', what: 'pkcs15-tool', isThere: () => isCommand('pkcs15-tool') },
  ip: { name: 'iproute2', what: 'the command ip', isThere: () => isCommand('ip') },
  pdf: { name: 'poppler-utils', what: 'pdftotext', isThere: () => isCommand('pdftotext') },
  qr: { name: 'zbar-tools', what: 'zbarimg', isThere: () => isCommand('zbarimg') },
  postgresql: {
    name: 'postgresql',
    what: 'the programs of a PostgreSQL server',
    isThere: () => existsSync('/usr/lib/postgresql'),
  },
  systemd: { name: 'systemd', what: 'systemd-analyze', isThere: () => isCommand('systemd-analyze') },
  xvfb: { name: 'xvfb', what: 'a screen that nobody sees (Xvfb)', isThere: () => isCommand('Xvfb') },
  openbox: { name: 'openbox', what: 'the window manager openbox', isThere: () => isCommand('openbox') },
  xdotool: { name: 'xdotool', what: 'xdotool', isThere: () => isCommand('xdotool') },
  xkbcomp: { name: 'x11-xkb-utils', what: 'xkbcomp', isThere: () => isCommand('xkbcomp') },
  unshare: { name: 'util-linux', what: 'the command unshare', isThere: () => isCommand('unshare') },
} satisfies Record<string, SystemPackage>;

export type SystemPackageKey = keyof typeof systemPackages;

/**
 * Installs what is missing where that is allowed (Debian, root), otherwise says how to get it.
 *
 * @returns whether everything is there now
 */
export const ensureSystemPackages = (wanted: ReadonlySet<SystemPackageKey>, say: (line: string) => void): boolean => {
  const missing = (): SystemPackage[] =>
    [...wanted].map((key) => systemPackages[key]).filter((each) => !each.isThere());
  const before = missing();
  if (before.length === 0) return true;
  say(`Missing on this machine: ${before.map(({ name, what }) => `${what} (Debian package ${name})`).join(', ')}.`);
  const names = before.map(({ name }) => name);
  if (!isDebian() || process.getuid?.() !== 0) {
    say(`On Debian and its relatives: sudo apt-get install ${names.join(' ')}`);
    say('Elsewhere: install the same programs with the package manager of the system, then run the tests again.');
    return false;
  }
  say(`Installing ${names.join(', ')} by apt-get (a minute or two) …`);
  if (!apt('update', '--quiet') || !apt('install', '--yes', '--quiet', '--no-install-recommends', ...names)) {
    say('apt-get failed; its reason is above.');
    return false;
  }
  const after = missing();
  for (const { what } of after) say(`Still missing: ${what}.`);
  return after.length === 0;
};

const isDebian = (): boolean => existsSync('/etc/debian_version') && isCommand('apt-get');

const apt = (...args: readonly string[]): boolean => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0;
};
