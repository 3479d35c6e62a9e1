import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['ops/systemd', 'kiosk/systemd'].flatMap((place) =>
  readdirSync(join(root, place)).map((name) => join(root, place, name)),
);
const textOf = (name: string): string => {
  const found = sources.find((source) => basename(source) === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return readFileSync(found, 'utf8');
};
const units = sources.map((source) => basename(source)).filter((name) => /\.(service|timer|mount)$/.test(name));

/** Tenths of what `systemd-analyze security` gives; 0 is closed. Xorg drives the hardware as root and is only there when asked for. */
const mostExposed: Readonly<Record<string, number>> = {
  'kazasu-backup.service': 25,
  'kazasu-browser.service': 35,
  'kazasu-hub@.service': 25,
  'kazasu-server.service': 15,
};

const folder = mkdtempSync(join(tmpdir(), 'kazasu-units-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** As they would be installed, with this folder in place of /opt/kazasu, and users and programs that exist. */
for (const name of units) {
  const text = textOf(name)
    .replaceAll(/\/opt\/kazasu(?:\/current)?\//g, root)
    .replaceAll(/=\/opt\/kazasu(?:\/current)?$/gm, `=${root}`)
    .replace(/^User=kazasu.*$/m, 'User=daemon')
    .replace(/\/usr\/bin\/cage|\/usr\/lib\/xorg\/Xorg/, '/usr/bin/env');
  writeFileSync(join(folder, name), text);
}
// A machine for tests has no panel.
writeFileSync(join(folder, 'seatd.service'), '[Service]\nExecStart=/usr/bin/env\n');
/** A template is looked at as one of its instances. */
const instance = (name: string): string => join(folder, name.replace('@.', '@3001.'));

it.each(units)('systemd finds nothing wrong with %s', (name) => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', instance(name)], { encoding: 'utf8' });
  const ours = stderr.split('\n').filter((line) => line.includes('kazasu'));
  expect(ours).toEqual([]);
  expect(status).toBe(0);
});

it.each(Object.entries(mostExposed))('%s is exposed to no more than %i tenths', (name, most) => {
  const args = ['security', '--offline=yes', '--no-pager', '--json=short', `--threshold=${most}`, join(folder, name)];
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  expect({ status, stderr, found: status === 0 ? '' : stdout }).toEqual({ status: 0, stderr: '', found: '' });
});

it.each(['kazasu-server', 'kazasu-browser', 'kazasu-x'])(
  '%s comes back whatever ends it, writes no core and does not swap',
  (unit) => {
    const lines = textOf(`${unit}.service`).split('\n');
    for (const line of ['Restart=always', 'StartLimitIntervalSec=0', 'LimitCORE=0', 'MemorySwapMax=0']) {
      expect(lines).toContain(line);
    }
  },
);

it('units start what there is, with flags that are understood', () => {
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  for (const name of ['kazasu-hub@.service', 'kazasu-server.service']) {
    const [, command = ''] =
      /^ExecStart=\S+\/node_modules\/node\/bin\/node cli\/kazasu\.ts (.+)$/m.exec(textOf(name)) ?? [];
    const words = command
      .replace('%i', '3001')
      .replace(/\$\{\w+\}/, 'https://kazasu.example')
      .replace(/( \$\w+)+$/, '')
      .split(' ');
    expect(words[0]).toBe(name === 'kazasu-server.service' ? 'kiosk' : 'hub');
    const said = execFileSync(node, [join(root, 'cli', 'kazasu.ts'), ...words, '--help'], { encoding: 'utf8' });
    for (const flag of words.filter((word) => word.startsWith('--'))) expect(said).toContain(flag);
  }
}, 60_000);
