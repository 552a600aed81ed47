import type { QueryClient } from '@tanstack/react-query';

/** The queries that hold this very error: those that a reset sends again. */
export function queriesWith(queryClient: QueryClient, error: unknown): readonly string[] {
  const queries = queryClient.getQueryCache().findAll({ predicate: ({ state }) => state.error === error });
  return queries.map(({ queryHash }) => queryHash);
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
  const cache = queryClient.getQueryCache();
  const stop = cache.subscribe(check);
  check();
  return stop;

  function check(): void {
    const states = hashes.map((hash) => cache.get(hash)?.state);
    if (states.some((state) => state?.fetchStatus === 'fetching')) return;
    stop();
    callback(states.some((state) => state?.status === 'error'));
  }
}
