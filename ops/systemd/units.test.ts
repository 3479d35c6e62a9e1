import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const units = readdirSync(here).filter((name) => /\.(service|timer)$/.test(name));
const services = units.filter((name) => name.endsWith('.service'));
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'kazasu-units-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** As they would be installed, with this folder in place of /opt/kazasu, and a user that exists. */
for (const name of units) {
  if (name.endsWith('.timer')) copyFileSync(join(here, name), join(folder, name));
  const text = readFileSync(join(here, name), 'utf8');
  writeFileSync(
    join(folder, name),
    text.replaceAll('/opt/kazasu/', root).replaceAll('=/opt/kazasu', `=${root}`).replace('User=kazasu', 'User=daemon'),
  );
}
/** A template is looked at as one of its instances. */
const instance = (name: string): string => join(folder, name.replace('@.', '@3001.'));

it.runIf(hasSystemd).each(units)('systemd finds nothing wrong with %s', (name) => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', instance(name)], { encoding: 'utf8' });
  const ours = stderr.split('\n').filter((line) => line.includes('kazasu'));
  expect(ours).toEqual([]);
  expect(status).toBe(0);
});

it.runIf(hasSystemd).each(services)('%s is exposed to little', (name) => {
  const args = ['security', '--offline=yes', '--no-pager', '--json=short', '--threshold=25', join(folder, name)];
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  expect({ status, stderr, found: status === 0 ? '' : stdout }).toEqual({ status: 0, stderr: '', found: '' });
});

it('the hub and the kiosk start what there is, with flags that are understood', () => {
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  for (const name of ['kazasu-hub@.service', 'kazasu-kiosk.service']) {
    const [, program, command = ''] =
      /^ExecStart=(\S+) cli\/kazasu\.ts (.+)$/m.exec(readFileSync(join(here, name), 'utf8')) ?? [];
    expect(program).toBe('/opt/kazasu/node_modules/node/bin/node');
    const words = command
      .replace('%i', '3001')
      .replace(/\$\{\w+\}/, 'https://kazasu.example')
      .split(' ');
    const said = execFileSync(node, [join(root, 'cli', 'kazasu.ts'), ...words, '--help'], { encoding: 'utf8' });
    for (const flag of words.filter((word) => word.startsWith('--'))) expect(said).toContain(flag);
  }
}, 60_000);
