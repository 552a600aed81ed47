import type { Store } from './store.ts';

/** From which part of its time a scan is said to be what. Cobalt's documentation names the statuses, and not how they follow. */
const STARTED_FROM = 0.2;
const FINISHING_FROM = 0.8;

/** Moves on the scans that were started in this mock; those that it began with stay as they are. */
export function moveScansOn(store: Store, now: number, scanMs: number): void {
  for (const [id, askedAt] of store.scansAsked) {
    const scan = store.rows('dastScans').find((row) => row.id === id);
    const startsAt = askedAt + STARTED_FROM * scanMs;
    if (scan === undefined || now < startsAt) continue;
    scan.started_at = new Date(startsAt).toISOString();
    scan.status = now < askedAt + FINISHING_FROM * scanMs ? 'started' : 'finishing_up';
    if (now < askedAt + scanMs) continue;
    scan.status = 'completed';
    scan.completed_at = new Date(askedAt + scanMs).toISOString();
    store.scansAsked.delete(id);
  }
}
