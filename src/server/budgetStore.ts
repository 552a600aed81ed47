/** One window of a budget, as a request that was just counted found it. */
export interface BudgetWindow {
  /** How many were counted since the window began, this one included. Above any limit while the key is blocked. */
  readonly count: number;
  /** Milliseconds until the window, or the block, is over and counting begins anew. Above 0. */
  readonly endsInMs: number;
}

/**
 * Where a proxy counts. Implement it when several server processes share their budgets and neither
 * `createMemoryBudgetStore` (one process) nor `createRedisBudgetStore` of `cobalt-react/server/redis` fits.
 *
 * A key holds no token and nobody's name. Both calls must be atomic for one key, and may reject when the
 * store cannot be reached: the proxy then counts by itself until the store is back.
 */
export interface BudgetStore {
  /**
   * Counts one more. The first of a key opens a window of `windowMs`, which those that follow do not prolong.
   */
  readonly increment: (key: string, windowMs: number) => Promise<BudgetWindow>;
  /**
   * Until `forMs` are over, whatever is counted is above every limit; then counting begins anew. A shorter
   * block does not end a longer one.
   */
  readonly block: (key: string, forMs: number) => Promise<void>;
}
