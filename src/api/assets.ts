import type { Page } from '../client/envelope.ts';
import { idempotencyKeys } from '../client/idempotency.ts';
import type { ById } from '../client/operation.ts';
import { fileUpload, imageUpload } from '../client/upload.ts';
import {
  defineList,
  defineRead,
  type Skippable,
  type Stale,
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

/** Something that is tested: a web application, an API, a network, a device. */
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

/** A file beside an asset. */
export interface AssetAttachment {
  /** `at_…` */
  readonly id: string;
  readonly file_name: string;
  /** Good for 10 minutes. */
  readonly download_url: string;
}

/** Which assets, in which order. A value that Cobalt does not know gives an empty list, not an error. */
export interface AssetListParams {
  readonly asset_type?: AssetType | undefined;
  /** Assets that have all of these tags. */
  readonly tags_contains_all?: readonly string[] | undefined;
  readonly sort?: 'asset_type' | '-asset_type' | undefined;
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** A new asset. What Cobalt refuses in it comes back as `fieldErrors` of a 422. */
export interface CreateAssetParams {
  readonly title: string;
  readonly asset_type: AssetType;
  readonly description?: string | undefined;
  readonly tags?: readonly { readonly name: string }[];
}

/** What an asset is to say about itself. Only of `tags` does Cobalt say that they stay when they are left out. */
export interface UpdateAssetParams extends CreateAssetParams {
  readonly id: string;
  /** Left out: unchanged. Given: replaces them all. */
  readonly tags?: readonly { readonly name: string }[];
}

/** A file for an asset. */
export interface UploadAssetFileParams {
  readonly id: string;
  /** Under 10 MB. A bigger one is refused before anything is sent. */
  readonly attachment: File;
  /** Cancels the upload. */
  readonly signal?: AbortSignal | undefined;
}

/** What an upload answers: enough to delete the file again, and no more. */
export interface UploadedAttachment {
  /** `at_…`, good for `useDeleteAssetAttachment`; `undefined` when the answer did not say it. */
  readonly attachment_id: string | undefined;
}

/** Which file of which asset. */
export interface DeleteAssetAttachmentParams {
  readonly id: string;
  readonly attachment_id: string;
}

/** `GET /assets` */
export const listAssets = /* @__PURE__ */ defineList<AssetListParams, Asset>({
  name: 'listAssets',
  path: '/assets',
});

/** `GET /assets/{id}` */
export const getAsset = /* @__PURE__ */ defineRead<ById, Asset>({
  name: 'getAsset',
  path: '/assets/{id}',
  whenMissing: forgetMissing,
  answer: 'item',
});

/** `POST /assets` */
export const createAsset: WriteDescriptor<CreateAssetParams, Asset> = {
  name: 'createAsset',
  method: 'POST',
  path: '/assets',
  answer: 'item',
  creates: idempotencyKeys,
  stale: () => [{ operation: listAssets }],
};

/** `PUT /assets/{id}` */
export const updateAsset: WriteDescriptor<UpdateAssetParams, Asset> = {
  name: 'updateAsset',
  method: 'PUT',
  path: '/assets/{id}',
  answer: 'item',
  patches: ({ id }) => ({ operations: [listAssets, getAsset], id, change: {} }),
};

/** `DELETE /assets/{id}` */
export const deleteAsset: WriteDescriptor<ById, undefined> = {
  name: 'deleteAsset',
  method: 'DELETE',
  path: '/assets/{id}',
  answer: 'none',
  removes: () => ({ lists: [listAssets], items: [getAsset] }),
};

function filesOf({ id }: { readonly id: string }): readonly Stale[] {
  return [{ operation: getAsset, params: { id } }, { operation: listAssets }];
}

/** `POST /assets/{id}/attachments` */
export const uploadAssetAttachment: WriteDescriptor<UploadAssetFileParams, UploadedAttachment> = {
  name: 'uploadAssetAttachment',
  method: 'POST',
  path: '/assets/{id}/attachments',
  answer: 'attachment',
  upload: fileUpload,
  creates: idempotencyKeys,
  stale: filesOf,
};

/** `DELETE /assets/{id}/attachments/{attachment_id}` */
export const deleteAssetAttachment: WriteDescriptor<DeleteAssetAttachmentParams, undefined> = {
  name: 'deleteAssetAttachment',
  method: 'DELETE',
  path: '/assets/{id}/attachments/{attachment_id}',
  answer: 'none',
  stale: filesOf,
};

/** `POST /assets/{id}/logo` */
export const uploadAssetLogo: WriteDescriptor<UploadAssetFileParams, undefined> = {
  name: 'uploadAssetLogo',
  method: 'POST',
  path: '/assets/{id}/logo',
  answer: 'none',
  upload: imageUpload,
  stale: filesOf,
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
) {
  return useCobaltQuery(listAssets, params, options);
}

/**
 * The organization's assets page by page; `data.items` is the flat list so far. `limit` is 100 unless given.
 *
 * @example
 * const { data, fetchNextPage, hasNextPage } = useInfiniteAssets();
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useInfiniteAssets<Selected = FlatPages<Asset>>(
  params?: Skippable<Omit<AssetListParams, 'cursor'>>,
  options?: InfiniteHookOptions<Asset, Selected>,
) {
  return useCobaltInfiniteQuery(listAssets, params, options);
}

/**
 * One asset. While the id is missing it waits and sends nothing.
 *
 * @example
 * const { data: asset } = useAsset(finding?.asset_id);
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useAsset<Selected = Asset>(id: Skippable<ById>, options?: ReadHookOptions<Asset, Selected>) {
  return useCobaltQuery(getAsset, id, options);
}

/**
 * Creates an asset, and refreshes asset lists. Each submission carries an idempotency key: calling `mutate` again with the *same*
 * object within 5 minutes cannot make a second one. `UnprocessableContentError.fieldErrors` holds messages by field.
 *
 * @example
 * const create = useCreateAsset();
 * create.mutate({ title: 'Customer portal', asset_type: 'web' });
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useCreateAsset<OnMutateResult = unknown>(
  options?: WriteHookOptions<Asset, CreateAssetParams, OnMutateResult>,
) {
  return useCobaltMutation(createAsset, options);
}

/**
 * Replaces what an asset says about itself. The answer is shown wherever the asset is cached; no list is read again.
 *
 * @example
 * const update = useUpdateAsset();
 * update.mutate({ id: 'as_1', title: 'Customer portal', asset_type: 'web' });
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useUpdateAsset<OnMutateResult = unknown>(
  options?: WriteHookOptions<Asset, UpdateAssetParams, OnMutateResult>,
) {
  return useCobaltMutation(updateAsset, options);
}

/**
 * Deletes an asset with its tags, and takes it out of cached lists.
 *
 * @example
 * const remove = useDeleteAsset();
 * remove.mutate('as_1');
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useDeleteAsset<OnMutateResult = unknown>(
  options?: WriteHookOptions<undefined, ById, OnMutateResult>,
) {
  return useCobaltMutation(deleteAsset, options);
}

/**
 * Puts a file beside an asset. A file of 10 MB or more is an `UnprocessableContentError` with `fieldErrors.attachment` and
 * `attempts: 0`: nothing was sent. `signal` cancels it.
 *
 * @example
 * const upload = useUploadAssetAttachment();
 * upload.mutate({ id: 'as_1', attachment: file });
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useUploadAssetAttachment<OnMutateResult = unknown>(
  options?: WriteHookOptions<UploadedAttachment, UploadAssetFileParams, OnMutateResult>,
) {
  return useCobaltMutation(uploadAssetAttachment, options);
}

/**
 * Takes a file away from an asset.
 *
 * @example
 * const remove = useDeleteAssetAttachment();
 * remove.mutate({ id: 'as_1', attachment_id: 'at_1' });
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useDeleteAssetAttachment<OnMutateResult = unknown>(
  options?: WriteHookOptions<undefined, DeleteAssetAttachmentParams, OnMutateResult>,
) {
  return useCobaltMutation(deleteAssetAttachment, options);
}

/**
 * Replaces the asset's logo. A file that is no image, or of 10 MB or more, is refused before anything is sent.
 *
 * @example
 * const upload = useUploadAssetLogo();
 * upload.mutate({ id: 'as_1', attachment: image });
 *
 * @see https://docs.cobalt.io/v2/#assets
 */
export function useUploadAssetLogo<OnMutateResult = unknown>(
  options?: WriteHookOptions<undefined, UploadAssetFileParams, OnMutateResult>,
) {
  return useCobaltMutation(uploadAssetLogo, options);
}
