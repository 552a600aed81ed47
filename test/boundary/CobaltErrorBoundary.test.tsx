import {
  focusManager,
  onlineManager,
  QueryClientProvider,
  useQueries,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  ConfigurationError,
  getAsset,
  listFindings,
  listOrganizations,
  NetworkError,
  NotFoundError,
  useAsset,
  useAssets,
  useCobaltClient,
  useFindings,
  useInfiniteFindings,
} from 'cobalt-react';
import { type ReactNode, Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { pass, start } from '../query/start.tsx';
import { allowConsole } from '../setup/console.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // React reports every error that a boundary catches.
  allowConsole('error', /Error|error occurred in/i);
  allowConsole('warn', /error occurred in/i);
});

function Findings(): ReactNode {
  return <p>{useFindings().data ? 'findings' : 'waiting'}</p>;
}

function Assets(): ReactNode {
  return <p>{useAssets(undefined, { staleTime: Infinity }).data ? 'assets' : 'waiting'}</p>;
}

function Throw({ error }: { readonly error: unknown }): ReactNode {
  throw error;
}

/** React renders at the end of each step, as it would in between. */
async function steps(count: number, ms: number): Promise<void> {
  for (let step = 0; step < count; step++) await pass(ms);
}

const click = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('behaviour 7: a reset of the boundary is a reset of what failed inside', () => {
  it('sends the failed query once more, and its healthy sibling not at all', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    function Page(): ReactNode {
      return (
        <CobaltErrorBoundary views={{ 404: ({ onRetry }) => <button onClick={onRetry}>Again</button> }}>
          <Findings />
          <Assets />
        </CobaltErrorBoundary>
      );
    }
    render(<Page />, { wrapper });
    await pass();
    expect(sent('GET', '/findings')).toHaveLength(1);
    click('Again');
    await pass();
    expect(screen.getByText('findings')).toBeVisible();
    expect(screen.getByText('assets')).toBeVisible();
    expect(sent('GET', '/findings')).toHaveLength(2);
    expect(sent('GET', '/assets')).toHaveLength(1);
    expect(screen.queryByText('Again')).toBeNull();
  });

  it('does so for useQueries, infinite and Suspense queries too', async () => {
    const { cobalt, wrapper, sent } = start();
    const id = cobalt.data.assets[0]!.id;
    cobalt.faults.add({ cut: true, path: `/assets/${id}`, times: 3 });
    cobalt.faults.add({ cut: true, path: '/findings', times: 3 });
    function Many(): ReactNode {
      const [asset] = useQueries({ queries: [getAsset.queryOptions(useCobaltClient(), id)] });
      return <p>{asset.data ? 'many' : 'waiting'}</p>;
    }
    function Infinite(): ReactNode {
      return <p>{useInfiniteFindings().data ? 'infinite' : 'waiting'}</p>;
    }
    function Suspending(): ReactNode {
      useSuspenseQuery(listFindings.queryOptions(useCobaltClient(), { state: 'need_fix' }));
      return <p>suspense</p>;
    }
    function Page({ children }: { readonly children: ReactNode }): ReactNode {
      return (
        <CobaltErrorBoundary>
          <Suspense>{children}</Suspense>
        </CobaltErrorBoundary>
      );
    }
    for (const [child, text] of [
      [<Many key="1" />, 'many'],
      [<Infinite key="2" />, 'infinite'],
      [<Suspending key="3" />, 'suspense'],
    ] as const) {
      cobalt.faults.clear();
      cobalt.clearRequests();
      cobalt.faults.add({ cut: true, times: 3 });
      const { unmount } = render(<Page>{child}</Page>, { wrapper });
      await pass(5000);
      expect(sent('GET')).toHaveLength(3);
      click('Try again');
      await pass();
      expect(screen.getByText(text)).toBeVisible();
      expect(sent('GET')).toHaveLength(4);
      unmount();
    }
  });

  it('loads again for who left the page and came back, also with staleTime: Infinity', async () => {
    const { cobalt, wrapper, sent } = start({
      query: { defaultOptions: { queries: { staleTime: Infinity } } },
    });
    cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    function App(): ReactNode {
      const [page, setPage] = useState('findings');
      return (
        <>
          <button onClick={() => setPage(page === 'findings' ? 'other' : 'findings')}>
            Leave or come back
          </button>
          {page === 'findings' && (
            <CobaltErrorBoundary>
              <Findings />
            </CobaltErrorBoundary>
          )}
        </>
      );
    }
    render(<App />, { wrapper });
    await pass();
    expect(screen.getByText("We couldn't find this")).toBeVisible();
    click('Leave or come back');
    await pass();
    click('Leave or come back');
    expect(screen.queryByText("We couldn't find this")).toBeNull();
    await pass();
    // At once would let a component that comes and goes spend the limit.
    expect(sent('GET', '/findings')).toHaveLength(1);
    await steps(6, 1000);
    expect(screen.getByText('findings')).toBeVisible();
    expect(sent('GET', '/findings')).toHaveLength(2);
  });

  it('forgets the error when a reset key changes', async () => {
    const { cobalt, wrapper } = start();
    const onReset = vi.fn();
    const id = cobalt.data.assets[0]!.id;
    function Asset({ id: asset }: { readonly id: string }): ReactNode {
      return <p>{useAsset(asset).data?.id ?? 'waiting'}</p>;
    }
    const page = (asset: string): ReactNode => (
      <CobaltErrorBoundary resetKeys={[asset]} onReset={onReset}>
        <Asset id={asset} />
      </CobaltErrorBoundary>
    );
    const { rerender } = render(page('as_missing'), { wrapper });
    await pass();
    expect(screen.getByText("We couldn't find this")).toBeVisible();
    rerender(page(id));
    await pass();
    expect(screen.getByText(id)).toBeVisible();
    expect(onReset).toHaveBeenCalledOnce();
  });
});

describe('trying again', () => {
  it('keeps the panel, its button and the focus until the answer is there', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 500, path: '/findings', times: 3 });
    cobalt.faults.add({ status: 500, path: '/findings', times: 3, delayMs: 50 });
    render(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass(5000);
    const panel = screen.getByRole('group', { name: /had a problem/ });
    const button = screen.getByRole('button', { name: 'Try again' });
    button.focus();
    fireEvent.click(button);
    expect(button).toHaveTextContent('Trying…');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toBeEnabled();
    expect(panel).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByText('waiting')).not.toBeVisible();
    fireEvent.click(button);
    await pass(5000);
    expect(sent('GET', '/findings')).toHaveLength(6);
    expect(button).toHaveTextContent('Try again');
    expect(button).toHaveFocus();
    expect(screen.getByRole('group', { name: /had a problem/ })).toBe(panel);
    // From the second failure on there is somebody to tell.
    expect(screen.getByRole('link', { name: 'Report this' })).toBeVisible();
    fireEvent.click(button);
    await steps(6, 1000);
    expect(screen.getByText('findings')).toBeVisible();
    expect(panel).not.toBeInTheDocument();
  });

  it('shows the children at once when no query failed, but something else threw', () => {
    const { wrapper } = start();
    let isBroken = true;
    function Child(): ReactNode {
      if (isBroken) throw new NotFoundError({ method: 'GET', path: '/x' });
      return <p>fine</p>;
    }
    render(
      <CobaltErrorBoundary views={{ 404: ({ onRetry }) => <button onClick={onRetry}>Again</button> }}>
        <Child />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    isBroken = false;
    click('Again');
    act(() => void vi.advanceTimersByTime(0));
    expect(screen.getByText('fine')).toBeVisible();
  });
});

describe('behaviour 8: a boundary catches what it names, and the rest goes up', () => {
  it('never shows its view for another status, and stays silent about it', () => {
    const { wrapper } = start();
    const View = vi.fn(() => <p>inner</p>);
    const onError = vi.fn();
    const onOuter = vi.fn();
    render(
      <CobaltErrorBoundary onError={onOuter}>
        <CobaltErrorBoundary catch={[403, 'timeout']} views={{ 403: View, 404: View }} onError={onError}>
          <Throw error={new NotFoundError({ method: 'GET', path: '/x' })} />
        </CobaltErrorBoundary>
      </CobaltErrorBoundary>,
      { wrapper },
    );
    expect(screen.getByText("We couldn't find this")).toBeVisible();
    expect(View).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
    expect(onOuter).toHaveBeenCalledOnce();
  });

  it.each([
    ['a programming error', new TypeError('x is undefined')],
    ['a ConfigurationError', new ConfigurationError('no provider')],
    ['something that only looks like an error of Cobalt', { name: 'NotFoundError', status: 404 }],
    ['a thrown string', '404'],
  ])('lets %s through', (_, error) => {
    const { wrapper } = start();
    const onError = vi.fn();
    render(
      <ErrorBoundary fallback={<p>app</p>}>
        <CobaltErrorBoundary onError={onError}>
          <Throw error={error} />
        </CobaltErrorBoundary>
      </ErrorBoundary>,
      { wrapper },
    );
    expect(screen.getByText('app')).toBeVisible();
    expect(onError).not.toHaveBeenCalled();
    expect(screen.queryByRole('group')).toBeNull();
  });

  it.each([429, 509] as const)('takes a view for %s for both of the limit’s statuses', async (selector) => {
    for (const status of [429, 509] as const) {
      const { cobalt, wrapper } = start();
      cobalt.faults.add({ status });
      const { unmount } = render(
        <CobaltErrorBoundary catch={[selector]} views={{ [selector]: () => <p>mine</p> }}>
          <Findings />
        </CobaltErrorBoundary>,
        { wrapper },
      );
      await pass();
      expect(screen.getByText('mine')).toBeVisible();
      unmount();
    }
  });

  it('gives a view the error it was made for, narrowed', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 429, headers: { 'Retry-After': '7' } });
    const now = Date.now();
    render(
      <CobaltErrorBoundary views={{ 429: ({ error }) => <p>{error.retryAt - now}</p> }}>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText(/^70\d\d$/)).toBeVisible();
  });
});

describe('behaviour 4: a cooldown is shown instead of a spinner, and ends by itself', () => {
  it('with Suspense: the cooldown comes with the failure, the children come back without a click', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 509, path: '/findings', times: 1 });
    function Suspending(): ReactNode {
      useSuspenseQuery(listFindings.queryOptions(useCobaltClient(), {}));
      return <p>findings</p>;
    }
    render(
      <CobaltErrorBoundary>
        <Suspense fallback="spinner">
          <Suspending />
        </Suspense>
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText('Loading is paused for a moment')).toBeVisible();
    expect(screen.queryByText('spinner')).toBeNull();
    await pass(59_000);
    expect(sent('GET', '/findings')).toHaveLength(1);
    await steps(20, 100);
    expect(screen.getByText('findings')).toBeVisible();
    expect(sent('GET', '/findings')).toHaveLength(2);
  });
});

describe('behaviour 13: maintenance', () => {
  it('shows one banner for ten widgets, and each of them loads once when it is over', async () => {
    const { cobalt, wrapper, sent } = start();
    const stop = cobalt.faults.add({ status: 503 });
    function Widget({ n }: { readonly n: number }): ReactNode {
      return <p>{useFindings({ limit: n }).data ? `widget ${String(n)}` : 'waiting'}</p>;
    }
    render(
      <CobaltUI>
        {Array.from({ length: 10 }, (_, n) => (
          <CobaltErrorBoundary key={n}>
            <Widget n={n + 1} />
          </CobaltErrorBoundary>
        ))}
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    expect(screen.getAllByRole('heading', { name: /offline for planned work/ })).toHaveLength(1);
    expect(screen.getAllByText(/The message at the top of the page says why/)).toHaveLength(10);
    stop();
    cobalt.clearRequests();
    await pass(120_000);
    expect(screen.queryByText(/planned work/)).toBeNull();
    expect(screen.getAllByText(/^widget/)).toHaveLength(10);
    expect(sent('GET', '/findings')).toHaveLength(10);
    expect(sent('GET', '/orgs')).toHaveLength(1);
  });

  it('without CobaltUI every boundary shows its own view', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 503 });
    render(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText('Cobalt is offline for planned work')).toBeVisible();
  });
});

describe('an error that no button can mend', () => {
  it('is forgotten with its organization', async () => {
    const { cobalt, client, queryClient, sent } = start();
    const organizations = cobalt.data.organizations.map(({ id }) => client.withOrganization(id));
    const onReset = vi.fn();
    cobalt.faults.add({ status: 403, path: '/findings', times: 1 });
    const page = (at: number): ReactNode => (
      <QueryClientProvider client={queryClient}>
        <CobaltProvider client={organizations[at]!}>
          <CobaltErrorBoundary onReset={onReset}>
            <Findings />
          </CobaltErrorBoundary>
        </CobaltProvider>
      </QueryClientProvider>
    );
    const { rerender } = render(page(0));
    await pass();
    expect(screen.getByText('This is outside your access')).toBeVisible();
    rerender(page(0));
    await pass(10_000);
    expect(sent('GET', '/findings')).toHaveLength(1);
    rerender(page(1));
    await steps(2, 1);
    expect(screen.queryByText('This is outside your access')).toBeNull();
    expect(screen.getByText('findings')).toBeVisible();
    expect(onReset).toHaveBeenCalledOnce();
    rerender(page(0));
    await pass();
    expect(screen.getByText('findings')).toBeVisible();
  });

  it('is tried again within the budget when the clients never stop changing', async () => {
    const { cobalt, client, queryClient } = start();
    const organizations = cobalt.data.organizations.map(({ id }) => client.withOrganization(id));
    const onReset = vi.fn();
    cobalt.faults.add({ status: 404, path: '/findings' });
    const page = (at: number): ReactNode => (
      <QueryClientProvider client={queryClient}>
        <CobaltProvider client={organizations[at % 2]!}>
          <CobaltErrorBoundary onReset={onReset}>
            <Findings />
          </CobaltErrorBoundary>
        </CobaltProvider>
      </QueryClientProvider>
    );
    const { rerender } = render(page(0));
    for (let at = 1; at < 8; at++) {
      await steps(4, 50);
      rerender(page(at));
    }
    await steps(4, 50);
    expect(onReset).toHaveBeenCalledTimes(3);
    cobalt.faults.clear();
    click('Try again');
    await steps(4, 50);
    expect(screen.getByText('findings')).toBeVisible();
  });

  it('is tried again with a new token', async () => {
    const { cobalt, client, wrapper, sent } = start();
    cobalt.faults.add({ status: 403, path: '/findings', times: 1 });
    render(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText('This is outside your access')).toBeVisible();
    act(() => client.connection.reconnected());
    await steps(3, 1);
    expect(screen.getByText('findings')).toBeVisible();
    expect(screen.queryByText('This is outside your access')).toBeNull();
    expect(sent('GET', '/findings')).toHaveLength(2);
  });

  it.each(['invalidateQueries', 'refetchQueries', 'resetQueries'] as const)(
    'goes when the app loads it again: %s',
    async (method) => {
      const { cobalt, wrapper, queryClient, sent } = start({
        query: { defaultOptions: { queries: { staleTime: 60_000 } } },
      });
      cobalt.faults.add({ status: 404, path: '/findings', times: 2 });
      render(
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>,
        { wrapper },
      );
      await pass();
      act(() => void queryClient[method]());
      await steps(3, 1);
      expect(screen.getByText("We couldn't find this")).toBeVisible();
      expect(sent('GET', '/findings')).toHaveLength(2);
      act(() => void queryClient[method]());
      await steps(3, 1);
      expect(screen.getByText('findings')).toBeVisible();
      expect(screen.queryByText("We couldn't find this")).toBeNull();
      expect(sent('GET', '/findings')).toHaveLength(3);
    },
  );

  it('is not asked for again by itself, neither by the focus of the window nor by a network that is back', async () => {
    const { cobalt, wrapper, sent } = start({
      query: { defaultOptions: { queries: { refetchInterval: 1000, refetchOnReconnect: 'always' } } },
    });
    cobalt.faults.add({ status: 404, path: '/findings' });
    render(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass();
    act(() => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
      onlineManager.setOnline(false);
      onlineManager.setOnline(true);
    });
    await pass(60_000);
    focusManager.setFocused(undefined);
    expect(sent('GET', '/findings')).toHaveLength(1);
  });

  it('goes when another part of the page loads it', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    function Elsewhere(): ReactNode {
      const { error, refetch } = useFindings(undefined, { throwOnError: false });
      return (
        <CobaltErrorView
          error={error}
          views={{ 404: () => <button onClick={() => void refetch()}>Load</button> }}
        />
      );
    }
    render(
      <>
        <Elsewhere />
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </>,
      { wrapper },
    );
    await pass();
    expect(sent('GET', '/findings')).toHaveLength(1);
    click('Load');
    await steps(3, 1);
    expect(screen.getByText('findings')).toBeVisible();
    expect(screen.queryByText("We couldn't find this")).toBeNull();
  });
});

describe('an error that may pass', () => {
  it('is tried again when the window has the focus again, and never in a circle', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 500, path: '/findings', times: 6 });
    render(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    const lookAway = async (): Promise<void> => {
      act(() => focusManager.setFocused(false));
      act(() => focusManager.setFocused(true));
      await pass(60_000);
    };
    onTestFinished(() => focusManager.setFocused(undefined));
    await pass(60_000);
    expect(sent('GET', '/findings')).toHaveLength(3);
    await lookAway();
    expect(sent('GET', '/findings')).toHaveLength(6);
    expect(screen.getByText('Cobalt had a problem')).toBeVisible();
    await lookAway();
    await steps(3, 1);
    expect(screen.getByText('findings')).toBeVisible();
    expect(screen.queryByText('Cobalt had a problem')).toBeNull();
  });

  it('is tried again when the device is back, if it was dropped before anybody knew', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    const { cobalt, client, wrapper } = start();
    cobalt.faults.add({ cut: true });
    render(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass(10_000);
    expect(screen.getByText("We couldn't reach Cobalt")).toBeVisible();
    onLine.mockReturnValue(false);
    await client.call(listOrganizations).catch(() => undefined);
    expect(client.connection.getState().isOffline).toBe(true);
    onLine.mockReturnValue(true);
    cobalt.faults.clear();
    act(() => void window.dispatchEvent(new Event('online')));
    await steps(3, 1);
    expect(screen.getByText('findings')).toBeVisible();
    expect(screen.queryByText("We couldn't reach Cobalt")).toBeNull();
  });
});

describe('behaviour 20: no reset loops', () => {
  it('resets three times in ten seconds by itself, then only when the person asks', async () => {
    const { wrapper } = start();
    let isBroken = true;
    function AtOnce(): ReactNode {
      if (!isBroken) return <p>fine</p>;
      // Nothing holds the connection, so there is nothing to wait for.
      throw new NetworkError({ method: 'GET', path: '/x', kind: 'offline' });
    }
    const onReset = vi.fn();
    render(
      <CobaltErrorBoundary onReset={onReset}>
        <AtOnce />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await steps(8, 250);
    expect(onReset).toHaveBeenCalledTimes(3);
    expect(screen.getByText(/Automatic tries have stopped/)).toBeVisible();
    expect(screen.getByRole('group', { name: /offline/ })).toHaveAttribute('data-phase', 'stopped');
    click('Check again');
    await steps(8, 250);
    expect(onReset).toHaveBeenCalledTimes(3 + 1 + 3);
    await steps(60, 1000);
    expect(onReset).toHaveBeenCalledTimes(3 + 1 + 3);
    isBroken = false;
    click('Check again');
    await pass();
    expect(screen.getByText('fine')).toBeVisible();
  });
});
