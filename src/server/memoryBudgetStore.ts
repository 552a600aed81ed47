import type { BudgetStore } from './budgetStore.ts';

/** How many windows are kept; the oldest is forgotten first, and its count begins anew. */
const MAX_KEYS = 10_000;

interface Window {
  count: number;
  /** On the clock that nobody sets back, in milliseconds. */
  readonly endsAt: number;
}

/**
 * Counts in this process' memory: what `createCobaltProxy` does unless you pass a `store`. Make one yourself
 * to let several proxies of one process share it. Several processes each have their own; for those there is
 * `createRedisBudgetStore` of `cobalt-react/server/redis`.
 *
 * @example
 * const store = createMemoryBudgetStore();
 * const secret = crypto.randomUUID();
 * const us = createCobaltProxy({ region: 'us', token, authorize, budget: { store, secret } });
 */
export function createMemoryBudgetStore(): BudgetStore {
  const windows = new Map<string, Window>();

  const current = (key: string): Window | undefined => {
    const window = windows.get(key);
    return window && window.endsAt > performance.now() ? window : undefined;
  };

  const open = (key: string, count: number, lastsMs: number): Window => {
    const window = { count, endsAt: performance.now() + lastsMs };
    windows.delete(key);
    windows.set(key, window);
    const [oldest] = windows.keys();
    if (windows.size > MAX_KEYS && oldest !== undefined) windows.delete(oldest);
    return window;
  };

  return {
    increment(key, windowMs) {
      const window = current(key) ?? open(key, 0, windowMs);
      window.count += 1;
      return Promise.resolve({ count: window.count, endsInMs: window.endsAt - performance.now() });
    },
    block(key, forMs) {
      const window = current(key);
      const isBlockedLonger =
        window?.count === Number.POSITIVE_INFINITY && window.endsAt >= performance.now() + forMs;
      if (!isBlockedLonger) open(key, Number.POSITIVE_INFINITY, forMs);
      return Promise.resolve();
    },
  };
}
