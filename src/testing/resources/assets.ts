import { json, linksTo, noContent, Refusal, type Answer } from '../answer.ts';
import { anyText, checkFields, listOf, oneOf, optional, recordOf, text } from '../fields.ts';
import { answerList, containsAll, matches } from '../list.ts';
import { ownRow } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import { ASSET_TYPES, type MockAsset } from '../seed/assets.ts';

export const assetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/assets',
    organization: true,
    answer: (call) =>
      answerList(call, {
        rows: (query) =>
          call.store.visible('assets', call.organization).filter(
            (asset) =>
              matches(query, 'asset_type', asset.asset_type) &&
              containsAll(
                query,
                'tags_contains_all',
                asset.tags.map(({ name }) => name),
              ),
          ),
        sort: { asset_type: (asset) => asset.asset_type },
      }),
  },
  {
    method: 'GET',
    path: '/assets/{}',
    organization: true,
    find: findAsset,
    answer: (call) => json(200, wrapped(findAsset(call))),
  },
  {
    method: 'POST',
    path: '/assets',
    organization: true,
    check: checkAsset,
    answer: (call) => {
      const asset: MockAsset = {
        id: call.store.random.id('as_'),
        title: '',
        description: '',
        asset_type: '',
        logo: null,
        technology_stack: [],
        attachments: [],
        tags: [],
      };
      write(asset, call);
      call.store.add('assets', asset, call.organization);
      return json(201, wrapped(asset), { Location: `/assets/${asset.id}` });
    },
  },
  {
    method: 'PUT',
    path: '/assets/{}',
    organization: true,
    find: findAsset,
    check: checkAsset,
    answer: (call) => {
      const asset = findAsset(call);
      write(asset, call);
      return json(200, wrapped(asset));
    },
  },
  {
    method: 'DELETE',
    path: '/assets/{}',
    organization: true,
    find: findAsset,
    answer: (call) => {
      call.store.remove('assets', findAsset(call));
      return noContent();
    },
  },
];

function findAsset(call: Call): MockAsset {
  const asset = ownRow(call, 'assets', call.ids[0]);
  if (asset === undefined) throw new Refusal(json(404, { errors: { base: ['Asset not found'] } }));
  return asset;
}

function wrapped(asset: MockAsset): unknown {
  return { data: { resource: asset, links: linksTo(asset.id) } };
}

function checkAsset({ body }: Call): Answer | null {
  return checkFields(body, {
    title: text,
    asset_type: oneOf(ASSET_TYPES),
    description: optional(anyText),
    tags: optional(listOf(recordOf({ name: text }))),
  });
}

/** Takes over what the body holds; what is left out stays as it was. The body was checked before. */
function write(asset: MockAsset, { body }: Call): void {
  const { title, asset_type: type, description, tags } = body;
  if (typeof title === 'string') asset.title = title;
  if (typeof type === 'string') asset.asset_type = type;
  if (typeof description === 'string') asset.description = description;
  // Checked before; the compiler cannot follow that through a record.
  if (Array.isArray(tags)) asset.tags = (tags as { name: string }[]).map(({ name }) => ({ name }));
}
