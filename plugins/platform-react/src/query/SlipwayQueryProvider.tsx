import { ReactNode, useContext } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  QueryClient,
  QueryClientContext,
  QueryClientProvider,
} from '@tanstack/react-query';
import { shouldRetry } from './shouldRetry';

/** One client per signed-in identity: cards of all plugins share it, and nobody sees what another one loaded. */
const clients = new WeakMap<object, QueryClient>();

function clientOf(identity: object): QueryClient {
  let client = clients.get(identity);
  if (!client) {
    client = new QueryClient({
      defaultOptions: {
        queries: { staleTime: 4_000, gcTime: 5 * 60_000, retry: shouldRetry },
      },
    });
    clients.set(identity, client);
  }
  return client;
}

/**
 * Gives components the query client that all Slipway plugins share, or the one of a provider around them.
 * @public
 */
export function SlipwayQueryProvider(props: { children: ReactNode }) {
  const outer = useContext(QueryClientContext);
  const identity = useApi(identityApiRef);
  return (
    <QueryClientProvider client={outer ?? clientOf(identity)}>
      {props.children}
    </QueryClientProvider>
  );
}
