import type { Page } from '../client/envelope.ts';
import { idempotencyKeys } from '../client/idempotency.ts';
import type { ById } from '../client/operation.ts';
import { defineRead, type Skippable, type WriteDescriptor } from '../query/descriptors.ts';
import { useCobaltMutation, type WriteHookOptions } from '../query/useCobaltMutation.ts';
import { type ReadHookOptions, useCobaltQuery } from '../query/useCobaltQuery.ts';

/** The systems that Cobalt knows; any other string is allowed. */
export type TicketingSystem =
  | 'asana'
  | 'azure_devops_boards'
  | 'bmc'
  | 'basecamp'
  | 'bitbucket'
  | 'clickup'
  | 'freshservice'
  | 'github'
  | 'gitlab'
  | 'hive'
  | 'jira'
  | 'monday'
  | 'pivotaltracker'
  | 'servicenow'
  | 'trello'
  | 'wrike'
  | 'zendesk'
  | (string & {});

/** Ties a finding to a ticket of another system. */
export interface TicketReference {
  /** `efr_…` */
  readonly id: string;
  readonly title: string;
  readonly ticketing_system: TicketingSystem;
  /** Older name of `ticketing_system`. */
  readonly reference_type?: string;
  /** Typed by people: check that it is https before it becomes a link. */
  readonly external_url: string;
  readonly external_id: string;
  /** `vl_…` or `dfi_…` */
  readonly finding_id: string;
}

/** Which references. An empty list of findings finds nothing. */
export interface TicketReferenceSearchParams {
  /** Tickets of these findings. Empty: an empty answer. */
  readonly findings?: readonly { readonly id: string }[];
  readonly ticketing_system?: TicketingSystem | undefined;
  /** Exact, upper and lower case count. */
  readonly external_id?: string | undefined;
}

/** A new tie between a finding and a ticket. */
export interface CreateTicketReferenceParams {
  readonly title: string;
  readonly ticketing_system: TicketingSystem;
  readonly external_url: string;
  readonly external_id: string;
  readonly finding_id: string;
}

/** What changes; what is left out stays. */
export interface UpdateTicketReferenceParams {
  readonly id: string;
  readonly title?: string | undefined;
  readonly external_url?: string | undefined;
  readonly external_id?: string | undefined;
  readonly finding_id?: string | undefined;
}

/**
 * `POST /external_ticket_references/search`: a read, though a `POST`. It has no pages, counts in the write budget, and carries no
 * idempotency key.
 */
export const searchTicketReferences = /* @__PURE__ */ defineRead<
  TicketReferenceSearchParams | undefined,
  Page<TicketReference>
>({
  name: 'searchTicketReferences',
  method: 'POST',
  operation: 'read',
  path: '/external_ticket_references/search',
  answer: 'list',
});

/** `POST /external_ticket_references` */
export const createTicketReference: WriteDescriptor<CreateTicketReferenceParams, TicketReference> = {
  name: 'createTicketReference',
  method: 'POST',
  path: '/external_ticket_references',
  answer: 'item',
  creates: idempotencyKeys,
  stale: () => [{ operation: searchTicketReferences }],
};

/** `PATCH /external_ticket_references/{id}` */
export const updateTicketReference: WriteDescriptor<UpdateTicketReferenceParams, TicketReference> = {
  name: 'updateTicketReference',
  method: 'PATCH',
  path: '/external_ticket_references/{id}',
  answer: 'item',
  patches: ({ id }) => ({ operations: [searchTicketReferences], id, change: {} }),
  // It may belong to other searches now. A title and an address do not move it, and each search costs a write.
  stale: ({ finding_id, external_id }) =>
    (finding_id ?? external_id) === undefined ? [] : [{ operation: searchTicketReferences }],
};

/** `DELETE /external_ticket_references/{id}` */
export const deleteTicketReference: WriteDescriptor<ById, undefined> = {
  name: 'deleteTicketReference',
  method: 'DELETE',
  path: '/external_ticket_references/{id}',
  answer: 'none',
  removes: () => ({ lists: [searchTicketReferences], items: [] }),
};

/**
 * The tickets that belong to findings, or that have an id of another system: `{ items, next: null, prev: null }`. Each search counts
 * against the 20 writes a minute, so ask for many findings at once.
 *
 * @example
 * const { data } = useTicketReferences({ findings: [{ id: 'vl_1' }, { id: 'vl_2' }] });
 *
 * @see https://docs.cobalt.io/v2/#ticket-references
 */
export function useTicketReferences<Selected = Page<TicketReference>>(
  params?: Skippable<TicketReferenceSearchParams>,
  options?: ReadHookOptions<Page<TicketReference>, Selected>,
) {
  return useCobaltQuery(searchTicketReferences, params, options);
}

/**
 * Ties a finding to a ticket. Trying again with the same object cannot make a second one.
 *
 * @example
 * const create = useCreateTicketReference();
 * create.mutate({
 *   title: 'Fix the login form',
 *   ticketing_system: 'jira',
 *   external_url: 'https://jira.example.com/browse/SEC-7',
 *   external_id: 'SEC-7',
 *   finding_id: 'vl_1',
 * });
 *
 * @see https://docs.cobalt.io/v2/#ticket-references
 */
export function useCreateTicketReference<OnMutateResult = unknown>(
  options?: WriteHookOptions<TicketReference, CreateTicketReferenceParams, OnMutateResult>,
) {
  return useCobaltMutation(createTicketReference, options);
}

/**
 * Changes what is given of a reference, and leaves the rest.
 *
 * @example
 * const update = useUpdateTicketReference();
 * update.mutate({ id: 'efr_1', external_id: 'SEC-8' });
 *
 * @see https://docs.cobalt.io/v2/#ticket-references
 */
export function useUpdateTicketReference<OnMutateResult = unknown>(
  options?: WriteHookOptions<TicketReference, UpdateTicketReferenceParams, OnMutateResult>,
) {
  return useCobaltMutation(updateTicketReference, options);
}

/**
 * Unties a finding from a ticket; the ticket itself stays where it is.
 *
 * @example
 * const remove = useDeleteTicketReference();
 * remove.mutate('efr_1');
 *
 * @see https://docs.cobalt.io/v2/#ticket-references
 */
export function useDeleteTicketReference<OnMutateResult = unknown>(
  options?: WriteHookOptions<undefined, ById, OnMutateResult>,
) {
  return useCobaltMutation(deleteTicketReference, options);
}
