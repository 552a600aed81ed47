import { useSuspenseQuery } from '@tanstack/react-query';
import { act, render, renderHook, screen } from '@testing-library/react';
import {
  fetchAll,
  listAssets,
  listFindings,
  listOrganizations,
  listPentests,
  useAssets,
  useCobaltClient,
  useFindings,
  useInfiniteFindings,
} from 'cobalt-react';
import { type ReactNode, Suspense } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start, type World } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

const limits = { read: 100, write: 20 };

/** Spends what the background may have of this minute, so that a fifth is left. */
async function spend(world: World): Promise<void> {
  const spent = world.cobalt.requests.length;
  const work = Array.from({ length: 85 - spent }, () => world.client.call(listOrganizations));
  await pass(100);
  await Promise.all(work);
  world.cobalt.clearRequests();
}

const paths = ({ cobalt }: World): string[] => cobalt.requests.map(({ path }) => path);

describe('when little of the limit is left', () => {
  it('a refetch, a poll, a prefetch and a walk wait, and go on when the minute ends', async () => {
    const world = start({ mock: { limits } });
    const shown = renderHook(() => [useFindings({}, { refetchInterval: 5000 }), useAssets()], {
      wrapper: world.wrapper,
    });
    await pass();
    await spend(world);
    act(() => void shown.result.current[1]!.refetch());
    void world.queryClient.query(listPentests.queryOptions(world.client));
    const walk = fetchAll(world.client, listFindings, { limit: 1000 });
    await pass(6000);
    expect(paths(world)).toEqual([]);
    await pass(60_000);
    await walk;
    expect(paths(world)).toEqual(expect.arrayContaining(['/findings', '/assets', '/pentests']));
  });

  it('what a person asks for goes at once: a first load, with Suspense too, and the next page', async () => {
    const world = start({ mock: { limits } });
    const list = renderHook(() => useInfiniteFindings({ limit: 10 }, { notifyOnChangeProps: 'all' }), {
      wrapper: world.wrapper,
    });
    await pass();
    await spend(world);
    act(() => void list.result.current.fetchNextPage());
    await pass(50);
    await pass(50);
    expect(list.result.current.data!.items).toHaveLength(20);
    renderHook(() => useAssets(), { wrapper: world.wrapper });
    function Pentests(): ReactNode {
      return <p>{useSuspenseQuery(listPentests.queryOptions(useCobaltClient())).data.items.length}</p>;
    }
    render(
      <Suspense fallback="waiting">
        <Pentests />
      </Suspense>,
      { wrapper: world.wrapper },
    );
    await pass();
    await pass();
    expect(screen.queryByText('waiting')).toBeNull();
    expect(paths(world)).toEqual(['/findings', '/assets', '/pentests']);
  });

  it('a person passes the background that waited longer', async () => {
    const world = start({ mock: { limits } });
    await spend(world);
    const walk = fetchAll(world.client, listAssets, {});
    await pass(1000);
    const first = renderHook(() => useFindings(), { wrapper: world.wrapper });
    await pass();
    expect(first.result.current.data).toBeDefined();
    expect(paths(world)).toEqual(['/findings']);
    await pass(60_000);
    await walk;
  });
});
