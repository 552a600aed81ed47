/** In characters. */
const LONGEST = 50_000;

/**
 * What a markdown parser looks for the end of, from each beginning anew: emphasis, and HTML that never ends. Tens of thousands of
 * them hold a page for a minute; no report has as many.
 */
const BEGINNINGS: readonly [pattern: RegExp, most: number][] = [
  [/[*_~]+/g, 5000],
  [/<[!?]/g, 500],
];

/** One line that opens more quotes and lists than can be shown inside of each other. */
const DEEP_LINE = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s))){51}/m;

/** Whether a text would take a markdown parser out of all proportion to what it says. */
export function isCostly(text: string): boolean {
  return (
    text.length > LONGEST ||
    DEEP_LINE.test(text) ||
    BEGINNINGS.some(([pattern, most]) => (text.match(pattern)?.length ?? 0) > most)
  );
}
