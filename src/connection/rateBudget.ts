import type { OperationType } from '../errors/CobaltError.ts';

/** What an answer said of the limit that it counted against. */
export interface Rate {
  readonly limit?: number | undefined;
  readonly remaining?: number | undefined;
}

/** One request of ours, from the moment it may leave. */
export interface Slot {
  readonly window: number;
  /** By the clock that is passed in. */
  answeredAt: number | undefined;
}

const WINDOW_MS = 60_000;
const LIMITS: Readonly<Record<OperationType, number>> = { read: 100, write: 20 };

/** How many may be on their way while nobody said how many are left: as many can be refused at the worst. */
const FEW = 6;

/** Of what is left, so much is kept for what a person asks for. It melts away until the window ends. */
const RESERVE = 0.2;
const LOW = 0.1;

/** After a wait one request tries alone, but for no longer than this. */
const TRY_MS = 2000;
/** In the minute after a wait all leave one behind the other. */
const GAP_MS = 20;

/** Says when a request may leave, so that none is refused. It neither waits nor looks at a clock. */
export interface RateBudget {
  /** From when on the next one may leave; `Infinity`: not before an answer has come. */
  readonly nextAt: (now: number, isBackground: boolean) => number;
  /** The same for what others wait for while they hold a slot: as if nothing else were on its way. */
  readonly nextUrgentAt: (now: number) => number;
  readonly take: (now: number) => Slot;
  /** An answer came, or nothing will. */
  readonly answered: (slot: Slot, now: number, rate: Rate) => void;
  /** Another may be on its way instead. */
  readonly free: (slot: Slot) => void;
  /** A cooldown is over: a new window, which one request tries before the others follow. */
  readonly startAnew: (now: number) => void;
  readonly report: () => { limit: number; remaining: number; isLow: boolean; until: number } | undefined;
}

/**
 * One of the user's two limits as far as a client can know it. Cobalt counts in fixed windows of a minute whose phase it does not tell, and
 * other tools of the same user count too. So two bounds hold, both from the moment when answers came, since a request is counted
 * before its answer: no more than the limit of our own within any minute, and no more than the least that any answer of this window left.
 */
export function createRateBudget(bucket: OperationType): RateBudget {
  let limit = LIMITS[bucket];
  let left = limit;
  let window = 0;
  let windowEnd: number | undefined;
  let slots: Slot[] = [];
  let inFlight = 0;
  let isTold = false;
  let triesUntil = -Infinity;
  let pacedUntil = -Infinity;
  let lastLeftAt = -Infinity;

  function beginWindow(): void {
    window += 1;
    windowEnd = undefined;
    // Others may have taken theirs already, and what is on its way may be counted in this one.
    isTold = false;
    left = limit - inFlight;
  }

  // The nearer the end, the fewer are on their way when somebody else takes the last one.
  function mostInFlight(): number {
    return isTold ? Math.max(1, Math.floor(left / (FEW - 1))) : FEW;
  }

  function budgetAt(now: number, isBackground: boolean): number {
    if (windowEnd !== undefined && now >= windowEnd) beginWindow();
    slots = slots.filter(({ answeredAt }) => answeredAt === undefined || now < answeredAt + WINDOW_MS);
    const ofWindow = left > 0 ? now : (windowEnd ?? Infinity);
    const reserve = isBackground && bucket === 'read' ? limit * RESERVE : 0;
    const ofReserve =
      reserve > 0 && left > 0 && left <= reserve ? (windowEnd ?? now) - (left / reserve) * WINDOW_MS : now;
    // An answer of this window counts them better.
    const oldest = isTold ? undefined : slots[slots.length - limit];
    const ofOwn = oldest ? (oldest.answeredAt ?? Infinity) + WINDOW_MS : now;
    return Math.max(ofWindow, ofReserve, ofOwn, now < pacedUntil ? lastLeftAt + GAP_MS : now);
  }

  return {
    nextAt(now, isBackground) {
      if (inFlight >= mostInFlight()) return Infinity;
      return inFlight > 0 && now < triesUntil ? triesUntil : budgetAt(now, isBackground);
    },
    nextUrgentAt: (now) => budgetAt(now, false),
    take(now) {
      const slot: Slot = { window, answeredAt: undefined };
      slots.push(slot);
      inFlight += 1;
      left -= 1;
      lastLeftAt = now;
      return slot;
    },
    answered(slot, now, { limit: told, remaining }) {
      slot.answeredAt = now;
      if (told !== undefined && told > 0 && told !== limit) {
        left += told - limit;
        limit = told;
      }
      if (remaining !== undefined && slot.window === window) {
        isTold = true;
        // Some servers count in several places: the least is what can be relied on.
        left = Math.min(left, remaining);
      }
      windowEnd ??= now + WINDOW_MS;
    },
    free(slot) {
      inFlight -= 1;
      triesUntil = -Infinity;
      if (slot.answeredAt !== undefined) return;
      // It never left.
      slots = slots.filter((other) => other !== slot);
      left += 1;
    },
    startAnew(now) {
      slots = slots.filter(({ answeredAt }) => answeredAt === undefined);
      beginWindow();
      triesUntil = now + TRY_MS;
      pacedUntil = now + WINDOW_MS;
    },
    report: () =>
      isTold && windowEnd !== undefined
        ? { limit, remaining: Math.max(0, left), isLow: left <= limit * LOW, until: windowEnd }
        : undefined,
  };
}
