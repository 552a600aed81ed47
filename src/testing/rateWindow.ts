/** Reads and writes are counted apart. */
export type RateBucket = 'read' | 'write';

export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  /** When the window ends, in milliseconds since the epoch. */
  readonly resetAt: number;
}

export interface RateWindow {
  /** Counts one request; false when the window is used up. A refused request is not counted. */
  take(bucket: RateBucket): boolean;
  peek(bucket: RateBucket): RateState;
  reset(): void;
}

/** A fixed window that starts with the first request in it. One user, so all tokens share it. */
export function createRateWindow(
  limits: Readonly<Record<RateBucket, number>>,
  windowMs: number,
  now: () => number,
): RateWindow {
  const windows = new Map<RateBucket, { start: number; used: number }>();
  const current = (bucket: RateBucket): { start: number; used: number } => {
    const at = now();
    const known = windows.get(bucket);
    if (known !== undefined && known.used > 0 && at < known.start + windowMs) return known;
    const fresh = { start: at, used: 0 };
    windows.set(bucket, fresh);
    return fresh;
  };
  return {
    take(bucket) {
      const window = current(bucket);
      if (window.used >= limits[bucket]) return false;
      window.used += 1;
      return true;
    },
    peek(bucket) {
      const { start, used } = current(bucket);
      return {
        limit: limits[bucket],
        remaining: Math.max(0, limits[bucket] - used),
        resetAt: start + windowMs,
      };
    },
    reset() {
      windows.clear();
    },
  };
}

export function bucketOf(method: string): RateBucket {
  return method === 'GET' ? 'read' : 'write';
}

export function rateHeaders(bucket: RateBucket, { limit, remaining }: RateState): Record<string, string> {
  return {
    [bucket === 'read' ? 'X-Rate-Limit-Get-Limit' : 'X-Rate-Limit-Mutate-Limit']: String(limit),
    'X-Rate-Limit-Remaining': String(remaining),
  };
}
