import type { DastScan } from 'cobalt-react';
import { plain } from '../text/names.ts';

/** Nothing becomes of these until somebody does something. What this app does not know may change at any moment. */
const AT_REST: readonly string[] = ['completed', 'completed_with_errors', 'failed', 'canceled', 'paused'];

export function isUnderWay({ status }: DastScan): boolean {
  return !AT_REST.includes(plain(status));
}
