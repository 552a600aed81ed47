// An answer that asks for more than a day is a mistake, not a wait.
const LONGEST_MS = 86_400_000;

/**
 * When to try again, from `Retry-After` (seconds or HTTP date), in milliseconds since the epoch. `undefined` when the header is
 * missing, unreadable or past. A date is measured against the answer's own `Date`, so that a wrong clock here changes nothing.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  // Engines read a date into almost any text with a number in it. One of HTTP has a time of day.
  if (!/^\d+$|\d\d:\d\d:\d\d/.test(value)) return undefined;
  const date = headers.get('date');
  const waitMs = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - ((date ? Date.parse(date) : Number.NaN) || now);
  return waitMs > 0 ? now + Math.min(waitMs, LONGEST_MS) : undefined;
}
