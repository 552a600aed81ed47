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

/** One type, whichever form the API sent: it documents 10, 20 and 30, and shows a string in its example. Open. */
export type DastSeverity = 'low' | 'medium' | 'high' | (string & {});

/** Open: a value that Cobalt adds later is kept and shown. */
export type DastFindingState =
  | 'invalid'
  | 'need_fix'
  | 'wont_fix'
  | 'valid_fix'
  | 'check_fix'
  | (string & {});

/** Texts and exchanges hold live attack payloads: never render one as HTML. */
export interface DastFinding {
  /** `dfi_…` */
  readonly id: string;
  readonly target_id: string;
  readonly scan_ids: readonly string[];
  readonly title: string;
  /** ISO 8601 */
  readonly last_found_at: string;
  readonly severity: DastSeverity;
  readonly state: DastFindingState;
  readonly affected_url: string;
  readonly description: string;
  readonly proof_of_concept: string;
  readonly suggested_fix: string;
  readonly http_exchanges: readonly { readonly request: string; readonly response: string }[];
}

/** Which findings of the scanner. */
export interface DastFindingListParams {
  /** A target's id. */
  readonly target?: string | undefined;
  /** A scan's id. */
  readonly scan?: string | undefined;
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** Which finding of the scanner, and its new state: `invalid`, `wont_fix` or `need_fix`. */
export interface UpdateDastFindingStateParams {
  readonly id: string;
  /** The only three that a person may set. */
  readonly state: 'invalid' | 'wont_fix' | 'need_fix';
}

const SEVERITIES: ReadonlyMap<string, DastSeverity> = /* @__PURE__ */ new Map([
  ['10', 'low'],
  ['20', 'medium'],
  ['30', 'high'],
]);

function withNamedSeverity(finding: Record<string, unknown>): Record<string, unknown> {
  const { severity } = finding;
  // Another number becomes its digits; what is no severity at all stays what it is.
  if (typeof severity !== 'string' && typeof severity !== 'number') return finding;
  return { ...finding, severity: SEVERITIES.get(String(severity)) ?? String(severity) };
}

/** `GET /dast/findings` */
export const listDastFindings = /* @__PURE__ */ defineList<DastFindingListParams, DastFinding>({
  name: 'listDastFindings',
  path: '/dast/findings',
  convert: withNamedSeverity,
});

/** `GET /dast/findings/{id}` */
export const getDastFinding = /* @__PURE__ */ defineRead<ById, DastFinding>({
  name: 'getDastFinding',
  path: '/dast/findings/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
  convert: withNamedSeverity,
});

/** `POST /dast/findings/{id}/retest` */
export const retestDastFinding: WriteDescriptor<ById, undefined> = {
  name: 'retestDastFinding',
  method: 'POST',
  path: '/dast/findings/{id}/retest',
  answer: 'none',
  creates: idempotencyKeys,
  stale: (params) => [
    { operation: getDastFinding, params: typeof params === 'string' ? { id: params } : { id: params.id } },
    { operation: listDastFindings },
  ],
};

/** `PATCH /dast/findings/{id}` */
export const updateDastFindingState: WriteDescriptor<UpdateDastFindingStateParams, DastFinding> = {
  name: 'updateDastFindingState',
  method: 'PATCH',
  path: '/dast/findings/{id}',
  answer: 'item',
  convert: withNamedSeverity,
  patches: ({ id, state }) => ({ operations: [listDastFindings, getDastFinding], id, change: { state } }),
};

/**
 * One page of what the scanner found, `{ items, next, prev }`. Findings of pentests are `useFindings`.
 *
 * @example
 * const { data } = useDastFindings({ target: 'dt_1' });
 *
 * @see https://docs.cobalt.io/v2/#dast-findings
 */
export function useDastFindings<Selected = Page<DastFinding>>(
  params?: Skippable<DastFindingListParams>,
  options?: ReadHookOptions<Page<DastFinding>, Selected>,
) {
  return useCobaltQuery(listDastFindings, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteDastFindings({ scan: 'dsc_1' });
 *
 * @see https://docs.cobalt.io/v2/#dast-findings
 */
export function useInfiniteDastFindings<Selected = FlatPages<DastFinding>>(
  params?: Skippable<Omit<DastFindingListParams, 'cursor'>>,
  options?: InfiniteHookOptions<DastFinding, Selected>,
) {
  return useCobaltInfiniteQuery(listDastFindings, params, options);
}

/**
 * One finding of the scanner. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: finding } = useDastFinding('dfi_1');
 *
 * @see https://docs.cobalt.io/v2/#dast-findings
 */
export function useDastFinding<Selected = DastFinding>(
  id: Skippable<ById>,
  options?: ReadHookOptions<DastFinding, Selected>,
) {
  return useCobaltQuery(getDastFinding, id, options);
}

/**
 * Has the scanner look at one finding again. Nothing comes back at once: the finding and lists of findings are read again. Trying again
 * with the same identifier, while it is in doubt whether the last try arrived, cannot start a second one.
 *
 * @example
 * const retest = useRetestDastFinding();
 * retest.mutate('dfi_1');
 *
 * @see https://docs.cobalt.io/v2/#dast-findings
 */
export function useRetestDastFinding<OnMutateResult = unknown>(
  options?: WriteHookOptions<undefined, ById, OnMutateResult>,
) {
  return useCobaltMutation(retestDastFinding, options);
}

/**
 * Moves a finding of the scanner to another state. Shown at once, taken back after a refusal, read again after a lost answer.
 *
 * @example
 * const update = useUpdateDastFindingState();
 * update.mutate({ id: 'dfi_1', state: 'wont_fix' });
 *
 * @see https://docs.cobalt.io/v2/#dast-findings
 */
export function useUpdateDastFindingState<OnMutateResult = unknown>(
  options?: WriteHookOptions<DastFinding, UpdateDastFindingStateParams, OnMutateResult>,
) {
  return useCobaltMutation(updateDastFindingState, options);
}
