import type { OperationType } from '../errors/CobaltError.ts';

/** The user's limit is spent: nothing of this kind is sent before `retryAt`. */
export interface CooldownState {
  /** Milliseconds since the epoch. */
  readonly retryAt: number;
  /** When this cooldown began. Milliseconds since the epoch. */
  readonly since: number;
  /** Requests a minute, where the API said it. */
  readonly limit: number | undefined;
  /** Refusals in a row; 0 where another tab told of it. After the third, nothing starts again by itself. */
  readonly refusals: number;
  /** Nothing starts again by itself: the person, or the third refusal in a row, stopped it. */
  readonly isStopped: boolean;
}

/** Cobalt is offline for maintenance. One cheap request checks now and then whether it is back. */
export interface MaintenanceState {
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** When the next check is due. Milliseconds since the epoch. */
  readonly nextCheckAt: number;
  /** The end that the API announced (`Retry-After`). Milliseconds since the epoch. */
  readonly expectedEnd: number | undefined;
  readonly isChecking: boolean;
  readonly isStopped: boolean;
}

/** What the API last said of one of its two limits. */
export interface BudgetState {
  /** Requests a minute. */
  readonly limit: number;
  /** What is left of this minute, all of the user's tools counted. It never rises before `until`. */
  readonly remaining: number;
  /** A tenth or less is left. It changes once a minute at the most: enough for one warning. */
  readonly isLow: boolean;
  /** The minute is over by then, and what is left of the next one is not known. Milliseconds since the epoch. */
  readonly until: number;
}

/** Requests wait, since this minute's are used up; nothing was refused. Shown once the first has waited for a second. */
export interface PacingState {
  /** When the first of them began to wait. Milliseconds since the epoch. */
  readonly since: number;
  /** When the next ones leave. Milliseconds since the epoch. */
  readonly until: number;
}

/** What all requests of one client share. A new object for every change, so it serves `useSyncExternalStore`. */
export interface ConnectionState {
  readonly isOffline: boolean;
  readonly maintenance: MaintenanceState | undefined;
  /** `ended`: a 401 came. `signed-out`: the app called `client.signOut()`. Both end with a new token. */
  readonly session: 'active' | 'ended' | 'signed-out';
  /** By Cobalt's two limits: `read` counts `GET`, `write` everything else. */
  readonly cooldown: Readonly<Record<OperationType, CooldownState | undefined>>;
  /** `undefined` until an answer told it, which browsers hide across origins. */
  readonly budget: Readonly<Record<OperationType, BudgetState | undefined>>;
  readonly pacing: Readonly<Record<OperationType, PacingState | undefined>>;
  /**
   * Counts up when the person signs out, and when a new token turns out to be somebody else's: nothing of the last person may be shown any
   * more.
   */
  readonly person: number;
}

const NEITHER = { read: undefined, write: undefined };

export const INITIAL_STATE: ConnectionState = {
  isOffline: false,
  maintenance: undefined,
  session: 'active',
  cooldown: NEITHER,
  budget: NEITHER,
  pacing: NEITHER,
  person: 0,
};

const MOMENTS: ReadonlySet<string> = new Set(['since', 'retryAt', 'nextCheckAt', 'expectedEnd', 'until']);

/** The same state by a clock that was set back: every moment keeps its distance from now. */
export function movedBack<Part>(state: Part, byMs: number): Part {
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(
    Object.entries(state).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' && MOMENTS.has(name) ? value - byMs : movedBack(value, byMs),
    ]),
  ) as Part;
}
