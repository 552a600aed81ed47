import { skipToken } from '@tanstack/react-query';
import { act, render, renderHook } from '@testing-library/react';
import {
  CobaltProvider,
  createCobaltClient,
  listAssets,
  listFindings,
  useFetchAll,
  type UseFetchAllResult,
} from 'cobalt-react';
import { Component, type ReactNode, StrictMode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allowConsole } from '../setup/console.ts';
import { findingsOf, pass, start, type World } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

const ids = ({ items }: { items: readonly { id: string }[] }): string[] => items.map(({ id }) => id);

/** Every render of one walk. */
function walk(world: World, params?: Parameters<typeof listFindings.infiniteQueryOptions>[1]) {
  const renders: UseFetchAllResult<{ id: string }>[] = [];
  const { result, rerender, unmount } = renderHook(
    (given: typeof params) => {
      const now = useFetchAll(listFindings, given);
      renders.push(now);
      return now;
    },
    { wrapper: world.wrapper, initialProps: params },
  );
  return { result, rerender, unmount, renders };
}

describe('useFetchAll', () => {
  it('shows how far it has come, and all at the end', async () => {
    const world = start();
    world.cobalt.faults.add({ delayMs: 100 });
    const { result, renders } = walk(world, { limit: 300 });
    expect(result.current).toMatchObject({
      items: [],
      progress: { items: 0, pages: 0 },
      status: 'loading',
      error: null,
    });
    for (let page = 0; page < 3; page++) await pass(100);
    expect(result.current).toMatchObject({ progress: { items: 900, pages: 3 }, status: 'success' });
    expect(ids(result.current)).toEqual(findingsOf(world).map(({ id }) => id));
    expect([...new Set(renders.map(({ progress }) => progress.items))]).toEqual([0, 300, 600, 900]);
    expect(world.sent('GET')).toHaveLength(3);
  });

  it('takes maxItems', async () => {
    const world = start();
    const { result } = renderHook(() => useFetchAll(listFindings, { limit: 10 }, { maxItems: 15 }), {
      wrapper: world.wrapper,
    });
    await pass();
    expect(result.current).toMatchObject({ status: 'success', progress: { items: 15, pages: 2 } });
  });

  it('caches nothing, and waits while it is skipped', async () => {
    const world = start();
    const { result, rerender } = renderHook(
      ({ isReady }) => useFetchAll(listAssets, isReady ? {} : skipToken),
      { wrapper: world.wrapper, initialProps: { isReady: false } },
    );
    await pass(1000);
    expect(result.current.status).toBe('loading');
    expect(world.cobalt.requests).toEqual([]);
    rerender({ isReady: true });
    await pass();
    expect(result.current).toMatchObject({ status: 'success', progress: { items: 36 } });
    expect(world.queryClient.getQueryCache().getAll()).toEqual([]);
  });

  it('keeps its rows after a failure, and resumes at the page that failed', async () => {
    const world = start();
    world.cobalt.faults.add({ delayMs: 10, times: 1 });
    const stop = world.cobalt.faults.add({ status: 500, path: '/findings' });
    const { result } = walk(world, { limit: 300 });
    await pass(60_000);
    expect(result.current).toMatchObject({
      status: 'error',
      error: { name: 'InternalServerError', attempts: 3 },
      progress: { items: 300, pages: 1 },
    });
    expect(world.sent('GET')).toHaveLength(4);

    stop();
    world.cobalt.clearRequests();
    act(() => result.current.resume());
    expect(result.current).toMatchObject({ status: 'loading', error: null, progress: { items: 300 } });
    // A second press changes nothing.
    act(() => result.current.resume());
    await pass();
    expect(result.current).toMatchObject({ status: 'success', progress: { items: 900, pages: 3 } });
    expect(ids(result.current)).toEqual(findingsOf(world).map(({ id }) => id));
    expect(world.sent('GET')).toHaveLength(2);
    act(() => result.current.resume());
    await pass();
    expect(world.sent('GET')).toHaveLength(2);
  });

  it('can be cancelled, sends nothing more, and can go on', async () => {
    const world = start();
    world.cobalt.faults.add({ delayMs: 100 });
    const { result } = walk(world, { limit: 300 });
    await pass(150);
    act(() => result.current.cancel());
    expect(result.current).toMatchObject({ status: 'cancelled', progress: { items: 300, pages: 1 } });
    await pass(10_000);
    expect(world.sent('GET')).toHaveLength(2);
    expect(result.current).toMatchObject({ status: 'cancelled', error: null, progress: { items: 300 } });
    act(() => result.current.resume());
    await pass(1000);
    expect(result.current).toMatchObject({ status: 'success', progress: { items: 900, pages: 3 } });
  });

  it('waits in a cooldown and goes on by itself', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 429, headers: { 'Retry-After': '10' }, times: 1 });
    const { result } = walk(world, { limit: 1000 });
    await pass(9000);
    expect(result.current).toMatchObject({ status: 'loading', error: null });
    await pass(2000);
    expect(result.current).toMatchObject({ status: 'success', progress: { items: 900 } });
  });

  it('ends its walk when it leaves the screen', async () => {
    const world = start();
    world.cobalt.faults.add({ delayMs: 100 });
    const { unmount } = walk(world, { limit: 100 });
    await pass(150);
    unmount();
    await pass(10_000);
    expect(world.sent('GET')).toHaveLength(2);
    expect(world.cobalt.requests.at(-1)!.status).toBeNull();
  });

  it('walks once under StrictMode as far as anybody sees', async () => {
    const world = start();
    const { result } = renderHook(() => useFetchAll(listFindings, { limit: 300 }), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <StrictMode>
          <world.wrapper>{children}</world.wrapper>
        </StrictMode>
      ),
    });
    await pass();
    expect(result.current).toMatchObject({ status: 'success', progress: { items: 900, pages: 3 } });
    // The first page of the walk that was thrown away, and three.
    expect(world.sent('GET').length).toBeLessThanOrEqual(4);
  });

  it('does not walk again for parameters that are equal', async () => {
    const world = start();
    const { rerender } = walk(world, { limit: 1000 });
    await pass();
    rerender({ limit: 1000 });
    await pass();
    expect(world.sent('GET')).toHaveLength(1);
  });

  it('gives a programming error to the boundary of the app', async () => {
    const world = start();
    const client = createCobaltClient({ region: 'us', token: 'a', fetch: world.cobalt.fetch });
    allowConsole('error', /ConfigurationError|The above error/);
    const caught: unknown[] = [];
    class Boundary extends Component<{ children: ReactNode }> {
      override state = { failed: false };
      static getDerivedStateFromError = () => ({ failed: true });
      override componentDidCatch(error: unknown): void {
        caught.push(error);
      }
      override render(): ReactNode {
        return this.state.failed ? null : this.props.children;
      }
    }
    function Walk(): ReactNode {
      return useFetchAll(listFindings).status;
    }
    render(
      <world.wrapper>
        <CobaltProvider client={client}>
          <Boundary>
            <Walk />
          </Boundary>
        </CobaltProvider>
      </world.wrapper>,
    );
    await pass();
    expect(caught).toMatchObject([{ name: 'ConfigurationError' }]);
  });
});

describe('useFetchAll never shows the rows of', () => {
  it('other parameters, also where they come late', async () => {
    const world = start();
    world.cobalt.faults.add({ delayMs: 100 });
    const { result, rerender, renders } = walk(world, { state: 'need_fix', limit: 50 });
    await pass(350);
    expect(result.current.items.length).toBeGreaterThan(0);
    renders.length = 0;
    rerender({ state: 'check_fix', limit: 50 });
    expect(renders[0]).toMatchObject({ items: [], status: 'loading', progress: { items: 0 } });
    await pass(10_000);
    const states = renders.flatMap(({ items }) => items.map((item) => (item as { state?: string }).state));
    expect(new Set(states)).toEqual(new Set(['check_fix']));
    expect(result.current.status).toBe('success');
  });

  it('behaviour 17: another organization', async () => {
    const world = start();
    const other = world.cobalt.data.organizations[1]!;
    world.cobalt.faults.add({ delayMs: 100 });
    const renders: string[][] = [];
    function Walk(): ReactNode {
      renders.push(ids(useFetchAll(listFindings, { limit: 100 })));
      return null;
    }
    const show = (client: World['client']): ReactNode => (
      <world.wrapper>
        <CobaltProvider client={client}>
          <Walk />
        </CobaltProvider>
      </world.wrapper>
    );
    const view = render(show(world.client));
    await pass(350);
    expect(renders.at(-1)!.length).toBeGreaterThan(0);
    renders.length = 0;
    view.rerender(show(world.client.withOrganization(other.id)));
    await pass(10_000);
    const shown = new Set(renders.flat());
    expect(shown.size).toBe(240);
    for (const id of shown) expect(world.cobalt.data.organizationOf(id)).toEqual(other);
  });

  it('the person who signed out: the walk has ended, and the next one begins anew', async () => {
    const world = start();
    world.cobalt.faults.add({ delayMs: 100, times: 2 });
    const { result, renders } = walk(world, { limit: 300 });
    await pass(150);
    expect(result.current.progress.pages).toBe(1);
    renders.length = 0;
    act(() => world.client.signOut());
    await pass(1000);
    expect(result.current).toMatchObject({ items: [], progress: { items: 0, pages: 0 } });
    world.cobalt.clearRequests();
    world.cobalt.setTokens(['another']);
    act(() => world.client.setToken('another'));
    await pass(10_000);
    expect(result.current).toMatchObject({ status: 'success', progress: { items: 900, pages: 3 } });
    expect(world.sent('GET', '/findings')[0]).toBe('/findings?limit=300');
  });
});
