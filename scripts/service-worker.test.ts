import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { offlinePlan, serviceWorkerSource } from './service-worker.ts';

let root = '';

const put = (file: string, text = file): void => {
  const path = join(root, '.next', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kazasu-plan-'));
  put('static/chunks/a.js');
  put('static/chunks/a.js.map');
  put('static/media/icon.svg');
  put('server/app/ja.html');
  put('server/app/ja.rsc');
  put('server/app/ja/card.html');
  put('server/app/_not-found.html');
  put('server/app/_global-error.html');
  put('server/app/icon.svg.body');
  put('server/app/icon.svg.meta');
  put('server/chunks/secret.js');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('the worker keeps the pages, icons and files of the build, and of the server where it stands', () => {
  expect(offlinePlan(root)).toEqual({
    version: expect.stringMatching(/^[\w-]{16}$/),
    files: ['/_next/static/chunks/a.js', '/_next/static/media/icon.svg'],
    pages: ['/ja', '/ja/card'],
    others: ['/icon.svg'],
    start: '/ja',
    place: '/api/place',
  });
});

it('a page that is added to the build is kept too', () => {
  put('server/app/ja/guide.html');
  expect(offlinePlan(root).pages).toContain('/ja/guide');
});

it('the version is the same for the same build, and another one for every change', () => {
  const { version } = offlinePlan(root);
  expect(offlinePlan(root).version).toBe(version);
  put('server/app/ja/card.html', 'changed');
  const changed = offlinePlan(root).version;
  expect(changed).not.toBe(version);
  put('static/chunks/b.js');
  expect(offlinePlan(root).version).not.toBe(changed);
});

it('the worker needs nothing but what a browser gives it', () => {
  const heard: string[] = [];
  const self = { location: { origin: 'https://kazasu.example' }, addEventListener: (type: string) => heard.push(type) };
  runInNewContext(serviceWorkerSource(offlinePlan(root)), { self });
  expect(heard).toEqual(['install', 'activate', 'fetch']);
});
