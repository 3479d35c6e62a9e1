/**
 * A CUPS of a test's own, in a folder of its own, with one printer that puts what it prints into a file. Nothing of the machine's
 * printing service is touched; needs `cupsd` and its commands (Debian: cups-daemon, cups-client).
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Paper, papers } from '../machine.ts';

const run = promisify(execFile);

/** Points, 1/72 inch. */
const sizes = {
  '80mm': { name: 'X80MMY297MM', width: 226.77, height: 841.89, margin: 11.34 },
  a4: { name: 'A4', width: 595.28, height: 841.89, margin: 12 },
} as const satisfies Record<Paper, object>;

/** As little of a PPD as CUPS takes. The printer eats PDF, so that what arrives is what was sent. */
const ppd = (paper: Paper): string => {
  const { name, width, height, margin } = sizes[paper];
  const size = `${width} ${height}`;
  const options = ['PageSize', 'PageRegion'].map(
    (each) => `*OpenUI *${each}/Paper: PickOne
*OrderDependency: 10 AnySetup *${each}
*Default${each}: ${name}
*${each} ${name}/${name}: "<</PageSize[${size}]>>setpagedevice"
*CloseUI: *${each}`,
  );
  return `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "SLIP.PPD"
*Manufacturer: "Slip"
*Product: "(Slip)"
*ModelName: "Slip"
*ShortNickName: "Slip"
*NickName: "Slip"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsFilter2: "application/pdf application/pdf 0 -"
${options.join('\n')}
*DefaultImageableArea: ${name}
*ImageableArea ${name}/${name}: "${margin} ${margin} ${(width - margin).toFixed(2)} ${(height - margin).toFixed(2)}"
*DefaultPaperDimension: ${name}
*PaperDimension ${name}/${name}: "${size}"
`;
};

/** The program behind the printer: what is printed lands in `out` once `block` is away; what `alerts` says is what is wrong with it. */
const backend = (folder: string): string => `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct shelf "Unknown" "Shelf"'; exit 0; }
[ -f ${folder}/alerts ] && echo "STATE: +$(cat ${folder}/alerts)" >&2
while [ -f ${folder}/block ]; do sleep 0.1; done
echo 'STATE: -media-empty-error' >&2
cat "$6" > ${folder}/out/$1.part && mv ${folder}/out/$1.part ${folder}/out/$1.pdf
`;

const cupsdConf = (socket: string, keeps: 'Yes' | 'No'): string => `LogLevel info
MaxLogSize 0
Listen ${socket}
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobFiles ${keeps}
PreserveJobHistory ${keeps}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;

const filesConf = (folder: string): string => `SystemGroup root
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
CacheDir ${folder}/cache
DataDir ${folder}/share
Printcap
RequestRoot ${folder}/spool
ServerRoot ${folder}/etc
ServerBin ${folder}/bin
ServerKeychain ${folder}/etc
StateDir ${folder}/run
TempDir ${folder}/spool/tmp
DocumentRoot ${folder}/run
`;

const cupsd = (): string => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  const found = folders.map((each) => join(each, 'cupsd')).find((each) => existsSync(each));
  if (found === undefined) throw new Error('cupsd is not installed (Debian package cups-daemon)');
  return found;
};

export interface PrintService {
  /** To be set for whoever is to print here: `CUPS_SERVER`. */
  readonly socket: string;
  readonly queue: 'slip';
  /** Everything that the service writes, and what has come out of the printer. */
  readonly folder: string;
  readonly pid: number;
  /** Files that have come out of the printer, oldest first. */
  printed(): readonly string[];
  /** Names of the files that the service keeps of jobs. */
  spooled(): readonly string[];
  /** From the next job on the printer says this of itself, and takes its time until it is let go on. */
  block(alert?: string): void;
  goOn(): void;
  /** Runs a command of CUPS against this service. */
  command(program: string, ...args: readonly string[]): Promise<string>;
  /** From now on this paper is in the printer. */
  load(paper: Paper): Promise<void>;
  /** The service ends; its folder stays. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts it, and waits until it answers. The queue is the default.
 *
 * @param keepsJobs - as CUPS does where nobody has told it not to
 */
export const startPrintService = async (paper: Paper, keepsJobs = false): Promise<PrintService> => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-cups-'));
  for (const each of ['bin/backend', 'cache', 'etc/ppd', 'log', 'out', 'run', 'share/mime', 'spool/tmp']) {
    mkdirSync(join(folder, each), { recursive: true });
  }
  const socket = join(folder, 'run', 'cups.sock');
  const program = cupsd();
  symlinkSync(join(dirname(program), '..', 'lib', 'cups', 'daemon'), join(folder, 'bin', 'daemon'));
  writeFileSync(join(folder, 'etc', 'cupsd.conf'), cupsdConf(socket, keepsJobs ? 'Yes' : 'No'));
  writeFileSync(join(folder, 'etc', 'cups-files.conf'), filesConf(folder));
  for (const each of papers) writeFileSync(join(folder, `${each}.ppd`), ppd(each));
  writeFileSync(join(folder, 'share', 'mime', 'mime.types'), 'application/pdf pdf string(0,%PDF)\n');
  // For its owner alone, so that CUPS runs it as whoever runs CUPS.
  writeFileSync(join(folder, 'bin', 'backend', 'shelf'), backend(folder), { mode: 0o700 });
  const files = ['-c', join(folder, 'etc', 'cupsd.conf'), '-s', join(folder, 'etc', 'cups-files.conf')];
  const service: ChildProcess = spawn(program, ['-f', ...files], { stdio: 'ignore' });
  const env = {
    ...process.env,
    CUPS_SERVER: socket,
    LC_ALL: 'C',
    PATH: `${process.env.PATH}${delimiter}${dirname(program)}`,
  };
  const command = async (name: string, ...args: readonly string[]): Promise<string> =>
    (await run(name, [...args], { env })).stdout;
  while (!existsSync(socket)) {
    if (service.exitCode !== null) throw new Error(`cupsd ended with ${service.exitCode}`);
    await wait(20);
  }
  const load = async (each: Paper): Promise<void> => {
    await command('lpadmin', '-p', 'slip', '-E', '-v', 'shelf:/slip', '-P', join(folder, `${each}.ppd`));
  };
  await load(paper);
  await command('lpadmin', '-d', 'slip');
  const end = async (): Promise<void> => {
    if (service.exitCode !== null || service.signalCode !== null) return;
    service.kill('SIGTERM');
    await once(service, 'exit');
  };
  const goOn = (): void => {
    for (const each of ['alerts', 'block']) rmSync(join(folder, each), { force: true });
  };
  return {
    socket,
    queue: 'slip',
    folder,
    pid: service.pid ?? 0,
    printed: () =>
      readdirSync(join(folder, 'out'))
        .filter((each) => each.endsWith('.pdf'))
        .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
        .map((each) => join(folder, 'out', each)),
    spooled: () => readdirSync(join(folder, 'spool')).filter((each) => each !== 'tmp'),
    block: (alert) => {
      if (alert !== undefined) writeFileSync(join(folder, 'alerts'), alert);
      writeFileSync(join(folder, 'block'), '');
    },
    goOn,
    command,
    load,
    end,
    stop: async () => {
      goOn();
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
