/**
 * Starts the real PC/SC service for a test, with a virtual reader or with none.
 *
 * pcscd has one fixed socket and would take over the machine's readers, so this only works inside
 * scripts/in-namespace.sh, where the service is the only one and ends with the test.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultVpcdPort } from './vpcd.ts';

/** Fixed when pcsc-lite is compiled; on Debian and most others it is this. */
const runDirectory = '/run/pcscd';
const socketPath = join(runDirectory, 'pcscd.comm');
const pidPath = join(runDirectory, 'pcscd.pid');

/** Where distributions put the driver of the virtual reader. */
const driverPaths = [
  '/usr/lib/pcsc/drivers/serial/libifdvpcd.so',
  '/usr/lib64/pcsc/drivers/serial/libifdvpcd.so',
  '/usr/local/lib/pcsc/drivers/serial/libifdvpcd.so',
];

/** Name under which PC/SC programs see the slot that `vpcdPort` belongs to. The driver brings a second, empty one. */
export const virtualReaderName = 'Virtual PCD 00 00';

const startDeadlineMs = 5000;
/** pcscd cannot end while a card leaves a command unanswered; after this it is killed. */
const stopDeadlineMs = 2000;
const pollMs = 5;

export interface PcscdOptions {
  /** `none`: the service runs and has no reader. */
  readonly reader: 'virtual' | 'none';
  /** Where a card connects. The driver takes the following port as well. */
  readonly port?: number;
}

export interface Pcscd {
  readonly pid: number;
  readonly vpcdPort: number;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the service as an administrator would. Does nothing when it has ended already. */
  stop(): Promise<void>;
  /** Ends it without a chance to clean up: its socket and pid file stay behind. */
  kill9(): Promise<void>;
  /** It is still there and answers nobody (SIGSTOP). */
  suspend(): void;
  resume(): void;
}

const requireNamespace = (): void => {
  const { KAZASU_PRIVATE_NAMESPACE } = process.env;
  if (KAZASU_PRIVATE_NAMESPACE === '1') return;
  throw new Error('a test may start pcscd only inside scripts/in-namespace.sh, never on the machine itself');
};

const driverPath = (): string => {
  const found = driverPaths.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`the driver of the virtual reader is missing (vsmartcard-vpcd): ${driverPaths}`);
  return found;
};

/** Inside the run directory, which goes away with the namespace. */
const writeConfiguration = async ({ reader }: PcscdOptions, port: number): Promise<string> => {
  const directory = await mkdtemp(join(runDirectory, 'readers-'));
  if (reader === 'none') return directory;
  const channel = `0x${port.toString(16)}`;
  const lines = [
    'FRIENDLYNAME "Virtual PCD"',
    `DEVICENAME   /dev/null:${channel}`,
    `LIBPATH      ${driverPath()}`,
    `CHANNELID    ${channel}`,
  ];
  await writeFile(join(directory, 'virtual'), `${lines.join('\n')}\n`);
  return directory;
};

const accepts = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ path });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Looked up rather than tried: whoever connects to the driver is a card. */
const isListening = async (port: number): Promise<boolean> => {
  const listening = `:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A`;
  return (await readFile('/proc/net/tcp', 'ascii')).includes(listening);
};

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const untilReady = async (process: ChildProcess, vpcdPort: number | null): Promise<void> => {
  const deadline = performance.now() + startDeadlineMs;
  while (performance.now() < deadline) {
    if (hasEnded(process)) throw new Error(`pcscd ended at once (${process.exitCode ?? process.signalCode})`);
    const readerIsThere = vpcdPort === null || (await isListening(vpcdPort));
    if (readerIsThere && (await accepts(socketPath))) return;
    await sleep(pollMs);
  }
  throw new Error(`pcscd was not ready after ${startDeadlineMs} ms`);
};

const end = async (process: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (hasEnded(process)) return;
  const exited = once(process, 'exit');
  process.kill(signal);
  // One that is suspended takes no signal but SIGKILL until it goes on.
  process.kill('SIGCONT');
  const killer = setTimeout(() => process.kill('SIGKILL'), stopDeadlineMs);
  await exited;
  clearTimeout(killer);
};

/**
 * Starts pcscd and waits until it answers. What a killed one left behind is cleared away first.
 *
 * @throws not inside scripts/in-namespace.sh; pcscd or the driver is not installed; it does not come up within 5 s
 */
export const startPcscd = async (options: PcscdOptions): Promise<Pcscd> => {
  requireNamespace();
  const { reader, port = defaultVpcdPort } = options;
  await Promise.all([socketPath, pidPath].map((path) => rm(path, { force: true })));
  const configuration = await writeConfiguration(options, port);
  // Never with --apdu or --debug: those write what the card says into the log.
  const service = spawn('pcscd', ['--foreground', '-c', configuration], { stdio: 'ignore' });
  await once(service, 'spawn');
  const { pid } = service;
  if (pid === undefined) throw new Error('pcscd has no process id');
  const ended = new Promise<void>((resolve) => service.once('exit', () => resolve()));

  const clearUp = (): Promise<void> => rm(configuration, { recursive: true, force: true });
  const stopWith = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await end(service, signal);
    await clearUp();
  };
  try {
    await untilReady(service, reader === 'virtual' ? port : null);
  } catch (error) {
    await stopWith('SIGKILL');
    throw error;
  }
  return {
    pid,
    vpcdPort: port,
    ended,
    stop: () => stopWith('SIGTERM'),
    kill9: () => stopWith('SIGKILL'),
    suspend: () => void service.kill('SIGSTOP'),
    resume: () => void service.kill('SIGCONT'),
  };
};
