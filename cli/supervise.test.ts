import { type ChildProcess, spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { supervise } from './supervise.ts';

const node = (script: string): ChildProcess => spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
const stayUp = 'setInterval(() => {}, 1000)';

it('a process that ends is started again, within a second each time', async () => {
  const { promise: thirdEnd, resolve } = Promise.withResolvers<void>();
  const reasons: string[] = [];
  const startedAt = performance.now();
  const supervised = supervise(
    () => node('process.exit(7)'),
    (reason) => {
      reasons.push(reason);
      if (reasons.length === 3) resolve();
    },
  );
  await thirdEnd;
  await supervised.stop();
  expect(reasons).toEqual(['exit code 7', 'exit code 7', 'exit code 7']);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});

it('a stopped process is gone and stays gone, and nobody is told that it failed', async () => {
  const children: ChildProcess[] = [];
  const reasons: string[] = [];
  const start = (): ChildProcess => {
    const child = node(stayUp);
    children.push(child);
    return child;
  };
  const supervised = supervise(start, (reason) => reasons.push(reason));
  await supervised.stop();
  expect(children.map(({ signalCode }) => signalCode)).toEqual(['SIGTERM']);
  expect(reasons).toEqual([]);
});

it('a process that does not want to end is killed in less than two seconds', async () => {
  const child = spawn(process.execPath, ['-e', `process.on('SIGTERM', () => {}); process.send('up'); ${stayUp}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const supervised = supervise(
    () => child,
    () => undefined,
  );
  await new Promise((resolve) => child.once('message', resolve));
  const stoppedAt = performance.now();
  await supervised.stop();
  expect(child.signalCode).toBe('SIGKILL');
  expect(performance.now() - stoppedAt).toBeLessThan(2_000);
});

it('a process that is stopped is killed and started again, four seconds after it said that it is alive', async () => {
  const { promise: told, resolve } = Promise.withResolvers<string>();
  const speaks = `setInterval(() => process.send('alive'), 200); ${stayUp}`;
  const children: ChildProcess[] = [];
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, ['-e', speaks], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    children.push(child);
    return child;
  };
  const supervised = supervise(start, resolve);
  await new Promise((heard) => children[0]?.once('message', heard));
  children[0]?.kill('SIGSTOP');
  expect(await told).toBe('SIGKILL');
  await supervised.stop();
}, 15_000);

it('a process that is only slow to begin with is left alone', async () => {
  const reasons: string[] = [];
  const { promise: spokenAgain, resolve } = Promise.withResolvers<void>();
  const busy = (ms: number): string => `for (const end = Date.now() + ${ms}; Date.now() < end; );`;
  // As a server on a machine with other work: late with its first word, and then at its reading for longer than a steady one may be silent.
  const slow = `${busy(4_500)} process.send('alive'); ${busy(6_500)} process.send('alive'); ${stayUp}`;
  let words = 0;
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, ['-e', slow], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('message', () => {
      words += 1;
      if (words === 2) resolve();
    });
    return child;
  };
  const supervised = supervise(start, (reason) => reasons.push(reason));
  await spokenAgain;
  await supervised.stop();
  expect(reasons).toEqual([]);
}, 20_000);

it('a process that hangs before its first word is killed as well, once one before it has spoken', async () => {
  const { promise: twiceEnded, resolve } = Promise.withResolvers<void>();
  const reasons: string[] = [];
  const scripts = [`process.send('alive'); setTimeout(() => process.exit(3), 100)`, stayUp];
  let starts = 0;
  const supervised = supervise(
    () =>
      spawn(process.execPath, ['-e', scripts[Math.min(starts++, 1)] ?? ''], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      }),
    (reason) => {
      reasons.push(reason);
      if (reasons.length === 2) resolve();
    },
  );
  await twiceEnded;
  await supervised.stop();
  expect(reasons).toEqual(['exit code 3', 'SIGKILL']);
}, 20_000);

it('a program that is not there is reported, not thrown', async () => {
  const { promise: told, resolve } = Promise.withResolvers<string>();
  const supervised = supervise(() => spawn('/nowhere/kazasu'), resolve);
  expect(await told).toContain('ENOENT');
  await supervised.stop();
});
