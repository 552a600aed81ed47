import type { Page } from '../client/envelope.ts';
import type { ById } from '../client/operation.ts';
import { defineList, defineRead, type Skippable } from '../query/descriptors.ts';
import type { FlatPages } from '../query/flattenPages.ts';
import { forgetMissing } from '../query/removeResource.ts';
import {
  type InfiniteHookOptions,
  type ReadHookOptions,
  useCobaltInfiniteQuery,
  useCobaltQuery,
} from '../query/useCobaltQuery.ts';

/** What the scanner looks at. */
export interface DastTarget {
  /** `dt_…` */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly enabled: boolean;
}

/** Which page of the scan targets. */
export interface DastTargetListParams {
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** `GET /dast/targets` */
export const listDastTargets = /* @__PURE__ */ defineList<DastTargetListParams, DastTarget>({
  name: 'listDastTargets',
  path: '/dast/targets',
});

/** `GET /dast/targets/{id}` */
export const getDastTarget = /* @__PURE__ */ defineRead<ById, DastTarget>({
  name: 'getDastTarget',
  path: '/dast/targets/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
});

/**
 * One page of the organization's scan targets, `{ items, next, prev }`.
 *
 * @example
 * const { data } = useDastTargets();
 *
 * @see https://docs.cobalt.io/v2/#dast-targets
 */
export function useDastTargets<Selected = Page<DastTarget>>(
  params?: Skippable<DastTargetListParams>,
  options?: ReadHookOptions<Page<DastTarget>, Selected>,
) {
  return useCobaltQuery(listDastTargets, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteDastTargets();
 *
 * @see https://docs.cobalt.io/v2/#dast-targets
 */
export function useInfiniteDastTargets<Selected = FlatPages<DastTarget>>(
  params?: Skippable<Omit<DastTargetListParams, 'cursor'>>,
  options?: InfiniteHookOptions<DastTarget, Selected>,
) {
  return useCobaltInfiniteQuery(listDastTargets, params, options);
}

/**
 * One scan target. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: target } = useDastTarget(scan?.target_id);
 *
 * @see https://docs.cobalt.io/v2/#dast-targets
 */
export function useDastTarget<Selected = DastTarget>(
  id: Skippable<ById>,
  options?: ReadHookOptions<DastTarget, Selected>,
) {
  return useCobaltQuery(getDastTarget, id, options);
}
