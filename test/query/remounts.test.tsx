import { render, renderHook, screen } from '@testing-library/react';
import { CobaltErrorBoundary, listFindings, useCobaltClient, useFindings } from 'cobalt-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, StrictMode, Suspense } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allowConsole } from '../setup/console.ts';
import { pass, start, type World } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  // React reports every error that a boundary catches.
  allowConsole('error', /Error|error occurred in/i);
  allowConsole('warn', /error occurred in/i);
});

const quiet = { throwOnError: false } as const;

function Quiet(): ReactNode {
  return <p>{useFindings({}, quiet).error?.name}</p>;
}

function Guarded(): ReactNode {
  return (
    <CobaltErrorBoundary>
      <Thrown />
    </CobaltErrorBoundary>
  );
}

function Thrown(): ReactNode {
  useFindings();
  return null;
}

function Suspended(): ReactNode {
  return (
    <CobaltErrorBoundary>
      <Suspense fallback="waiting">
        <Suspending />
      </Suspense>
    </CobaltErrorBoundary>
  );
}

function Suspending(): ReactNode {
  return <p>{useSuspenseQuery(listFindings.queryOptions(useCobaltClient(), {})).data.items.length}</p>;
}

/** Mounts and unmounts for a minute, and gives the moments of the requests in seconds. */
async function storm(world: World, node: ReactNode): Promise<number[]> {
  const from = Date.now();
  for (let round = 0; round < 100; round += 1) {
    const { unmount } = render(node, { wrapper: world.wrapper });
    await pass(550);
    unmount();
    await pass(50);
  }
  return world.cobalt.requests.map(({ at }) => (at - from) / 1000);
}

const gaps = (moments: readonly number[]): number[] =>
  moments.slice(1).map((at, index) => at - moments[index]!);

describe('100 components that come and go around an error for a minute', () => {
  it.each([
    ['that show it themselves', 404, <Quiet key="1" />],
    [
      'in StrictMode',
      404,
      <StrictMode key="2">
        <Quiet />
      </StrictMode>,
    ],
    ['with a boundary each', 404, <Guarded key="3" />],
    ['with Suspense', 404, <Suspended key="4" />],
  ])('%s send one request in five seconds at the most', async (_name, status, node) => {
    const world = start();
    world.cobalt.faults.add({ status, path: '/findings' });
    const moments = await storm(world, node);
    expect(moments.length).toBeGreaterThan(3);
    expect(Math.min(...gaps(moments))).toBeGreaterThanOrEqual(5);
  });

  it('spend no retries either, after those of the first', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 500, path: '/findings' });
    const first = render(<Quiet />, { wrapper: world.wrapper });
    await pass(4000);
    first.unmount();
    expect(world.cobalt.requests).toHaveLength(3);
    world.cobalt.clearRequests();
    const second = render(<Quiet />, { wrapper: world.wrapper });
    await pass(5000);
    expect(world.cobalt.requests).toHaveLength(1);
    await pass(4000);
    expect(world.cobalt.requests).toHaveLength(1);
    second.unmount();
    world.cobalt.clearRequests();
    const moments = await storm(world, <Quiet />);
    expect(moments.length).toBeGreaterThan(3);
    expect(Math.min(...gaps(moments))).toBeGreaterThanOrEqual(4.9);
  });
});

describe('who asks for it', () => {
  it('with a button gets it at once, and with the retries of its status', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 500, path: '/findings' });
    const { result } = renderHook(() => useFindings({}, quiet), { wrapper: world.wrapper });
    await pass(4000);
    expect(result.current.error).not.toBeNull();
    world.cobalt.clearRequests();
    void result.current.refetch();
    await pass();
    expect(world.cobalt.requests).toHaveLength(1);
    await pass(4000);
    expect(world.cobalt.requests).toHaveLength(3);
  });

  it('by leaving and coming back half a minute later gets it at once, with its retries', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 500, path: '/findings' });
    const first = render(<Quiet />, { wrapper: world.wrapper });
    await pass(4000);
    first.unmount();
    await pass(30_000);
    world.cobalt.clearRequests();
    render(<Quiet />, { wrapper: world.wrapper });
    await pass();
    expect(world.cobalt.requests).toHaveLength(1);
    await pass(4000);
    expect(world.cobalt.requests).toHaveLength(3);
  });

  it('and leaves again while it waits sends nothing, and keeps no timer', async () => {
    const world = start({ query: { defaultOptions: { queries: { gcTime: Infinity } } } });
    world.cobalt.faults.add({ status: 404, path: '/findings' });
    render(<Quiet />, { wrapper: world.wrapper }).unmount();
    await pass();
    const { unmount } = render(<Quiet />, { wrapper: world.wrapper });
    await pass();
    expect(screen.getByText('NotFoundError')).toBeInTheDocument();
    unmount();
    const again = render(<Quiet />, { wrapper: world.wrapper });
    await pass(1000);
    again.unmount();
    await pass();
    expect(vi.getTimerCount()).toBe(0);
    world.cobalt.clearRequests();
    await pass(60_000);
    expect(world.cobalt.requests).toEqual([]);
  });
});

it('the cache is listened to by nobody when the last provider is gone, and again when one comes', async () => {
  const world = start({ query: { defaultOptions: { queries: { gcTime: Infinity } } } });
  const cache = world.queryClient.getQueryCache();
  world.cobalt.faults.add({ status: 404, path: '/findings' });
  const first = render(<Quiet />, { wrapper: world.wrapper });
  const second = render(<p />, { wrapper: world.wrapper });
  await pass();
  first.unmount();
  expect(cache.hasListeners()).toBe(true);
  second.unmount();
  expect(cache.hasListeners()).toBe(false);
  render(<Quiet />, { wrapper: world.wrapper });
  await pass(4000);
  expect(world.cobalt.requests).toHaveLength(1);
  expect(cache.hasListeners()).toBe(true);
});
