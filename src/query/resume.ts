import type { Query, QueryClient } from '@tanstack/react-query';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { type Cause, causeOf } from '../connection/cause.ts';
import { isCobaltError } from '../errors/anyCobaltError.ts';
import { isOurs } from './keys.ts';

/**
 * Keeps a cache in step with a connection: when a cause ends, exactly the queries on screen that failed for it run again; when the
 * person signs out, nothing of theirs stays. What a boundary has taken off the screen comes back with the boundary.
 */
export function followConnection(queryClient: QueryClient, client: CobaltClient): () => void {
  const { connection } = client;
  const stopResume = connection.onResume((cause) => {
    void queryClient.refetchQueries({
      type: 'active',
      predicate: (query) => isOurs(query.queryKey, client) && failedFor(query, cause),
    });
  });
  let { session, person } = connection.getState();
  // Signed out while no provider was there to see it.
  if (session === 'signed-out') emptyCache(queryClient, client);
  const stopState = connection.subscribe(() => {
    const before = { session, person };
    ({ session, person } = connection.getState());
    const hasLeft = session === 'signed-out' && before.session !== 'signed-out';
    if (hasLeft || person !== before.person) emptyCache(queryClient, client);
  });
  return () => {
    stopResume();
    stopState();
  };
}

function failedFor(query: Query, cause: Cause): boolean {
  const { error } = query.state;
  return isCobaltError(error) && causeOf(error) === cause;
}

function emptyCache(queryClient: QueryClient, client: CobaltClient): void {
  const predicate = (query: Query): boolean => isOurs(query.queryKey, client);
  // What is on screen cannot be removed, even where it is disabled: it loses its data, and shows that the connection has ended.
  void queryClient.resetQueries({ predicate });
  queryClient.removeQueries({ predicate: (query) => predicate(query) && query.getObserversCount() === 0 });
  const mutations = queryClient.getMutationCache();
  for (const mutation of mutations.findAll({ mutationKey: ['cobalt', client.scope] }))
    mutations.remove(mutation);
}
