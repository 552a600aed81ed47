import { act, renderHook } from '@testing-library/react';
import { listDastFindings, useInfiniteDastFindings, useInfiniteEngagements } from 'cobalt-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start, type World } from './start.tsx';

/** A long list that is looked at again in the background. */

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false, notifyOnChangeProps: 'all' } as const;

/** A list of ten pages of fifteen. */
async function tenPages(world: World) {
  const { result } = renderHook(() => useInfiniteDastFindings({ limit: 15 }, quiet), {
    wrapper: world.wrapper,
  });
  await pass();
  while (result.current.hasNextPage) {
    act(() => void result.current.fetchNextPage());
    await pass();
  }
  expect(result.current.data!.pages).toHaveLength(10);
  world.cobalt.clearRequests();
  return result;
}

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('behaviour 18: a background refetch of a long list', () => {
  it('of ten pages asks for three, and keeps the others as they are', async () => {
    const world = start();
    const result = await tenPages(world);
    const before = result.current.data!;
    act(() => void world.queryClient.invalidateQueries());
    await pass();
    expect(world.sent('GET', '/dast/findings')).toHaveLength(3);
    const after = result.current.data!;
    expect(idsOf(after.items)).toEqual(idsOf(before.items));
    for (const index of [3, 4, 5, 6, 7, 8, 9]) expect(after.pages[index]).toBe(before.pages[index]);
    expect(result.current.hasNextPage).toBe(false);
  });

  it('asks for three each time, not for three in all', async () => {
    const world = start();
    await tenPages(world);
    for (let times = 1; times <= 3; times++) {
      act(() => void world.queryClient.invalidateQueries());
      await pass();
      expect(world.sent('GET')).toHaveLength(3 * times);
    }
  });

  it('shows what is new in the first pages', async () => {
    const world = start();
    const result = await tenPages(world);
    const { id } = result.current.data!.items[20]!;
    const row = world.cobalt.data.dastFindings.find((one) => one.id === id) as { title: string };
    row.title = 'Renamed';
    act(() => void result.current.refetch());
    await pass();
    expect(result.current.data!.items[20]!.title).toBe('Renamed');
  });

  it('of which one page fails once asks for that page again and for none twice', async () => {
    const world = start();
    const result = await tenPages(world);
    const before = idsOf(result.current.data!.items);
    world.cobalt.faults.add({ delayMs: 1, times: 1 });
    world.cobalt.faults.add({ status: 500, times: 1 });
    act(() => void world.queryClient.invalidateQueries());
    await pass(10_000);
    const sent = world.sent('GET');
    expect(sent).toHaveLength(4);
    expect(new Set(sent).size).toBe(3);
    expect(idsOf(result.current.data!.items)).toEqual(before);
  });

  it('that fails for good keeps all rows', async () => {
    const world = start();
    const result = await tenPages(world);
    const before = idsOf(result.current.data!.items);
    world.cobalt.faults.add({ status: 500 });
    act(() => void world.queryClient.invalidateQueries());
    await pass(60_000);
    expect(result.current.error?.name).toBe('InternalServerError');
    expect(idsOf(result.current.data!.items)).toEqual(before);
    expect(world.sent('GET')).toHaveLength(3);
  });

  it('shows nothing twice when the list has drifted meanwhile', async () => {
    const world = start();
    const result = await tenPages(world);
    // One is gone from the front: every later page begins one item earlier.
    const rows = world.cobalt.data.dastFindings as unknown as { id: string }[];
    rows.splice(
      rows.findIndex(({ id }) => id === result.current.data!.items[0]!.id),
      1,
    );
    act(() => void world.queryClient.invalidateQueries());
    await pass();
    const { items, pages } = result.current.data!;
    expect(pages.flatMap((page) => page.items).length).toBeGreaterThan(items.length);
    expect(new Set(idsOf(items)).size).toBe(items.length);
    expect(items).toHaveLength(149);
  });

  /** Takes rows off the front of the list; what it gives back puts them there again, as new ones. */
  function takeFirst(world: World, count: number): { readonly ids: string[]; readonly putBack: () => void } {
    const rows = world.cobalt.data.dastFindings as unknown as { id: string }[];
    const taken = rows.splice(0, count);
    return {
      ids: idsOf(taken),
      putBack() {
        rows.unshift(...taken);
      },
    };
  }

  it('hides no row that new ones push over the end of what is read again', async () => {
    const world = start();
    const { ids, putBack } = takeFirst(world, 2);
    const result = await tenPages(world);
    const before = idsOf(result.current.data!.items);
    putBack();
    act(() => void world.queryClient.invalidateQueries());
    await pass();
    expect(world.sent('GET')).toHaveLength(3);
    expect(idsOf(result.current.data!.items)).toEqual([...ids, ...before]);
  });

  it('brings back no row that is gone, though a new one came', async () => {
    const world = start();
    const { ids, putBack } = takeFirst(world, 1);
    const result = await tenPages(world);
    const before = idsOf(result.current.data!.items);
    // One new in front and the first one gone: nothing moves over the end.
    takeFirst(world, 1);
    putBack();
    act(() => void world.queryClient.invalidateQueries());
    await pass();
    expect(idsOf(result.current.data!.items)).toEqual([...ids, ...before.slice(1)]);
  });

  it('does not keep the person from loading on', async () => {
    const world = start();
    const { result } = renderHook(() => useInfiniteDastFindings({ limit: 15 }, quiet), {
      wrapper: world.wrapper,
    });
    await pass();
    for (let page = 2; page <= 5; page++) {
      act(() => void result.current.fetchNextPage());
      await pass();
    }
    act(() => void world.queryClient.invalidateQueries());
    await pass();
    world.cobalt.clearRequests();
    act(() => void result.current.fetchNextPage());
    await pass();
    expect(world.sent('GET')).toHaveLength(1);
    expect(result.current.data!.pages).toHaveLength(6);
    expect(new Set(idsOf(result.current.data!.items)).size).toBe(90);
  });

  it('whose cache was emptied reads from the start', async () => {
    const world = start();
    const result = await tenPages(world);
    act(() => void world.queryClient.resetQueries());
    await pass();
    expect(result.current.data!.pages).toHaveLength(1);
    expect(world.sent('GET')).toEqual(['/dast/findings?limit=15']);
  });

  it('serves the query client too', async () => {
    const world = start();
    const options = listDastFindings.infiniteQueryOptions(world.client, { limit: 15 });
    await world.queryClient.infiniteQuery({ ...options, pages: 5 });
    expect(world.sent('GET')).toHaveLength(5);
  });
});

it('a list without a documented limit goes on by its cursors', async () => {
  const world = start();
  const { result } = renderHook(() => useInfiniteEngagements({}, quiet), { wrapper: world.wrapper });
  await pass();
  act(() => void result.current.fetchNextPage());
  await pass();
  expect(result.current.data!.items).toHaveLength(14);
  expect(result.current.hasNextPage).toBe(false);
  expect(world.sent('GET')[0]).toBe('/engagements');
});

it('all pages of one fetch cost its signal one listener each, or Node warns of a leak', async () => {
  const world = start();
  const options = listDastFindings.infiniteQueryOptions(world.client, { limit: 15 });
  const warnings: unknown[] = [];
  const listen = (warning: unknown) => void warnings.push(warning);
  process.on('warning', listen);
  await world.queryClient.infiniteQuery({ ...options, pages: 8 });
  await pass();
  vi.useRealTimers();
  await new Promise((done) => setTimeout(done, 5));
  process.off('warning', listen);
  expect(world.sent('GET')).toHaveLength(8);
  expect(warnings.map(String)).toEqual([]);
});
