const SECOND = 1000;
const MINUTE = 60_000;
const LONGEST_TIMER_MS = 2_147_483_647;

interface Entry {
  readonly listener: () => void;
  /** Milliseconds until what this entry shows changes; `Infinity` when it never will again. */
  readonly untilChange: () => number;
}

const entries = new Set<Entry>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is left, rounded up as it is shown: in seconds below a minute, in whole minutes above. Never a stored counter. */
export function secondsShown(deadline: number): number {
  const left = Math.max(0, deadline - Date.now());
  const step = left > MINUTE ? MINUTE : SECOND;
  return (Math.ceil(left / step) * step) / SECOND;
}

/**
 * Calls back whenever the number shown for a deadline changes: one timer for everything on the page that waits, and none while the
 * page is hidden or nobody waits.
 */
export function watchDeadline(deadline: number, listener: () => void): () => void {
  return watch(listener, () => {
    const left = deadline - Date.now();
    if (left <= 0) return Infinity;
    const step = left > MINUTE ? MINUTE : SECOND;
    return left - (Math.ceil(left / step) - 1) * step;
  });
}

/** Calls back when a moment has come; in a page that was hidden then, as soon as it is seen again. */
export function watchMoment(at: number, listener: () => void): () => void {
  return watch(listener, () => (at > Date.now() ? at - Date.now() : Infinity));
}

function watch(listener: () => void, untilChange: () => number): () => void {
  const entry: Entry = { listener, untilChange };
  if (entries.size === 0) listen('addEventListener');
  entries.add(entry);
  schedule();
  return () => {
    entries.delete(entry);
    if (entries.size === 0) listen('removeEventListener');
    schedule();
  };
}

function listen(method: 'addEventListener' | 'removeEventListener'): void {
  document[method]('visibilitychange', catchUp);
  // A page that comes back from the back/forward cache was asleep.
  window[method]('pageshow', catchUp);
}

function catchUp(): void {
  if (!document.hidden) for (const { listener } of [...entries]) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  if (entries.size === 0 || document.hidden) return;
  const next = Math.min(...[...entries].map(({ untilChange }) => untilChange()));
  // Browsers cannot wait longer than 24 days.
  if (next < Infinity) timer = setTimeout(catchUp, Math.min(next, LONGEST_TIMER_MS));
}
