import { retryAfter } from '../client/retryAfter.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import type { BudgetOptions } from './budgetOptions.ts';
import type { BudgetWindow } from './budgetStore.ts';
import { createMemoryBudgetStore } from './memoryBudgetStore.ts';
import { refuse } from './refusal.ts';
import { storeOrMemory } from './storeOrMemory.ts';

/** Cobalt's documented limits, until its answers say another. */
const LIMITS: Readonly<Record<OperationType, number>> = { read: 100, write: 20 };
const LIMIT_HEADERS: Readonly<Record<OperationType, string>> = {
  read: 'X-Rate-Limit-Get-Limit',
  write: 'X-Rate-Limit-Mutate-Limit',
};
const WINDOW_MS = 60_000;
const COOLDOWN_MS = 60_000;
/** Nobody can end the cooldown of a server by hand: after five minutes at most, Cobalt is asked again. */
const LONGEST_COOLDOWN_MS = 300_000;
/** The end of a window as two answers of a store tell it, with the way between. */
const SAME_WINDOW_WITHIN_MS = 1000;
/** How many limits are remembered; the one that was not asked for the longest is forgotten first. */
const MAX_KEYS = 2000;

/** One request that may go to Cobalt, and was counted. */
export interface Expense {
  readonly bucket: OperationType;
  readonly key: string;
  /** When the window it was counted in is over, on the clock that nobody sets back. */
  readonly endsAt: number;
}

/** What all browsers behind this proxy may ask of Cobalt, for each user whose token is used. */
export interface Budget {
  /** Counts one request. Rejects with a `Refusal`, 429, when Cobalt would not take it. */
  readonly spend: (bucket: OperationType, user: string) => Promise<Expense>;
  /** Believes what Cobalt's answer to it says about the limit, and after a refusal holds back those that follow. */
  readonly learn: (expense: Expense, answer: Pick<Response, 'status' | 'headers'>) => Promise<void>;
}

/** What this process found out about one key. */
interface Known {
  limit: number;
  endsAt: number;
  /** The highest count in this window. */
  count: number;
  /** What Cobalt said the count may grow to in this window: others, without this proxy, use up the same budget. */
  most: number;
}

export function createBudget({ store, onStoreError }: BudgetOptions): Budget {
  const counting = store ? storeOrMemory(store, (error) => onStoreError?.(error)) : createMemoryBudgetStore();
  const everyKnown = new Map<string, Known>();

  const knownOf = (key: string, bucket: OperationType): Known => {
    const known = everyKnown.get(key) ?? { limit: LIMITS[bucket], endsAt: 0, count: 0, most: Infinity };
    everyKnown.delete(key);
    everyKnown.set(key, known);
    const [oldest] = everyKnown.keys();
    if (everyKnown.size > MAX_KEYS && oldest !== undefined) everyKnown.delete(oldest);
    return known;
  };

  return {
    async spend(bucket, user) {
      const key = `${bucket}:${user}`;
      const window = await counting.increment(key, WINDOW_MS);
      const known = knownOf(key, bucket);
      const endsAt = performance.now() + window.endsInMs;
      if (endsAt > known.endsAt + SAME_WINDOW_WITHIN_MS) {
        Object.assign(known, { endsAt, count: 0, most: Infinity });
      }
      known.count = Math.max(known.count, window.count);
      if (window.count > Math.min(known.limit, known.most)) throw spent(bucket, known.limit, window);
      return { bucket, key, endsAt };
    },
    async learn({ bucket, key, endsAt }, { status, headers }) {
      const known = knownOf(key, bucket);
      const limit = countIn(headers, LIMIT_HEADERS[bucket], 'X-Rate-Limit-Limit');
      if (limit !== undefined && limit > 0) known.limit = limit;
      const remaining = countIn(headers, 'X-Rate-Limit-Remaining');
      // Never more than an earlier answer said, and nothing of a window that is over.
      const isCurrent =
        endsAt > performance.now() && Math.abs(endsAt - known.endsAt) <= SAME_WINDOW_WITHIN_MS;
      if (remaining !== undefined && isCurrent) known.most = Math.min(known.most, known.count + remaining);
      if (status === 429 || status === 509) await counting.block(key, cooldownOf(headers));
    },
  };
}

function cooldownOf(headers: Headers): number {
  const now = Date.now();
  const retryAt = retryAfter(headers, now) ?? now + COOLDOWN_MS;
  return Math.min(retryAt - now, LONGEST_COOLDOWN_MS);
}

function countIn(headers: Headers, ...names: readonly string[]): number | undefined {
  const value = names.map((name) => headers.get(name)).find((found) => found !== null);
  return /^\d{1,9}$/.test(value ?? '') ? Number(value) : undefined;
}

function spent(bucket: OperationType, limit: number, { endsInMs }: BudgetWindow): Error {
  return refuse(
    429,
    `All ${bucket}s that Cobalt takes in a minute, from everybody here together, are used up.`,
    {
      'Retry-After': String(Math.ceil(endsInMs / 1000)),
      [LIMIT_HEADERS[bucket]]: String(limit),
      'X-Rate-Limit-Remaining': '0',
    },
  );
}
