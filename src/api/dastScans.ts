import type { Page } from '../client/envelope.ts';
import { idempotencyKeys } from '../client/idempotency.ts';
import type { ById } from '../client/operation.ts';
import { defineList, defineRead, type Skippable, type WriteDescriptor } from '../query/descriptors.ts';
import type { FlatPages } from '../query/flattenPages.ts';
import { forgetMissing } from '../query/removeResource.ts';
import { useCobaltMutation, type WriteHookOptions } from '../query/useCobaltMutation.ts';
import {
  type InfiniteHookOptions,
  type ReadHookOptions,
  useCobaltInfiniteQuery,
  useCobaltQuery,
} from '../query/useCobaltQuery.ts';

/** Open: a value that Cobalt adds later is kept and shown. */
export type DastScanStatus =
  | 'canceled'
  | 'canceling'
  | 'completed'
  | 'completed_with_errors'
  | 'failed'
  | 'paused'
  | 'pausing'
  | 'queued'
  | 'resuming'
  | 'started'
  | 'under_review'
  | 'finishing_up'
  | (string & {});

/** One run of the scanner over a target. */
export interface DastScan {
  /** `dsc_…` */
  readonly id: string;
  readonly target_id: string;
  readonly status: DastScanStatus;
  /** ISO 8601 */
  readonly started_at: string | null;
  /** ISO 8601 */
  readonly completed_at: string | null;
}

/** A scan that is planned, once or again and again. */
export interface ScheduledDastScan {
  readonly id: string;
  readonly target_id: string;
  /** ISO 8601 */
  readonly date_time: string;
  readonly recurrence: DastScanRecurrence | null;
}

/** How often a planned scan runs again. Open: a value that Cobalt adds later is kept and shown. */
export type DastScanRecurrence = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | (string & {});

/** Which scans. */
export interface DastScanListParams {
  /** A target's id. */
  readonly target?: string | undefined;
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** Which target to scan now. */
export interface StartDastScanParams {
  readonly target_id: string;
}

/** Which target to scan, when, and how often. */
export interface ScheduleDastScanParams {
  readonly target_id: string;
  /** ISO 8601 */
  readonly date_time: string;
  /** Once unless given. */
  readonly recurrence?: DastScanRecurrence | undefined;
}

/** `GET /dast/scans` */
export const listDastScans = /* @__PURE__ */ defineList<DastScanListParams, DastScan>({
  name: 'listDastScans',
  path: '/dast/scans',
});

/** `GET /dast/scans/{id}` */
export const getDastScan = /* @__PURE__ */ defineRead<ById, DastScan>({
  name: 'getDastScan',
  path: '/dast/scans/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
});

/** `POST /dast/targets/{target_id}/scans`. The documentation's text names another path; its example, which this follows, is right. */
export const startDastScan: WriteDescriptor<StartDastScanParams, DastScan> = {
  name: 'startDastScan',
  method: 'POST',
  path: '/dast/targets/{target_id}/scans',
  answer: 'item',
  creates: idempotencyKeys,
  stale: () => [{ operation: listDastScans }],
};

/** `POST /dast/targets/{target_id}/scheduled_scans`. No operation lists scheduled scans, so nothing goes stale. */
export const scheduleDastScan: WriteDescriptor<ScheduleDastScanParams, ScheduledDastScan> = {
  name: 'scheduleDastScan',
  method: 'POST',
  path: '/dast/targets/{target_id}/scheduled_scans',
  answer: 'item',
  creates: idempotencyKeys,
};

/**
 * One page of the organization's scans, `{ items, next, prev }`.
 *
 * @example
 * const { data } = useDastScans({ target: 'dt_1' }, { refetchInterval: 10_000 });
 *
 * @see https://docs.cobalt.io/v2/#dast-scans
 */
export function useDastScans<Selected = Page<DastScan>>(
  params?: Skippable<DastScanListParams>,
  options?: ReadHookOptions<Page<DastScan>, Selected>,
) {
  return useCobaltQuery(listDastScans, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteDastScans({ target: 'dt_1' });
 *
 * @see https://docs.cobalt.io/v2/#dast-scans
 */
export function useInfiniteDastScans<Selected = FlatPages<DastScan>>(
  params?: Skippable<Omit<DastScanListParams, 'cursor'>>,
  options?: InfiniteHookOptions<DastScan, Selected>,
) {
  return useCobaltInfiniteQuery(listDastScans, params, options);
}

/**
 * One scan. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: scan } = useDastScan('dsc_1');
 *
 * @see https://docs.cobalt.io/v2/#dast-scans
 */
export function useDastScan<Selected = DastScan>(
  id: Skippable<ById>,
  options?: ReadHookOptions<DastScan, Selected>,
) {
  return useCobaltQuery(getDastScan, id, options);
}

/**
 * Starts a scan of a target now, and refreshes lists of scans. Trying again with the same object cannot start a second one.
 *
 * @example
 * const start = useStartDastScan();
 * start.mutate({ target_id: 'dt_1' });
 *
 * @see https://docs.cobalt.io/v2/#dast-scans
 */
export function useStartDastScan<OnMutateResult = unknown>(
  options?: WriteHookOptions<DastScan, StartDastScanParams, OnMutateResult>,
) {
  return useCobaltMutation(startDastScan, options);
}

/**
 * Has a target scanned at a time, once or again and again. What is scheduled cannot be listed by this API.
 *
 * @example
 * const schedule = useScheduleDastScan();
 * schedule.mutate({ target_id: 'dt_1', date_time: '2026-12-01T06:00:00Z', recurrence: 'WEEKLY' });
 *
 * @see https://docs.cobalt.io/v2/#dast-scans
 */
export function useScheduleDastScan<OnMutateResult = unknown>(
  options?: WriteHookOptions<ScheduledDastScan, ScheduleDastScanParams, OnMutateResult>,
) {
  return useCobaltMutation(scheduleDastScan, options);
}
