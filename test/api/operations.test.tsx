import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryClient, skipToken } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import {
  type AnyCobaltError,
  type CobaltClient,
  createAsset,
  createCobaltClient,
  getAsset,
  getFinding,
  getFindingPossibleStates,
  getPentest,
  listAssets,
  listFindings,
  listOrganizations,
  listPentests,
  updateFindingState,
  useAsset,
  useAssets,
  useCreateAsset,
  useFinding,
  useFindingPossibleStates,
  useFindings,
  useInfiniteAssets,
  useInfiniteFindings,
  useInfinitePentests,
  useOrganizations,
  usePentest,
  usePentests,
  useUpdateFindingState,
} from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN, type MockCobalt, toNodeListener } from 'cobalt-react/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { providers, type World } from '../query/start.tsx';

/** Every operation over real HTTP. What is expected is written by hand from the API's documentation. */

const MEDIA_TYPE = 'application/vnd.cobalt.v2+json';
const cobalt: MockCobalt = createMockCobalt({ limits: { read: 10_000, write: 10_000 } });
const server = createServer(toNodeListener(cobalt.handle));
const northwind = cobalt.data.organizations[0]!;
const own = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ id }) => cobalt.data.organizationOf(id) === cobalt.data.organizations[0]);

let client: CobaltClient;
let scope: string;
let queryClient: QueryClient;
let wrapper: World['wrapper'];

beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  cobalt.reset();
  scope = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = createCobaltClient({
    baseUrl: scope,
    token: MOCK_TOKEN,
    organization: { id: northwind.id, token: northwind.token },
    // The signals of a simulated DOM are none for the platform's fetch.
    fetch: (input, { signal: _signal, ...init } = {}) => fetch(input, init),
  });
  queryClient = new QueryClient();
  wrapper = providers(queryClient, client);
});

const asset = own(cobalt.data.assets)[3]!.id;
const pentest = own(cobalt.data.pentests)[2]!.id;
const finding = own(cobalt.data.findings).find(({ state }) => state === 'need_fix')!.id;
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

interface Read {
  readonly name: string;
  readonly use: () => { readonly data: unknown; readonly error: AnyCobaltError | null };
  readonly call: () => Promise<unknown>;
  readonly path: string;
  readonly query?: string;
  /** `/orgs` alone is about no organization. */
  readonly org?: false;
  readonly key: readonly unknown[];
  readonly check: (data: never) => void;
}

interface Page {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
  readonly prev: string | null;
}

const quiet = { throwOnError: false } as const;

const reads: readonly Read[] = [
  {
    name: 'useOrganizations',
    use: () => useOrganizations(undefined, quiet),
    call: () => client.call(listOrganizations),
    path: '/orgs',
    org: false,
    key: ['listOrganizations', 'query', {}],
    check: (data: Page) => {
      expect(data.items.map(({ name }) => name)).toEqual([
        'Northwind Freight',
        'Helios Health Group',
        'Zażółć & Sønner Bank',
      ]);
      expect(data.items.map((item) => 'token' in item)).toEqual([false, false, false]);
      expect(data).toMatchObject({ next: null, prev: null });
    },
  },
  {
    name: 'useAssets',
    use: () =>
      useAssets(
        { asset_type: 'web', tags_contains_all: ['pci', 'a b'], sort: '-asset_type', limit: 3 },
        quiet,
      ),
    call: () =>
      client.call(listAssets, {
        asset_type: 'web',
        tags_contains_all: ['pci', 'a b'],
        sort: '-asset_type',
        limit: 3,
      }),
    path: '/assets',
    query: 'asset_type=web&tags_contains_all%5B%5D=pci&tags_contains_all%5B%5D=a+b&sort=-asset_type&limit=3',
    key: [
      'listAssets',
      'query',
      { asset_type: 'web', tags_contains_all: ['pci', 'a b'], sort: '-asset_type', limit: 3 },
    ],
    check: (data: Page) => {
      expect(data).toEqual({ items: [], next: null, prev: null });
    },
  },
  {
    name: 'useInfiniteAssets',
    use: () => useInfiniteAssets({ limit: 20 }, quiet),
    call: () => client.call(listAssets, { limit: 20 }),
    path: '/assets',
    query: 'limit=20',
    key: ['listAssets', 'infinite', { limit: 20 }],
    check: (data: Page) => {
      expect(ids(data.items as never)).toEqual(ids(own(cobalt.data.assets)).slice(0, 20));
    },
  },
  {
    name: 'useAsset',
    use: () => useAsset(asset, quiet),
    call: () => client.call(getAsset, asset),
    path: `/assets/${asset}`,
    key: ['getAsset', 'query', { id: asset }],
    check: (data: object) => {
      expect(data).toEqual({
        ...cobalt.data.assets.find(({ id }) => id === asset),
        ui_url: expect.stringMatching(/^https:/) as string,
      });
    },
  },
  {
    name: 'usePentests',
    use: () =>
      usePentests(
        {
          asset,
          state: 'live',
          testing_type: 'agile',
          platform_tags_contains_all: ['aws'],
          start_date_gte: '2024-01-01',
          start_date_lte: '2026-01-01',
          end_date_gte: '2024-01-01',
          end_date_lte: '2026-01-01',
          sort: '-end_date',
        },
        quiet,
      ),
    call: () => client.call(listPentests, { asset, state: 'live' }),
    path: '/pentests',
    query: `asset=${asset}&state=live&testing_type=agile&platform_tags_contains_all%5B%5D=aws&start_date_gte=2024-01-01&start_date_lte=2026-01-01&end_date_gte=2024-01-01&end_date_lte=2026-01-01&sort=-end_date`,
    key: [
      'listPentests',
      'query',
      {
        asset,
        state: 'live',
        testing_type: 'agile',
        platform_tags_contains_all: ['aws'],
        start_date_gte: '2024-01-01',
        start_date_lte: '2026-01-01',
        end_date_gte: '2024-01-01',
        end_date_lte: '2026-01-01',
        sort: '-end_date',
      },
    ],
    check: (data: Page) => {
      expect(Object.keys(data).sort()).toEqual(['items', 'next', 'prev']);
    },
  },
  {
    name: 'useInfinitePentests',
    use: () => useInfinitePentests(undefined, quiet),
    call: () => client.call(listPentests, { limit: 100 }),
    path: '/pentests',
    query: 'limit=100',
    key: ['listPentests', 'infinite', { limit: 100 }],
    check: (data: Page) => {
      expect(ids(data.items as never)).toEqual(ids(own(cobalt.data.pentests)).slice(0, 100));
    },
  },
  {
    name: 'usePentest',
    use: () => usePentest(pentest, quiet),
    call: () => client.call(getPentest, pentest),
    path: `/pentests/${pentest}`,
    key: ['getPentest', 'query', { id: pentest }],
    check: (data: object) => {
      expect(data).toMatchObject(cobalt.data.pentests.find(({ id }) => id === pentest)!);
    },
  },
  {
    name: 'useFindings',
    use: () =>
      useFindings(
        {
          pentest,
          asset,
          state: 'need_fix',
          severity: 'high',
          labels_contains_all: ['owasp'],
          created_at_gte: '2024-01-01T00:00:00Z',
          created_at_lte: '2026-01-01T00:00:00Z',
          updated_at_gte: '2024-01-01T00:00:00Z',
          updated_at_lte: '2026-01-01T00:00:00Z',
          image_attachments_render_format: 'token',
          sort: '-severity',
          limit: 5,
        },
        quiet,
      ),
    call: () => client.call(listFindings),
    path: '/findings',
    query: `pentest=${pentest}&asset=${asset}&state=need_fix&severity=high&labels_contains_all%5B%5D=owasp&created_at_gte=2024-01-01T00%3A00%3A00Z&created_at_lte=2026-01-01T00%3A00%3A00Z&updated_at_gte=2024-01-01T00%3A00%3A00Z&updated_at_lte=2026-01-01T00%3A00%3A00Z&image_attachments_render_format=token&sort=-severity&limit=5`,
    key: [
      'listFindings',
      'query',
      {
        pentest,
        asset,
        state: 'need_fix',
        severity: 'high',
        labels_contains_all: ['owasp'],
        created_at_gte: '2024-01-01T00:00:00Z',
        created_at_lte: '2026-01-01T00:00:00Z',
        updated_at_gte: '2024-01-01T00:00:00Z',
        updated_at_lte: '2026-01-01T00:00:00Z',
        image_attachments_render_format: 'token',
        sort: '-severity',
        limit: 5,
      },
    ],
    check: (data: Page) => {
      expect(Object.keys(data).sort()).toEqual(['items', 'next', 'prev']);
    },
  },
  {
    name: 'useInfiniteFindings',
    use: () => useInfiniteFindings({ sort: 'created_at' }, quiet),
    call: () => client.call(listFindings, { sort: 'created_at', limit: 100 }),
    path: '/findings',
    query: 'limit=100&sort=created_at',
    key: ['listFindings', 'infinite', { sort: 'created_at', limit: 100 }],
    check: (data: Page) => {
      expect(data.items).toHaveLength(100);
    },
  },
  {
    name: 'useFinding',
    use: () => useFinding({ id: finding, image_attachments_render_format: 'token' }, quiet),
    call: () => client.call(getFinding, { id: finding, image_attachments_render_format: 'token' }),
    path: `/findings/${finding}`,
    query: 'image_attachments_render_format=token',
    key: ['getFinding', 'query', { id: finding, image_attachments_render_format: 'token' }],
    check: (data: { id: string; ui_url: string }) => {
      expect(data.id).toBe(finding);
      expect(data.ui_url).toMatch(/^https:/);
    },
  },
  {
    name: 'useFindingPossibleStates',
    use: () => useFindingPossibleStates(finding, quiet),
    call: () => client.call(getFindingPossibleStates, finding),
    path: `/findings/${finding}/possible_states`,
    key: ['getFindingPossibleStates', 'query', { id: finding }],
    check: (data: object) => {
      expect(data).toEqual({ current_state: 'need_fix', possible_states: ['check_fix', 'wont_fix'] });
    },
  },
];

const getsThat = (name: string): string => `${name} asks and answers as documented`;

describe('a read over real HTTP', () => {
  it.each(reads.map((read) => [getsThat(read.name), read] as const))('%s', async (_title, read) => {
    const { result } = renderHook(read.use, { wrapper });
    await waitFor(() => expect(result.current.data).toBeDefined());

    expect(cobalt.requests).toHaveLength(1);
    const [{ method, path, query, headers, body }] = cobalt.requests as [MockCobalt['requests'][0]];
    expect({ method, path, body }).toEqual({ method: 'GET', path: read.path, body: '' });
    expect([...new URLSearchParams(query)].sort()).toEqual([...new URLSearchParams(read.query)].sort());
    expect(headers['accept']).toBe(MEDIA_TYPE);
    expect(headers['authorization']).toBe(`Bearer ${MOCK_TOKEN}`);
    expect(headers['x-org-token']).toBe(read.org === false ? undefined : northwind.token);
    expect(headers['content-type']).toBeUndefined();
    expect(headers['idempotency-key']).toBeUndefined();

    read.check(result.current.data as never);
    const cached = queryClient.getQueryCache().getAll();
    expect(cached.map(({ queryKey }) => queryKey)).toEqual([
      ['cobalt', scope, read.org === false ? null : northwind.id, ...read.key],
    ]);
    // Neither in a key nor in data.
    const stored = JSON.stringify(cached.map(({ queryKey, state }) => [queryKey, state]));
    for (const secret of [MOCK_TOKEN, ...cobalt.data.organizations.map(({ token }) => token)])
      expect(stored).not.toContain(secret);
  });

  it.each(reads.map((read) => [read.name, read] as const))(
    '%s gives a typed error that names the operation',
    async (_name, read) => {
      cobalt.faults.add({ path: read.path, status: 403, body: { error: 'no access' } });
      const { result } = renderHook(read.use, { wrapper });
      await waitFor(() => expect(result.current.error).not.toBeNull());

      expect(result.current.error).toMatchObject({
        name: 'ForbiddenError',
        kind: 'forbidden',
        status: 403,
        method: 'GET',
        path: read.path,
        operation: 'read',
        attempts: 1,
      });
      expect(cobalt.requests).toHaveLength(1);
    },
  );

  it.each(reads.map((read) => [read.name, read] as const))(
    'client.call with the descriptor of %s needs no React',
    async (_name, read) => {
      await expect(read.call()).resolves.toBeTypeOf('object');
      expect(cobalt.requests[0]).toMatchObject({ method: 'GET', path: read.path });
    },
  );
});

/** One query of each kind in the cache: what is marked as stale after a write? */
async function fillCache(): Promise<void> {
  const other = own(cobalt.data.findings).find(({ id }) => id !== finding)!.id;
  await Promise.all([
    queryClient.query(listOrganizations.queryOptions(client)),
    queryClient.query(listAssets.queryOptions(client)),
    queryClient.query(getAsset.queryOptions(client, asset)),
    queryClient.query(listPentests.queryOptions(client)),
    queryClient.query(getPentest.queryOptions(client, pentest)),
    queryClient.query(listFindings.queryOptions(client)),
    queryClient.query(getFinding.queryOptions(client, finding)),
    queryClient.query(
      getFinding.queryOptions(client, { id: finding, image_attachments_render_format: 'token' }),
    ),
    queryClient.query(getFinding.queryOptions(client, other)),
    queryClient.query(getFindingPossibleStates.queryOptions(client, finding)),
    queryClient.query(getFindingPossibleStates.queryOptions(client, other)),
    queryClient.infiniteQuery(listAssets.infiniteQueryOptions(client)),
    queryClient.infiniteQuery(listFindings.infiniteQueryOptions(client)),
  ]);
  cobalt.clearRequests();
}

function stale(): string[] {
  return queryClient
    .getQueryCache()
    .findAll({ predicate: ({ state }) => state.isInvalidated })
    .map(({ queryKey: [, , , ...rest] }) => JSON.stringify(rest))
    .sort();
}

describe('a write over real HTTP', () => {
  it('useCreateAsset posts the body with a key, and makes asset lists stale and nothing else', async () => {
    await fillCache();
    const { result } = renderHook(() => useCreateAsset(), { wrapper });
    const params = { title: 'Portal', asset_type: 'web', description: 'New', tags: [{ name: 'pci' }] };
    const created = await result.current.mutateAsync(params);

    const [request] = cobalt.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/assets', query: '', status: 201 });
    expect(JSON.parse(request!.body)).toEqual({
      title: 'Portal',
      asset_type: 'web',
      description: 'New',
      tags: [{ name: 'pci' }],
    });
    expect(request!.headers).toMatchObject({
      accept: MEDIA_TYPE,
      'content-type': MEDIA_TYPE,
      authorization: `Bearer ${MOCK_TOKEN}`,
      'x-org-token': northwind.token,
    });
    expect(request!.headers['idempotency-key']).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(created).toMatchObject({ id: expect.stringMatching(/^as_/) as string, title: 'Portal' });
    expect(created.ui_url).toMatch(/^https:/);
    expect(stale()).toEqual(['["listAssets","infinite",{"limit":100}]', '["listAssets","query",{}]']);
    expect(params).toEqual({
      title: 'Portal',
      asset_type: 'web',
      description: 'New',
      tags: [{ name: 'pci' }],
    });
  });

  it('useUpdateFindingState sends the state alone, and makes that finding, its states and finding lists stale', async () => {
    await fillCache();
    const { result } = renderHook(() => useUpdateFindingState(), { wrapper });
    const params = { id: finding, state: 'check_fix' };
    await expect(result.current.mutateAsync(params)).resolves.toBeUndefined();

    const [request] = cobalt.requests;
    expect(request).toMatchObject({ method: 'PATCH', path: `/findings/${finding}`, query: '', status: 204 });
    expect(request!.body).toBe('{"state":"check_fix"}');
    expect(request!.headers).toMatchObject({ 'content-type': MEDIA_TYPE, 'x-org-token': northwind.token });
    expect(request!.headers['idempotency-key']).toBeUndefined();
    expect(stale()).toEqual([
      '["getFinding","query",{"id":"' + finding + '","image_attachments_render_format":"token"}]',
      '["getFinding","query",{"id":"' + finding + '"}]',
      '["getFindingPossibleStates","query",{"id":"' + finding + '"}]',
      '["listFindings","infinite",{"limit":100}]',
      '["listFindings","query",{}]',
    ]);
    expect(params).toEqual({ id: finding, state: 'check_fix' });
  });

  it.each([
    ['useCreateAsset', 'POST', '/assets', () => useCreateAsset(), { title: '', asset_type: 'web' }],
    [
      'useUpdateFindingState',
      'PATCH',
      `/findings/${finding}`,
      () => useUpdateFindingState(),
      { id: finding, state: 'valid_fix' },
    ],
  ] as const)(
    '%s gives a typed error with what is wrong by field',
    async (_name, method, path, use, params) => {
      const { result } = renderHook(
        use as () => {
          mutateAsync: (params: unknown) => Promise<unknown>;
        },
        { wrapper },
      );
      const error: unknown = await result.current.mutateAsync(params).catch((reason: unknown) => reason);

      expect(error).toMatchObject({
        name: 'UnprocessableContentError',
        kind: 'validation',
        status: 422,
        method,
        path,
        operation: 'write',
        attempts: 1,
        fieldErrors: { [method === 'POST' ? 'title' : 'state']: [expect.any(String) as string] },
      });
      expect(cobalt.requests).toHaveLength(1);
    },
  );

  it('client.call with a write descriptor needs no React', async () => {
    await expect(client.call(createAsset, { title: 'By script', asset_type: 'api' })).resolves.toMatchObject({
      title: 'By script',
    });
    await expect(
      client.call(updateFindingState, { id: finding, state: 'check_fix' }),
    ).resolves.toBeUndefined();
  });
});

describe('an identifier', () => {
  const byId = [
    ['useAsset', useAsset, 'assets'],
    ['usePentest', usePentest, 'pentests'],
    ['useFinding', useFinding, 'findings'],
    ['useFindingPossibleStates', useFindingPossibleStates, 'findings'],
  ] as const;

  it.each(byId)('that is missing makes %s wait and sends nothing', async (_name, use) => {
    for (const id of [undefined, '', skipToken, { id: '' }] as const) {
      const { result } = renderHook(() => use(id, quiet), { wrapper });
      expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
    }
    await new Promise((done) => setTimeout(done, 20));
    expect(cobalt.requests).toEqual([]);
  });

  it.each(byId)('cannot leave its place in the path of %s', async (_name, use, segment) => {
    const { result } = renderHook(() => use('../or gs?x=1#y/é', quiet), { wrapper });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(result.current.error).toMatchObject({ name: 'NotFoundError', attempts: 1 });
    expect(cobalt.requests[0]!.path).toContain(`/${segment}/..%2For%20gs%3Fx%3D1%23y%2F%C3%A9`);
    expect(cobalt.requests[0]!.query).toBe('');
  });

  it.each(byId)('that is a dot segment is not found by %s, and nothing is sent', async (_name, use) => {
    const { result } = renderHook(() => use('..', quiet), { wrapper });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(result.current.error).toMatchObject({ name: 'NotFoundError', attempts: 0 });
    expect(cobalt.requests).toEqual([]);
  });
});

it('parameters of the caller are never changed', async () => {
  const deepFreeze = <Value extends object>(value: Value): Value => {
    for (const entry of Object.values(value)) if (typeof entry === 'object') deepFreeze(entry as object);
    return Object.freeze(value);
  };
  const filters = deepFreeze({ labels_contains_all: ['owasp'], state: 'need_fix' });
  const { result } = renderHook(() => [useFindings(filters), useInfiniteFindings(filters)] as const, {
    wrapper,
  });
  await waitFor(() => {
    for (const { data } of result.current) expect(data).toBeDefined();
  });
  const { result: create } = renderHook(() => useCreateAsset(), { wrapper });
  await create.current.mutateAsync(deepFreeze({ title: 'Frozen', asset_type: 'api', tags: [{ name: 'a' }] }));
  expect(filters).toEqual({ labels_contains_all: ['owasp'], state: 'need_fix' });
});
