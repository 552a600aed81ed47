import type { MaintenanceState } from './connectionState.ts';
import { jitterOf } from './cooldowns.ts';
import type { Due, Store } from './store.ts';

const FIRST_CHECK_MS = 60_000;
const LAST_CHECK_MS = 300_000;

/** What is unavailable although the API is back, is unavailable by itself, for so long. */
const ISOLATED_MS = LAST_CHECK_MS;

/** Cobalt's planned work: one state, however many requests answer 503. */
export interface Maintenance {
  /** Whether requests must wait for the next check. */
  readonly isHeld: () => boolean;
  /** A request was answered with 503. False: the API itself is back, and only this route is not. */
  readonly start: (path: string, expectedEnd: number | undefined) => boolean;
  /** A check begins. */
  readonly checking: () => void;
  /** A check found it still down. */
  readonly goesOn: (expectedEnd: number | undefined) => void;
  /** The API answers again. */
  readonly end: () => void;
  readonly succeeded: (path: string, sentAt: number) => void;
  readonly stop: () => void;
  /** @param notBefore when a check may be sent at all */
  readonly due: (notBefore: number, check: () => void) => readonly Due[];
}

export function createMaintenance(store: Store): Maintenance {
  const { getState, update } = store;
  let checks = 0;
  let jitterMs = 0;
  // By the clock that nobody can set.
  let beganAt = -Infinity;
  let endedAt = -Infinity;
  // Paths that answered 503 and nothing better since.
  const down = new Set<string>();

  function set(change: Partial<MaintenanceState>): void {
    const { maintenance } = getState();
    if (maintenance) update({ maintenance: { ...maintenance, ...change } });
  }

  function plan(expectedEnd: number | undefined): void {
    const now = Date.now();
    const before = getState().maintenance;
    const nextCheckAt = expectedEnd ?? now + Math.min(FIRST_CHECK_MS * 2 ** checks, LAST_CHECK_MS);
    checks += 1;
    jitterMs = jitterOf(nextCheckAt - now);
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

  function end(): void {
    if (!getState().maintenance) return;
    checks = 0;
    endedAt = performance.now();
    update({ maintenance: undefined });
    store.resumed('maintenance');
  }

  return {
    isHeld() {
      const { maintenance } = getState();
      if (!maintenance) return false;
      return store.isWatched() || maintenance.isChecking || Date.now() < maintenance.nextCheckAt;
    },
    start(path, expectedEnd) {
      const before = getState().maintenance;
      if (!before) {
        if (down.has(path) && performance.now() - endedAt < ISOLATED_MS) return false;
        down.clear();
        beganAt = performance.now();
      }
      down.add(path);
      // Ten widgets fail at once: only an answer to a check makes the steps longer.
      if (!before || !(before.isChecking || Date.now() < before.nextCheckAt)) plan(expectedEnd);
      return true;
    },
    checking() {
      set({ isChecking: true });
    },
    goesOn(expectedEnd) {
      if (getState().maintenance?.isChecking) plan(expectedEnd);
    },
    end,
    succeeded(path, sentAt) {
      down.delete(path);
      if (sentAt > beganAt) end();
    },
    stop() {
      set({ isStopped: true });
    },
    due(notBefore, check) {
      const { maintenance } = getState();
      if (!maintenance || maintenance.isStopped || maintenance.isChecking) return [];
      return [[Math.max(maintenance.nextCheckAt + jitterMs, notBefore), check]];
    },
  };
}
