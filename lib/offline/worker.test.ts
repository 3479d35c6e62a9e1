import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type OfflinePlan, runOfflineWorker, type WorkerScope } from './worker.ts';

const origin = 'https://kazasu.example';
const script = '/_next/static/chunks/a.js';
const plan: OfflinePlan = {
  version: 'v2',
  files: [script],
  pages: ['/ja', '/ja/card'],
  others: ['/icon.svg'],
  start: '/ja',
  place: '/api/place',
};

const textOf = async (response: Promise<Response> | undefined): Promise<string | undefined> => (await response)?.text();

/** A browser with one worker in it: just enough for what the worker does. */
const browser = () => {
  const caches = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const cache = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, cache);
    return cache;
  };
  const network = vi.fn(async (key: string, isContent: boolean): Promise<Response> => {
    const headers = { 'Content-Security-Policy': `policy of ${key}` };
    return new Response(`${isContent ? 'content' : 'network'} ${key}`, { headers });
  });
  const listeners = new Map<string, (event: never) => void>();
  const scope = {
    caches: {
      open: async (name: string) => ({
        put: async (key: string, response: Response) => void open(name).set(key, response),
      }),
      match: async (key: string, { cacheName }: { cacheName: string }) => caches.get(cacheName)?.get(key)?.clone(),
      keys: async () => [...caches.keys()],
      delete: async (name: string) => caches.delete(name),
    },
    clients: { claim: vi.fn(async () => undefined) },
    location: { origin },
    fetch: (asked: Request | string, init?: RequestInit) => {
      const request = new Request(new URL(typeof asked === 'string' ? asked : asked.url, origin), init);
      const { pathname, search } = new URL(request.url);
      return network(pathname + search, (typeof asked === 'string' ? request : asked).headers.has('RSC'));
    },
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
  };
  runOfflineWorker(scope as unknown as WorkerScope, plan);

  const happen = async (type: 'install' | 'activate'): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(type)?.({ waitUntil: (given: Promise<unknown>) => (work = given) } as never);
    await work;
  };
  const ask = (path: string, init?: RequestInit): Promise<Response> | undefined => {
    let answer: Promise<Response> | undefined;
    const request = new Request(new URL(path, origin), init);
    listeners.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) } as never);
    return answer;
  };
  return { caches, scope, network, happen, ask };
};

let at: ReturnType<typeof browser>;

beforeEach(async () => {
  at = browser();
  await at.happen('install');
});
afterEach(() => {
  vi.useRealTimers();
});

const goOffline = (): void => {
  at.network.mockRejectedValue(new TypeError('Failed to fetch'));
};

it('everything of the plan is stored at installation, pages in both of their forms', () => {
  expect([...(at.caches.get('kazasu-v2')?.keys() ?? [])].sort()).toEqual(
    [script, '/icon.svg', '/ja', '/ja/card', '/ja/card?_rsc', '/ja?_rsc', '/api/place'].sort(),
  );
});

it('a file that is missing fails the installation as a whole', async () => {
  const other = browser();
  other.network.mockResolvedValueOnce(new Response(null, { status: 404 }));
  await expect(other.happen('install')).rejects.toThrow(`GET ${script} answered 404`);
});

it('where the page is comes from the server while there is one, and from the store after that', async () => {
  at.network.mockResolvedValue(new Response('newer'));
  expect(await textOf(at.ask('/api/place'))).toBe('newer');
  goOffline();
  expect(await textOf(at.ask('/api/place'))).toBe('network /api/place');
});

it('a server of plain files, which knows no places, is no reason not to store the rest', async () => {
  const other = browser();
  other.network.mockImplementation(async (key) => new Response(key, { status: key === '/api/place' ? 404 : 200 }));
  await other.happen('install');
  expect([...(other.caches.get('kazasu-v2')?.keys() ?? [])]).not.toContain('/api/place');
  expect(other.caches.get('kazasu-v2')?.size).toBe(6);
});

it('a new version removes what the old one had stored and takes over the open pages', async () => {
  at.caches.set('kazasu-v1', new Map());
  await at.happen('activate');
  expect([...at.caches.keys()]).toEqual(['kazasu-v2']);
  expect(at.scope.clients.claim).toHaveBeenCalledOnce();
});

it('a file of the build comes from the store, and the network is not asked', async () => {
  at.network.mockClear();
  expect(await textOf(at.ask(script))).toBe(`network ${script}`);
  expect(at.network).not.toHaveBeenCalled();
});

it('a page comes from the network while there is one', async () => {
  at.network.mockResolvedValue(new Response('newer'));
  expect(await textOf(at.ask('/ja'))).toBe('newer');
});

it.each(['/ja', '/ja/', '/ja?x=1'])('without a network %s is the stored page, with its policy', async (path) => {
  goOffline();
  const response = await at.ask(path);
  expect(await response?.text()).toBe('network /ja');
  expect(response?.headers.get('Content-Security-Policy')).toBe('policy of /ja');
});

it('without a network a change of page gets the stored content', async () => {
  goOffline();
  expect(await textOf(at.ask('/ja/card?_rsc=abc', { headers: { RSC: '1' } }))).toBe('content /ja/card?_rsc');
});

it('a server that fails is no better than none', async () => {
  at.network.mockResolvedValue(new Response(null, { status: 502 }));
  expect(await textOf(at.ask('/ja'))).toBe('network /ja');
});

it('what the server says of a page that is gone is shown', async () => {
  at.network.mockResolvedValue(new Response('gone', { status: 404 }));
  expect(await textOf(at.ask('/ja'))).toBe('gone');
});

it('a network that does not answer is waited for three seconds', async () => {
  vi.useFakeTimers();
  at.network.mockReturnValue(new Promise(() => undefined));
  const answered = textOf(at.ask('/ja'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await answered).toBe('network /ja');
});

it('when the store was cleared away, the network is all there is, and no other store is opened', async () => {
  at.caches.clear();
  expect(await textOf(at.ask(script))).toBe(`network ${script}`);
  expect([...at.caches.keys()]).toEqual([]);
  goOffline();
  await expect(at.ask('/ja')).rejects.toThrow('Failed to fetch');
});

it('without a network the address without a path leads to the start', async () => {
  goOffline();
  const response = await at.ask('/');
  expect(response?.status).toBe(302);
  expect(response?.headers.get('Location')).toBe(`${origin}/ja`);
});

it.each([
  ['/api/reader', {}],
  ['/sw.js', {}],
  ['/ja/nothing', {}],
  ['/ja', { method: 'POST' }],
  ['/ja?_rsc=abc', { headers: { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' } }],
  ['https://other.example/ja', {}],
] as const)('%s with %j is left to the browser', (path, init) => {
  expect(at.ask(path, init)).toBeUndefined();
});

it('nothing is stored after installation', async () => {
  const before = [...(at.caches.get('kazasu-v2')?.keys() ?? [])];
  for (const path of ['/ja', '/ja/card', '/icon.svg', script]) await at.ask(path);
  expect([...(at.caches.get('kazasu-v2')?.keys() ?? [])]).toEqual(before);
});
