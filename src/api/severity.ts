/** Open: a value that Cobalt adds later is kept and shown. */
export type Severity = 'informational' | 'low' | 'medium' | 'high' | 'critical' | (string & {});

const ORDER: readonly string[] = ['informational', 'low', 'medium', 'high', 'critical'];

/**
 * Orders severities from informational to critical, for `sort`; what is unknown or not set yet comes before all. Also for findings of the
 * scanner.
 *
 * @example
 * findings.toSorted((a, b) => compareSeverity(b.severity, a.severity)); // critical first
 */
export function compareSeverity(
  one: Severity | null | undefined,
  other: Severity | null | undefined,
): number {
  return ORDER.indexOf(one ?? '') - ORDER.indexOf(other ?? '');
}

/**
 * Cobalt's severity for an impact and a likelihood from 1 to 5: their product, from informational (1) to critical (25). `null` until both
 * are set.
 *
 * @example
 * severityOf(5, 4); // 'high'
 */
export function severityOf(impact: number | null, likelihood: number | null): Severity | null {
  if (!impact || !likelihood) return null;
  const risk = impact * likelihood;
  if (risk >= 25) return 'critical';
  if (risk >= 16) return 'high';
  if (risk >= 5) return 'medium';
  return risk >= 2 ? 'low' : 'informational';
}
