import { type QueryClient, QueryObserver, type QueryState } from '@tanstack/react-query';

/** The queries that hold this very error: those that a reset sends again. */
export function queriesWith(queryClient: QueryClient, error: unknown): readonly string[] {
  const queries = queryClient.getQueryCache().findAll({ predicate: ({ state }) => state.error === error });
  return queries.map(({ queryHash }) => queryHash);
}

/**
 * Stands in for the hooks of queries that an error took off the screen. Like any query on screen they are loaded again when the app
 * invalidates them, and when the window gets the focus if that can bring something else; nothing polls for an error.
 */
export function keepOnScreen(queryClient: QueryClient, hashes: readonly string[]): () => void {
  const stops = hashes.flatMap((hash) => {
    const query = queryClient.getQueryCache().get(hash);
    if (query?.state.status !== 'error') return [];
    const observer = new QueryObserver(queryClient, {
      ...query.options,
      queryKey: query.queryKey,
      retryOnMount: false,
      refetchOnReconnect: false,
      refetchInterval: false,
    });
    return [observer.subscribe(() => undefined)];
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Calls back once, when one of these queries has loaded after all, whoever asked for it. */
export function whenLoaded(
  queryClient: QueryClient,
  hashes: readonly string[],
  callback: () => void,
): () => void {
  return whenStates(queryClient, hashes, (states) => {
    if (states.some((state) => state?.status === 'success')) return callback;
    return undefined;
  });
}

/**
 * Calls back once, when none of these queries is loading any more. One that nobody asks for again counts as loaded: whatever is
 * rendered does without it.
 */
export function whenSettled(
  queryClient: QueryClient,
  hashes: readonly string[],
  callback: (hasFailed: boolean) => void,
): () => void {
  return whenStates(queryClient, hashes, (states) => {
    // With data, whoever renders it need not wait for newer.
    if (states.some((state) => state?.fetchStatus === 'fetching' && state.data === undefined))
      return undefined;
    return () => {
      callback(states.some((state) => state?.status === 'error'));
    };
  });
}

type States = readonly (QueryState | undefined)[];

/** Looks at these queries now and at each change of the cache, until there is something to do. */
function whenStates(
  queryClient: QueryClient,
  hashes: readonly string[],
  look: (states: States) => (() => void) | undefined,
): () => void {
  const cache = queryClient.getQueryCache();
  const stop = cache.subscribe(check);
  check();
  return stop;

  function check(): void {
    const found = look(hashes.map((hash) => cache.get(hash)?.state));
    if (!found) return;
    stop();
    found();
  }
}

/** Calls back once, when any query of this library has loaded. */
export function whenAnyLoads(queryClient: QueryClient, callback: () => void): () => void {
  const stop = queryClient.getQueryCache().subscribe((event) => {
    const isLoaded = event.type === 'updated' && event.action.type === 'success';
    const [root] = event.query.queryKey as readonly unknown[];
    if (!isLoaded || root !== 'cobalt') return;
    stop();
    callback();
  });
  return stop;
}
