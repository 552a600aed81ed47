import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { useCreateAsset, useFindings, useUpdateFindingState } from 'cobalt-react';
import { type Fault, faultScenarios } from 'cobalt-react/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf, pass, start } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false } as const;
const TEN_MINUTES = 600_000;

const status = (code: number): Fault => ({ status: code });
const once = [400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 509, 503];
const thrice = [500, 502, 504, 520, 522];

describe('behaviour 9: a failing read', () => {
  it.each([
    ...once.map((code) => [`${code} is asked for once`, status(code), 1] as const),
    ...thrice.map((code) => [`${code} is asked for 3 times`, status(code), 3] as const),
    ['unreachable is asked for 3 times', faultScenarios.cutConnection, 3] as const,
    ['timeout is asked for twice', faultScenarios.hang, 2] as const,
    ['truncated is asked for 3 times, since it looks like a cut', faultScenarios.truncated, 3] as const,
    ['broken JSON is asked for twice', faultScenarios.brokenJson, 2] as const,
    ['an HTML page is asked for twice', faultScenarios.htmlPage, 2] as const,
  ])('%s', async (_title, fault, requests) => {
    const { cobalt, wrapper, sent } = start({ timeoutMs: 5000 });
    cobalt.faults.add({ ...fault, path: '/findings' });
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper });
    await pass(30_000);

    expect(sent('GET', '/findings')).toHaveLength(requests);
    expect(result.current).toMatchObject({ status: 'error', fetchStatus: 'idle' });
    expect(result.current.error!.attempts).toBe(requests);
    expect(result.current.failureCount).toBe(requests);
  });

  it('is tried again after 1 and then 2 seconds, not earlier', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 500, path: '/findings' });
    renderHook(() => useFindings({}, quiet), { wrapper });
    const counts: number[] = [];
    for (const ms of [0, 999, 1, 1999, 1]) {
      await pass(ms);
      counts.push(sent('GET', '/findings').length);
    }
    expect(counts).toEqual([1, 1, 2, 2, 3]);
  });

  it('that the device says is offline is asked for once', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ cut: true, path: '/findings' });
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper });
    await pass(30_000);
    expect(sent('GET', '/findings')).toHaveLength(1);
    expect(result.current.error).toMatchObject({ name: 'NetworkError', kind: 'offline' });
    // TanStack's own pause would leave it pending for ever.
    expect(result.current.fetchStatus).toBe('idle');
  });

  it('that succeeds at the second try shows no error', async () => {
    const { wrapper, cobalt, sent } = start();
    cobalt.faults.add({ status: 500, path: '/findings', times: 1 });
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper });
    await pass(1500);
    expect(sent('GET', '/findings')).toHaveLength(2);
    expect(result.current).toMatchObject({ status: 'success', error: null });
  });
});

describe('behaviour 9: a failing write', () => {
  it.each([...once, ...thrice].map((code) => [code]))('with %i is sent once', async (code) => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: code, method: 'POST' });
    cobalt.faults.add({ status: code, method: 'PATCH' });
    const id = cobalt.data.findings[0]!.id;
    const { result } = renderHook(() => [useCreateAsset(), useUpdateFindingState()] as const, { wrapper });
    act(() => result.current[0].mutate({ title: 'A', asset_type: 'web' }));
    await pass(0);
    // Each on its own: a 429 of the first would keep the second from being sent.
    expect(sent('POST')).toHaveLength(1);
    await pass(TEN_MINUTES);
    expect(sent('POST')).toHaveLength(1);
    expect(result.current[0].error).toMatchObject({ operation: 'write', attempts: 1 });

    cobalt.clearRequests();
    act(() => result.current[1].mutate({ id, state: 'check_fix' }));
    await pass(30_000);
    expect(sent('PATCH').length).toBeLessThanOrEqual(1);
    expect(result.current[1].isError).toBe(true);
  });

  it.each([
    ['a cut connection', faultScenarios.cutConnection],
    ['no answer', faultScenarios.hang],
    ['an unreadable answer', faultScenarios.htmlPage],
  ])('with %s is sent once', async (_title, fault) => {
    const { cobalt, wrapper, sent } = start({ timeoutMs: 5000 });
    cobalt.faults.add({ ...fault, method: 'POST' });
    const { result } = renderHook(() => useCreateAsset(), { wrapper });
    act(() => result.current.mutate({ title: 'A', asset_type: 'web' }));
    await pass(30_000);
    expect(sent('POST')).toHaveLength(1);
    expect(result.current.isError).toBe(true);
  });

  it("is sent once, whatever the app's defaults for its other mutations are", async () => {
    const { cobalt, wrapper, sent } = start({ query: { defaultOptions: { mutations: { retry: 3 } } } });
    cobalt.faults.add({ status: 500, method: 'POST' });
    const { result } = renderHook(() => useCreateAsset(), { wrapper });
    act(() => result.current.mutate({ title: 'A', asset_type: 'web' }));
    await pass(60_000);
    expect(sent('POST')).toHaveLength(1);
  });
});

describe('our rules are for our keys alone', () => {
  it("another query of the app keeps TanStack's four requests, and does not throw", async () => {
    const { wrapper } = start();
    const queryFn = vi.fn(() => Promise.reject(new Error('of the app')));
    const { result } = renderHook(() => useQuery({ queryKey: ['app'], queryFn }), {
      wrapper,
    });
    await pass(60_000);
    expect(queryFn).toHaveBeenCalledTimes(4);
    expect(result.current.status).toBe('error');
  });

  it("another query of the app keeps the app's own defaults", async () => {
    const { wrapper } = start({ query: { defaultOptions: { queries: { retry: false } } } });
    const queryFn = vi.fn(() => Promise.reject(new Error('of the app')));
    renderHook(() => useQuery({ queryKey: ['app'], queryFn }), { wrapper });
    await pass(60_000);
    expect(queryFn).toHaveBeenCalledTimes(1);
  });

  it("a hook's own options win over ours", async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 404, path: '/findings' });
    renderHook(() => useFindings({}, { ...quiet, retry: 1, retryDelay: 10 }), { wrapper });
    await pass(5000);
    expect(sent('GET', '/findings')).toHaveLength(2);
  });

  it.each(['before', 'after'])(
    "the app's defaults for ['cobalt'] set %s ours win, and erase none of ours",
    async (when) => {
      const { cobalt, queryClient, wrapper, sent } = start();
      const own = { retryDelay: 7, gcTime: 1234 };
      if (when === 'before') queryClient.setQueryDefaults(['cobalt'], own);
      const { rerender } = renderHook(() => useFindings({ limit: 1 }, quiet), { wrapper });
      await pass();
      if (when === 'after') queryClient.setQueryDefaults(['cobalt'], own);
      rerender();

      cobalt.faults.add({ status: 500, path: '/findings' });
      cobalt.clearRequests();
      const { result } = renderHook(() => useFindings({ limit: 2 }, quiet), { wrapper });
      await pass(100);
      // Ours say how often, the app's how soon.
      expect(sent('GET', '/findings')).toHaveLength(3);
      expect(result.current.isError).toBe(true);
      expect(queryClient.getQueryCache().getAll().at(-1)!.gcTime).toBe(1234);
    },
  );

  it("TanStack's offline pause does not hold our reads", async () => {
    const { onlineManager } = await import('@tanstack/react-query');
    onlineManager.setOnline(false);
    try {
      const { wrapper } = start();
      const { result } = renderHook(() => useFindings(), { wrapper });
      await pass(100);
      expect(result.current.status).toBe('success');
    } finally {
      onlineManager.setOnline(true);
    }
  });

  it("TanStack's offline pause neither holds nor later sends our writes", async () => {
    const { onlineManager } = await import('@tanstack/react-query');
    onlineManager.setOnline(false);
    try {
      const { cobalt, wrapper, sent } = start();
      cobalt.faults.add({ cut: true, method: 'POST', times: 1 });
      const { result } = renderHook(() => useCreateAsset(), { wrapper });
      act(() => result.current.mutate({ title: 'A', asset_type: 'web' }));
      await pass(100);
      expect(result.current).toMatchObject({ isError: true, isPaused: false });
      onlineManager.setOnline(true);
      await pass(60_000);
      expect(sent('POST')).toHaveLength(1);
    } finally {
      onlineManager.setOnline(true);
    }
  });

  it('a query client without our provider is left as it is', () => {
    const { queryClient } = start();
    renderHook(() => null, {
      wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
    });
    expect(queryClient.getQueryDefaults(['cobalt', 'us'])).toEqual({});
  });
});

describe('behaviour 14: data first', () => {
  it('a failed refetch keeps the rows, says so quietly, and throws nothing', async () => {
    const world = start();
    const { result } = renderHook(() => useFindings({ limit: 5 }), { wrapper: world.wrapper });
    await pass();
    const before = result.current.data;
    expect(before!.items.map(({ id }) => id)).toEqual(
      findingsOf(world)
        .slice(0, 5)
        .map(({ id }) => id),
    );
    world.cobalt.faults.add({ status: 500, path: '/findings' });
    act(() => void result.current.refetch());
    await pass(30_000);
    expect(result.current.data).toBe(before);
    expect(result.current).toMatchObject({ isRefetchError: true, error: { name: 'InternalServerError' } });
  });
});
