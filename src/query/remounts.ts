import type { Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { untilAborted } from '../client/untilAborted.ts';
import { isCobaltError } from '../errors/anyCobaltError.ts';

/** Between the requests that mounting alone makes for a query that fails. */
const CALM_MS = 5000;
/** So long a fetch by a mount gets no retries: as many requests as it would have sent take that time. */
const KEPT_MS = 15_000;

interface Failure {
  readonly at: number;
  /** A component asks for it again just by being mounted. */
  readonly isRemount: boolean;
}

/** By hash, since a query that nobody shows may be another object the next time. */
interface Memory {
  readonly failures: Map<string, Failure>;
  readonly mounting: Set<string>;
  /** Looks at what is mounted, for as long as something failed a moment ago. */
  unwatch: (() => void) | undefined;
  providers: number;
  /** There was a provider, and the last one is gone: what fetches next is a mount. */
  isLeft: boolean;
}

const memories = new WeakMap<QueryCache, Memory>();
const final = new WeakSet<object>();

function memoryOf(queryClient: QueryClient): Memory {
  const cache = queryClient.getQueryCache();
  const known = memories.get(cache);
  if (known) return known;
  const memory: Memory = {
    failures: new Map(),
    mounting: new Set(),
    unwatch: undefined,
    providers: 0,
    isLeft: false,
  };
  memories.set(cache, memory);
  return memory;
}

function watch(queryClient: QueryClient, memory: Memory): void {
  if (memory.failures.size === 0 || memory.isLeft) return;
  memory.unwatch ??= queryClient.getQueryCache().subscribe(({ type, query: { queryHash } }) => {
    if (type !== 'observerAdded') return;
    forgetOld(memory);
    if (!memory.failures.has(queryHash)) return;
    memory.mounting.add(queryHash);
    // What begins with the mount begins in the same turn.
    queueMicrotask(() => memory.mounting.delete(queryHash));
  });
}

function stopWatching(memory: Memory): void {
  memory.unwatch?.();
  memory.unwatch = undefined;
}

/** Follows what is mounted as long as there is a provider; a cache that outlives its page is not listened to. */
export function followMounts(queryClient: QueryClient): () => void {
  const memory = memoryOf(queryClient);
  memory.providers += 1;
  memory.isLeft = false;
  watch(queryClient, memory);
  return () => {
    memory.providers -= 1;
    if (memory.providers > 0) return;
    memory.isLeft = true;
    stopWatching(memory);
  };
}

function forgetOld(memory: Memory): void {
  const { failures } = memory;
  const now = Date.now();
  for (const [hash, { at }] of failures) if (Math.abs(now - at) > KEPT_MS) failures.delete(hash);
  if (failures.size === 0) stopWatching(memory);
}

/**
 * Waits where a query failed a moment ago and a mount, not the person, asks for it again: components that come and go around an error,
 * each with a fetch and its retries, would spend the person's limit on it.
 */
export async function untilCalm(
  queryClient: QueryClient,
  query: Query | undefined,
  signal: AbortSignal,
): Promise<void> {
  const memory = memoryOf(queryClient);
  forgetOld(memory);
  const last = query && memory.failures.get(query.queryHash);
  // A retry belongs to the fetch that failed.
  if (!last || query.state.fetchFailureCount > 0) return;
  // With Suspense nobody observes yet.
  const isMount = memory.isLeft || memory.mounting.has(query.queryHash);
  if (!isMount && query.getObserversCount() > 0) return;
  memory.failures.set(query.queryHash, { ...last, isRemount: true });
  const waitMs = last.at + CALM_MS - Date.now();
  // More than that is a clock that was set back.
  if (waitMs <= 0 || waitMs > CALM_MS) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await untilAborted(new Promise<void>((done) => (timer = setTimeout(done, waitMs))), signal);
  } finally {
    clearTimeout(timer);
  }
}

export function noteFailure(queryClient: QueryClient, query: Query | undefined, error: unknown): void {
  // What was not sent spent nothing.
  if (!query || !isCobaltError(error) || error.attempts === 0) return;
  const memory = memoryOf(queryClient);
  if (memory.failures.get(query.queryHash)?.isRemount) final.add(error);
  memory.failures.set(query.queryHash, { at: Date.now(), isRemount: false });
  forgetOld(memory);
  watch(queryClient, memory);
}

export function noteSuccess(queryClient: QueryClient, query: Query | undefined): void {
  if (query) memories.get(queryClient.getQueryCache())?.failures.delete(query.queryHash);
}

/** The person asked, or what stood in the way has ended: these are sent again at once, and with their retries. */
export function forgetFailures(queryClient: QueryClient, hashes: readonly string[]): void {
  for (const hash of hashes) memoryOf(queryClient).failures.delete(hash);
}

/** Whether a failure ends its fetch, whatever its status allows: its retries were spent when it failed before. */
export function isFinal(error: object): boolean {
  return final.has(error);
}
