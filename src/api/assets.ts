import type { UseInfiniteQueryResult, UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { Page } from '../client/envelope.ts';
import type { ById } from '../client/operation.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import {
  defineList,
  defineRead,
  type ListDescriptor,
  type ReadDescriptor,
  type Skippable,
  type WriteDescriptor,
} from '../query/descriptors.ts';
import type { FlatPages } from '../query/flattenPages.ts';
import { useCobaltMutation, type WriteHookOptions } from '../query/useCobaltMutation.ts';
import {
  type InfiniteHookOptions,
  type ReadHookOptions,
  useCobaltInfiniteQuery,
  useCobaltQuery,
} from '../query/useCobaltQuery.ts';

/** Open: a value that Cobalt adds later is kept and shown. */
export type AssetType =
  | 'api'
  | 'cloud_config'
  | 'external_network'
  | 'internal_network'
  | 'mobile'
  | 'web'
  | 'web_plus_api'
  | 'web_plus_mobile'
  | 'wireless_network'
  | 'iot'
  | 'thick_client'
  | 'physical'
  | 'other'
  | (string & {});

export interface Asset {
  /** `as_…` */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly asset_type: AssetType;
  readonly logo: string | null;
  readonly technology_stack: readonly { readonly title: string }[];
  readonly attachments: readonly AssetAttachment[];
  readonly tags: readonly { readonly name: string }[];
  /** The asset in Cobalt's web application. */
  readonly ui_url?: string;
}

export interface AssetAttachment {
  /** `at_…` */
  readonly id: string;
  readonly file_name: string;
  /** Good for 10 minutes. */
  readonly download_url: string;
}

export interface AssetListParams {
  readonly asset_type?: AssetType;
  /** Assets that have all of these tags. */
  readonly tags_contains_all?: readonly string[];
  readonly sort?: 'asset_type' | '-asset_type';
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number;
  /** `next` or `prev` of a page. */
  readonly cursor?: string;
}

export interface CreateAssetParams {
  readonly title: string;
  readonly asset_type: AssetType;
  readonly description?: string;
  readonly tags?: readonly { readonly name: string }[];
}

/** `GET /assets` */
export const listAssets: ListDescriptor<AssetListParams, Asset> = /* @__PURE__ */ defineList({
  name: 'listAssets',
  path: '/assets',
});

/** `GET /assets/{id}` */
export const getAsset: ReadDescriptor<ById, Asset> = /* @__PURE__ */ defineRead({
  name: 'getAsset',
  path: '/assets/{id}',
  answer: 'item',
});

/** `POST /assets` */
export const createAsset: WriteDescriptor<CreateAssetParams, Asset> = {
  name: 'createAsset',
  method: 'POST',
  path: '/assets',
  answer: 'item',
  creates: true,
  stale: () => [{ operation: listAssets }],
};

/**
 * One page of the organization's assets, `{ items, next, prev }`. For an endless list use `useInfiniteAssets`.
 *
 * @example
 * const { data } = useAssets({ asset_type: 'web', limit: 50 });
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useAssets<Selected = Page<Asset>>(
  params?: Skippable<AssetListParams>,
  options?: ReadHookOptions<Page<Asset>, Selected>,
): UseQueryResult<Selected, AnyCobaltError> {
  return useCobaltQuery(listAssets, params, options);
}

/**
 * The organization's assets page by page; `data.items` is the flat list so far. `limit` is 100 unless given.
 *
 * @example
 * const { data, fetchNextPage, hasNextPage } = useInfiniteAssets();
 */
export function useInfiniteAssets<Selected = FlatPages<Asset>>(
  params?: Skippable<Omit<AssetListParams, 'cursor'>>,
  options?: InfiniteHookOptions<Asset, Selected>,
): UseInfiniteQueryResult<Selected, AnyCobaltError> {
  return useCobaltInfiniteQuery(listAssets, params, options);
}

/**
 * One asset. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: asset } = useAsset(finding.data?.asset_id);
 */
export function useAsset<Selected = Asset>(
  id: Skippable<ById>,
  options?: ReadHookOptions<Asset, Selected>,
): UseQueryResult<Selected, AnyCobaltError> {
  return useCobaltQuery(getAsset, id, options);
}

/**
 * Creates an asset, and refreshes asset lists. Each submission carries an idempotency key: calling `mutate` again with the *same*
 * object within 5 minutes cannot make a second one. `UnprocessableContentError.fieldErrors` holds messages by field.
 *
 * @example
 * const create = useCreateAsset();
 * create.mutate({ title: 'Customer portal', asset_type: 'web' });
 */
export function useCreateAsset<OnMutateResult = unknown>(
  options?: WriteHookOptions<Asset, CreateAssetParams, OnMutateResult>,
): UseMutationResult<Asset, AnyCobaltError, CreateAssetParams, OnMutateResult> {
  return useCobaltMutation(createAsset, options);
}
