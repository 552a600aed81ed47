const SECOND = 1000;
const MINUTE = 60_000;
const LONGEST_TIMER_MS = 2_147_483_647;

const deadlines = new Map<() => void, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is left, rounded up as it is shown: in seconds below a minute, in whole minutes above. Never a stored counter. */
export function secondsShown(deadline: number): number {
  const left = Math.max(0, deadline - Date.now());
  const step = left > MINUTE ? MINUTE : SECOND;
  return (Math.ceil(left / step) * step) / SECOND;
}

/**
 * Calls back whenever the number shown for a deadline changes: one timer for every countdown on the page, and none while the page
 * is hidden or nobody counts.
 */
export function watchDeadline(deadline: number, listener: () => void): () => void {
  // Two countdowns may share a function, never a subscription.
  const entry = (): void => {
    listener();
  };
  if (deadlines.size === 0) listen('addEventListener');
  deadlines.set(entry, deadline);
  schedule();
  return () => {
    deadlines.delete(entry);
    if (deadlines.size === 0) listen('removeEventListener');
    schedule();
  };
}

/** Calls back once, when a moment has come. */
export function watchMoment(at: number, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    const left = at - Date.now();
    // Browsers wake up a little early, and cannot wait longer than 24 days.
    if (left > 0) timer = setTimeout(wait, Math.min(left, LONGEST_TIMER_MS));
    else listener();
  };
  wait();
  return () => {
    clearTimeout(timer);
  };
}

function listen(method: 'addEventListener' | 'removeEventListener'): void {
  document[method]('visibilitychange', catchUp);
  // A page that comes back from the back/forward cache was asleep.
  window[method]('pageshow', catchUp);
}

function catchUp(): void {
  if (!document.hidden) for (const listener of [...deadlines.keys()]) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  if (deadlines.size === 0 || document.hidden) return;
  const next = Math.min(...[...deadlines.values()].map(untilChange));
  if (next < Infinity) timer = setTimeout(catchUp, next);
}

function untilChange(deadline: number): number {
  const left = deadline - Date.now();
  if (left <= 0) return Infinity;
  const step = left > MINUTE ? MINUTE : SECOND;
  return left - (Math.ceil(left / step) - 1) * step;
}
