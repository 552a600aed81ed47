import { act, renderHook } from '@testing-library/react';
import {
  getAsset,
  listAssets,
  useAsset,
  useAssets,
  useDeleteAsset,
  useDeletePentest,
  useInfiniteAssets,
  useInfinitePentests,
  usePentestReport,
  usePentests,
} from 'cobalt-react';
import * as library from 'cobalt-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start, type World } from './start.tsx';

/** What a deletion takes out of the cache. */

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false, notifyOnChangeProps: 'all' } as const;

const assetsOf = ({ cobalt: { data } }: World) =>
  data.assets.filter(({ id }) => data.organizationOf(id) === data.organizations[0]);

async function desk(world: World, id: string) {
  const { result } = renderHook(
    () => ({
      list: useAssets({ limit: 20 }, quiet),
      long: useInfiniteAssets({ limit: 10 }, quiet),
      remove: useDeleteAsset(),
    }),
    { wrapper: world.wrapper },
  );
  await pass();
  act(() => void result.current.long.fetchNextPage());
  await pass();
  await world.queryClient.query(getAsset.queryOptions(world.client, id));
  world.cobalt.clearRequests();
  return result;
}

describe('a deleted resource', () => {
  it('is gone from lists and long lists, and nothing is read for it', async () => {
    const world = start();
    const { id } = assetsOf(world)[12]!;
    const desk_ = await desk(world, id);
    const before = desk_.current;
    act(() => desk_.current.remove.mutate(id));
    await pass(10_000);
    expect(world.cobalt.requests.map(({ method }) => method)).toEqual(['DELETE']);
    const { list, long } = desk_.current;
    expect(list.data!.items).toEqual(before.list.data!.items.filter((item) => item.id !== id));
    expect(long.data!.items).toEqual(before.long.data!.items.filter((item) => item.id !== id));
  });

  it('leaves pages and rows alone that do not hold it, and lists without it altogether', async () => {
    const world = start();
    const { id } = assetsOf(world)[12]!;
    const desk_ = await desk(world, id);
    const { long } = desk_.current;
    const other = listAssets.queryOptions(world.client, { limit: 3 });
    await world.queryClient.query(other);
    const { dataUpdateCount, data } = world.queryClient.getQueryState(other.queryKey)!;
    act(() => desk_.current.remove.mutate(id));
    await pass();
    expect(desk_.current.long.data!.pages[0]).toBe(long.data!.pages[0]);
    expect(desk_.current.long.data!.pages[1]!.items[0]).toBe(long.data!.pages[1]!.items[0]);
    expect(world.queryClient.getQueryState(other.queryKey)).toMatchObject({ dataUpdateCount });
    expect(world.queryClient.getQueryData(other.queryKey)).toBe(data);
  });

  it('does not make old lists look new, nor failed ones look well', async () => {
    const world = start();
    const { id } = assetsOf(world)[12]!;
    const desk_ = await desk(world, id);
    const { dataUpdatedAt } = desk_.current.list;
    world.cobalt.faults.add({ status: 403, path: '/assets', times: 1 });
    await pass(60_000);
    act(() => void desk_.current.list.refetch());
    await pass();
    expect(desk_.current.list.error?.name).toBe('ForbiddenError');
    act(() => desk_.current.remove.mutate(id));
    await pass();
    expect(desk_.current.list.data!.items.map((item) => item.id)).not.toContain(id);
    expect(desk_.current.list.error?.name).toBe('ForbiddenError');
    expect(desk_.current.list.dataUpdatedAt).toBe(dataUpdatedAt);
  });

  it('is read again in a list that comes on screen later, also with staleTime', async () => {
    const world = start();
    const { id } = assetsOf(world)[12]!;
    const desk_ = await desk(world, id);
    const later = listAssets.queryOptions(world.client, { limit: 7 });
    await world.queryClient.query(later);
    act(() => desk_.current.remove.mutate(id));
    await pass();
    expect(world.queryClient.getQueryState(later.queryKey)!.isInvalidated).toBe(true);
  });

  it('is dropped from the cache alone, unless it is on screen', async () => {
    const world = start();
    const [first, second] = assetsOf(world);
    const desk_ = await desk(world, first!.id);
    const shown = renderHook(() => useAsset(second!.id, quiet), { wrapper: world.wrapper });
    await pass();
    act(() => desk_.current.remove.mutate({ id: first!.id }));
    await pass();
    const key = (id: string) => getAsset.queryOptions(world.client, id).queryKey;
    expect(world.queryClient.getQueryState(key(first!.id))).toBeUndefined();
    act(() => desk_.current.remove.mutate({ id: second!.id }));
    await pass();
    expect(shown.result.current.data?.id).toBe(second!.id);
    expect(shown.result.current.error).toBeNull();
  });

  it('does not come back with a list that was on its way', async () => {
    const world = start();
    const { id } = assetsOf(world)[12]!;
    const desk_ = await desk(world, id);
    // It reads the list now, and arrives after the deletion.
    world.cobalt.faults.add({ path: '/assets', times: 1, delayMs: 1000 });
    act(() => void desk_.current.list.refetch());
    await pass(100);
    act(() => desk_.current.remove.mutate(id));
    await pass(5000);
    expect(desk_.current.remove.isSuccess).toBe(true);
    expect(desk_.current.list.fetchStatus).toBe('idle');
    expect(desk_.current.list.data!.items.map((item) => item.id)).not.toContain(id);
    expect(world.sent('GET')).toHaveLength(1);
    expect(world.queryClient.getQueryCache().hasListeners()).toBe(false);
  });

  it('does not come back with the first load of a list', async () => {
    const world = start();
    const { id } = assetsOf(world)[2]!;
    world.cobalt.faults.add({ path: '/assets', times: 1, delayMs: 1000 });
    const { result } = renderHook(() => ({ list: useAssets({}, quiet), remove: useDeleteAsset() }), {
      wrapper: world.wrapper,
    });
    await pass(100);
    act(() => result.current.remove.mutate(id));
    await pass(5000);
    expect(result.current.list.data!.items).toHaveLength(9);
    expect(result.current.list.data!.items.map((item) => item.id)).not.toContain(id);
    expect(world.queryClient.getQueryCache().hasListeners()).toBe(false);
  });

  it('that the API refuses to delete stays where it is', async () => {
    const world = start();
    const closed = world.cobalt.data.pentests.find(({ state }) => state === 'closed')!;
    const { result } = renderHook(
      () => ({ long: useInfinitePentests({}, quiet), remove: useDeletePentest() }),
      { wrapper: world.wrapper },
    );
    await pass();
    const before = result.current.long.data;
    act(() => result.current.remove.mutate(closed.id));
    await pass();
    expect(result.current.remove.error).toMatchObject({ name: 'UnprocessableContentError' });
    expect(result.current.long.data).toBe(before);
  });
});

describe('a resource that the API does not know any more', () => {
  const missing = { status: 404, method: 'GET' } as const;

  it('is gone from the lists of its organization, and nothing is read for it', async () => {
    const world = start();
    const [id] = assetsOf(world).map((asset) => asset.id) as [string];
    const other = world.client.withOrganization(world.cobalt.data.organizations[1]!.id);
    const elsewhere = listAssets.queryOptions(other).queryKey;
    const shown = await desk(world, id);
    world.queryClient.setQueryData(elsewhere, { items: [world.cobalt.data.assets[0]!] } as never);
    world.cobalt.faults.add({ ...missing, path: `/assets/${id}` });
    const item = renderHook(() => useAsset(id, quiet), { wrapper: world.wrapper });
    await pass();
    expect(item.result.current.error?.name).toBe('NotFoundError');
    expect(shown.current.list.data!.items.map((asset) => asset.id)).not.toContain(id);
    expect(shown.current.list.data!.items).toHaveLength(19);
    expect(shown.current.long.data!.items.map((asset) => asset.id)).not.toContain(id);
    expect(world.queryClient.getQueryData(elsewhere)!.items).toHaveLength(1);
    expect(world.sent('GET')).toEqual([`/assets/${id}`]);
  });

  it('is so too when a change of it finds that out', async () => {
    const world = start();
    const [id] = assetsOf(world).map((asset) => asset.id) as [string];
    const shown = await desk(world, id);
    world.cobalt.faults.add({ status: 404, method: 'DELETE' });
    act(() => shown.current.remove.mutate(id));
    await pass();
    expect(shown.current.remove.error?.name).toBe('NotFoundError');
    expect(shown.current.list.data!.items.map((asset) => asset.id)).not.toContain(id);
    expect(world.sent('GET')).toEqual([]);
  });

  it('is so for every resource that can be read alone', () => {
    const alone = Object.values<unknown>(library).filter(
      (one): one is library.ReadDescriptor<library.ById, unknown> =>
        typeof one === 'object' &&
        one !== null &&
        'queryOptions' in one &&
        'path' in one &&
        String(one.path).endsWith('/{id}'),
    );
    expect(alone).toHaveLength(9);
    for (const { whenMissing, path } of alone) expect(whenMissing, path).toBeTypeOf('function');
  });

  it('stays where only something behind it is missing', async () => {
    const world = start();
    const { result } = renderHook(() => usePentests({}, quiet), { wrapper: world.wrapper });
    await pass();
    const before = result.current.data!;
    world.cobalt.faults.add({ ...missing, path: /report$/ });
    const report = renderHook(() => usePentestReport(before.items[0]!.id, quiet), { wrapper: world.wrapper });
    await pass();
    expect(report.result.current.error?.name).toBe('NotFoundError');
    expect(result.current.data).toBe(before);
  });
});

describe('a deletion whose answer was lost', () => {
  it.each([
    ['it had arrived', { cut: true, afterCommit: true }, false],
    ['it had not arrived', { cut: true }, true],
  ] as const)('reads again what is true, and no other resource: %s', async (_title, fault, isThere) => {
    const world = start();
    const [id, other] = assetsOf(world).map((asset) => asset.id) as [string, string];
    const desk_ = await desk(world, id);
    renderHook(() => [useAsset(id, quiet), useAsset(other, quiet)], { wrapper: world.wrapper });
    await pass();
    world.cobalt.clearRequests();
    world.cobalt.faults.add({ ...fault, method: 'DELETE', times: 1 });
    act(() => desk_.current.remove.mutate(id));
    await pass(5000);
    expect(desk_.current.remove.error?.name).toBe('NetworkError');
    expect(world.sent('DELETE')).toHaveLength(1);
    expect(desk_.current.list.data!.items.some((item) => item.id === id)).toBe(isThere);
    expect(desk_.current.long.data!.items.some((item) => item.id === id)).toBe(isThere);
    expect(world.sent('GET').filter((path) => !path.startsWith('/assets?'))).toEqual([`/assets/${id}`]);
  });
});
