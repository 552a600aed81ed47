import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { BudgetStore } from './budgetStore.ts';

/** Above every limit that Cobalt could have, and far below where counting stops being exact. */
const BLOCKED = 1_000_000_000;

/** What `createRedisBudgetStore` takes. */
export interface RedisBudgetStoreOptions {
  /**
   * Your connected client: `new Redis(…)` of `ioredis`, or `createClient(…)` of `redis` after `connect()`.
   * It stays yours: listen to its `error` event, and close it yourself.
   */
  readonly client: object;
  /** What every key in Redis begins with. Default `cobalt-react`. */
  readonly prefix?: string;
}

/**
 * Counts in Redis, so that several server processes share one budget: pass it to `createCobaltProxy` as
 * `budget.store`, with the same `budget.secret` (or `budget.user`) in all of them. Install
 * `rate-limiter-flexible`, whose counters it uses, beside your Redis client.
 *
 * A key is `cobalt-react:` and a keyed hash; a value is a number that expires. It does *not* connect, retry
 * or report: that is the client's work, and the proxy counts by itself when it gets no answer in a second.
 *
 * @example
 * import { createCobaltProxy } from 'cobalt-react/server';
 * import { createRedisBudgetStore } from 'cobalt-react/server/redis';
 * import { Redis } from 'ioredis';
 *
 * const client = new Redis(process.env.REDIS_URL ?? '');
 * const store = createRedisBudgetStore({ client });
 * const cobalt = createCobaltProxy({
 *   region: 'us',
 *   token: () => process.env.COBALT_API_TOKEN,
 *   authorize,
 *   budget: { store, secret: process.env.BUDGET_SECRET },
 * });
 */
export function createRedisBudgetStore({
  client,
  prefix = 'cobalt-react',
}: RedisBudgetStoreOptions): BudgetStore {
  const limiter = new RateLimiterRedis({
    storeClient: client,
    keyPrefix: prefix,
    points: BLOCKED,
    duration: 60,
    // The library knows the two clients apart only by a name that newer ones no longer have.
    useRedisPackage: !('defineCommand' in client),
  });
  return {
    async increment(key, windowMs) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(key, 1, {
        customDuration: toSeconds(windowMs),
      });
      return { count: consumedPoints, endsInMs: Math.max(1, msBeforeNext) };
    },
    async block(key, forMs) {
      const known = await limiter.get(key);
      if (known && known.consumedPoints > BLOCKED && known.msBeforeNext >= forMs) return;
      await limiter.block(key, toSeconds(forMs));
    },
  };
}

/** Windows of this library last whole seconds. */
function toSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
