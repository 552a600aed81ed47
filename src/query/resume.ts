import { noop, type Query, type QueryClient } from '@tanstack/react-query';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { type Cause, causeOf } from '../connection/cause.ts';
import type { Connection } from '../connection/createConnection.ts';
import { type AnyCobaltError, type ErrorKind, isCobaltError } from '../errors/anyCobaltError.ts';
import { isOurs } from './keys.ts';
import { followMounts } from './remounts.ts';

/**
 * Keeps a cache in step with a connection: when a cause ends, exactly the queries on screen that failed for it run again; when the
 * person signs out, nothing of theirs stays. What a boundary has taken off the screen comes back with the boundary.
 */
export function followConnection(queryClient: QueryClient, client: CobaltClient): () => void {
  const { connection } = client;
  const stopResume = connection.onResume((cause) => {
    const failed = queryClient.getQueryCache().findAll({
      type: 'active',
      predicate: (query) => isOurs(query.queryKey, client) && failedFor(query, cause) && !query.isDisabled(),
    });
    for (const query of failed) {
      // Where the next page of a long list failed, it is that page that is wanted.
      const { fetchMeta } = query.state;
      const again = (fetchMeta as { readonly fetchMore?: unknown } | null)?.fetchMore
        ? { meta: fetchMeta as object }
        : undefined;
      query.fetch(undefined, again).catch(noop);
    }
  });
  const look = (): void => forgetOthers(queryClient, client);
  look();
  const stopState = connection.subscribe(look);
  const stopMounts = followMounts(queryClient);
  return () => {
    stopResume();
    stopState();
    stopMounts();
  };
}

/** Empties a cache that holds somebody else's data. Also while rendering: what the last person saw must not be there for one frame. */
export function forgetOthers(queryClient: QueryClient, client: CobaltClient): void {
  if (hasPersonChanged(queryClient, client.connection)) emptyCache(queryClient, client);
}

/** The person whose data each cache holds. It outlives the providers: a person may leave, and another one come, while none is there. */
const holders = new WeakMap<QueryClient, WeakMap<Connection, number>>();

function hasPersonChanged(queryClient: QueryClient, connection: Connection): boolean {
  const ofCache = holders.get(queryClient) ?? new WeakMap<Connection, number>();
  holders.set(queryClient, ofCache);
  const { session, person } = connection.getState();
  const before = ofCache.get(connection);
  ofCache.set(connection, person);
  // What was in the cache before any provider cannot belong to somebody who is signed out.
  return before === undefined ? session === 'signed-out' : before !== person;
}

/** What may have failed for a cause without saying so: dropped before the browser knew, or not for the eyes of the last token. */
const ALSO: Readonly<Partial<Record<Cause, readonly ErrorKind[]>>> = {
  offline: ['unreachable'],
  session: ['forbidden', 'not-found'],
};

/** Whether the end of a cause makes a failure worth another try. */
export function mayEndWith(error: AnyCobaltError, cause: Cause): boolean {
  return causeOf(error) === cause || ALSO[cause]?.includes(error.kind) === true;
}

function failedFor({ state: { error, data } }: Query, cause: Cause): boolean {
  if (!isCobaltError(error) || !mayEndWith(error, cause)) return false;
  // Without data a boundary shows it, and tries again itself.
  return data !== undefined || causeOf(error) === cause;
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
