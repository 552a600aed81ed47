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
import type { FindingState } from './findingStates.ts';
import { getPentestReport } from './pentests.ts';
import type { Severity } from './severity.ts';

/** All texts are markdown of pentesters and hold live attack payloads: never render one as HTML. */
export interface Finding {
  /** `vl_…` */
  readonly id: string;
  /** What people call it, e.g. `#PT3334_37`. */
  readonly tag: string;
  readonly title: string;
  readonly description: string;
  readonly type_category: string;
  readonly labels: readonly { readonly name: string }[];
  /** 1 to 5 */
  readonly impact: number | null;
  /** 1 to 5 */
  readonly likelihood: number | null;
  /** From impact × likelihood; `null` until both are set. */
  readonly severity: Severity | null;
  readonly affected_targets: readonly string[];
  readonly proof_of_concept: string | null;
  readonly severity_justification: string | null;
  readonly suggested_fix: string;
  readonly prerequisites: string | null;
  readonly http_request: string | null;
  readonly pentest_id: string;
  readonly asset_id: string;
  readonly log: readonly FindingLogEntry[];
  readonly state: FindingState;
  /** ISO 8601 */
  readonly created_at: string;
  /** ISO 8601 */
  readonly updated_at: string;
  readonly attachments: readonly FindingAttachment[];
  readonly cvsss: readonly CvssScore[];
  /** The finding that this one was carried over from. */
  readonly predecessor_id: string | null;
  /** The finding that this one was carried over to. */
  readonly successor_id: string | null;
  /** The finding in Cobalt's web application. */
  readonly ui_url?: string;
}

/** What happened to a finding, and when. */
export interface FindingLogEntry {
  readonly action: 'created' | 'impact_changed' | 'likelihood_changed' | 'state_changed' | (string & {});
  readonly value?: unknown;
  /** ISO 8601 */
  readonly timestamp: string;
}

/** A file of a finding; the images in its texts are among them. */
export interface FindingAttachment {
  /** `at_…` */
  readonly id: string;
  readonly file_name: string;
  /** Good for 10 minutes. */
  readonly download_url: string;
}

/** One CVSS score of a finding. */
export interface CvssScore {
  readonly score: number;
  readonly severity: string;
  readonly vector: string;
  readonly version: string;
}

/** How images stand in a finding's texts: as markdown, or as a token to look up in `attachments`. */
type ImageFormat = { readonly image_attachments_render_format?: 'markdown' | 'token' };

type FindingSort = 'severity' | 'impact' | 'state' | 'created_at' | 'updated_at';

/** Which findings, in which order. A value that Cobalt does not know gives an empty list, not an error. */
export interface FindingListParams extends ImageFormat {
  /** A pentest's id. */
  readonly pentest?: string | undefined;
  /** An asset's id. */
  readonly asset?: string | undefined;
  readonly state?: FindingState | undefined;
  readonly severity?: Severity | undefined;
  /** Findings that have all of these labels. */
  readonly labels_contains_all?: readonly string[] | undefined;
  /** ISO 8601 */
  readonly created_at_gte?: string | undefined;
  /** ISO 8601 */
  readonly created_at_lte?: string | undefined;
  /** ISO 8601 */
  readonly updated_at_gte?: string | undefined;
  /** ISO 8601 */
  readonly updated_at_lte?: string | undefined;
  readonly sort?: FindingSort | `-${FindingSort}`;
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** Where a finding stands, and where it may go from there. */
export interface PossibleStates {
  readonly current_state: FindingState;
  readonly possible_states: readonly FindingState[];
}

/** Which finding, and its new state: one of its `possible_states`. */
export interface UpdateFindingStateParams {
  readonly id: string;
  readonly state: FindingState;
}

/** `GET /findings` */
export const listFindings = /* @__PURE__ */ defineList<FindingListParams, Finding>({
  name: 'listFindings',
  path: '/findings',
});

/** `GET /findings/{id}` */
export const getFinding = /* @__PURE__ */ defineRead<ById<ImageFormat>, Finding>({
  name: 'getFinding',
  path: '/findings/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
});

/** `GET /findings/{id}/possible_states` */
export const getFindingPossibleStates = /* @__PURE__ */ defineRead<ById, PossibleStates>({
  name: 'getFindingPossibleStates',
  path: '/findings/{id}/possible_states',
  answer: 'item',
});

/** `PATCH /findings/{id}` */
export const updateFindingState: WriteDescriptor<UpdateFindingStateParams, undefined> = {
  name: 'updateFindingState',
  method: 'PATCH',
  path: '/findings/{id}',
  answer: 'none',
  stale: ({ id }) => [
    { operation: getFinding, params: { id } },
    { operation: getFindingPossibleStates, params: { id } },
    // It counts findings by state; which pentest's it is, only the finding itself knows.
    { operation: getPentestReport },
  ],
  patches: ({ id, state }) => ({ operations: [listFindings, getFinding], id, change: { state } }),
};

/**
 * One page of the organization's findings, `{ items, next, prev }`. For an endless list use `useInfiniteFindings`.
 *
 * @example
 * const { data } = useFindings({ state: 'need_fix', severity: 'critical', sort: '-updated_at' });
 *
 * @see https://docs.cobalt.io/v2/#findings
 */
export function useFindings<Selected = Page<Finding>>(
  params?: Skippable<FindingListParams>,
  options?: ReadHookOptions<Page<Finding>, Selected>,
) {
  return useCobaltQuery(listFindings, params, options);
}

/**
 * The organization's findings page by page; `data.items` is the flat list so far. `limit` is 100 unless given.
 *
 * @example
 * const { data, fetchNextPage, hasNextPage } = useInfiniteFindings({ severity: 'high' });
 *
 * @see https://docs.cobalt.io/v2/#findings
 */
export function useInfiniteFindings<Selected = FlatPages<Finding>>(
  params?: Skippable<Omit<FindingListParams, 'cursor'>>,
  options?: InfiniteHookOptions<Finding, Selected>,
) {
  return useCobaltInfiniteQuery(listFindings, params, options);
}

/**
 * One finding. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: finding } = useFinding('vl_1');
 *
 * @see https://docs.cobalt.io/v2/#findings
 */
export function useFinding<Selected = Finding>(
  id: Skippable<ById<ImageFormat>>,
  options?: ReadHookOptions<Finding, Selected>,
) {
  return useCobaltQuery(getFinding, id, options);
}

/**
 * The states that a finding may be moved to now. Ask before offering a choice: Cobalt refuses every other state with a 422.
 *
 * @example
 * const { data } = useFindingPossibleStates('vl_1');
 * const choices = data?.possible_states ?? [];
 *
 * @see https://docs.cobalt.io/v2/#findings
 */
export function useFindingPossibleStates<Selected = PossibleStates>(
  id: Skippable<ById>,
  options?: ReadHookOptions<PossibleStates, Selected>,
) {
  return useCobaltQuery(getFindingPossibleStates, id, options);
}

/**
 * Moves a finding to another state. Shown at once wherever the finding is cached; after a refusal it is taken back; after a lost
 * answer the finding is read again, and what is true is shown.
 *
 * @example
 * const update = useUpdateFindingState();
 * update.mutate({ id: 'vl_1', state: 'check_fix' });
 *
 * @see https://docs.cobalt.io/v2/#findings
 */
export function useUpdateFindingState<OnMutateResult = unknown>(
  options?: WriteHookOptions<undefined, UpdateFindingStateParams, OnMutateResult>,
) {
  return useCobaltMutation(updateFindingState, options);
}
