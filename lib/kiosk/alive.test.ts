import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

test('a process whose parent goes before it has said that it is alive ends in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-alive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const gone = join(folder, 'gone');
  // It hears that the parent has gone only after it has spoken.
  const script = `
    import { existsSync } from 'node:fs';
    import { sayAlive } from ${JSON.stringify(new URL('./alive.ts', import.meta.url).href)};
    process.on('disconnect', () => process.exit(7));
    process.send('up');
    const never = new Int32Array(new SharedArrayBuffer(4));
    while (!existsSync(${JSON.stringify(gone)})) Atomics.wait(never, 0, 0, 10);
    sayAlive();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  const exit = once(child, 'exit');
  child.disconnect();
  writeFileSync(gone, '');
  expect(await exit).toEqual([7, null]);
});
