import type { OperationType } from '../errors/CobaltError.ts';

/** The user's limit is spent: nothing of this kind is sent before `retryAt`. */
export interface CooldownState {
  /** Milliseconds since the epoch. */
  readonly retryAt: number;
  /** When this cooldown began. Milliseconds since the epoch. */
  readonly since: number;
  /** Requests a minute, where the API said it. */
  readonly limit: number | undefined;
  /** Refusals in a row. After the third, nothing starts again by itself. */
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

/** What all requests of one client share. A new object for every change, so it serves `useSyncExternalStore`. */
export interface ConnectionState {
  readonly isOffline: boolean;
  readonly maintenance: MaintenanceState | undefined;
  /** `ended`: a 401 came. `signed-out`: the app called `client.signOut()`. Both end with a new token. */
  readonly session: 'active' | 'ended' | 'signed-out';
  /** By Cobalt's two limits: `read` counts `GET`, `write` everything else. */
  readonly cooldown: Readonly<Record<OperationType, CooldownState | undefined>>;
  /** Counts up when a new token turns out to be somebody else's: nothing of the last person may be shown any more. */
  readonly person: number;
}

export const INITIAL_STATE: ConnectionState = {
  isOffline: false,
  maintenance: undefined,
  session: 'active',
  cooldown: { read: undefined, write: undefined },
  person: 0,
};
