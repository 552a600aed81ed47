import type { Page } from '../client/envelope.ts';
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
import type { FindingAttachment } from './findings.ts';
import type { FindingState } from './findingStates.ts';
import type { Severity } from './severity.ts';

/** All texts are markdown of reviewers and hold live attack payloads: never render one as HTML. */
export interface EngagementFinding {
  /** `scrf_…` or `draf_…` */
  readonly id: string;
  readonly finding_type: 'secure_code_review_finding' | 'digital_risk_assessment_finding' | (string & {});
  readonly tag: string;
  readonly engagement_id: string;
  /** ISO 8601 */
  readonly created_at: string;
  readonly title: string;
  readonly description: string;
  readonly affected_resource: string;
  readonly proof_of_concept: string;
  readonly severity_description: string;
  readonly suggested_fix: string;
  readonly state: FindingState;
  readonly type_category: string;
  /** 0 to 5 */
  readonly impact: number;
  /** 0 to 5 */
  readonly likelihood: number;
  readonly severity: Severity | null;
  readonly attachments: readonly FindingAttachment[];
  /** Secure code review only. */
  readonly code_snippets?: unknown;
  /** Secure code review only. */
  readonly cvss_score?: string | number | null;
  /** Secure code review only. */
  readonly target_asset_id?: string;
  /** Digital risk assessment only. */
  readonly prerequisites?: string;
  /** The finding in Cobalt's web application. */
  readonly ui_url?: string;
}

type EngagementFindingSort = 'created_at' | 'impact' | 'likelihood' | 'severity' | 'state' | 'updated_at';

/** Which findings of engagements, in which order. */
export interface EngagementFindingListParams {
  /** `created_at` unless given. */
  readonly sort?: EngagementFindingSort | `-${EngagementFindingSort}`;
  /** Not documented for this list; sent if given. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** Which finding of an engagement, and its new state. */
export interface UpdateEngagementFindingStateParams {
  readonly id: string;
  readonly state: FindingState;
}

/** `GET /engagement_findings` */
export const listEngagementFindings = /* @__PURE__ */ defineList<
  EngagementFindingListParams,
  EngagementFinding
>({ name: 'listEngagementFindings', path: '/engagement_findings', hasLimit: false });

/** `GET /engagement_findings/{id}` */
export const getEngagementFinding = /* @__PURE__ */ defineRead<ById, EngagementFinding>({
  name: 'getEngagementFinding',
  path: '/engagement_findings/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
});

/** `PATCH /engagement_findings/{id}`. The documentation's text names another path; its example, which this follows, is right. */
export const updateEngagementFindingState: WriteDescriptor<
  UpdateEngagementFindingStateParams,
  EngagementFinding
> = {
  name: 'updateEngagementFindingState',
  method: 'PATCH',
  path: '/engagement_findings/{id}',
  answer: 'item',
  patches: ({ id, state }) => ({
    operations: [listEngagementFindings, getEngagementFinding],
    id,
    change: { state },
  }),
};

/**
 * One page of what secure code reviews and digital risk assessments found, `{ items, next, prev }`. Findings of pentests are
 * `useFindings`.
 *
 * @example
 * const { data } = useEngagementFindings({ sort: '-severity' });
 *
 * @see https://docs.cobalt.io/v2/#engagement-findings
 */
export function useEngagementFindings<Selected = Page<EngagementFinding>>(
  params?: Skippable<EngagementFindingListParams>,
  options?: ReadHookOptions<Page<EngagementFinding>, Selected>,
) {
  return useCobaltQuery(listEngagementFindings, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far. Cobalt chooses the page size.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteEngagementFindings();
 *
 * @see https://docs.cobalt.io/v2/#engagement-findings
 */
export function useInfiniteEngagementFindings<Selected = FlatPages<EngagementFinding>>(
  params?: Skippable<Omit<EngagementFindingListParams, 'cursor'>>,
  options?: InfiniteHookOptions<EngagementFinding, Selected>,
) {
  return useCobaltInfiniteQuery(listEngagementFindings, params, options);
}

/**
 * One finding of an engagement. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: finding } = useEngagementFinding('scrf_1');
 *
 * @see https://docs.cobalt.io/v2/#engagement-findings
 */
export function useEngagementFinding<Selected = EngagementFinding>(
  id: Skippable<ById>,
  options?: ReadHookOptions<EngagementFinding, Selected>,
) {
  return useCobaltQuery(getEngagementFinding, id, options);
}

/**
 * Moves a finding of an engagement to another state. Shown at once, taken back after a refusal, read again after a lost answer.
 *
 * @example
 * const update = useUpdateEngagementFindingState();
 * update.mutate({ id: 'scrf_1', state: 'check_fix' });
 *
 * @see https://docs.cobalt.io/v2/#engagement-findings
 */
export function useUpdateEngagementFindingState<OnMutateResult = unknown>(
  options?: WriteHookOptions<EngagementFinding, UpdateEngagementFindingStateParams, OnMutateResult>,
) {
  return useCobaltMutation(updateEngagementFindingState, options);
}
