import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { exitCodeOf } from '../../cli/exit-codes.ts';

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
  'kazasu-pcscd-watch.service': 15,
  'kazasu-server.service': 15,
};

const folder = mkdtempSync(join(tmpdir(), 'kazasu-units-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** With this folder in place of /opt/kazasu, and users and programs that exist. */
const standIn = (name: string): string =>
  textOf(name)
    .replaceAll(/\/opt\/kazasu(?:\/current)?\//g, root)
    .replaceAll(/=\/opt\/kazasu(?:\/current)?$/gm, `=${root}`)
    .replace(/^User=kazasu.*$/m, 'User=daemon')
    .replace(/\/usr\/bin\/cage|\/usr\/lib\/xorg\/Xorg/, '/usr/bin/env');
const dropIns: Readonly<Record<string, string>> = {
  'kazasu-browser.service': 'kazasu-browser-x11.conf',
  'pcscd.service': 'pcscd-service.conf',
  'pcscd.socket': 'pcscd-socket.conf',
};
/** As they would be installed: without drop-ins, as all but pcscd are, and with them. */
for (const place of [join(folder, 'plain'), join(folder, 'merged')]) {
  mkdirSync(place);
  for (const name of units) writeFileSync(join(place, name), standIn(name));
  // A machine for tests has no panel, and may have no reader.
  for (const name of ['seatd', 'pcscd'])
    writeFileSync(join(place, `${name}.service`), '[Service]\nExecStart=/usr/bin/env\n');
  writeFileSync(join(place, 'pcscd.socket'), '[Socket]\nListenStream=/run/pcscd/pcscd.comm\n');
}
for (const [unit, name] of Object.entries(dropIns)) {
  const place = join(folder, 'merged', `${unit}.d`);
  mkdirSync(place);
  writeFileSync(join(place, 'kazasu.conf'), standIn(name));
}
/** A template is looked at as one of its instances. */
const instance = (name: string): string => name.replace('@.', '@3001.');
const files = [
  ...units.map((name) => `plain/${instance(name)}`),
  ...Object.keys(dropIns).map((name) => `merged/${name}`),
];

it.each(files)('systemd finds nothing wrong with %s', (file) => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, file)], {
    encoding: 'utf8',
  });
  const ours = stderr.split('\n').filter((line) => line.includes('kazasu'));
  expect(ours).toEqual([]);
  expect(status).toBe(0);
});

it.each([
  ...Object.entries(mostExposed).map(([name, most]) => [`plain/${name}`, most] as const),
  ['merged/kazasu-browser.service', mostExposed['kazasu-browser.service']] as const,
])('%s is exposed to no more than %i tenths', (file, most) => {
  const args = ['security', '--offline=yes', '--no-pager', '--json=short', `--threshold=${most}`, join(folder, file)];
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  expect({ status, stderr, found: status === 0 ? '' : stdout }).toEqual({ status: 0, stderr: '', found: '' });
});

const linesOf = (name: string): readonly string[] => textOf(name).split('\n');

it.each(['kazasu-server', 'kazasu-browser', 'kazasu-x', 'kazasu-pcscd-watch'])(
  '%s comes back whatever ends it, writes no core and does not swap',
  (unit) => {
    expect(linesOf(`${unit}.service`)).toEqual(
      expect.arrayContaining(['Restart=always', 'StartLimitIntervalSec=0', 'LimitCORE=0', 'MemorySwapMax=0']),
    );
  },
);

it.each([
  ['kazasu-server', 5],
  ['kazasu-browser', 5],
  ['kazasu-pcscd-watch', 30],
])('%s is killed when it has not said for %i seconds that it lives', (unit, seconds) => {
  expect(linesOf(`${unit}.service`)).toEqual(
    expect.arrayContaining(['Type=notify', 'NotifyAccess=all', `WatchdogSec=${seconds}`, 'WatchdogSignal=SIGKILL']),
  );
});

it('pcscd comes back when it is killed, however often, and is killed when it does not answer', () => {
  expect(linesOf('pcscd-service.conf')).toEqual(
    expect.arrayContaining(['Restart=on-failure', 'StartLimitIntervalSec=0']),
  );
  expect(linesOf('pcscd-socket.conf')).toEqual(
    expect.arrayContaining(['StartLimitIntervalSec=0', 'TriggerLimitIntervalSec=0']),
  );
  const code = exitCodeOf.serviceNotResponding;
  expect(linesOf('kazasu-pcscd-watch.service')).toContain(
    `ExecStopPost=+/bin/sh -c 'if [ "$$EXIT_STATUS" = ${code} ]; then systemctl kill --signal=KILL pcscd.service; fi'`,
  );
  // Nothing else starts the watch.
  expect(linesOf('kazasu-server.service')).toContain('Wants=pcscd.socket kazasu-pcscd-watch.service');
  expect(linesOf('kazasu-pcscd-watch.service')).toContain('PartOf=kazasu-server.service');
});

it('the journal is kept small and short', () => {
  const lines = readFileSync(join(root, 'kiosk', 'system', 'journald.conf'), 'utf8').split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['[Journal]', 'SystemMaxUse=100M', 'RuntimeMaxUse=50M', 'MaxRetentionSec=14day']),
  );
});

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
