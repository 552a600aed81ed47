import type { AnyCobaltError } from '../errors/anyCobaltError.ts';

/** A part of the page that could not reach the API. */
interface Widget {
  readonly error: AnyCobaltError;
  readonly isRetrying: boolean;
  readonly retry: () => unknown;
}

export interface OutageState {
  /** One of theirs, while the banner speaks for all. */
  readonly error: AnyCobaltError | undefined;
  readonly isRetrying: boolean;
}

/** Widgets that could not reach the API: from the second on, one banner speaks for them all until none is left. */
export interface Outage {
  /** Also tells what has changed about a widget. */
  readonly join: (id: string, widget: Widget) => void;
  readonly leave: (id: string) => void;
  readonly retry: () => void;
  /** Once in an outage: what is reached again for one may be out of reach for another for good. */
  readonly retryByItself: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => OutageState;
}

export const NO_OUTAGE: OutageState = { error: undefined, isRetrying: false };

export function createOutage(): Outage {
  const widgets = new Map<string, Widget>();
  const listeners = new Set<() => void>();
  let state = NO_OUTAGE;
  let hasTried = false;

  function update(): void {
    const all = [...widgets.values()];
    const isShared = all.length > 1 || (state.error !== undefined && all.length > 0);
    const next = isShared
      ? { error: all.at(-1)?.error, isRetrying: all.some(({ isRetrying }) => isRetrying) }
      : NO_OUTAGE;
    if (!isShared) hasTried = false;
    if (next.error === state.error && next.isRetrying === state.isRetrying) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  function retryAll(): void {
    for (const { retry, isRetrying } of [...widgets.values()]) if (!isRetrying) retry();
  }

  return {
    join(id, widget) {
      widgets.set(id, widget);
      update();
    },
    leave(id) {
      widgets.delete(id);
      update();
    },
    retry() {
      hasTried = false;
      retryAll();
    },
    retryByItself() {
      if (hasTried) return;
      hasTried = true;
      retryAll();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getState: () => state,
  };
}
