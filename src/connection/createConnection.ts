import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { browserIsOffline } from './browserIsOffline.ts';
import { bucketOf, type Cause } from './cause.ts';
import type { ConnectionState } from './connectionState.ts';
import { createCooldowns } from './cooldowns.ts';
import { createGate, type Entry, type Gate, type Place } from './gate.ts';
import { createMaintenance } from './maintenance.ts';
import { createSession } from './session.ts';
import { createStore } from './store.ts';
import { createTabs } from './tabs.ts';

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
  /** Keeps a cooldown or the maintenance checks from going on by themselves: a cooldown for as long as the client lives. */
  readonly stop: (cause: Cause) => void;
  /**
   * The token, or the session behind the proxy, is new: what failed with a 401 is sent again, once it is known whether it still belongs to
   * the same person.
   */
  readonly reconnected: () => void;
}

/** What a request remembers of the moment when it left, so that its answer can say what it is about. */
export interface Departure {
  /** With which of the tokens so far it went. */
  readonly generation: number;
  /** By the clock that nobody can set, `performance.now()`. */
  readonly sentAt: number;
  /** Nobody waits for it. */
  readonly isBackground: boolean;
}

/** What the client alone may tell a connection. */
export interface ConnectionControl extends Connection {
  /** Why a request must not be sent now. */
  readonly blockedBy: (bucket: OperationType) => Cause | undefined;
  /** Waits until the budget has room for a request; `undefined`: look again whether it may be sent at all. */
  readonly enter: (bucket: OperationType, entry: Entry) => Promise<Place | undefined>;
  /** A request leaves now. */
  readonly departs: (isBackground: boolean) => Departure;
  readonly failed: (error: AnyCobaltError, departure: Departure) => void;
  readonly succeeded: (bucket: OperationType, path: string, departure: Departure) => void;
  /** There is no token that could be sent. */
  readonly sessionEnded: (isBackground: boolean) => void;
  /** A person asked for something while there is no session. */
  readonly sessionWanted: () => void;
  /** The app was asked for a token, and has answered. */
  readonly sessionAsked: () => void;
  readonly signedOut: () => void;
  /** The token turns out to be somebody else's. */
  readonly otherPerson: () => void;
}

/** What a connection has its client do. */
export interface ConnectionTasks {
  /** The base URL: what tabs tell each other is about it. */
  readonly scope: string;
  /**
   * One cheap request: resolves on a real 2xx, rejects with the typed error otherwise, and does not pass through `blockedBy`. It calls
   * back at the moment when it leaves.
   */
  readonly probe: (departs: () => void) => Promise<void>;
  /** Finds out whether the new token is another person's, as far as it can; `otherPerson` says so. Never rejects for the API's sake. */
  readonly comparePerson: () => void | Promise<void>;
  /** Asks the app for another token, where it said how. Never rejects. */
  readonly reauthenticate: (() => Promise<unknown>) | undefined;
}

/** Holds what one client knows of its connection. It sends nothing by itself but its tasks. */
export function createConnection({ scope, probe, ...tasks }: ConnectionTasks): ConnectionControl {
  const store = createStore({
    due: () => [
      ...cooldowns.due(),
      // The check is a read too, and waits with them.
      ...maintenance.due(getState().cooldown.read?.retryAt ?? 0, () => void check()),
    ],
    watched() {
      tabs.open();
      if (typeof window !== 'undefined') window.addEventListener('online', online);
      // The event may have come while nobody listened.
      if (!browserIsOffline()) online();
      return () => {
        tabs.close();
        if (typeof window !== 'undefined') window.removeEventListener('online', online);
      };
    },
  });
  const { getState, update } = store;
  const cooldowns = createCooldowns(store, (bucket) => gates[bucket].startAnew());
  const maintenance = createMaintenance(store);
  const session = createSession(store, tasks);
  const tabs = createTabs(scope, (bucket, retryAt) => {
    cooldowns.heard(bucket, retryAt);
    gates[bucket].wake();
  });
  const gates: Readonly<Record<OperationType, Gate>> = { read: gateOf('read'), write: gateOf('write') };
  let running: Promise<void> | undefined;

  function gateOf(bucket: OperationType): Gate {
    return createGate(bucket, {
      budget: (budget) => update({ budget: { ...getState().budget, [bucket]: budget } }),
      pacing: (pacing) => update({ pacing: { ...getState().pacing, [bucket]: pacing } }),
    });
  }

  // Who waits for the budget would wait in vain, and sees why instead.
  function wakeAll(): void {
    gates.read.wake();
    gates.write.wake();
  }

  function online(): void {
    if (getState().isOffline) void check();
  }

  function backOnline(): void {
    if (!getState().isOffline) return;
    update({ isOffline: false });
    store.resumed('offline');
  }

  function endSession(isBackground: boolean): void {
    session.end(isBackground);
    wakeAll();
  }

  function check(): Promise<void> {
    // What may not be sent finds nothing out. Something else stands in the way then, and says so itself.
    if (getState().session !== 'active') maintenance.end();
    if (getState().session !== 'active' || cooldowns.isHeld('read')) {
      if (!browserIsOffline()) backOnline();
      return Promise.resolve();
    }
    running ??= runProbe().finally(() => {
      running = undefined;
      // What became due meanwhile found a probe on its way that had left before.
      store.schedule();
    });
    return running;
  }

  async function runProbe(): Promise<void> {
    let departure = departs(true);
    maintenance.checking();
    try {
      await probe(() => {
        departure = departs(true);
      });
      session.accepted(departure.generation);
      maintenance.end();
      backOnline();
    } catch (error) {
      // A 401 is an answer of the API itself: it is back, and the session is what stands in the way now.
      const isBack = isCobaltError(error, 401);
      if (!isBack) maintenance.goesOn(isCobaltError(error, 503) ? error.retryAt : undefined);
      if (!isCobaltError(error)) throw error;
      // The probe's own path must not count among those that are down by themselves.
      failed(error, departure, '');
      if (isBack) maintenance.end();
      // Dropped or late, but the browser says that it is online: each request tells that by itself. No event would end it here.
      if (error.status !== undefined || !browserIsOffline()) backOnline();
    }
  }

  function departs(isBackground: boolean): Departure {
    return { generation: session.generation(), sentAt: performance.now(), isBackground };
  }

  function failed(
    error: AnyCobaltError,
    { generation, sentAt, isBackground }: Departure,
    path = error.path,
  ): void {
    // What was never sent is news of nothing.
    if (error.attempts === 0) return;
    if (error.kind === 'rate-limited') {
      const bucket = bucketOf(error);
      const moved = cooldowns.start(error, sentAt);
      if (moved !== undefined) tabs.tell(bucket, moved);
      gates[bucket].wake();
    } else if (error.kind === 'maintenance') {
      if (maintenance.start(path, error.retryAt)) wakeAll();
      else Object.assign(error, { isIsolated: true });
    } else if (error.kind === 'offline') {
      if (!getState().isOffline) update({ isOffline: true });
      wakeAll();
    } else if (error.kind === 'unauthenticated' && generation === session.generation()) {
      endSession(isBackground);
    }
  }

  return {
    getState,
    subscribe: store.subscribe,
    onResume: store.onResume,
    check,
    resume: cooldowns.end,
    stop(cause) {
      if (cause === 'maintenance') maintenance.stop();
      else if (cause === 'cooldown-read') cooldowns.stop('read');
      else if (cause === 'cooldown-write') cooldowns.stop('write');
    },
    reconnected: session.reconnected,
    blockedBy(bucket) {
      if (getState().isOffline && store.isWatched()) return 'offline';
      if (maintenance.isHeld()) return 'maintenance';
      if (getState().session !== 'active') return 'session';
      return cooldowns.isHeld(bucket) ? `cooldown-${bucket}` : undefined;
    },
    enter: (bucket, entry) => gates[bucket].enter(entry),
    departs,
    failed,
    succeeded(bucket, path, { generation, sentAt }) {
      session.accepted(generation);
      cooldowns.succeeded(bucket, sentAt);
      maintenance.succeeded(path, sentAt);
      backOnline();
    },
    sessionEnded: endSession,
    sessionWanted: session.wanted,
    sessionAsked: session.asked,
    otherPerson: () => update({ person: getState().person + 1 }),
    signedOut() {
      session.signedOut();
      wakeAll();
    },
  };
}
