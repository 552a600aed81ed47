const MOST = 3;
const WITHIN_MS = 10_000;

/** Counts what happens by itself: an error that comes back at once would otherwise go round for ever. */
export interface ResetBudget {
  /** Whether one more automatic reset is allowed now; counts it if so. */
  readonly take: () => boolean;
  /** The person decided: everything starts anew. */
  readonly refill: () => void;
}

export function createResetBudget(): ResetBudget {
  let taken: number[] = [];
  return {
    take() {
      const now = Date.now();
      taken = taken.filter((at) => now - at < WITHIN_MS);
      if (taken.length >= MOST) return false;
      taken.push(now);
      return true;
    },
    refill() {
      taken = [];
    },
  };
}
