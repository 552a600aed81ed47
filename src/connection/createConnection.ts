import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { browserIsOffline } from './browserIsOffline.ts';
import { bucketOf, type Cause } from './cause.ts';
import { type ConnectionState, type CooldownState, INITIAL_STATE } from './connectionState.ts';

const FIRST_CHECK_MS = 60_000;
const LAST_CHECK_MS = 300_000;
const REFUSALS_BEFORE_STOP = 3;
// A longer timeout overflows to 1 ms in every engine.
const MAX_TIMER_MS = 2_147_483_647;

/** State and actions that all requests of one client, and of every `withOrganization` of it, share. */
export interface Connection {
  /** The state now; the same object until something changes. */
  readonly getState: () => ConnectionState;
  /**
   * Calls back after every change. While anybody listens, waiting ends by itself; otherwise the first request after a deadline
   * finds out.
   */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls back when a cause has ended and what failed for it may be sent again. */
  readonly onResume: (listener: (cause: Cause) => void) => () => void;
  /** Sends one cheap request now, and believes its answer: the way back from maintenance and offline. */
  readonly check: () => Promise<void>;
  /** Ends a cooldown of one of Cobalt's two limits whose `retryAt` has passed; before that it does nothing. */
  readonly resume: (bucket: OperationType) => void;
  /** Keeps a cooldown or the maintenance checks from going on by themselves. */
  readonly stop: (cause: Cause) => void;
  /**
   * The token, or the session behind the proxy, is new: what failed with a 401 is sent again, once it is known whether it still belongs to
   * the same person.
   */
  readonly reconnected: () => void;
}

/** What a request remembers of the moment when it left, so that its answer can say what it is about. */
export interface Departure {
  /** Counts the tokens so far: an answer to a request that went out with an older one says nothing about this one. */
  readonly generation: number;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

/** What the client alone may tell a connection. */
export interface ConnectionControl extends Connection {
  /** Why a request must not be sent now. */
  readonly blockedBy: (bucket: OperationType) => Cause | undefined;
  /** A request leaves now. */
  readonly departs: () => Departure;
  readonly failed: (error: AnyCobaltError, departure: Departure) => void;
  readonly succeeded: (bucket: OperationType, departure: Departure) => void;
  /** There is no token that could be sent. */
  readonly sessionEnded: () => void;
  readonly signedOut: () => void;
}

/** What a connection has its client do. */
export interface ConnectionTasks {
  /**
   * One cheap request: resolves on a real 2xx, rejects with the typed error otherwise, and does not pass through `blockedBy`. It calls
   * back at the moment when it leaves.
   */
  readonly probe: (departs: () => void) => Promise<void>;
  /** Whether the new token belongs to the person of the last one. At once where nothing of theirs was ever seen. */
  readonly isSamePerson: () => boolean | Promise<boolean>;
}

/** Holds what one client knows of its connection. It sends nothing by itself but its two tasks. */
export function createConnection({ probe, isSamePerson }: ConnectionTasks): ConnectionControl {
  let state = INITIAL_STATE;
  let generation = 0;
  let checks = 0;
  let running: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  const resumeListeners = new Set<(cause: Cause) => void>();
  const timers = new Map<Cause, ReturnType<typeof setTimeout>>();

  function update(change: Partial<ConnectionState>): void {
    state = { ...state, ...change };
    schedule();
    for (const listener of [...listeners]) listener();
  }

  function resumed(cause: Cause): void {
    for (const listener of [...resumeListeners]) listener(cause);
  }

  // Timers follow the state, and only while somebody watches: nothing is left behind after the last unmount.
  function schedule(): void {
    const { maintenance, cooldown } = state;
    const due: Partial<Record<Cause, [at: number, run: () => void]>> = {};
    for (const operation of ['read', 'write'] as const) {
      const wait = cooldown[operation];
      if (wait && !wait.isStopped)
        due[`cooldown-${operation}`] = [wait.retryAt, () => endCooldown(operation)];
    }
    if (maintenance && !maintenance.isStopped && !maintenance.isChecking) {
      // The check is a read too, and waits with them.
      due.maintenance = [Math.max(maintenance.nextCheckAt, cooldown.read?.retryAt ?? 0), () => void check()];
    }
    for (const [cause, timer] of timers) {
      clearTimeout(timer);
      timers.delete(cause);
    }
    if (listeners.size === 0) return;
    for (const [cause, [at, run]] of Object.entries(due) as [Cause, [number, () => void]][]) {
      timers.set(cause, setTimeout(run, Math.min(Math.max(0, at - Date.now()), MAX_TIMER_MS)));
    }
  }

  function setCooldown(operation: OperationType, wait: CooldownState | undefined): void {
    update({ cooldown: { ...state.cooldown, [operation]: wait } });
  }

  // Refusals in a row outlive the cooldowns that they made, until a request that left after the last of them succeeds.
  const refusals: Record<OperationType, { count: number; since: number }> = {
    read: { count: 0, since: 0 },
    write: { count: 0, since: 0 },
  };

  // A clock that was set back behind the start would make the wait endless: it begins anew, so it never ends early either.
  function cooldownOf(operation: OperationType): CooldownState | undefined {
    const wait = state.cooldown[operation];
    const now = Date.now();
    if (!wait || now >= wait.since) return wait;
    const anew = { ...wait, since: now, retryAt: now + wait.retryAt - wait.since };
    refusals[operation].since = now;
    setCooldown(operation, anew);
    return anew;
  }

  function isCoolingDown(operation: OperationType): boolean {
    const wait = cooldownOf(operation);
    return wait !== undefined && Date.now() < wait.retryAt;
  }

  function endCooldown(operation: OperationType): void {
    if (!cooldownOf(operation)) return;
    if (isCoolingDown(operation)) {
      // A timer may be early, by a clock that was set back or by a fraction of a millisecond.
      schedule();
      return;
    }
    setCooldown(operation, undefined);
    resumed(`cooldown-${operation}`);
  }

  function startCooldown(error: AnyCobaltError & { retryAt: number }, sentAt: number): void {
    const { retryAt, limit } = error;
    const operation = bucketOf(error);
    const before = isCoolingDown(operation) ? state.cooldown[operation] : undefined;
    const last = refusals[operation];
    // Answers that were on their way when the last refusal came belong to the same incident, even when they outlast its wait.
    const count = before || (last.count > 0 && sentAt <= last.since) ? last.count : last.count + 1;
    const since = before?.since ?? Date.now();
    refusals[operation] = { count, since };
    setCooldown(operation, {
      retryAt: before ? Math.max(before.retryAt, retryAt) : retryAt,
      since,
      limit: limit ?? before?.limit,
      refusals: count,
      isStopped: before?.isStopped ?? count >= REFUSALS_BEFORE_STOP,
    });
  }

  function startMaintenance(expectedEnd: number | undefined): void {
    const before = state.maintenance;
    // Ten widgets fail at once: only an answer to a check makes the steps longer.
    if (before && (before.isChecking || Date.now() < before.nextCheckAt)) return;
    planCheck(expectedEnd);
  }

  function planCheck(expectedEnd: number | undefined): void {
    const now = Date.now();
    const before = state.maintenance;
    const nextCheckAt = expectedEnd ?? now + Math.min(FIRST_CHECK_MS * 2 ** checks, LAST_CHECK_MS);
    checks += 1;
    update({
      maintenance: {
        since: before?.since ?? now,
        nextCheckAt,
        expectedEnd,
        isChecking: false,
        isStopped: before?.isStopped ?? false,
      },
    });
  }

  function endMaintenance(): void {
    if (!state.maintenance) return;
    checks = 0;
    update({ maintenance: undefined });
    resumed('maintenance');
  }

  function backOnline(): void {
    if (!state.isOffline) return;
    update({ isOffline: false });
    resumed('offline');
  }

  function endSession(): void {
    if (state.session === 'active') update({ session: 'ended' });
  }

  function check(): Promise<void> {
    // What may not be sent finds nothing out. Something else stands in the way then, and says so itself.
    if (state.session !== 'active') endMaintenance();
    if (state.session !== 'active' || isCoolingDown('read')) {
      backOnline();
      return Promise.resolve();
    }
    running ??= runProbe().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function runProbe(): Promise<void> {
    let departure = departs();
    const { maintenance } = state;
    if (maintenance) update({ maintenance: { ...maintenance, isChecking: true } });
    try {
      await probe(() => {
        departure = departs();
      });
      endMaintenance();
      backOnline();
    } catch (error) {
      // A 401 is an answer of the API itself: it is back, and the session is what stands in the way now.
      const isBack = isCobaltError(error, 401);
      if (state.maintenance?.isChecking && !isBack) {
        planCheck(isCobaltError(error, 503) ? error.retryAt : undefined);
      }
      if (!isCobaltError(error)) throw error;
      failed(error, departure);
      if (isBack) endMaintenance();
      // Dropped or late, but the browser says that it is online: each request tells that by itself. No event would end it here.
      if (error.kind !== 'offline') backOnline();
    }
  }

  function departs(): Departure {
    return { generation, sentAt: Date.now() };
  }

  function failed(error: AnyCobaltError, departure: Departure): void {
    // What was never sent is news of nothing.
    if (error.attempts === 0) return;
    if (error.kind === 'rate-limited') startCooldown(error, departure.sentAt);
    else if (error.kind === 'maintenance') startMaintenance(error.retryAt);
    else if (error.kind === 'offline' && !state.isOffline) update({ isOffline: true });
    else if (error.kind === 'unauthenticated' && departure.generation === generation) endSession();
  }

  const online = (): void => {
    if (state.isOffline) void check();
  };

  return {
    getState: () => state,
    subscribe(listener) {
      // One function may subscribe twice, and each has its own end.
      const entry = (): void => listener();
      listeners.add(entry);
      if (listeners.size === 1) {
        if (typeof window !== 'undefined') window.addEventListener('online', online);
        schedule();
        // The event may have come while nobody listened.
        if (!browserIsOffline()) online();
      }
      return () => {
        if (!listeners.delete(entry) || listeners.size > 0) return;
        if (typeof window !== 'undefined') window.removeEventListener('online', online);
        schedule();
      };
    },
    onResume(listener) {
      const entry = (cause: Cause): void => listener(cause);
      resumeListeners.add(entry);
      return () => void resumeListeners.delete(entry);
    },
    check,
    resume: endCooldown,
    stop(cause) {
      if (cause === 'maintenance') {
        if (state.maintenance) update({ maintenance: { ...state.maintenance, isStopped: true } });
      } else if (cause === 'cooldown-read' || cause === 'cooldown-write') {
        const operation = cause === 'cooldown-read' ? 'read' : 'write';
        const wait = state.cooldown[operation];
        if (wait) setCooldown(operation, { ...wait, isStopped: true });
      }
    },
    reconnected() {
      generation += 1;
      const ours = generation;
      const isSame = isSamePerson();
      if (state.session !== 'active') update({ session: 'active' });
      const goOn = (same: boolean): void => {
        // Meanwhile a newer token came, or this one was refused too.
        if (ours !== generation || state.session !== 'active') return;
        if (!same) update({ person: state.person + 1 });
        resumed('session');
      };
      if (typeof isSame === 'boolean') goOn(isSame);
      else void isSame.then(goOn);
    },
    blockedBy(operation) {
      if (state.isOffline && listeners.size > 0) return 'offline';
      const { maintenance } = state;
      if (
        maintenance &&
        (listeners.size > 0 || maintenance.isChecking || Date.now() < maintenance.nextCheckAt)
      ) {
        return 'maintenance';
      }
      if (state.session !== 'active') return 'session';
      return isCoolingDown(operation) ? `cooldown-${operation}` : undefined;
    },
    departs,
    failed,
    succeeded(operation, { sentAt }) {
      if (sentAt > refusals[operation].since) refusals[operation].count = 0;
      const wait = state.cooldown[operation];
      // A stopped cooldown ends with the first request that the person sent after it.
      if (wait && sentAt >= wait.retryAt) endCooldown(operation);
      if (state.maintenance && sentAt > state.maintenance.since) endMaintenance();
      backOnline();
    },
    sessionEnded: endSession,
    signedOut() {
      generation += 1;
      update({ session: 'signed-out' });
    },
  };
}
