import type { OperationType } from '../errors/CobaltError.ts';
import type { BudgetState, PacingState } from './connectionState.ts';
import { createRateBudget, type Rate } from './rateBudget.ts';

/** What waits for its turn. */
export interface Entry {
  /** Makes room for what a person asked for. */
  readonly isBackground?: boolean | undefined;
  /** Somebody who holds a place already waits for it. */
  readonly isUrgent?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One place among the requests that may be on their way. Whoever got it gives it back with `end`. */
export interface Place {
  /** The answer's headers are there. */
  readonly answered: (rate: Rate) => void;
  /** Whether it left or not: the place is free. Calling it twice does nothing. */
  readonly end: (hasLeft: boolean) => void;
}

/** The one way out for all requests that count against the same limit. */
export interface Gate {
  /** Waits until a request may leave; `undefined`: look again whether it still should. */
  readonly enter: (entry: Entry) => Promise<Place | undefined>;
  /** Has everybody who waits look again. */
  readonly wake: () => void;
  /** A cooldown of this limit is over. */
  readonly startAnew: () => void;
}

export interface GateListener {
  readonly budget: (state: BudgetState | undefined) => void;
  readonly pacing: (state: PacingState | undefined) => void;
}

interface Waiting extends Entry {
  readonly leave: (place: Place | undefined) => void;
}

const SHOW_AFTER_MS = 1000;
const MAX_TIMER_MS = 60_000;

/** Waiting is measured by a clock that nobody can set; what is shown is a time of day. */
const clock = (): number => performance.now();
const timeOfDay = (at: number): number => Math.round(Date.now() + at - clock());

/** Lets requests leave as the budget allows, a person's before those of the background, each in the order of arrival. */
export function createGate(bucket: OperationType, tell: GateListener): Gate {
  const budget = createRateBudget(bucket);
  const urgent = new Set<Waiting>();
  const people = new Set<Waiting>();
  const background = new Set<Waiting>();
  const queues = [urgent, people, background];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let shownUntil: number | undefined;
  let reported: ReturnType<typeof budget.report>;

  function makePlace(): Place {
    const slot = budget.take(clock());
    let isFree = false;
    const answered = (rate: Rate): void => {
      if (slot.answeredAt !== undefined) return;
      budget.answered(slot, clock(), rate);
      report();
    };
    return {
      answered,
      end(hasLeft) {
        if (isFree) return;
        isFree = true;
        if (hasLeft) answered({});
        budget.free(slot);
        letOut();
      },
    };
  }

  function report(): void {
    const now = budget.report();
    if (now?.remaining === reported?.remaining && now?.until === reported?.until) return;
    reported = now;
    tell.budget(now && { ...now, until: timeOfDay(now.until) });
  }

  function letOut(): void {
    clearTimeout(timer);
    timer = undefined;
    for (;;) {
      const [next] = queues.find(({ size }) => size > 0) ?? [];
      if (!next) {
        waitingSince = undefined;
        show(undefined);
        return;
      }
      const now = clock();
      const at = next.isUrgent ? budget.nextUrgentAt(now) : budget.nextAt(now, next.isBackground === true);
      if (at > now) {
        wait(at, now);
        return;
      }
      next.leave(makePlace());
    }
  }

  function wait(at: number, now: number): void {
    // An answer calls by itself.
    if (at === Infinity) return;
    waitingSince ??= now;
    const showAt = waitingSince + SHOW_AFTER_MS;
    if (now >= showAt) show(at);
    const next = now < showAt ? Math.min(at, showAt) : at;
    timer = setTimeout(letOut, Math.min(Math.ceil(next - now), MAX_TIMER_MS));
  }

  function show(until: number | undefined): void {
    if (until === shownUntil) return;
    shownUntil = until;
    tell.pacing(
      until === undefined || waitingSince === undefined
        ? undefined
        : { since: timeOfDay(waitingSince), until: timeOfDay(until) },
    );
  }

  return {
    enter(entry) {
      const { signal, isUrgent, isBackground } = entry;
      const queue = isUrgent ? urgent : isBackground ? background : people;
      return new Promise((resolve) => {
        const aborted = (): void => {
          waiting.leave(undefined);
          letOut();
        };
        const waiting: Waiting = {
          ...entry,
          leave(place) {
            queue.delete(waiting);
            signal?.removeEventListener('abort', aborted);
            resolve(place);
          },
        };
        queue.add(waiting);
        signal?.addEventListener('abort', aborted, { once: true });
        letOut();
      });
    },
    wake() {
      for (const { leave } of queues.flatMap((queue) => [...queue])) leave(undefined);
      letOut();
    },
    startAnew() {
      budget.startAnew(clock());
      report();
      letOut();
    },
  };
}
