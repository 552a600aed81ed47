import { act, renderHook } from '@testing-library/react';
import {
  useAssets,
  useCreateAsset,
  useFindings,
  useInfiniteAssets,
  useUpdateFindingState,
} from 'cobalt-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false } as const;
const params = { title: 'Portal', asset_type: 'web' };

describe('creating an asset', () => {
  it('reads asset lists on screen again, and no findings', async () => {
    const { cobalt, wrapper, sent } = start();
    const { result } = renderHook(
      () => ({
        assets: useAssets(),
        long: useInfiniteAssets(),
        findings: useFindings(),
        create: useCreateAsset(),
      }),
      { wrapper },
    );
    await pass();
    cobalt.clearRequests();
    act(() => result.current.create.mutate({ ...params }));
    await pass();
    expect(sent('GET').sort()).toEqual(['/assets', '/assets?limit=100']);
    expect(result.current.assets.data!.items[0]!.title).toBe('Portal');
    expect(result.current.long.data!.items[0]!.title).toBe('Portal');
  });

  it('reads a list again that was being read for the first time', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ path: '/assets', method: 'GET', times: 1, delayMs: 1000 });
    const { result } = renderHook(() => ({ assets: useAssets(), create: useCreateAsset() }), { wrapper });
    await pass(100);
    act(() => result.current.create.mutate({ ...params }));
    await pass(5000);
    expect(result.current.assets.data!.items[0]!.title).toBe('Portal');
  });

  it('behaviour 11: the same object again carries the same key, and a 409 to it probably succeeded', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ cut: true, afterCommit: true, method: 'POST', times: 1 });
    const { result } = renderHook(() => ({ assets: useAssets(), create: useCreateAsset() }), { wrapper });
    await pass();
    const submission = { ...params };
    act(() => result.current.create.mutate(submission));
    await pass();
    expect(result.current.create.error).toMatchObject({ name: 'NetworkError', kind: 'unreachable' });
    cobalt.clearRequests();
    act(() => result.current.create.mutate(submission));
    await pass();
    expect(result.current.create.error).toMatchObject({ name: 'ConflictError', probablySucceeded: true });
    // Where it must be by now.
    expect(sent('GET')).toEqual(['/assets']);
    expect(result.current.assets.data!.items.filter(({ title }) => title === 'Portal')).toHaveLength(1);

    act(() => result.current.create.mutate({ ...params }));
    await pass();
    expect(result.current.create.isSuccess).toBe(true);
    const keys = cobalt.requests
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it("a person's own TanStack retry carries the same key too", async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 500, method: 'POST', times: 2 });
    const { result } = renderHook(() => useCreateAsset({ retry: 2, retryDelay: 10 }), { wrapper });
    act(() => result.current.mutate({ ...params }));
    await pass(100);
    expect(result.current.isSuccess).toBe(true);
    expect(cobalt.requests).toHaveLength(3);
    expect(new Set(cobalt.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });
});

describe("the caller's own callbacks", () => {
  it('are called as TanStack documents, with their own result of onMutate', async () => {
    const { cobalt, wrapper } = start();
    const calls: unknown[][] = [];
    const { result } = renderHook(
      () =>
        useUpdateFindingState({
          onMutate: ({ state }) => {
            calls.push(['mutate', state]);
            return { toast: 7 };
          },
          onSuccess: (_data, { state }, { toast }) => void calls.push(['success', state, toast]),
          onError: (error, { state }, own) => void calls.push(['error', error.name, state, own?.toast]),
          onSettled: (_data, error, _params, own) =>
            void calls.push(['settled', error?.name ?? null, own?.toast]),
        }),
      { wrapper },
    );
    const id = cobalt.data.findings.find(({ state }) => state === 'need_fix')!.id;
    act(() => result.current.mutate({ id, state: 'check_fix' }));
    await pass();
    act(() => result.current.mutate({ id, state: 'nonsense' }));
    await pass();
    expect(calls).toEqual([
      ['mutate', 'check_fix'],
      ['success', 'check_fix', 7],
      ['settled', null, 7],
      ['mutate', 'nonsense'],
      ['error', 'UnprocessableContentError', 'nonsense', 7],
      ['settled', 'UnprocessableContentError', 7],
    ]);
  });

  it('find the roll-back done and the refetch begun', async () => {
    const { cobalt, wrapper, queryClient } = start();
    const id = cobalt.data.findings.find(({ state }) => state === 'need_fix')!.id;
    cobalt.faults.add({ status: 422, method: 'PATCH' });
    const seen: unknown[] = [];
    const { result } = renderHook(
      () => ({
        list: useFindings({ limit: 1000 }, quiet),
        update: useUpdateFindingState({
          onError: () => {
            const [, page] = queryClient.getQueriesData<{ items: { id: string; state: string }[] }>({})[0]!;
            seen.push(page!.items.find((item) => item.id === id)!.state);
          },
        }),
      }),
      { wrapper },
    );
    await pass();
    act(() => result.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    expect(seen).toEqual(['need_fix']);
  });
});

it('a write goes on after its component has gone, and what it made stale is read again', async () => {
  const { cobalt, wrapper, sent } = start();
  const list = renderHook(() => useAssets(), { wrapper });
  const form = renderHook(() => useCreateAsset(), { wrapper });
  await pass();
  cobalt.faults.add({ method: 'POST', times: 1, delayMs: 500 });
  act(() => form.result.current.mutate({ ...params }));
  await pass(100);
  form.unmount();
  await pass(1000);
  expect(sent('POST')).toHaveLength(1);
  expect(list.result.current.data!.items[0]!.title).toBe('Portal');
});
