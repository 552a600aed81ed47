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

/** Open: a value that Cobalt adds later is kept and shown. */
export type EngagementType = 'secure_code_review' | 'digital_risk_assessment' | (string & {});

/** Open: a value that Cobalt adds later is kept and shown. */
export type EngagementState =
  | 'draft'
  | 'in_review'
  | 'planned'
  | 'live'
  | 'remediation'
  | 'closed'
  | 'cancelled'
  | (string & {});

/** A secure code review or a digital risk assessment. What only one of the two has is left out in the other. */
export interface Engagement {
  /** `scr_…` or `dra_…` */
  readonly id: string;
  readonly engagement_type: EngagementType;
  readonly tag: string;
  readonly title: string;
  readonly methodology: string;
  readonly state: EngagementState;
  /** As Cobalt writes it: `May 17 2024`. */
  readonly start_date: string | null;
  /** As Cobalt writes it: `May 17 2024`. */
  readonly end_date: string | null;
  readonly asset_public_ids: readonly string[];
  /** A single engagement only. */
  readonly objectives?: string;
  /** A single secure code review only. */
  readonly application_details?: string;
  /** A single secure code review only. */
  readonly approach?: string;
  /** A single digital risk assessment only. */
  readonly activities?: string;
  /** The engagement in Cobalt's web application. */
  readonly ui_url?: string;
}

type EngagementSort = 'created_at' | 'end_date' | 'start_date' | 'state' | 'updated_at';

/** In which order. Cobalt documents no `limit` for this list: none is sent unless you give one. */
export interface EngagementListParams {
  /** `created_at` unless given. */
  readonly sort?: EngagementSort | `-${EngagementSort}`;
  /** Not documented for this list; sent if given. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** `GET /engagements` */
export const listEngagements = /* @__PURE__ */ defineList<EngagementListParams, Engagement>({
  name: 'listEngagements',
  path: '/engagements',
  hasLimit: false,
});

/** `GET /engagements/{id}` */
export const getEngagement = /* @__PURE__ */ defineRead<ById, Engagement>({
  name: 'getEngagement',
  path: '/engagements/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
});

/**
 * One page of the organization's secure code reviews and digital risk assessments, `{ items, next, prev }`.
 *
 * @example
 * const { data } = useEngagements({ sort: '-start_date' });
 *
 * @see https://docs.cobalt.io/v2/#engagements
 */
export function useEngagements<Selected = Page<Engagement>>(
  params?: Skippable<EngagementListParams>,
  options?: ReadHookOptions<Page<Engagement>, Selected>,
) {
  return useCobaltQuery(listEngagements, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far. Cobalt chooses the page size.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteEngagements();
 *
 * @see https://docs.cobalt.io/v2/#engagements
 */
export function useInfiniteEngagements<Selected = FlatPages<Engagement>>(
  params?: Skippable<Omit<EngagementListParams, 'cursor'>>,
  options?: InfiniteHookOptions<Engagement, Selected>,
) {
  return useCobaltInfiniteQuery(listEngagements, params, options);
}

/**
 * One engagement, with what only a single one carries. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: engagement } = useEngagement('scr_1');
 *
 * @see https://docs.cobalt.io/v2/#engagements
 */
export function useEngagement<Selected = Engagement>(
  id: Skippable<ById>,
  options?: ReadHookOptions<Engagement, Selected>,
) {
  return useCobaltQuery(getEngagement, id, options);
}
