import type { Cause } from './cause.ts';
import { type ConnectionState, INITIAL_STATE, movedBack } from './connectionState.ts';

// A longer timeout overflows to 1 ms in every engine.
const MAX_TIMER_MS = 2_147_483_647;

/** Something to do at a moment, in milliseconds since the epoch. */
export type Due = readonly [at: number, run: () => void];

/** Holds the state of one connection and tells its listeners. */
export interface Store {
  readonly getState: () => ConnectionState;
  readonly update: (change: Partial<ConnectionState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onResume: (listener: (cause: Cause) => void) => () => void;
  /** A cause has ended: tells who waits for that. */
  readonly resumed: (cause: Cause) => void;
  readonly isWatched: () => boolean;
  /** Sets the timers anew, also where the state stayed as it was. */
  readonly schedule: () => void;
}

interface StoreOptions {
  /** What happens by itself in the present state. */
  readonly due: () => readonly Due[];
  /** The first listener came; gives back what to do when the last one has gone. */
  readonly watched: () => () => void;
}

export function createStore({ due, watched }: StoreOptions): Store {
  let state = INITIAL_STATE;
  const listeners = new Set<() => void>();
  const resumeListeners = new Set<(cause: Cause) => void>();
  let timers: ReturnType<typeof setTimeout>[] = [];
  let unwatched: (() => void) | undefined;
  let lastLookAt = -Infinity;

  // By a clock that was set back, a wait would last as much longer; so it keeps what was left of it at the last look.
  function getState(): ConnectionState {
    const now = Date.now();
    const byMs = lastLookAt - now;
    lastLookAt = now;
    if (byMs > 0) state = movedBack(state, byMs);
    return state;
  }

  // Timers follow the state, and only while somebody watches: nothing is left behind after the last unmount.
  function schedule(): void {
    for (const timer of timers) clearTimeout(timer);
    timers =
      listeners.size === 0
        ? []
        : due().map(([at, run]) => setTimeout(run, Math.min(Math.max(0, at - Date.now()), MAX_TIMER_MS)));
  }

  return {
    getState,
    update(change) {
      state = { ...getState(), ...change };
      schedule();
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      // One function may subscribe twice, and each has its own end.
      const entry = (): void => listener();
      listeners.add(entry);
      if (listeners.size === 1) {
        schedule();
        unwatched = watched();
      }
      return () => {
        if (!listeners.delete(entry) || listeners.size > 0) return;
        unwatched?.();
        schedule();
      };
    },
    onResume(listener) {
      const entry = (cause: Cause): void => listener(cause);
      resumeListeners.add(entry);
      return () => void resumeListeners.delete(entry);
    },
    resumed(cause) {
      for (const listener of [...resumeListeners]) listener(cause);
    },
    isWatched: () => listeners.size > 0,
    schedule,
  };
}
