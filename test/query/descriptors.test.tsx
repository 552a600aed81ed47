import {
  dehydrate,
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useQueries,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { act, render, renderHook, screen } from '@testing-library/react';
import {
  getAsset,
  getFinding,
  listAssets,
  listFindings,
  listOrganizations,
  useAsset,
  useCobaltClient,
  useFindings,
  useInfiniteFindings,
  useOrganizations,
} from 'cobalt-react';
import { MOCK_TOKEN } from 'cobalt-react/testing';
import { type ReactNode, Suspense } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf, pass, start } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false, notifyOnChangeProps: 'all' } as const;

describe('a cache key', () => {
  it('holds the region and the id of the organization', () => {
    const { client } = start();
    const { organizationId } = client;
    expect(listFindings.queryOptions(client, { state: 'new' }).queryKey).toEqual([
      'cobalt',
      'us',
      organizationId,
      'listFindings',
      'query',
      { state: 'new' },
    ]);
    expect(listFindings.infiniteQueryOptions(client).queryKey).toEqual([
      'cobalt',
      'us',
      organizationId,
      'listFindings',
      'infinite',
      { limit: 100 },
    ]);
    expect(listFindings.queryOptions(client.withOrganization('or_2')).queryKey[2]).toBe('or_2');
    // The list to choose from is the same, whichever is chosen.
    expect(listOrganizations.queryOptions(client.withOrganization('or_2')).queryKey).toEqual(
      listOrganizations.queryOptions(client).queryKey,
    );
  });

  it('is one for an id alone and as an object', () => {
    const { client } = start();
    expect(getAsset.queryOptions(client, 'as_1').queryKey).toEqual(
      getAsset.queryOptions(client, { id: 'as_1' }).queryKey,
    );
  });

  it('behaviour 16: never holds a token, nor does what is dehydrated', async () => {
    const { cobalt, wrapper, queryClient } = start();
    renderHook(() => [useOrganizations(), useFindings(), useInfiniteFindings()], { wrapper });
    await pass();
    const text = JSON.stringify([dehydrate(queryClient), queryClient.getQueryCache().getAll()]);
    expect(text).toContain('Northwind');
    for (const secret of [MOCK_TOKEN, ...cobalt.data.organizations.map(({ token }) => token)])
      expect(text).not.toContain(secret);
  });

  it('reaches both forms by its prefix, and they never share one', async () => {
    const { cobalt, client, wrapper, queryClient, sent } = start();
    const { result } = renderHook(
      () => [useFindings({ limit: 100 }, quiet), useInfiniteFindings({ limit: 100 }, quiet)] as const,
      { wrapper },
    );
    await pass();
    const [list, long] = result.current;
    expect(list.data).not.toHaveProperty('pages');
    expect(long.data).toHaveProperty('pages');
    cobalt.clearRequests();
    act(
      () =>
        void queryClient.invalidateQueries({
          queryKey: listFindings.queryOptions(client).queryKey.slice(0, 4),
        }),
    );
    await pass();
    expect(sent('GET')).toHaveLength(2);
  });
});

describe('parameters that are not there yet', () => {
  it.each([undefined, '', skipToken, { id: '' }] as const)('wait: %s', async (id) => {
    const { cobalt, client, queryClient, wrapper } = start();
    const { result } = renderHook(() => useAsset(id, quiet), { wrapper });
    await pass();
    act(() => void queryClient.invalidateQueries());
    await pass();
    expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'idle', isEnabled: false });
    expect(getAsset.queryOptions(client, id).queryFn).toBe(skipToken);
    expect(cobalt.requests).toEqual([]);
  });

  it('go on by themselves as soon as they are there', async () => {
    const { cobalt, wrapper } = start();
    const id = cobalt.data.assets[0]!.id;
    const { result, rerender } = renderHook(({ id }: { id: string | undefined }) => useAsset(id, quiet), {
      wrapper,
      initialProps: { id: undefined as string | undefined },
    });
    await pass();
    rerender({ id });
    await pass();
    expect(result.current.data?.id).toBe(id);
  });

  it('show nothing of the list without parameters, and do not disturb it', async () => {
    const { wrapper, queryClient, sent } = start();
    const { result, rerender } = renderHook(
      () => ({
        all: useFindings({}, quiet),
        long: useInfiniteFindings({}, quiet),
        waiting: useFindings(skipToken, quiet),
        waitingLong: useInfiniteFindings(skipToken, quiet),
      }),
      { wrapper },
    );
    await pass();
    expect(result.current.all.data!.items).toHaveLength(10);
    expect(result.current.waiting.data).toBeUndefined();
    expect(result.current.waitingLong.data).toBeUndefined();
    rerender();
    act(() => void queryClient.invalidateQueries());
    await pass();
    expect(result.current.all).toMatchObject({ error: null, status: 'success' });
    expect(result.current.long).toMatchObject({ error: null, status: 'success' });
    expect(sent('GET')).toHaveLength(4);
  });
});

describe('options from a descriptor', () => {
  it('serve Suspense', async () => {
    const world = start();
    function Suspending(): ReactNode {
      const client = useCobaltClient();
      const { data } = useSuspenseQuery(listFindings.queryOptions(client, { limit: 3 }));
      const { data: title } = useSuspenseQuery({
        ...getFinding.queryOptions(client, data.items[0]!.id),
        select: (finding) => finding.title,
      });
      return <p>{title}</p>;
    }
    render(
      <Suspense fallback="waiting">
        <Suspending />
      </Suspense>,
      { wrapper: world.wrapper },
    );
    expect(screen.getByText('waiting')).toBeInTheDocument();
    await pass();
    await pass();
    expect(screen.getByText(findingsOf(world)[0]!.title)).toBeInTheDocument();
  });

  it('serve Suspense with pages, flat as in the hook', async () => {
    const { wrapper } = start();
    function Suspending(): ReactNode {
      const { data } = useSuspenseInfiniteQuery(
        listFindings.infiniteQueryOptions(useCobaltClient(), { limit: 4 }),
      );
      return <p>{data.items.length}</p>;
    }
    render(
      <Suspense fallback="waiting">
        <Suspending />
      </Suspense>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText('4')).toBeInTheDocument();
  });

  it('serve useQuery, useInfiniteQuery and useQueries, and share the cache with the hooks', async () => {
    const { wrapper, client, cobalt, sent } = start();
    const [one, two] = cobalt.data.assets.map(({ id }) => id) as [string, string];
    const { result } = renderHook(
      () => ({
        hook: useFindings({ limit: 2 }, quiet),
        plain: useQuery({ ...listFindings.queryOptions(client, { limit: 2 }), notifyOnChangeProps: 'all' }),
        pages: useInfiniteQuery({
          ...listFindings.infiniteQueryOptions(client, { limit: 2 }),
          notifyOnChangeProps: 'all',
        }),
        long: useInfiniteFindings({ limit: 2 }, quiet),
        both: useQueries({ queries: [one, two].map((id) => getAsset.queryOptions(client, id)) }),
      }),
      { wrapper },
    );
    await pass();
    expect(result.current.plain.data).toBe(result.current.hook.data);
    expect(result.current.pages.data!.items).toEqual(result.current.long.data!.items);
    expect(result.current.both.map(({ data }) => data?.id)).toEqual([one, two]);
    expect(sent('GET', '/findings')).toHaveLength(2);
  });

  it('serve prefetching: the hook then sends nothing', async () => {
    const { wrapper, client, queryClient, cobalt } = start();
    const page = await queryClient.query(listAssets.queryOptions(client, { limit: 3 }));
    expect(page.items).toHaveLength(3);
    await queryClient.infiniteQuery(listFindings.infiniteQueryOptions(client));
    cobalt.clearRequests();
    const { result } = renderHook(
      () => [
        useQuery({ ...listAssets.queryOptions(client, { limit: 3 }), staleTime: 1000 }),
        useInfiniteFindings({}, { staleTime: 1000 }),
      ],
      { wrapper },
    );
    await pass();
    expect(result.current.map(({ status }) => status)).toEqual(['success', 'success']);
    expect(cobalt.requests).toEqual([]);
  });
});

describe("the app's own TanStack options", () => {
  it('reach TanStack', async () => {
    const { wrapper, sent } = start();
    const { result, rerender } = renderHook(
      ({ enabled }: { enabled: boolean }) =>
        useFindings(
          { limit: 1 },
          { ...quiet, enabled, select: ({ items }) => items.length, refetchInterval: 1000, meta: { a: 1 } },
        ),
      { wrapper, initialProps: { enabled: false } },
    );
    await pass(5000);
    expect(sent('GET')).toEqual([]);
    rerender({ enabled: true });
    await pass();
    expect(result.current.data).toBe(1);
    await pass(3000);
    expect(sent('GET')).toHaveLength(4);
  });

  it('cannot replace the key or the fetcher, also without types', async () => {
    const { wrapper, sent, queryClient } = start();
    const wrong = { queryKey: ['x'], queryFn: () => 1 } as object;
    renderHook(() => [useFindings({}, wrong), useInfiniteFindings({}, wrong)], { wrapper });
    await pass();
    expect(sent('GET').sort()).toEqual(['/findings', '/findings?limit=100']);
    expect(
      queryClient
        .getQueryCache()
        .getAll()
        .every(({ queryKey }) => queryKey[0] === 'cobalt'),
    ).toBe(true);
  });

  it('a placeholder is not asked for again at every render', async () => {
    const { wrapper, cobalt } = start();
    const select = vi.fn((page: { items: readonly unknown[] }) => page.items.length);
    const { rerender } = renderHook(
      ({ sort }: { sort: 'state' | 'severity' }) =>
        useFindings({ sort }, { ...quiet, placeholderData: keepPreviousData, select }),
      { wrapper, initialProps: { sort: 'state' } },
    );
    await pass();
    cobalt.faults.add({ hang: true });
    rerender({ sort: 'severity' });
    await pass();
    const calls = select.mock.calls.length;
    rerender({ sort: 'severity' });
    rerender({ sort: 'severity' });
    expect(select.mock.calls.length - calls).toBe(0);
  });
});
