import type { Query, QueryClient } from '@tanstack/react-query';
import { causeOf } from '../connection/cause.ts';
import { isCobaltError, retriesOf } from '../errors/anyCobaltError.ts';
import { isFinal } from './remounts.ts';

const FIRST_DELAY_MS = 1000;

/** Whether TanStack sends a failed read again: per status, and always synchronous, since a promise would be true for ever. */
export function retryRule(failureCount: number, error: unknown): boolean {
  if (!isCobaltError(error) || error.operation !== 'read' || isFinal(error)) return false;
  return failureCount < retriesOf(error);
}

/** 1 s, then 2 s. */
export function retryDelay(failureCount: number): number {
  return FIRST_DELAY_MS * 2 ** failureCount;
}

/**
 * Whether asking again, by a timer or because the window has the focus again, can bring nothing else: the status says so, or the
 * connection itself asks again when its cause has ended.
 */
export function isTerminal(error: unknown): boolean {
  if (!isCobaltError(error)) return false;
  return causeOf(error) !== undefined || (retriesOf(error) === 0 && error.kind !== 'maintenance');
}

interface Failed {
  readonly state: { readonly error: unknown };
}

type Focus = boolean | 'always' | ((query: never) => boolean | 'always') | undefined;

/** What the app wants of the focus, except for what cannot have become better. */
export function focusRule(wanted: Focus): (query: Failed) => boolean | 'always' {
  return (query) => {
    if (isTerminal(query.state.error)) return false;
    return typeof wanted === 'function' ? wanted(query as never) : (wanted ?? true);
  };
}

type Interval = number | false | ((query: never) => number | false | undefined) | undefined;

/** Polling as the app wants it: it stops at an error that stays, and sleeps while the connection waits. */
export function intervalRule(wanted: Interval): (query: Failed) => number | false | undefined {
  return (query) => {
    if (isTerminal(query.state.error)) return false;
    return typeof wanted === 'function' ? wanted(query as never) : wanted;
  };
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
  const { queries } = queryClient.getDefaultOptions();
  queryClient.setQueryDefaults(queryKey, {
    retry: retryRule,
    retryDelay,
    throwOnError: (error, query) => throwRule(error, query as Pick<Query, 'state'>),
    // The connection decides what may be sent. TanStack's own pause would also send paused writes by itself.
    networkMode: 'always',
    refetchOnWindowFocus: focusRule(queries?.refetchOnWindowFocus),
    ...(queries?.refetchInterval !== undefined && { refetchInterval: intervalRule(queries.refetchInterval) }),
    ...queryClient.getQueryDefaults(queryKey),
  });
}
