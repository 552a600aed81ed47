import { act, renderHook } from '@testing-library/react';
import {
  getFinding,
  listFindings,
  useFinding,
  useFindings,
  useInfiniteFindings,
  useUpdateFindingState,
} from 'cobalt-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf, pass, start, type World } from './start.tsx';

/** What a write shows before its answer, and what becomes of that. */

beforeEach(() => {
  vi.useFakeTimers();
});

// Tests look later than React does: every change is to be seen.
const quiet = { throwOnError: false, notifyOnChangeProps: 'all' } as const;

/** The same finding in a list, in a long list and alone, next to two hooks that change it. */
function desk(world: World, id: string) {
  return renderHook(
    () => ({
      list: useFindings({ limit: 20 }, quiet),
      long: useInfiniteFindings({ limit: 20 }, quiet),
      one: useFinding(id, quiet),
      update: useUpdateFindingState(),
      second: useUpdateFindingState(),
    }),
    { wrapper: world.wrapper },
  ).result;
}

type Desk = ReturnType<typeof desk>;

/** What each of the three shows. */
function states({ current: { list, long, one } }: Desk, id: string): (string | undefined)[] {
  return [
    list.data?.items.find((item) => item.id === id)?.state,
    long.data?.items.find((item) => item.id === id)?.state,
    one.data?.state,
  ];
}

const all = (state: string | undefined): (string | undefined)[] => [state, state, state];

function needFix(world: World): string {
  return findingsOf(world)
    .slice(0, 20)
    .find(({ state }) => state === 'need_fix')!.id;
}

/** What one of our own writes is answered, and when. */
const refused = { status: 422, method: 'PATCH', times: 1 } as const;
const slowly = (ms: number) => ({ method: 'PATCH', times: 1, delayMs: ms }) as const;

describe('a changed finding', () => {
  it('is shown at once in the list, in the long list and alone', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    expect(states(desk_, id)).toEqual(all('need_fix'));

    world.cobalt.faults.add(slowly(1000));
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    expect(desk_.current.update.isPending).toBe(true);
    expect(states(desk_, id)).toEqual(all('check_fix'));
    await pass(2000);
    expect(desk_.current.update.isSuccess).toBe(true);
    expect(states(desk_, id)).toEqual(all('check_fix'));
  });

  it('costs one request for the finding itself, and none for the lists', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    world.cobalt.clearRequests();
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass(5000);
    expect(world.sent('PATCH')).toEqual([`/findings/${id}`]);
    expect(world.sent('GET')).toEqual([`/findings/${id}`]);
  });

  it('leaves rows and pages alone that do not hold it', async () => {
    const world = start();
    const id = needFix(world);
    const { result } = renderHook(
      () => ({ long: useInfiniteFindings({ limit: 20 }, quiet), update: useUpdateFindingState() }),
      { wrapper: world.wrapper },
    );
    await pass();
    act(() => void result.current.long.fetchNextPage());
    await pass();
    const before = result.current.long.data!;
    const other = listFindings.queryOptions(world.client, { state: 'triaging' });
    await world.queryClient.query(other);
    act(() => result.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    const after = result.current.long.data!;
    expect(world.queryClient.getQueryState(other.queryKey)!.dataUpdateCount).toBe(1);
    expect(after.pages[1]).toBe(before.pages[1]);
    expect(after.items.filter((item, index) => item !== before.items[index]).map((item) => item.id)).toEqual([
      id,
    ]);
  });

  it('does not make old lists look new, nor failed ones look well', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    const { dataUpdatedAt } = desk_.current.list;
    world.cobalt.faults.add({ status: 403, path: '/findings', times: 1 });
    await pass(60_000);
    act(() => void desk_.current.list.refetch());
    await pass();
    expect(desk_.current.list.error?.name).toBe('ForbiddenError');

    world.cobalt.faults.add(slowly(1000));
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    expect(states(desk_, id)).toEqual(all('check_fix'));
    expect(desk_.current.list.dataUpdatedAt).toBe(dataUpdatedAt);
    expect(desk_.current.list.error?.name).toBe('ForbiddenError');
    await pass(2000);
  });

  it('is read again in a list that comes on screen later, also with staleTime', async () => {
    const world = start();
    const id = needFix(world);
    const filtered = listFindings.queryOptions(world.client, { state: 'check_fix', limit: 1000 });
    const before = await world.queryClient.query(filtered);
    expect(before.items.map((item) => item.id)).not.toContain(id);
    const { result } = renderHook(() => useUpdateFindingState(), { wrapper: world.wrapper });
    act(() => result.current.mutate({ id, state: 'check_fix' }));
    await pass();

    const later = renderHook(
      () => useFindings({ state: 'check_fix', limit: 1000 }, { staleTime: Number.POSITIVE_INFINITY }),
      { wrapper: world.wrapper },
    );
    await pass();
    expect(later.result.current.data!.items.map((item) => item.id)).toContain(id);
  });
});

describe('a refused change', () => {
  it('is taken back everywhere, the field alone', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    const before = desk_.current.list.data;
    world.cobalt.faults.add({ ...refused, delayMs: 1000 });
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    // Meanwhile something else about it becomes known.
    act(() => {
      world.queryClient.setQueriesData({ queryKey: ['cobalt', 'us'] }, (data) => {
        const page = data as { items?: { id: string }[] };
        if (!page.items) return data;
        return {
          ...page,
          items: page.items.map((item) => (item.id === id ? { ...item, title: 'New title' } : item)),
        };
      });
    });
    await pass(2000);
    expect(desk_.current.update.error?.name).toBe('UnprocessableContentError');
    expect(states(desk_, id)).toEqual(all('need_fix'));
    const row = desk_.current.list.data!.items.find((item) => item.id === id);
    expect(row).toEqual({ ...before!.items.find((item) => item.id === id), title: 'New title' });
  });

  it('goes back to what was known last, also where an older copy was shown', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass(1000);
    (world.cobalt.data.findings.find((row) => row.id === id) as { state: string }).state = 'triaging';
    act(() => void desk_.current.one.refetch());
    await pass();
    expect(states(desk_, id)).toEqual(['need_fix', 'need_fix', 'triaging']);
    world.cobalt.faults.add(refused);
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass(1000);
    expect(states(desk_, id)).toEqual(all('triaging'));
  });

  it('does not take back a newer change', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    world.cobalt.faults.add({ ...refused, delayMs: 1000 });
    world.cobalt.faults.add(slowly(3000));
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    act(() => desk_.current.second.mutate({ id, state: 'wont_fix' }));
    await pass(1500);
    expect(desk_.current.update.isError).toBe(true);
    expect(states(desk_, id)).toEqual(all('wont_fix'));
    await pass(5000);
    expect(states(desk_, id)).toEqual(all('wont_fix'));
  });

  it('and then a refused newer one end at what was true, not at the first guess', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    world.cobalt.faults.add({ ...refused, delayMs: 1000 });
    world.cobalt.faults.add({ ...refused, delayMs: 2000 });
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    act(() => desk_.current.second.mutate({ id, state: 'wont_fix' }));
    await pass(1500);
    expect(states(desk_, id)).toEqual(all('wont_fix'));
    await pass(1500);
    expect(states(desk_, id)).toEqual(all('need_fix'));
    expect(world.queryClient.getQueryCache().hasListeners()).toBe(false);
  });

  it('by a blocked connection is never sent and taken back', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    act(() => world.client.signOut());
    await pass();
    world.cobalt.clearRequests();
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    expect(desk_.current.update.error).toMatchObject({ name: 'UnauthorizedError', attempts: 0 });
    expect(world.cobalt.requests).toEqual([]);
  });
});

describe('a change whose answer was lost', () => {
  it.each([
    ['it had arrived', { cut: true, afterCommit: true }, 'check_fix'],
    ['it had not arrived', { cut: true }, 'need_fix'],
  ] as const)('is read again, and what is true is shown: %s', async (_title, fault, truth) => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    world.cobalt.clearRequests();
    world.cobalt.faults.add({ ...fault, method: 'PATCH', times: 1 });
    world.cobalt.faults.add({ method: 'GET', delayMs: 500 });
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass(100);
    expect(desk_.current.update.error?.name).toBe('NetworkError');
    // No blind step back before the truth is known.
    expect(states(desk_, id)).toEqual(all('check_fix'));
    await pass(1000);
    expect(states(desk_, id)).toEqual(all(truth));
    expect(world.queryClient.getQueryCache().hasListeners()).toBe(false);
    // Each of the three once, and no other finding.
    expect(world.sent('GET').sort()).toEqual(
      [`/findings/${id}`, '/findings?limit=20', '/findings?limit=20'].sort(),
    );
  });
});

describe('a read that was on its way', () => {
  it('does not overwrite the change with what it brings, and is not asked for twice', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    // It reads the old state now, and arrives after the change has succeeded.
    world.cobalt.clearRequests();
    world.cobalt.faults.add({ path: '/findings', times: 2, delayMs: 1000 });
    act(() => {
      void desk_.current.list.refetch();
      void desk_.current.long.refetch();
    });
    await pass(100);
    const seen: unknown[] = [];
    const stop = world.queryClient.getQueryCache().subscribe(() => seen.push(...states(desk_, id)));
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass(100);
    seen.length = 0;
    await pass(5000);
    stop();
    expect(desk_.current.update.isSuccess).toBe(true);
    expect(states(desk_, id)).toEqual(all('check_fix'));
    expect([...new Set(seen)]).toEqual(['check_fix']);
    expect(world.sent('GET', '/findings')).toHaveLength(2);
  });

  it('for the next page of a long list is not lost', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    world.cobalt.faults.add({ path: '/findings', times: 1, delayMs: 1000 });
    act(() => void desk_.current.long.fetchNextPage());
    await pass(100);
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass(2000);
    expect(desk_.current.long.data!.pages).toHaveLength(2);
    expect(states(desk_, id)).toEqual(all('check_fix'));
  });

  it('for the next page does not bring a refused change back', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    world.cobalt.faults.add({ ...refused, delayMs: 500 });
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass();
    // TanStack keeps the pages of this moment, the guess among them, and puts the next one behind them.
    world.cobalt.faults.add({ path: '/findings', times: 1, delayMs: 1000 });
    act(() => void desk_.current.long.fetchNextPage());
    await pass(2000);
    expect(desk_.current.long.data!.pages).toHaveLength(2);
    expect(states(desk_, id)).toEqual(all('need_fix'));
  });

  it('for the first time is neither left pending nor shows what was before', async () => {
    const world = start();
    const id = needFix(world);
    world.cobalt.faults.add({ method: 'GET', times: 3, delayMs: 1000 });
    const desk_ = desk(world, id);
    await pass(100);
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass(5000);
    expect(desk_.current.update.isSuccess).toBe(true);
    expect(states(desk_, id)).toEqual(all('check_fix'));
  });

  it('leaves nothing behind once it has arrived', async () => {
    const world = start();
    const id = needFix(world);
    const desk_ = desk(world, id);
    await pass();
    world.cobalt.faults.add({ path: '/findings', times: 2, delayMs: 1000 });
    act(() => {
      void desk_.current.list.refetch();
      void desk_.current.long.refetch();
    });
    await pass(100);
    act(() => desk_.current.update.mutate({ id, state: 'check_fix' }));
    await pass(5000);
    // Somebody else moves it on; the next answer is the truth.
    act(() => {
      (world.cobalt.data.findings.find((row) => row.id === id) as { state: string }).state = 'valid_fix';
      void world.queryClient.refetchQueries();
    });
    await pass();
    expect(states(desk_, id)).toEqual(all('valid_fix'));
    expect(world.queryClient.getQueryCache().hasListeners()).toBe(false);
  });
});

it("another organization's copy of an equal id is not touched", async () => {
  const world = start();
  const id = needFix(world);
  const other = world.client.withOrganization(world.cobalt.data.organizations[1]!.id);
  const theirs = getFinding.queryOptions(other, id).queryKey;
  world.queryClient.setQueryData(theirs, { id, state: 'need_fix' } as never);
  const { result } = renderHook(() => useUpdateFindingState(), { wrapper: world.wrapper });
  act(() => result.current.mutate({ id, state: 'check_fix' }));
  await pass();
  expect(world.queryClient.getQueryData(theirs)).toEqual({ id, state: 'need_fix' });
});
