/** What the service worker keeps: everything a build made for visitors, and nothing else. Made by scripts/service-worker.ts. */
export interface OfflinePlan {
  /** Another one for every other build. */
  readonly version: string;
  /** Files whose names change with their content. */
  readonly files: readonly string[];
  /** Paths of the pages, as `/ja/card`. */
  readonly pages: readonly string[];
  /** Icons and the manifest, whose names stay. */
  readonly others: readonly string[];
  /** The page that `/` leads to. */
  readonly start: string;
  /** What a page asks about the server that it comes from; a server of plain files has no answer. */
  readonly place: string;
}

interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of `ServiceWorkerGlobalScope` that is used; TypeScript knows either pages or workers. */
export interface WorkerScope {
  readonly caches: Pick<CacheStorage, 'open' | 'match' | 'keys' | 'delete'>;
  readonly clients: { claim(): Promise<void> };
  readonly location: { readonly origin: string };
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

/**
 * The whole service worker. Its source text is what browsers are sent, so it uses nothing from outside itself.
 *
 * It stores during installation only: whatever a visitor does, nothing of it gets in. A new version waits until no page of
 * the old one is open, so that no page loses the files it was built with; meanwhile pages come from the network anyway.
 */
export const runOfflineWorker = (scope: WorkerScope, plan: OfflinePlan): void => {
  /** A page that is in sight after this long is better than a newer one that may never come. */
  const patienceMs = 3_000;
  const cacheName = `kazasu-${plan.version}`;
  const files = new Set(plan.files);
  const pages = new Set(plan.pages);
  const others = new Set(plan.others);

  /** Next.js asks for a page by its address and for its content alone by a header. */
  const contentKey = (page: string): string => `${page}?_rsc`;

  const store = async (cache: Cache, key: string, init: RequestInit): Promise<void> => {
    const response = await scope.fetch(key, init);
    if (!response.ok || response.redirected) throw new Error(`GET ${key} answered ${response.status}`);
    await cache.put(key, response);
  };

  const install = async (): Promise<void> => {
    const cache = await scope.caches.open(cacheName);
    await Promise.all([
      ...plan.files.map((file) => store(cache, file, {})),
      ...[...plan.pages, ...plan.others].map((path) => store(cache, path, { cache: 'reload' })),
      ...plan.pages.map((page) => store(cache, contentKey(page), { cache: 'reload', headers: { RSC: '1' } })),
    ]);
    const place = await scope.fetch(plan.place, { cache: 'reload' });
    if (place.ok) await cache.put(plan.place, place);
  };

  const activate = async (): Promise<void> => {
    const names = await scope.caches.keys();
    await Promise.all(names.filter((name) => name !== cacheName).map((name) => scope.caches.delete(name)));
    await scope.clients.claim();
  };

  /** Opens nothing: a store that a page has cleared away must not come back empty. */
  const stored = (key: string): Promise<Response | undefined> =>
    scope.caches.match(key, { cacheName, ignoreVary: true });

  const storedFirst = async (request: Request, key: string): Promise<Response> =>
    (await stored(key)) ?? scope.fetch(request);

  const networkFirst = async (request: Request, fallback: () => Promise<Response | undefined>): Promise<Response> => {
    const network = scope.fetch(request);
    const late = new Promise<undefined>((resolve) => {
      setTimeout(resolve, patienceMs);
    });
    const first = await Promise.race([network, late]).catch(() => undefined);
    if (first !== undefined && first.status < 500) return first;
    return (await fallback()) ?? network;
  };

  const answer = (request: Request): Promise<Response> | undefined => {
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin) return undefined;
    if (files.has(pathname)) return storedFirst(request, pathname);
    if (others.has(pathname) || pathname === plan.place) return networkFirst(request, () => stored(pathname));
    if (pathname === '/') {
      return networkFirst(request, async () => Response.redirect(new URL(plan.start, origin).href));
    }
    const page = pathname.replace(/\/$/, '');
    // Parts of a page that Next.js fetches ahead; without them it asks for the whole.
    if (!pages.has(page) || request.headers.has('Next-Router-Segment-Prefetch')) return undefined;
    return networkFirst(request, () => stored(request.headers.has('RSC') ? contentKey(page) : page));
  };

  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('fetch', (event) => {
    const answered = answer(event.request);
    if (answered !== undefined) event.respondWith(answered);
  });
};
