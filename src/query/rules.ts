import type { Query, QueryClient } from '@tanstack/react-query';
import { isCobaltError, ruleFor } from '../errors/anyCobaltError.ts';

const FIRST_DELAY_MS = 1000;

/** Whether TanStack sends a failed read again: per status, and always synchronous, since a promise would be true for ever. */
export function retryRule(failureCount: number, error: unknown): boolean {
  return isCobaltError(error) && error.operation === 'read' && failureCount < ruleFor(error).retries;
}

/** 1 s, then 2 s. */
export function retryDelay(failureCount: number): number {
  return FIRST_DELAY_MS * 2 ** failureCount;
}

/** Data first: a failed refetch never replaces a page that still has its data. Without data the nearest boundary takes over. */
export function throwRule(_error: unknown, query: Pick<Query, 'state'>): boolean {
  return query.state.data === undefined;
}

const ruled = new WeakMap<QueryClient, Set<string>>();

/**
 * Our rules, for our keys alone: the app's other queries keep the app's defaults. What the app says with `setQueryDefaults(['cobalt'],
 * …)` wins, before as well as after; it has that key for itself, since a second registration of a key replaces the first.
 */
export function applyQueryRules(queryClient: QueryClient, scope: string): void {
  const scopes = ruled.get(queryClient) ?? new Set();
  if (scopes.has(scope)) return;
  ruled.set(queryClient, scopes.add(scope));
  const queryKey = ['cobalt', scope];
  queryClient.setQueryDefaults(queryKey, {
    retry: retryRule,
    retryDelay,
    throwOnError: (error, query) => throwRule(error, query as Pick<Query, 'state'>),
    // The connection decides what may be sent. TanStack's own pause would also send paused writes by itself.
    networkMode: 'always',
    ...queryClient.getQueryDefaults(queryKey),
  });
}
