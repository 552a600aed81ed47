import { DAY_MS } from './calendar.ts';
import type { MockDastTarget } from './dastTargets.ts';
import type { MockOrganization } from './organizations.ts';
import type { Random } from './random.ts';
import { ownedBy, spread } from './spread.ts';

/** One run of the scanner. A scan that waits has no `started_at`, one that runs no `completed_at`. */
export interface MockDastScan {
  id: string;
  target_id: string;
  status: string;
  started_at: string | null;
  completed_at: string | null;
}

/** A run that is planned. No operation lists them. */
export interface MockDastScheduledScan {
  id: string;
  target_id: string;
  date_time: string;
  recurrence: string | null;
}

export const RECURRENCES: readonly [string, ...string[]] = ['WEEKLY', 'MONTHLY', 'QUARTERLY'];

/** How many scans each organization has: 54 in all. */
const SCANS_PER_ORGANIZATION = [40, 10, 4];

// More than one is completed: most scans of a real organization are.
const STATUSES = [
  'completed',
  'completed',
  'started',
  'completed_with_errors',
  'queued',
  'completed',
  'failed',
  'canceled',
  'canceling',
  'paused',
  'pausing',
  'resuming',
  'under_review',
  'finishing_up',
] as const;
const OVER = ['completed', 'completed_with_errors', 'failed', 'canceled'];
const LAST_SCAN = Date.UTC(2026, 5, 30, 3);

export function seedDastScans(
  random: Random,
  organizations: readonly MockOrganization[],
  targets: readonly MockDastTarget[],
  owners: Map<string, string>,
): MockDastScan[] {
  return spread(organizations, SCANS_PER_ORGANIZATION, owners, (organization, i): MockDastScan | null => {
    const own = ownedBy(targets, organization, owners);
    const target = own[i % own.length];
    if (target === undefined) return null;
    const status = STATUSES[i % STATUSES.length] ?? 'completed';
    const started = LAST_SCAN - i * 3 * DAY_MS - random.int(0, DAY_MS);
    const completed = started + random.int(20 * 60_000, 6 * 60 * 60_000);
    return {
      id: random.id('dsc_'),
      target_id: target.id,
      status,
      started_at: status === 'queued' ? null : new Date(started).toISOString(),
      completed_at: OVER.includes(status) ? new Date(completed).toISOString() : null,
    };
  });
}

/** One for every fourth target. */
export function seedDastScheduledScans(
  random: Random,
  targets: readonly MockDastTarget[],
  owners: Map<string, string>,
): MockDastScheduledScan[] {
  return targets
    .filter((_, i) => i % 4 === 0)
    .map((target, i) => {
      const id = random.id('dsc_');
      owners.set(id, owners.get(target.id) ?? '');
      return {
        id,
        target_id: target.id,
        date_time: new Date(LAST_SCAN + (i + 1) * 7 * DAY_MS).toISOString(),
        recurrence: i % 4 === 3 ? null : (RECURRENCES[i % 4] ?? null),
      };
    });
}
