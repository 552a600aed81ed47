import type { Count } from '../pentests/counts.ts';

/** At least 1, so that a scale has a length. */
export function highest(counts: readonly Count[]): number {
  return Math.max(1, ...counts.map(({ count }) => count));
}

/** Words in a drawing do not wrap; the table has them whole. */
export function shorten(name: string, most: number): string {
  const letters = Math.max(3, Math.floor(most));
  return name.length <= letters ? name : `${name.slice(0, letters - 1)}…`;
}
