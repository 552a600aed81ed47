import { focusManager, keepPreviousData, QueryClientProvider } from '@tanstack/react-query';
import { act, render, renderHook, screen } from '@testing-library/react';
import {
  type CobaltClient,
  CobaltProvider,
  useAssets,
  useCobaltClient,
  useConnection,
  useCreateAsset,
  useFinding,
  useFindings,
  useInfiniteFindings,
  usePentests,
} from 'cobalt-react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf, pass, start, type World } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

// A boundary would take a failed widget off the screen; here each shows its own error.
const quiet = { throwOnError: false, notifyOnChangeProps: 'all' } as const;

function Widget({ limit }: { readonly limit: number }): ReactNode {
  const { data, error } = useFindings({ limit }, quiet);
  return <li>{data ? 'data' : (error?.name ?? 'waiting')}</li>;
}

function twenty(world: World, from: number, to: number) {
  const limits = Array.from({ length: to - from }, (_, index) => from + index + 1);
  return render(
    <ul>
      {limits.map((limit) => (
        <Widget key={limit} limit={limit} />
      ))}
    </ul>,
    { wrapper: world.wrapper },
  );
}

const shown = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('behaviour 1: a cooldown for the whole client', () => {
  it('20 queries mount, the first answers 509: none more is sent until retryAt, a POST goes, then all hold data', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 509, method: 'GET', times: 1, headers: { 'Retry-After': '30' } });
    twenty(world, 0, 1);
    await pass();
    const inFlight = world.sent('GET').length;
    twenty(world, 1, 20);
    await pass(1000);
    expect(shown()).toEqual(Array<string>(20).fill('TooManyRequestsError'));

    const create = renderHook(() => useCreateAsset(), { wrapper: world.wrapper });
    act(() => create.result.current.mutate({ title: 'A', asset_type: 'web' }));
    await pass(28_000);
    expect(create.result.current.isSuccess).toBe(true);
    expect(world.sent('GET')).toHaveLength(inFlight);

    await pass(2000);
    expect(shown()).toEqual(Array<string>(20).fill('data'));
    expect(world.sent('GET')).toHaveLength(inFlight + 20);
  });

  it('all 20 were in flight: those that failed run again once, the others not at all', async () => {
    const world = start({ mock: { latencyMs: 50 } });
    // An answer that says how much is left lets more than a few be on their way.
    twenty(world, 0, 1);
    await pass(100);
    world.cobalt.faults.add({ status: 429, method: 'GET', times: 5 });
    twenty(world, 1, 21);
    await pass(100);
    expect(shown().filter((text) => text === 'data')).toHaveLength(16);
    expect(world.sent('GET')).toHaveLength(21);
    await pass(59_000);
    expect(world.sent('GET')).toHaveLength(21);
    await pass(2000);
    expect(shown()).toEqual(Array<string>(21).fill('data'));
    expect(world.sent('GET')).toHaveLength(26);
  });

  it('a refetch that was refused keeps its rows, and runs again by itself', async () => {
    const world = start();
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper: world.wrapper });
    await pass();
    world.cobalt.faults.add({ status: 429, method: 'GET', times: 1 });
    act(() => void result.current.refetch());
    await pass();
    expect(result.current).toMatchObject({ isRefetchError: true, error: { name: 'TooManyRequestsError' } });
    expect(result.current.data!.items).toHaveLength(10);
    await pass(61_000);
    expect(result.current).toMatchObject({ status: 'success', error: null });
  });

  it('the next page of a long list that was refused is loaded, and not the list anew', async () => {
    const world = start();
    const { result } = renderHook(() => useInfiniteFindings({ limit: 10 }, quiet), {
      wrapper: world.wrapper,
    });
    await pass();
    world.cobalt.faults.add({ status: 429, method: 'GET', times: 1 });
    act(() => void result.current.fetchNextPage());
    await pass();
    expect(result.current.isFetchNextPageError).toBe(true);
    world.cobalt.clearRequests();
    await pass(61_000);
    await pass();
    expect(result.current.data!.items).toHaveLength(20);
    expect(result.current.error).toBeNull();
    expect(world.sent('GET')).toHaveLength(1);
  });

  it("another failure's query does not run again when a cooldown ends", async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/pentests' });
    const { result } = renderHook(() => usePentests({}, quiet), { wrapper: world.wrapper });
    await pass();
    world.cobalt.faults.add({ status: 429, path: '/findings', times: 1 });
    twenty(world, 0, 1);
    await pass(61_000);
    expect(shown()).toEqual(['data']);
    expect(result.current.error?.name).toBe('NotFoundError');
    expect(world.sent('GET', '/pentests')).toHaveLength(1);
  });
});

describe('behaviour 13: maintenance', () => {
  it('10 widgets fail: nothing but a check is sent, and each loads once when it passes', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 503, path: '/findings' });
    twenty(world, 0, 10);
    await pass();
    expect(shown()).toEqual(Array<string>(10).fill('ServiceUnavailableError'));
    world.cobalt.clearRequests();
    await pass(59_000);
    expect(world.cobalt.requests).toEqual([]);
    world.cobalt.faults.clear();
    await pass(2000);
    expect(shown()).toEqual(Array<string>(10).fill('data'));
    expect(world.sent('GET', '/orgs')).toHaveLength(1);
    expect(world.sent('GET', '/findings')).toHaveLength(10);
  });
});

describe('behaviour 19: polling', () => {
  const poll = { ...quiet, refetchInterval: 1000 } as const;

  it.each([
    ['a number', 1000],
    ['a function', () => 1000],
  ])(
    'by %s stops at an error that stays, and the focus does not ask again',
    async (_name, refetchInterval) => {
      const world = start();
      world.cobalt.faults.add({ status: 404, path: '/findings' });
      const { result } = renderHook(() => useFindings({}, { ...quiet, refetchInterval }), {
        wrapper: world.wrapper,
      });
      await pass(30_000);
      expect(result.current.error?.name).toBe('NotFoundError');
      expect(world.sent('GET', '/findings')).toHaveLength(1);
      act(() => focusManager.setFocused(false));
      act(() => focusManager.setFocused(true));
      await pass(1000);
      focusManager.setFocused(undefined);
      expect(world.sent('GET', '/findings')).toHaveLength(1);
    },
  );

  it.each([[true], ['always' as const], [() => true]])(
    'nor does a focus that the hook asks for with %j, which a healthy query gets',
    async (refetchOnWindowFocus) => {
      const world = start();
      const { result } = renderHook(
        () => [
          useFindings({}, { ...quiet, refetchOnWindowFocus }),
          useAssets({}, { ...quiet, refetchOnWindowFocus }),
        ],
        { wrapper: world.wrapper },
      );
      world.cobalt.faults.add({ status: 410, path: '/findings' });
      await pass();
      expect(result.current[0]!.error?.name).toBe('GoneError');
      world.cobalt.clearRequests();
      act(() => focusManager.setFocused(false));
      act(() => focusManager.setFocused(true));
      await pass();
      focusManager.setFocused(undefined);
      expect(world.cobalt.requests.map(({ path }) => path)).toEqual(['/assets']);
    },
  );

  it('goes on at an error that may pass', async () => {
    const world = start();
    const { result } = renderHook(() => useFindings({}, poll), { wrapper: world.wrapper });
    await pass();
    world.cobalt.faults.add({ status: 500, path: '/findings', times: 3 });
    await pass(5000);
    expect(result.current.error?.name).toBe('InternalServerError');
    await pass(2000);
    expect(result.current.error).toBeNull();
  });

  it('never asks anybody for a token', async () => {
    const world = start();
    const { result } = renderHook(() => useFindings({}, poll), { wrapper: world.wrapper });
    await pass();
    world.cobalt.setTokens(['another']);
    await pass(10_000);
    expect(result.current.error?.name).toBe('UnauthorizedError');
    expect(world.client.connection.getState().session).toBe('ended');
  });

  it('sleeps in a cooldown and goes on after it', async () => {
    const world = start();
    const { result } = renderHook(() => useFindings({}, { ...quiet, refetchInterval: 1000 }), {
      wrapper: world.wrapper,
    });
    await pass();
    world.cobalt.faults.add({ status: 509, path: '/findings', times: 1, headers: { 'Retry-After': '30' } });
    await pass(1500);
    expect(result.current.error?.name).toBe('TooManyRequestsError');
    world.cobalt.clearRequests();
    await pass(28_000);
    expect(world.cobalt.requests).toEqual([]);
    await pass(5000);
    expect(world.sent('GET').length).toBeGreaterThanOrEqual(3);
    expect(result.current.error).toBeNull();
  });
});

describe('behaviour 6: another token', () => {
  it('sends each query once that failed for the old one, and no other', async () => {
    const world = start();
    const healthy = renderHook(() => useAssets({}, quiet), { wrapper: world.wrapper });
    await pass();
    world.cobalt.setTokens(['another-token']);
    twenty(world, 0, 20);
    await pass();
    expect(shown()).toEqual(Array<string>(20).fill('UnauthorizedError'));
    world.cobalt.clearRequests();
    act(() => world.client.setToken('another-token'));
    await pass();
    expect(shown()).toEqual(Array<string>(20).fill('data'));
    expect(world.sent('GET', '/assets')).toEqual([]);
    // Organization tokens are learned anew: the new person may see others.
    expect(world.sent('GET', '/findings')).toHaveLength(20);
    expect(world.sent('GET', '/orgs')).toHaveLength(1);
    expect(healthy.result.current.data).toBeDefined();
  });

  it('a second 401 does not loop', async () => {
    const world = start();
    world.cobalt.setTokens(['good-token']);
    twenty(world, 0, 3);
    await pass();
    world.cobalt.clearRequests();
    act(() => world.client.setToken('wrong-token'));
    await pass(60_000);
    expect(world.sent('GET').length).toBeLessThanOrEqual(3);
    expect(shown()).toEqual(Array<string>(3).fill('UnauthorizedError'));
  });

  it.each([403, 404])('loads again what is on screen and answered %i to the old one', async (status) => {
    const world = start();
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper: world.wrapper });
    await pass();
    world.cobalt.faults.add({ status, path: '/findings', times: 1 });
    act(() => void result.current.refetch());
    await pass();
    expect(result.current.error).toMatchObject({ status });
    world.cobalt.clearRequests();
    act(() => world.client.connection.reconnected());
    await pass();
    expect(result.current.error).toBeNull();
    expect(world.sent('GET', '/findings')).toHaveLength(1);
  });

  it('also saves a query whose 401 for the old one arrives late', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 401, path: '/findings', times: 1 });
    world.cobalt.faults.add({ status: 401, path: '/findings', times: 1, delayMs: 5000 });
    twenty(world, 0, 2);
    await pass();
    expect(shown()).toEqual(['UnauthorizedError', 'waiting']);
    act(() => world.client.setToken('mock-personal-token'));
    await pass(1000);
    expect(shown()).toEqual(['data', 'waiting']);
    await pass(5000);
    expect(shown()).toEqual(['data', 'data']);
    expect(world.sent('GET', '/findings')).toHaveLength(4);
    expect(world.client.connection.getState().session).toBe('active');
  });

  it('with two organizations side by side, sends each query once', async () => {
    const world = start();
    const other = world.client.withOrganization(world.cobalt.data.organizations[1]!.id);
    render(
      <QueryClientProvider client={world.queryClient}>
        {[world.client, other].map((client) => (
          <CobaltProvider key={client.organizationId} client={client}>
            <Widget limit={3} />
          </CobaltProvider>
        ))}
      </QueryClientProvider>,
    );
    await pass();
    expect(shown()).toEqual(['data', 'data']);
    world.cobalt.faults.add({ status: 401, path: '/findings', times: 2 });
    act(() => void world.queryClient.refetchQueries());
    await pass();
    world.cobalt.clearRequests();
    act(() => world.client.setToken('mock-personal-token'));
    await pass();
    expect(world.sent('GET', '/findings')).toHaveLength(2);
  });
});

describe('signing out', () => {
  it('leaves no data in the cache or on screen, and no mutation', async () => {
    const world = start();
    const id = findingsOf(world)[0]!.id;
    const { result, rerender } = renderHook(
      ({ enabled, sort }: { enabled: boolean; sort: 'state' | 'severity' }) => ({
        list: useFindings({ sort }, { ...quiet, placeholderData: keepPreviousData }),
        long: useInfiniteFindings({}, quiet),
        disabled: useFinding(id, { ...quiet, enabled }),
        create: useCreateAsset(),
      }),
      { wrapper: world.wrapper, initialProps: { enabled: true, sort: 'state' } },
    );
    await pass();
    act(() => result.current.create.mutate({ title: 'Mine', asset_type: 'web' }));
    await pass();
    // On screen, but switched off; and one that shows the rows of another filter while it waits.
    world.cobalt.faults.add({ path: '/findings', hang: true });
    rerender({ enabled: false, sort: 'severity' });
    await pass();
    expect(result.current.disabled.data).toBeDefined();
    expect(result.current.list).toMatchObject({ isPlaceholderData: true });
    world.queryClient.setQueryData(['app'], 'stays');

    act(() => world.client.signOut());
    await pass();
    expect(result.current.list).toMatchObject({ data: undefined, error: { name: 'UnauthorizedError' } });
    expect(result.current.long.data).toBeUndefined();
    expect(result.current.disabled.data).toBeUndefined();
    const caches = world.queryClient.getQueryCache().findAll({ queryKey: ['cobalt'] });
    expect(caches.map(({ state }) => state.data)).toEqual([undefined, undefined, undefined]);
    expect(world.queryClient.getMutationCache().getAll()).toEqual([]);
    expect(world.queryClient.getQueryData(['app'])).toBe('stays');
  });

  it('sends nothing, and drops answers that are still on their way', async () => {
    const world = start();
    world.cobalt.faults.add({ path: '/findings', delayMs: 1000 });
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper: world.wrapper });
    await pass(100);
    world.cobalt.clearRequests();
    act(() => world.client.signOut());
    await pass(5000);
    expect(world.cobalt.requests).toEqual([]);
    expect(result.current.data).toBeUndefined();
    expect(result.current.error).toMatchObject({ name: 'UnauthorizedError', attempts: 0 });
  });

  it('while no provider is mounted empties the cache as soon as one is', async () => {
    const world = start();
    const first = renderHook(() => useFindings({}, quiet), { wrapper: world.wrapper });
    await pass();
    first.unmount();
    world.client.signOut();
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper: world.wrapper });
    await pass();
    expect(result.current.data).toBeUndefined();
  });

  it('ends with another token: what is on screen loads again', async () => {
    const world = start();
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper: world.wrapper });
    await pass();
    act(() => world.client.signOut());
    await pass();
    act(() => world.client.setToken('mock-personal-token'));
    await pass();
    expect(result.current.data!.items).toHaveLength(10);
  });
});

describe('behaviour 17: another organization', () => {
  it.each([
    ['as it is', {}],
    ['with keepPreviousData', { placeholderData: keepPreviousData }],
  ])('never shows the rows of the first, %s', async (_title, more) => {
    const world = start();
    const organizations = world.cobalt.data.organizations;
    const renders: { organization: string; owners: (string | undefined)[] }[] = [];
    function Rows(): ReactNode {
      const { organizationId } = useCobaltClient();
      const list = useFindings({}, { ...quiet, ...more });
      const long = useInfiniteFindings({}, { ...quiet, ...more });
      renders.push({
        organization: organizationId!,
        owners: [...(list.data?.items ?? []), ...(long.data?.items ?? [])].map(
          ({ id }) => world.cobalt.data.organizationOf(id)?.id,
        ),
      });
      return null;
    }
    const tree = (client: CobaltClient): ReactNode => (
      <QueryClientProvider client={world.queryClient}>
        <CobaltProvider client={client}>
          <Rows />
        </CobaltProvider>
      </QueryClientProvider>
    );
    const { rerender } = render(tree(world.client));
    await pass();
    // Its answer for the first organization is still on its way when the other is chosen.
    world.cobalt.faults.add({ path: '/findings', times: 1, delayMs: 1000 });
    act(() => void world.queryClient.refetchQueries());
    await pass();
    for (const index of [1, 0, 2]) {
      rerender(tree(world.client.withOrganization(organizations[index]!.id)));
      await pass(500);
    }
    await pass(5000);
    expect(renders.some(({ owners }) => owners.length > 10)).toBe(true);
    for (const { organization, owners } of renders) expect(new Set([organization, ...owners]).size).toBe(1);
    expect(renders.at(-1)).toMatchObject({ organization: organizations[2]!.id });
    expect(renders.at(-1)!.owners.length).toBeGreaterThan(0);
  });

  it('keepPreviousData still keeps the rows of another filter of the same organization', async () => {
    const world = start();
    const { result, rerender } = renderHook(
      ({ sort }: { sort: 'state' | 'severity' }) =>
        useFindings({ sort }, { ...quiet, placeholderData: keepPreviousData }),
      { wrapper: world.wrapper, initialProps: { sort: 'state' } },
    );
    await pass();
    const before = result.current.data;
    rerender({ sort: 'severity' });
    expect(result.current).toMatchObject({ isPlaceholderData: true });
    expect(result.current.data).toBe(before);
    await pass();
    expect(result.current.isPlaceholderData).toBe(false);
  });
});

it('useConnection shows the cooldown as soon as the failure, and its end', async () => {
  const world = start();
  world.cobalt.faults.add({ status: 429, path: '/findings', times: 1 });
  const { result } = renderHook(() => ({ connection: useConnection(), list: useFindings({}, quiet) }), {
    wrapper: world.wrapper,
  });
  await pass();
  expect(result.current.list.error?.name).toBe('TooManyRequestsError');
  expect(result.current.connection.cooldown.read?.retryAt).toBeGreaterThan(Date.now());
  await pass(61_000);
  expect(result.current.connection.cooldown.read).toBeUndefined();
});
