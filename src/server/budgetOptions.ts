import { ConfigurationError } from '../errors/ConfigurationError.ts';
import type { BudgetStore } from './budgetStore.ts';

/** How `createCobaltProxy` shares out what Cobalt takes: 100 reads and, apart, 20 writes in 60 seconds per user. */
export interface BudgetOptions {
  /**
   * Where to count. Default: in this process' memory. For several server processes pass one that they share, such as
   * `createRedisBudgetStore` of `cobalt-react/server/redis`, and `secret` or `user` with it.
   */
  readonly store?: BudgetStore;
  /**
   * A secret of at least 16 characters, the same in every process: the key under which a token is counted is a hash made with it, and says
   * nothing without it. Default: one that this process draws, and nobody else knows.
   */
  readonly secret?: string | undefined;
  /**
   * A name for the Cobalt user whose token is used, *not* for the person who asks: Cobalt counts all tokens of a user together, and so
   * does a proxy that knows the name. It is hashed, too. Default, also for `undefined`: each token counts for itself.
   */
  readonly user?: (request: Request) => string | undefined | Promise<string | undefined>;
  /**
   * Called once when the store fails or takes more than a second, and again when it does so after it was back. Until then this process
   * counts by itself: requests pass, and Cobalt's own limit holds.
   */
  readonly onStoreError?: (error: unknown) => void;
}

/** Checks `budget`, of which a caller without TypeScript may have misspelled anything. */
export function checkBudgetOptions(budget: unknown): BudgetOptions | false {
  if (budget === false) return false;
  if (budget !== undefined && (typeof budget !== 'object' || budget === null)) {
    throw problem('`budget` is an object, or `false` to leave all counting to Cobalt.');
  }
  const { store, secret, user, onStoreError } = (budget ?? {}) as BudgetOptions;
  if (store !== undefined && !(isFunction(store.increment) && isFunction(store.block)))
    throw problem('`budget.store` has the methods `increment` and `block`.');
  if (secret !== undefined && !(typeof secret === 'string' && secret.length >= 16))
    throw problem('`budget.secret` is a text of at least 16 characters. Is the environment variable set?');
  if (user !== undefined && !isFunction(user))
    throw problem('`budget.user` is a function `(request) => name`.');
  if (onStoreError !== undefined && !isFunction(onStoreError))
    throw problem('`budget.onStoreError` is a function `(error) => void`.');
  if (store !== undefined && secret === undefined && user === undefined) {
    throw problem(
      'Pass `budget.secret`, the same in every process, or `budget.user` with `budget.store`: without them each process counts under keys that ' +
        'no other knows, and nothing is shared.',
    );
  }
  return budget ?? {};
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function problem(message: string): ConfigurationError {
  return new ConfigurationError(`createCobaltProxy: ${message}`);
}
