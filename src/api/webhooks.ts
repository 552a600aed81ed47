import type { Page } from '../client/envelope.ts';
import { idempotencyKeys } from '../client/idempotency.ts';
import type { ById } from '../client/operation.ts';
import type { WebhookEvent, WebhookEventType } from '../client/webhookEvent.ts';
import {
  defineList,
  defineRead,
  type ReadDescriptor,
  type Skippable,
  type WriteDescriptor,
} from '../query/descriptors.ts';
import type { FlatPages } from '../query/flattenPages.ts';
import { forgetMissing } from '../query/removeResource.ts';
import { useCobaltMutation, type WriteHookOptions } from '../query/useCobaltMutation.ts';
import {
  type InfiniteHookOptions,
  type ReadHookOptions,
  useCobaltInfiniteQuery,
  useCobaltQuery,
} from '../query/useCobaltQuery.ts';
import { getEngagementFinding, listEngagementFindings } from './engagementFindings.ts';
import { getFinding, getFindingPossibleStates, listFindings } from './findings.ts';
import { getPentest, getPentestReport, listPentests } from './pentests.ts';

/** Where Cobalt posts events to. Its secret is written, never read back. */
export interface Webhook {
  /** `wb_…` */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly active: boolean;
  /** Since when deliveries fail. ISO 8601 */
  readonly unhealthy_since: string | null;
  /** Who made it: `us_…` */
  readonly user: string;
  readonly subscribed_event_types: readonly WebhookEventType[];
}

/** Which page of the webhooks. */
export interface WebhookListParams {
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** A new webhook. Its name and its address are taken once in an organization. */
export interface CreateWebhookParams {
  /** Unique in the organization. */
  readonly name: string;
  readonly active: boolean;
  /** Sent along with each event as `X-Secret`. It can never be read back. */
  readonly secret?: string | undefined;
  /** Unique in the organization. */
  readonly url: string;
  /** At least one. */
  readonly subscribed_event_types: readonly [WebhookEventType, ...WebhookEventType[]];
}

/** What changes; what is left out stays, and the event types that are given replace the old. */
export interface UpdateWebhookParams {
  readonly id: string;
  readonly name?: string | undefined;
  readonly active?: boolean | undefined;
  /** `''` removes it. */
  readonly secret?: string | undefined;
  readonly url?: string | undefined;
  /** Replaces the old ones. */
  readonly subscribed_event_types?: readonly [WebhookEventType, ...WebhookEventType[]] | undefined;
}

/** `GET /webhooks` */
export const listWebhooks = /* @__PURE__ */ defineList<WebhookListParams, Webhook>({
  name: 'listWebhooks',
  path: '/webhooks',
});

/** `GET /webhooks/{id}` */
export const getWebhook = /* @__PURE__ */ defineRead<ById, Webhook>({
  name: 'getWebhook',
  path: '/webhooks/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
});

/** `POST /webhooks` */
export const createWebhook: WriteDescriptor<CreateWebhookParams, Webhook> = {
  name: 'createWebhook',
  method: 'POST',
  path: '/webhooks',
  answer: 'item',
  creates: idempotencyKeys,
  stale: () => [{ operation: listWebhooks }],
};

/** `PATCH /webhooks/{id}` */
export const updateWebhook: WriteDescriptor<UpdateWebhookParams, Webhook> = {
  name: 'updateWebhook',
  method: 'PATCH',
  path: '/webhooks/{id}',
  answer: 'item',
  // Only what a person switches is shown before the answer: names and addresses may be refused.
  patches: ({ id, active }) => ({
    operations: [listWebhooks, getWebhook],
    id,
    change: active === undefined ? {} : { active },
  }),
};

/** `DELETE /webhooks/{id}` */
export const deleteWebhook: WriteDescriptor<ById, undefined> = {
  name: 'deleteWebhook',
  method: 'DELETE',
  path: '/webhooks/{id}',
  answer: 'none',
  removes: () => ({ lists: [listWebhooks], items: [getWebhook] }),
};

/**
 * What an event of a webhook makes stale: for a server that tells its pages, or a page that listens to its server.
 *
 * @example
 * function heard(event: WebhookEvent) {
 *   for (const operation of staleAfter(event)) {
 *     void queryClient.invalidateQueries({ queryKey: operation.queryKey(client) });
 *   }
 * }
 */
export function staleAfter(
  event: Pick<WebhookEvent, 'action'>,
): readonly Pick<ReadDescriptor<never, unknown>, 'name' | 'queryKey'>[] {
  switch (event.action) {
    case 'PENTEST_CREATED':
      return [listPentests];
    case 'PENTEST_STATE_UPDATED':
      return [listPentests, getPentest, getPentestReport];
    case 'FINDING_PUBLISHED':
    case 'FINDING_DELETED':
    case 'FINDING_UPDATED':
      return [listFindings, getFinding, getPentestReport];
    case 'FINDING_STATE_UPDATED':
      return [listFindings, getFinding, getFindingPossibleStates, getPentestReport];
    case 'ENGAGEMENT_FINDING_STATE_UPDATED':
      return [listEngagementFindings, getEngagementFinding];
    default:
      return [];
  }
}

/**
 * One page of the organization's webhooks, `{ items, next, prev }`.
 *
 * @example
 * const { data } = useWebhooks();
 *
 * @see https://docs.cobalt.io/v2/#webhooks
 */
export function useWebhooks<Selected = Page<Webhook>>(
  params?: Skippable<WebhookListParams>,
  options?: ReadHookOptions<Page<Webhook>, Selected>,
) {
  return useCobaltQuery(listWebhooks, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteWebhooks();
 *
 * @see https://docs.cobalt.io/v2/#webhooks
 */
export function useInfiniteWebhooks<Selected = FlatPages<Webhook>>(
  params?: Skippable<Omit<WebhookListParams, 'cursor'>>,
  options?: InfiniteHookOptions<Webhook, Selected>,
) {
  return useCobaltInfiniteQuery(listWebhooks, params, options);
}

/**
 * One webhook. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: webhook } = useWebhook('wb_1');
 *
 * @see https://docs.cobalt.io/v2/#webhooks
 */
export function useWebhook<Selected = Webhook>(
  id: Skippable<ById>,
  options?: ReadHookOptions<Webhook, Selected>,
) {
  return useCobaltQuery(getWebhook, id, options);
}

/**
 * Creates a webhook. A name or address that is taken is an `UnprocessableContentError`. The secret is sent and not kept.
 *
 * @example
 * const create = useCreateWebhook();
 * create.mutate({
 *   name: 'Portal',
 *   active: true,
 *   url: 'https://portal.example.com/cobalt',
 *   subscribed_event_types: ['FINDING_STATE_UPDATED'],
 * });
 *
 * @see https://docs.cobalt.io/v2/#webhooks
 */
export function useCreateWebhook<OnMutateResult = unknown>(
  options?: WriteHookOptions<Webhook, CreateWebhookParams, OnMutateResult>,
) {
  return useCobaltMutation(createWebhook, options);
}

/**
 * Changes what is given of a webhook, and leaves the rest. Switching `active` is shown at once and taken back after a refusal.
 *
 * @example
 * const update = useUpdateWebhook();
 * update.mutate({ id: 'wb_1', active: false });
 *
 * @see https://docs.cobalt.io/v2/#webhooks
 */
export function useUpdateWebhook<OnMutateResult = unknown>(
  options?: WriteHookOptions<Webhook, UpdateWebhookParams, OnMutateResult>,
) {
  return useCobaltMutation(updateWebhook, options);
}

/**
 * Deletes a webhook: Cobalt posts nothing there any more.
 *
 * @example
 * const remove = useDeleteWebhook();
 * remove.mutate('wb_1');
 *
 * @see https://docs.cobalt.io/v2/#webhooks
 */
export function useDeleteWebhook<OnMutateResult = unknown>(
  options?: WriteHookOptions<undefined, ById, OnMutateResult>,
) {
  return useCobaltMutation(deleteWebhook, options);
}
