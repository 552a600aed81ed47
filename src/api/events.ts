import type { Page } from '../client/envelope.ts';
import { defineList, type Skippable } from '../query/descriptors.ts';
import type { FlatPages } from '../query/flattenPages.ts';
import {
  type InfiniteHookOptions,
  type ReadHookOptions,
  useCobaltInfiniteQuery,
  useCobaltQuery,
} from '../query/useCobaltQuery.ts';

/** Something that happened, over all organizations of the token's owner. */
export interface CobaltEvent {
  /** `ac_…` */
  readonly id: string;
  readonly action: 'comment_created' | 'pentest_deleted' | 'finding_created' | (string & {});
  readonly subject: {
    readonly id: string;
    readonly type: 'comment' | 'program' | 'vulnerability' | (string & {});
  };
  /** ISO 8601 */
  readonly timestamp: string;
}

/** Which page of the events. */
export interface EventListParams {
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** `GET /events` */
export const listEvents = /* @__PURE__ */ defineList<EventListParams, CobaltEvent>({
  name: 'listEvents',
  path: '/events',
  needsOrganization: false,
});

/**
 * One page of what happened, `{ items, next, prev }`. It is *not* what Cobalt posts to webhooks: those are `WebhookEvent`s.
 *
 * @example
 * const { data } = useEvents({ limit: 50 });
 *
 * @see https://docs.cobalt.io/v2/#events
 */
export function useEvents<Selected = Page<CobaltEvent>>(
  params?: Skippable<EventListParams>,
  options?: ReadHookOptions<Page<CobaltEvent>, Selected>,
) {
  return useCobaltQuery(listEvents, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteEvents();
 *
 * @see https://docs.cobalt.io/v2/#events
 */
export function useInfiniteEvents<Selected = FlatPages<CobaltEvent>>(
  params?: Skippable<Omit<EventListParams, 'cursor'>>,
  options?: InfiniteHookOptions<CobaltEvent, Selected>,
) {
  return useCobaltInfiniteQuery(listEvents, params, options);
}
