import type { Page } from '../client/envelope.ts';
import { defineList, type Skippable } from '../query/descriptors.ts';
import type { FlatPages } from '../query/flattenPages.ts';
import {
  type InfiniteHookOptions,
  type ReadHookOptions,
  useCobaltInfiniteQuery,
  useCobaltQuery,
} from '../query/useCobaltQuery.ts';

/** An organization that the token can see. Its own token is a secret and never leaves the client. */
export interface Organization {
  /** `or_…` */
  readonly id: string;
  readonly name: string;
  /** The organization in Cobalt's web application. */
  readonly ui_url?: string;
}

/** Which page of the organizations. */
export interface OrganizationListParams {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** `GET /orgs`: the organizations of the token's owner. */
export const listOrganizations = /* @__PURE__ */ defineList<OrganizationListParams, Organization>({
  name: 'listOrganizations',
  path: '/orgs',
  needsOrganization: false,
  secretFields: ['token'],
});

/**
 * The organizations that a person can choose from: `{ items, next, prev }`. Needs no organization itself.
 *
 * @example
 * const { data } = useOrganizations();
 * const names = data?.items.map((organization) => organization.name);
 *
 * @see https://docs.cobalt.io/v2/#organizations
 */
export function useOrganizations<Selected = Page<Organization>>(
  params?: Skippable<OrganizationListParams>,
  options?: ReadHookOptions<Page<Organization>, Selected>,
) {
  return useCobaltQuery(listOrganizations, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteOrganizations();
 *
 * @see https://docs.cobalt.io/v2/#organizations
 */
export function useInfiniteOrganizations<Selected = FlatPages<Organization>>(
  params?: Skippable<Omit<OrganizationListParams, 'cursor'>>,
  options?: InfiniteHookOptions<Organization, Selected>,
) {
  return useCobaltInfiniteQuery(listOrganizations, params, options);
}
