import { act, renderHook } from '@testing-library/react';
import { createAsset, listFindings, useInfiniteAssets, useInfiniteFindings } from 'cobalt-react';
import type { MockCobalt } from 'cobalt-react/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf, pass, start } from './start.tsx';

/** Long lists: pages that become one. */

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false, notifyOnChangeProps: 'all' } as const;

interface Long {
  readonly current: { readonly hasNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };
}

async function walk(result: Long): Promise<void> {
  while (result.current.hasNextPage) {
    act(() => void result.current.fetchNextPage());
    await pass();
  }
}

/** Of all three organizations, as one: the mock gives each its share. */
function oneTenant(cobalt: MockCobalt): typeof fetch {
  const tokens = cobalt.data.organizations.map(({ token }) => token);
  let pages: unknown[] | undefined;
  return async (input, init) => {
    const url = new URL(input as string);
    if (url.pathname !== '/findings') return cobalt.fetch(input, init);
    pages ??= (
      await Promise.all(
        tokens.map(async (token) => {
          const headers = new Headers(init?.headers);
          headers.set('X-Org-Token', token);
          const response = await cobalt.fetch('https://api.us.cobalt.io/findings?limit=1000', { headers });
          return ((await response.json()) as { data: unknown[] }).data;
        }),
      )
    ).flat();
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 100);
    const data = pages.slice(from, from + limit);
    return Response.json({
      data,
      pagination: {
        next_page: from + limit < pages.length ? `/findings?cursor=${from + limit}` : null,
        prev_page: null,
      },
    });
  };
}

describe('a long list', () => {
  it('of 1,200 findings is flat, in order and without doubles, 100 a page', async () => {
    const asked: string[] = [];
    const { wrapper } = start({
      fetch: (cobalt) => {
        const fetch = oneTenant(cobalt);
        return (input, init) => {
          asked.push(new URL(input as string).search);
          return fetch(input, init);
        };
      },
    });
    const { result } = renderHook(() => useInfiniteFindings(), { wrapper });
    await pass();
    await walk(result);
    const { items, pages } = result.current.data!;
    expect(items).toHaveLength(1200);
    expect(new Set(items.map(({ id }) => id)).size).toBe(1200);
    expect(items).toEqual(pages.flatMap((page) => page.items));
    expect(asked).toHaveLength(12);
    expect(asked[0]).toBe('?limit=100');
    expect(result.current.hasNextPage).toBe(false);
  });

  it('follows the cursors of the API to the end', async () => {
    const world = start();
    const { result } = renderHook(() => useInfiniteFindings({}, quiet), { wrapper: world.wrapper });
    await pass();
    expect(result.current.hasNextPage).toBe(true);
    await walk(result);
    expect(result.current.data!.items.map(({ id }) => id)).toEqual(findingsOf(world).map(({ id }) => id));
    expect(result.current.hasNextPage).toBe(false);
    const sent = world.sent('GET').length;
    act(() => void result.current.fetchNextPage());
    await pass();
    expect(world.sent('GET')).toHaveLength(sent);
  });

  it('keeps its filters on every page', async () => {
    const world = start();
    const { result } = renderHook(() => useInfiniteFindings({ state: 'need_fix', limit: 50 }, quiet), {
      wrapper: world.wrapper,
    });
    await pass();
    await walk(result);
    const expected = findingsOf(world).filter(({ state }) => state === 'need_fix');
    expect(expected.length).toBeGreaterThan(50);
    expect(result.current.data!.items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('behaviour 18: that drifts shows nothing twice', async () => {
    const world = start();
    const { result } = renderHook(() => useInfiniteAssets({ limit: 10 }, quiet), { wrapper: world.wrapper });
    await pass();
    // A new asset comes first, so that the last one of this page is the first of the next.
    await world.client.call(createAsset, { title: 'New', asset_type: 'web' });
    await walk(result);
    const { items, pages } = result.current.data!;
    const ids = items.map(({ id }) => id);
    expect(pages.flatMap((page) => page.items)).toHaveLength(ids.length + 1);
    expect(new Set(ids).size).toBe(ids.length);
    // It stays where it was first.
    expect(ids.slice(0, 10)).toEqual(pages[0]!.items.map(({ id }) => id));
  });

  it('whose later page fails keeps its rows, and that page can be tried again', async () => {
    const world = start();
    const { result } = renderHook(() => useInfiniteFindings({ limit: 20 }), { wrapper: world.wrapper });
    await pass();
    world.cobalt.faults.add({ status: 500, path: '/findings', times: 3 });
    act(() => void result.current.fetchNextPage());
    await pass(30_000);
    expect(result.current).toMatchObject({ isFetchNextPageError: true, hasNextPage: true });
    expect(result.current.data!.items).toHaveLength(20);
    expect(result.current.error).toMatchObject({ name: 'InternalServerError', attempts: 3 });

    act(() => void result.current.fetchNextPage());
    await pass();
    expect(result.current).toMatchObject({ isFetchNextPageError: false, error: null });
    expect(result.current.data!.items).toHaveLength(40);
  });

  it('behaviour 18: never follows a next page to another origin', async () => {
    const world = start();
    world.cobalt.faults.add({
      status: 200,
      path: '/findings',
      headers: { 'Content-Type': 'application/vnd.cobalt.v2+json' },
      body: {
        data: [],
        pagination: { next_page: 'https://evil.example/findings?cursor=a', prev_page: null },
      },
    });
    const { result } = renderHook(() => useInfiniteFindings({}, quiet), { wrapper: world.wrapper });
    await pass(30_000);
    expect(result.current.error?.name).toBe('MalformedResponseError');
    expect(result.current.hasNextPage).toBe(false);
  });

  it("gives the app's own select the flat items", async () => {
    const world = start();
    const { result } = renderHook(
      () =>
        useInfiniteFindings({ limit: 7 }, { ...quiet, select: ({ items }) => items.map(({ tag }) => tag) }),
      { wrapper: world.wrapper },
    );
    await pass();
    await act(() => result.current.fetchNextPage());
    await pass();
    expect(result.current.data).toEqual(
      findingsOf(world)
        .slice(0, 14)
        .map(({ tag }) => tag),
    );
  });

  it('is flattened once per answer, however many look at it and however often they render', async () => {
    const world = start();
    const seen = new Set<unknown>();
    const { result, rerender } = renderHook(
      () => {
        const one = useInfiniteFindings({ limit: 5 }, quiet);
        // An inline select is another function at every render.
        useInfiniteFindings({ limit: 5 }, { ...quiet, select: ({ items }) => seen.add(items).size });
        return one;
      },
      { wrapper: world.wrapper },
    );
    await pass();
    rerender();
    rerender();
    expect(seen.size).toBe(1);
    expect(seen.has(result.current.data!.items)).toBe(true);
  });

  it('has 100 a page also where the limit is there but not set', async () => {
    const world = start();
    const params = { limit: undefined } as unknown as { limit: number };
    renderHook(() => useInfiniteFindings(params, quiet), { wrapper: world.wrapper });
    await pass();
    expect(world.sent('GET')).toEqual(['/findings?limit=100']);
  });

  it('costs for its hundredth page what it cost for its first: no other item is looked at', () => {
    let looks = 0;
    const item = (id: number) => ({
      get id() {
        looks += 1;
        return `vl_${String(id)}`;
      },
    });
    const page = (at: number) => ({
      // The last of each page comes again as the first of the next one.
      items: Array.from({ length: 10 }, (_, index) => item(at * 9 + index)),
      next: null,
      prev: null,
    });
    const flat = listFindings.infiniteQueryOptions(start().client).select as (data: object) => {
      readonly items: readonly { readonly id: string }[];
    };
    let pages: readonly object[] = [];
    const costs = Array.from({ length: 100 }, (_, at) => {
      pages = [...pages, page(at)];
      looks = 0;
      flat({ pages, pageParams: [] });
      return looks;
    });
    expect(costs[0]).toBeGreaterThan(0);
    expect(new Set(costs)).toEqual(new Set([costs[0]]));
    const ids = flat({ pages, pageParams: [] }).items.map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 901 }, (_, id) => `vl_${String(id)}`));
    // Fewer pages again, and another one after them: what the longer list had seen counts for neither.
    const shorter = pages.slice(0, 50);
    expect(flat({ pages: shorter, pageParams: [] }).items).toHaveLength(451);
    const other = { pages: [...shorter, page(60)], pageParams: [] };
    expect(flat(other).items.map(({ id }) => id)).toEqual([
      ...ids.slice(0, 451),
      ...Array.from({ length: 10 }, (_, index) => `vl_${String(540 + index)}`),
    ]);
  });
});
