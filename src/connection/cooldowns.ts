import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { bucketOf } from './cause.ts';
import type { CooldownState } from './connectionState.ts';
import type { Due, Store } from './store.ts';

const REFUSALS_BEFORE_STOP = 3;

const JITTER = 0.2;
const MOST_JITTER_MS = 2000;

/** What a wait is made longer by: tabs that all begin at the deadline would be refused together. */
export function jitterOf(waitMs: number): number {
  return Math.random() * Math.min(JITTER * waitMs, MOST_JITTER_MS);
}

const BUCKETS = ['read', 'write'] as const;

/** The waits after a 429 or 509, of Cobalt's two limits apart. */
export interface Cooldowns {
  readonly isHeld: (bucket: OperationType) => boolean;
  /** Gives the deadline if this refusal moved it. */
  readonly start: (
    error: AnyCobaltError & { readonly retryAt: number },
    sentAt: number,
  ) => number | undefined;
  /** Another tab was refused. */
  readonly heard: (bucket: OperationType, retryAt: number) => void;
  readonly end: (bucket: OperationType) => void;
  readonly stop: (bucket: OperationType) => void;
  readonly succeeded: (bucket: OperationType, sentAt: number) => void;
  readonly due: () => readonly Due[];
}

interface Limit {
  /** Refusals in a row outlive the cooldowns that they made, until a request that left after the last of them succeeds. */
  refusals: number;
  /** By the clock that nobody can set. */
  refusedAt: number;
  /** The person stopped it once: from then on each wait ends with a click. */
  isManual: boolean;
  jitterMs: number;
  /** Its deadline has passed, and the first request after it was let through. */
  isOver: boolean;
}

/** @param over the deadline of a wait has passed: a new window has begun */
export function createCooldowns(store: Store, over: (bucket: OperationType) => void): Cooldowns {
  const { getState, update } = store;
  const fresh = (): Limit => ({
    refusals: 0,
    refusedAt: -Infinity,
    isManual: false,
    jitterMs: 0,
    isOver: true,
  });
  const limits: Readonly<Record<OperationType, Limit>> = { read: fresh(), write: fresh() };

  function set(bucket: OperationType, wait: CooldownState | undefined): void {
    update({ cooldown: { ...getState().cooldown, [bucket]: wait } });
  }

  function isHeld(bucket: OperationType): boolean {
    const wait = getState().cooldown[bucket];
    if (wait !== undefined && Date.now() < wait.retryAt) return true;
    const own = limits[bucket];
    if (!own.isOver) {
      own.isOver = true;
      over(bucket);
    }
    return false;
  }

  function begin(
    bucket: OperationType,
    wait: Omit<CooldownState, 'isStopped'>,
    before: CooldownState | undefined,
  ): void {
    const own = limits[bucket];
    own.jitterMs = jitterOf(wait.retryAt - wait.since);
    own.isOver = false;
    const isStopped = before?.isStopped ?? (own.isManual || wait.refusals >= REFUSALS_BEFORE_STOP);
    set(bucket, { ...wait, isStopped });
  }

  function end(bucket: OperationType): void {
    if (!getState().cooldown[bucket]) return;
    if (isHeld(bucket)) {
      // A timer may be early, by a clock that was set back or by a fraction of a millisecond.
      store.schedule();
      return;
    }
    set(bucket, undefined);
    store.resumed(`cooldown-${bucket}`);
  }

  return {
    isHeld,
    start(error, sentAt) {
      const { retryAt, limit } = error;
      const bucket = bucketOf(error);
      const before = isHeld(bucket) ? getState().cooldown[bucket] : undefined;
      const own = limits[bucket];
      // Answers that were on their way when the last refusal came belong to the same incident, even when they outlast its wait.
      const isSame = own.refusals > 0 && (before !== undefined || sentAt <= own.refusedAt);
      if (!isSame) own.refusals += 1;
      const since = before?.since ?? Date.now();
      if (!before) own.refusedAt = performance.now();
      const latest = Math.max(before?.retryAt ?? 0, retryAt);
      begin(
        bucket,
        { retryAt: latest, since, limit: limit ?? before?.limit, refusals: own.refusals },
        before,
      );
      return latest === before?.retryAt ? undefined : latest;
    },
    heard(bucket, retryAt) {
      const before = isHeld(bucket) ? getState().cooldown[bucket] : undefined;
      if (before && before.retryAt >= retryAt) return;
      begin(bucket, { since: Date.now(), limit: undefined, refusals: 0, ...before, retryAt }, before);
    },
    end,
    stop(bucket) {
      const wait = getState().cooldown[bucket];
      limits[bucket].isManual = true;
      if (wait) set(bucket, { ...wait, isStopped: true });
    },
    succeeded(bucket, sentAt) {
      if (sentAt <= limits[bucket].refusedAt) return;
      limits[bucket].refusals = 0;
      // A stopped cooldown ends with the first request that the person sent after it.
      end(bucket);
    },
    due: () =>
      BUCKETS.flatMap((bucket) => {
        const wait = getState().cooldown[bucket];
        return wait && !wait.isStopped
          ? [[wait.retryAt + limits[bucket].jitterMs, () => end(bucket)] as const]
          : [];
      }),
  };
}
