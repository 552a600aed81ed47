import type { QueryClient, QueryPersister } from '@tanstack/react-query';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { misuse } from '../client/misuse.ts';
import { reviveCobaltError } from '../errors/anyCobaltError.ts';
import type { CobaltDehydratedState, DehydratedFailure } from './dehydrateCobalt.ts';
import { isOurs } from './keys.ts';

/** So long a failure that the server met stands for one that the browser would meet. */
const FRESH_MS = 60_000;

const taken = new WeakMap<QueryClient, WeakSet<CobaltDehydratedState>>();

/**
 * Lets the first fetch of what failed on the server fail in the browser too, with the same error and without a request. It is not put
 * into the cache as failed: on a server no boundary catches, and in a browser whoever mounts over a failure asks again.
 */
export function takeServerFailures(
  queryClient: QueryClient,
  client: CobaltClient,
  state: CobaltDehydratedState,
): void {
  const states = taken.get(queryClient) ?? new WeakSet();
  if (states.has(state)) return;
  taken.set(queryClient, states.add(state));
  refuseOtherScopes(client, state);
  for (const failure of state.failures) {
    const { queryHash } = queryClient.defaultQueryOptions({ queryKey: failure.queryKey });
    // What the browser has asked for itself is newer.
    if (isOurs(failure.queryKey, client) && !queryClient.getQueryCache().get(queryHash)) {
      failOnce(queryClient, client, failure, queryHash);
    }
  }
}

/** TanStack asks a persister instead of the fetcher, so that no rule of either and no way to fetch needs to know of this one. */
function failOnce(
  queryClient: QueryClient,
  client: CobaltClient,
  { queryKey, error: json }: DehydratedFailure,
  queryHash: string,
): void {
  const error = reviveCobaltError(json);
  const { persister: own } = queryClient.defaultQueryOptions({ queryKey }) as { persister?: QueryPersister };
  const { person } = client.connection.getState();
  let isSpent = false;
  const persister: QueryPersister = (queryFn, context, query) => {
    // Defaults reach the keys that begin alike, too.
    if (!isSpent && query.queryHash === queryHash) {
      // In this turn strict mode mounts twice, and what the first one asked is called off.
      queueMicrotask(() => {
        isSpent = true;
        queryClient.setQueryDefaults(queryKey, {});
      });
      const isFresh = error && Math.abs(Date.now() - error.occurredAt) < FRESH_MS;
      if (isFresh && client.connection.getState().person === person) return Promise.reject(error);
    }
    return own ? own(queryFn, context, query) : queryFn(context);
  };
  queryClient.setQueryDefaults(queryKey, { persister });
}

/** Keys hold the scope: with another one all would be loaded twice, and nobody would see why. */
function refuseOtherScopes({ scope }: CobaltClient, { queries, failures }: CobaltDehydratedState): void {
  const scopes = [...queries, ...failures].flatMap(({ queryKey: [root, other] }) =>
    root === 'cobalt' ? [other] : [],
  );
  if (scopes.length === 0 || scopes.includes(scope)) return;
  throw misuse('CobaltHydrationBoundary', 'state of another scope');
}
