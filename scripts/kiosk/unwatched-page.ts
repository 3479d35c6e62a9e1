/**
 * A page of a browser of its own, by the DevTools protocol alone. Playwright has the network of every page watched, for which
 * a browser may keep what was answered: what the browser holds is asked without that. How much it comes to was not measured.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookUpNothing } from '../../lib/kiosk/keeper/chromium.ts';
import { until } from './kiosk-rig.ts';

/** Milliseconds. */
const startMs = 30_000;

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface UnwatchedPage {
  /** Of the first of the browser's processes. */
  readonly pid: number;
  /** @throws when the browser refuses, with what it says */
  ask<T>(method: string, parameters?: object): Promise<T>;
  /** @returns what the expression comes to, a promise's value too */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** @param program - e.g. `/usr/bin/chromium` */
export const openUnwatchedPage = async (program: string, url: string): Promise<UnwatchedPage> => {
  const profile = mkdtempSync(join(tmpdir(), 'kazasu-page-'));
  const child = spawn(
    program,
    [
      '--headless=new',
      '--no-sandbox',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-size=1080,1920',
      '--no-first-run',
      '--disable-background-networking',
      lookUpNothing(url),
      url,
    ],
    { stdio: 'ignore' },
  );
  const exited = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  };
  const portFile = join(profile, 'DevToolsActivePort');
  const address = await until('a page', startMs, async () => {
    const [port = ''] = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
    if (port === '') return undefined;
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      readonly type: string;
      readonly url: string;
      readonly webSocketDebuggerUrl: string;
    }[];
    return pages.find((page) => page.type === 'page' && page.url.startsWith(url))?.webSocketDebuggerUrl;
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
  });
  let last = 0;
  const ask: UnwatchedPage['ask'] = async (method, params = {}) => {
    last += 1;
    const id = last;
    const answer = Promise.withResolvers<Answer>();
    waiting.set(id, answer);
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer.promise;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as never;
  };
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await ask<{
      readonly result: { readonly value?: unknown };
      readonly exceptionDetails?: { readonly text: string };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  };
  // Before it there is an empty one, and between the two there is none.
  const place = `document.readyState === 'complete' && location.href`;
  await until('the page', startMs, async () =>
    (await evaluate(place).catch(() => undefined)) === url ? true : undefined,
  ).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    pid: child.pid ?? 0,
    ask,
    evaluate,
    close: async () => {
      socket.close();
      await close();
    },
  };
};
