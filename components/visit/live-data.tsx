'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The server is this machine: it is asked until it answers, whether or not there is an internet.
        networkMode: 'always',
        retry: true,
        // One that starts again is there within seconds; one that is gone is not asked all the time.
        retryDelay: (attempt) => (attempt < 10 ? 1_000 : 10_000),
        staleTime: Number.POSITIVE_INFINITY,
      },
    },
  });

/** One for the page, so that a change of language asks nothing anew. */
let pageClient: QueryClient | undefined;

const clientForHere = (): QueryClient => {
  if (typeof window === 'undefined') return newClient();
  pageClient ??= newClient();
  return pageClient;
};

export function LiveData({ children }: { children: ReactNode }) {
  const [client] = useState(clientForHere);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
