import type { Query } from '@tanstack/react-query';

/**
 * Whether a person waits for what a query fetches: the first load of something on screen, or the next page. What only becomes newer
 * (on focus, by polling, after a write), and what nobody shows yet, makes room for that.
 */
export function priorityOf(query: Query | undefined): 'high' | 'low' {
  if (!query) return 'high';
  const { data, fetchMeta } = query.state;
  if ((fetchMeta as { readonly fetchMore?: unknown } | null)?.fetchMore) return 'high';
  // Suspense has no observer yet when it loads for the first time.
  const isShown =
    query.getObserversCount() > 0 || (query.options as { readonly suspense?: boolean }).suspense;
  return data === undefined && isShown ? 'high' : 'low';
}
