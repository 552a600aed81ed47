import {
  dehydrate,
  HydrationBoundary,
  noop,
  QueryClient,
  QueryClientProvider,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import {
  type CobaltClient,
  type CobaltDehydratedState,
  type CobaltError,
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltHydrationBoundary,
  CobaltProvider,
  ConfigurationError,
  createCobaltClient,
  dehydrateCobalt,
  getAsset,
  isCobaltError,
  listFindings,
  listOrganizations,
  listWebhooks,
  NotFoundError,
  useCobaltClient,
  useFindings,
  useInfiniteFindings,
} from 'cobalt-react';
import { type Fault, MOCK_TOKEN } from 'cobalt-react/testing';
import { type ReactNode, StrictMode, Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { everythingIn } from '../client/everythingIn.ts';
import { allowConsole } from '../setup/console.ts';
import { pass, start, type World } from './start.tsx';

/** Behaviour 24: what a server loaded is not asked for again, and what failed there for good fails here without a request. */

beforeEach(() => {
  vi.useFakeTimers();
});

/** As a server does: an own cache for one page, and nothing but JSON goes on. */
async function prefetched(
  { client }: World,
  load: (cache: QueryClient) => Promise<unknown> = (cache) => cache.query(listFindings.queryOptions(client)),
): Promise<CobaltDehydratedState> {
  const cache = new QueryClient();
  const loading = load(cache).catch(noop);
  await pass(31_000);
  await loading;
  const state = dehydrateCobalt(cache);
  cache.clear();
  return JSON.parse(JSON.stringify(state)) as CobaltDehydratedState;
}

interface PageProps {
  readonly cache?: QueryClient;
  readonly client: CobaltClient;
  readonly state: CobaltDehydratedState;
  readonly onError?: (error: unknown) => void;
  readonly children: ReactNode;
}

const freshCache = (): QueryClient => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });

function Page({ cache = freshCache(), client, state, onError, children }: PageProps): ReactNode {
  return (
    <QueryClientProvider client={cache}>
      <CobaltProvider client={client}>
        <CobaltHydrationBoundary state={state}>
          <CobaltErrorBoundary onError={onError}>{children}</CobaltErrorBoundary>
        </CobaltHydrationBoundary>
      </CobaltProvider>
    </QueryClientProvider>
  );
}

interface Shown {
  readonly html: string;
  /** What React had to say about the hydration. */
  readonly complaints: unknown[];
  readonly caught: unknown[];
  readonly cache: QueryClient;
  readonly unmount: () => void;
}

/** Rendered to HTML, then taken over, in strict mode. */
async function show({ client }: World, state: CobaltDehydratedState, children: ReactNode): Promise<Shown> {
  const caught: unknown[] = [];
  const complaints: unknown[] = [];
  const cache = freshCache();
  const page = (given: QueryClient): ReactNode => (
    <StrictMode>
      <Page client={client} cache={given} state={state} onError={(error) => caught.push(error)}>
        {children}
      </Page>
    </StrictMode>
  );
  const html = renderToString(page(freshCache()));
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  const { unmount } = render(page(cache), {
    container,
    hydrate: true,
    onCaughtError: () => undefined,
    onRecoverableError: (error) => complaints.push(error),
  });
  await pass();
  return { html, complaints, caught, cache, unmount };
}

const kindShown = (): string | null | undefined =>
  document.querySelector('[data-cobalt]')?.getAttribute('data-kind');

function Findings(): ReactNode {
  const { data, isPending } = useFindings();
  return <p>{isPending ? 'loading' : `${String(data?.items.length)} findings`}</p>;
}

const stays = [400, 403, 404, 405, 406, 409, 410, 418, 422];

describe('a failure that would be the same in the browser', () => {
  it.each(stays)('%s: its view, its class, no request, and React complains of nothing', async (status) => {
    const world = start();
    world.cobalt.faults.add({ status, path: '/findings', times: 1 });
    const state = await prefetched(world);
    const { html, caught, complaints } = await show(world, state, <Findings />);
    expect(html).toContain('loading');
    expect(caught).toHaveLength(1);
    expect(isCobaltError(caught[0], status as 404)).toBe(true);
    expect(caught[0]).toMatchObject({ status, method: 'GET', path: '/findings', attempts: 1 });
    expect(kindShown()).toBe((caught[0] as CobaltError).kind);
    expect(screen.queryByText(/loading/)).toBeNull();
    expect(complaints).toEqual([]);
    expect(world.sent('GET', '/findings')).toHaveLength(1);
  });

  it('reaches a hook that does not throw', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    const state = await prefetched(world);
    function Quiet(): ReactNode {
      const { error } = useFindings({}, { throwOnError: false });
      return <CobaltErrorView error={error} />;
    }
    const { complaints } = await show(world, state, <Quiet />);
    expect(kindShown()).toBe('not-found');
    expect(complaints).toEqual([]);
    expect(world.cobalt.requests).toHaveLength(1);
  });

  it('reaches a long list', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 403, path: '/findings', times: 1 });
    const options = listFindings.infiniteQueryOptions(world.client, {});
    const state = await prefetched(world, (cache) => cache.infiniteQuery(options));
    function Long(): ReactNode {
      return <p>{useInfiniteFindings().data?.items.length ?? 'loading'}</p>;
    }
    const { caught } = await show(world, state, <Long />);
    expect(caught).toMatchObject([{ name: 'ForbiddenError' }]);
    // One for the list, one for whether the organization is missing: both on the server.
    expect(world.sent('GET', '/findings')).toHaveLength(1);
  });

  it('reaches Suspense in the browser', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 410, path: '/findings', times: 1 });
    const state = await prefetched(world);
    const caught: unknown[] = [];
    function Suspended(): ReactNode {
      return (
        <p>{useSuspenseQuery(listFindings.queryOptions(useCobaltClient())).data.items.length} findings</p>
      );
    }
    render(
      <Page client={world.client} state={state} onError={(error) => caught.push(error)}>
        <Suspense fallback="loading">
          <Suspended />
        </Suspense>
      </Page>,
      { onCaughtError: () => undefined },
    );
    await pass();
    expect(caught).toMatchObject([{ name: 'GoneError' }]);
    expect(world.cobalt.requests).toHaveLength(1);
  });

  it('is asked for again when the person leaves and comes back', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    const state = await prefetched(world);
    const { cache, unmount } = await show(world, state, <Findings />);
    unmount();
    render(
      <Page client={world.client} cache={cache} state={state}>
        <Findings />
      </Page>,
    );
    await pass();
    expect(screen.getByText('10 findings')).toBeInTheDocument();
    expect(world.cobalt.requests).toHaveLength(2);
  });

  it('is asked for again by who comes back with a newer state', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 2 });
    const { cache, unmount } = await show(world, await prefetched(world), <Findings />);
    unmount();
    const newer = await prefetched(world);
    expect(newer.failures).toHaveLength(1);
    render(
      <Page client={world.client} cache={cache} state={newer}>
        <Findings />
      </Page>,
    );
    await pass();
    expect(screen.getByText('10 findings')).toBeInTheDocument();
    expect(world.cobalt.requests).toHaveLength(3);
  });

  it('is asked for where what the server met is more than a minute old', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    const state = await prefetched(world);
    await pass(61_000);
    await show(world, state, <Findings />);
    expect(screen.getByText('10 findings')).toBeInTheDocument();
  });

  it('is not shown to somebody else', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    const state = await prefetched(world);
    const cache = freshCache();
    const page = (children: ReactNode): ReactNode => (
      <Page client={world.client} cache={cache} state={state}>
        {children}
      </Page>
    );
    const { rerender } = render(page(null));
    act(() => {
      world.client.signOut();
      world.client.setToken(MOCK_TOKEN);
    });
    await pass();
    rerender(page(<Findings />));
    await pass();
    expect(screen.getByText('10 findings')).toBeInTheDocument();
  });

  it('touches no list with other parameters', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    const state = await prefetched(world);
    function Other(): ReactNode {
      return <p>{useFindings({ limit: 3 }).data?.items.length ?? 'loading'} of others</p>;
    }
    const { caught } = await show(world, state, <Other />);
    expect(caught).toEqual([]);
    expect(screen.getByText('3 of others')).toBeInTheDocument();
  });

  it.each([
    ['for what fails here', 0, 0],
    ['for what is too old', 61_000, 1],
  ])('leaves an app’s own persister its work: %s', async (_what, ms, calls) => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    const state = await prefetched(world);
    await pass(ms);
    const persister = vi.fn((queryFn: (context: never) => unknown, context: unknown) =>
      queryFn(context as never),
    );
    const cache = new QueryClient({ defaultOptions: { queries: { persister } } });
    render(
      <Page client={world.client} cache={cache} state={state}>
        <Findings />
      </Page>,
      { onCaughtError: () => undefined },
    );
    await pass();
    expect(persister).toHaveBeenCalledTimes(calls);
    act(() => void cache.refetchQueries());
    await pass();
    expect(persister.mock.calls.length).toBeGreaterThan(calls);
    expect(screen.getByText('10 findings')).toBeInTheDocument();
  });
});

const passing: readonly (readonly [string, Fault])[] = [
  ...[401, 429, 451, 500, 502, 503, 509].map((status) => [String(status), { status }] as const),
  ['no answer', { cut: true }],
  ['a late answer', { hang: true }],
  ['nonsense', { html: true }],
];

describe('a failure that may be over', () => {
  it.each(passing)('%s does not travel, and the browser asks for itself', async (_name, fault) => {
    const world = start();
    const off = world.cobalt.faults.add({ ...fault, path: '/findings' });
    const state = await prefetched(world);
    expect(state).toEqual({ mutations: [], queries: [], failures: [] });
    off();
    // Another process, which knows of no cooldown.
    const browser = start();
    const { html, complaints } = await show(browser, state, <Findings />);
    expect(html).toContain('loading');
    expect(screen.getByText('10 findings')).toBeInTheDocument();
    expect(browser.cobalt.requests).toHaveLength(1);
    expect(complaints).toEqual([]);
  });
});

describe('what the server loaded', () => {
  it('stands in the HTML and is not asked for again', async () => {
    const world = start();
    const state = await prefetched(world);
    const { html, complaints } = await show(world, state, <Findings />);
    expect(html).toContain('10 findings');
    expect(complaints).toEqual([]);
    expect(world.cobalt.requests).toHaveLength(1);
  });

  it('travels without the error of a later look', async () => {
    const world = start();
    const cache = new QueryClient();
    const options = listFindings.queryOptions(world.client);
    await cache.query(options).catch(noop);
    world.cobalt.faults.add({ status: 400, path: '/findings', body: { message: 'hush' } });
    await cache.query(options).catch(noop);
    expect(cache.getQueryState(options.queryKey)).toMatchObject({ status: 'error' });
    const { queries, failures } = dehydrateCobalt(cache, { shouldDehydrateQuery: () => true });
    expect(queries).toMatchObject([{ state: { status: 'success', error: null, fetchFailureReason: null } }]);
    expect(failures).toEqual([]);
    cache.clear();
  });
});

describe('the state', () => {
  it('is JSON, and holds no token, no header, and no word of the server', async () => {
    const secret = 'hush-hush-3141';
    const world = start();
    const { cobalt, client } = world;
    const said = { message: `no ${secret}`, errors: { title: [secret] } };
    cobalt.faults.add({ status: 422, body: said, path: '/findings', times: 1 });
    cobalt.faults.add({ status: 400, body: said, path: '/assets/as_1', times: 1 });
    const cache = new QueryClient();
    await cache.query(listFindings.queryOptions(client)).catch(noop);
    await cache.query(getAsset.queryOptions(client, 'as_1')).catch(noop);
    await cache.query(listOrganizations.queryOptions(client)).catch(noop);
    await cache.query(listWebhooks.queryOptions(client)).catch(noop);
    const state = dehydrateCobalt(cache);
    expect(state.queries).toHaveLength(2);
    expect(state.failures.map(({ error }) => error['name'])).toEqual([
      'UnprocessableContentError',
      'BadRequestError',
    ]);
    const text = everythingIn(state);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    for (const hidden of [MOCK_TOKEN, secret, ...cobalt.data.organizations.map(({ token }) => token)])
      expect(text).not.toContain(hidden);
    cache.clear();
  });

  it('leaves the app’s own queries and mutations to the app, and takes no write of ours', () => {
    const cache = new QueryClient({
      defaultOptions: { dehydrate: { shouldDehydrateQuery: ({ queryKey }) => queryKey[0] !== 'theirs' } },
    });
    const { client } = start();
    const never = new Promise(() => undefined);
    cache.query({ queryKey: ['mine'], queryFn: () => never }).catch(noop);
    cache.setQueryData(['theirs'], 1);
    cache.query(listFindings.queryOptions(client)).catch(noop);
    for (const mutationKey of [['mine'], ['cobalt', 'us', null, 'createAsset']]) {
      const mutation = cache.getMutationCache().build(cache, { mutationKey });
      mutation.state = { ...mutation.state, isPaused: true };
    }
    const { queries, mutations } = dehydrateCobalt(cache);
    expect(queries.map(({ queryKey }) => queryKey)).toEqual([['mine']]);
    expect(queries[0]?.promise).toBeInstanceOf(Promise);
    expect(mutations.map(({ mutationKey }) => mutationKey)).toEqual([['mine']]);
    expect(dehydrate(cache).mutations).toHaveLength(2);
  });

  it('does no harm in TanStack’s own boundary', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
    const state = await prefetched(world);
    render(
      <HydrationBoundary state={state}>
        <Findings />
      </HydrationBoundary>,
      { wrapper: world.wrapper },
    );
    await pass();
    expect(screen.getByText('10 findings')).toBeInTheDocument();
  });

  it('of another scope is a mistake that is told, and one of the app’s own data is none', async () => {
    allowConsole('error', /ConfigurationError|error occurred in/i);
    const world = start();
    const state = await prefetched(world);
    const proxied = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' } });
    const page = (given: CobaltDehydratedState): ReactNode => (
      <Page client={proxied} state={given}>
        <Mine />
      </Page>
    );
    function Mine(): ReactNode {
      return <p>{useQuery({ queryKey: ['mine'], queryFn: () => 'own', initialData: 'own' }).data}</p>;
    }
    expect(() => render(page(state))).toThrow(ConfigurationError);
    expect(() => render(page(state))).toThrow(/another `proxy`.*proxyFetch/);
    const cache = new QueryClient();
    cache.setQueryData(['mine'], 'own');
    render(page(dehydrateCobalt(cache)));
    expect(screen.getByText('own')).toBeInTheDocument();
  });

  it('revives nothing that is no error of this library', async () => {
    const world = start();
    const [failure] = (await withNotFound(world)).failures;
    const state = { mutations: [], queries: [], failures: [{ ...failure!, error: { name: 'Error' } }] };
    await show(world, state, <Findings />);
    expect(screen.getByText('10 findings')).toBeInTheDocument();
  });
});

async function withNotFound(world: World): Promise<CobaltDehydratedState> {
  world.cobalt.faults.add({ status: 404, path: '/findings', times: 1 });
  const state = await prefetched(world);
  expect(state.failures[0]?.error).toMatchObject({ name: NotFoundError.name });
  return state;
}
