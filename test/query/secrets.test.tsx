import { dehydrate, QueryClient } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import {
  useCreatePentest,
  useCreateWebhook,
  useInfiniteWebhooks,
  useOrganizations,
  useRefreshToken,
  useTokens,
  useUpdatePentest,
  useUpdateWebhook,
  useWebhook,
  useWebhooks,
} from 'cobalt-react';
import { MOCK_TOKEN } from 'cobalt-react/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { everythingIn } from '../client/everythingIn.ts';
import { pass, start, type World } from './start.tsx';

/** Behaviour 16: secrets in answers and bodies get nowhere else. */

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false } as const;

/** What is kept of all queries and mutations, functions aside. */
function kept({ queryClient }: World): string {
  return everythingIn([
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state]),
    queryClient
      .getMutationCache()
      .getAll()
      .map(({ state, meta, options: { mutationKey } }) => [mutationKey, state, meta]),
  ]);
}

describe('a refreshed token', () => {
  function setUp(onSecret: (secret: string) => void | Promise<void>, id = 'api_mockCi') {
    const world = start();
    const seen: unknown[] = [];
    const cache = world.queryClient.getMutationCache();
    const stop = cache.subscribe((event) => seen.push(everythingIn(event.mutation?.state)));
    const { result } = renderHook(
      () => ({
        tokens: useTokens({}, quiet),
        refresh: useRefreshToken({ onSecret, onSuccess: (...given) => void seen.push(everythingIn(given)) }),
      }),
      { wrapper: world.wrapper },
    );
    const send = async () => {
      await pass();
      act(() => result.current.refresh.mutate(id));
      await pass();
      stop();
    };
    return { world, result, seen, send };
  }

  it('reaches onSecret, and nothing else: no data, mutation, cache, callback or dehydrated state', async () => {
    const onSecret = vi.fn<(secret: string) => void>();
    const { world, result, seen, send } = setUp(onSecret);
    await send();
    expect(onSecret).toHaveBeenCalledOnce();
    const [[secret, token]] = onSecret.mock.calls as unknown as [[string, object]];
    expect(secret).toMatch(/^mock-token-/);
    expect(token).toMatchObject({ id: 'api_mockCi', name: 'CI', last_characters: secret.slice(-4) });
    expect(result.current.refresh).toMatchObject({ isSuccess: true, data: token });
    expect(result.current.tokens.data!.items.find(({ id }) => id === 'api_mockCi')).toEqual(token);
    for (const place of [
      everythingIn(token),
      everythingIn(result.current.refresh.data),
      kept(world),
      JSON.stringify(dehydrate(world.queryClient)),
      ...seen,
    ])
      expect(place).not.toContain(secret);
  });

  it('that is the one in use is the client’s before anything is read again', async () => {
    const { world, result, send } = setUp(async (secret) => {
      await new Promise((done) => setTimeout(done, 10));
      world.client.setToken(secret);
    }, 'api_mock1');
    const sessions: string[] = [];
    world.client.connection.subscribe(() => sessions.push(world.client.connection.getState().session));
    await send();
    await pass(1000);
    expect(result.current.refresh.isSuccess).toBe(true);
    expect(result.current.tokens.error).toBeNull();
    expect(sessions).not.toContain('ended');
    const last = world.cobalt.requests.filter(({ path }) => path === '/tokens').at(-1)!;
    expect(last.status).toBe(200);
    expect(last.headers['authorization']).not.toBe(`Bearer ${MOCK_TOKEN}`);
  });

  it('that could not be stored is the error of who stores it', async () => {
    const { result, send, world } = setUp(() => {
      throw new TypeError('The vault is closed.');
    });
    await send();
    expect(result.current.refresh.error).toEqual(new TypeError('The vault is closed.'));
    expect(world.sent('POST')).toHaveLength(1);
    expect(world.sent('GET', '/tokens')).toHaveLength(2);
  });

  it('is refused without reaching onSecret', async () => {
    const onSecret = vi.fn();
    const { result, send } = setUp(onSecret, 'api_none');
    await send();
    expect(result.current.refresh.error).toMatchObject({ name: 'NotFoundError' });
    expect(onSecret).not.toHaveBeenCalled();
  });
});

describe('secrets that are sent', () => {
  const SECRET = 'hush-hush-3141';
  const pentest = {
    asset_id: 'as_1',
    title: 'Portal',
    description: 'Yearly test',
    technology_stack: 'Rails',
    test_credentials: SECRET,
  };
  const webhook = {
    name: 'Portal',
    active: true,
    secret: SECRET,
    url: 'https://portal.example/cobalt',
    subscribed_event_types: ['TEST_EVENT'],
  } as const;
  // What makes a mutation wait, and so be dehydrated, is taken by none of our hooks.
  const waiting = { scope: { id: 'one' }, networkMode: 'online' } as object;

  function setUp() {
    const world = start();
    const { result } = renderHook(
      () => ({
        webhooks: useWebhooks({}, quiet),
        long: useInfiniteWebhooks({}, quiet),
        createWebhook: useCreateWebhook(waiting),
        updateWebhook: useUpdateWebhook(waiting),
        createPentest: useCreatePentest(waiting),
        updatePentest: useUpdatePentest(waiting),
      }),
      { wrapper: world.wrapper },
    );
    const { id } = world.cobalt.data.webhooks[0]!;
    const asset = world.cobalt.data.assets[0]!.id;
    const pentestId = world.cobalt.data.pentests[0]!.id;
    const send = () =>
      act(() => {
        const { createWebhook, updateWebhook, createPentest, updatePentest } = result.current;
        createWebhook.mutate({ ...webhook });
        updateWebhook.mutate({ id, secret: SECRET, active: false });
        createPentest.mutate({ ...pentest, asset_id: asset });
        updatePentest.mutate({ ...pentest, asset_id: asset, id: pentestId });
      });
    const dehydrated = () => JSON.stringify(dehydrate(world.queryClient));
    return { world, result, send, dehydrated, id };
  }

  it.each([
    ['while they are on their way', { delayMs: 1000 }],
    ['after a success', undefined],
    ['after a refusal', { status: 422, body: { errors: { secret: [`not ${SECRET}`] } } }],
    ['after a lost answer', { cut: true, afterCommit: true }],
  ] as const)('are never in dehydrated state: %s', async (_title, fault) => {
    const { world, send, dehydrated } = setUp();
    await pass();
    for (const method of fault ? ['POST', 'PUT', 'PATCH'] : [])
      world.cobalt.faults.add({ ...fault!, method });
    send();
    await pass(10);
    expect(world.cobalt.requests.filter(({ body }) => body.includes(SECRET))).toHaveLength(4);
    const state = dehydrated();
    expect(state).toContain('listWebhooks');
    expect(state).not.toContain(SECRET);
    await pass(5000);
    expect(dehydrated()).not.toContain(SECRET);
  });

  it('are never in dehydrated state: while the browser is offline', async () => {
    const { world, send, dehydrated } = setUp();
    await pass();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    try {
      send();
      await pass(10);
      expect(dehydrated()).not.toContain(SECRET);
      expect(
        world.queryClient.getMutationCache().findAll({ predicate: ({ state }) => state.isPaused }),
      ).toEqual([]);
    } finally {
      vi.restoreAllMocks();
      window.dispatchEvent(new Event('online'));
    }
    await pass(10_000);
    expect(dehydrated()).not.toContain(SECRET);
  });

  it('are in no query, though the answer to the write is shown', async () => {
    const { world, result, send, id } = setUp();
    const one = renderHook(() => useWebhook(id, quiet), { wrapper: world.wrapper });
    await pass();
    send();
    await pass(1000);
    expect(one.result.current.data).toMatchObject({ id, active: false });
    expect(result.current.updateWebhook.isSuccess).toBe(true);
    expect(world.cobalt.data.webhookSecretOf(id)).toBe(SECRET);
    const queries = world.queryClient.getQueryCache().getAll();
    expect(everythingIn(queries.map(({ queryKey, state }) => [queryKey, state]))).not.toContain(SECRET);
    for (const { data, error } of Object.values(result.current))
      expect(everythingIn([data, error])).not.toContain(SECRET);
  });

  it("an app's own mutations are dehydrated as before", async () => {
    const queryClient = new QueryClient();
    const mutation = queryClient.getMutationCache().build(queryClient, { mutationKey: ['mine'] });
    mutation.state = { ...mutation.state, isPaused: true };
    expect(dehydrate(queryClient).mutations).toHaveLength(1);
  });
});

it('no token of an organization is in dehydrated state', async () => {
  const world = start();
  renderHook(() => useOrganizations({}, quiet), { wrapper: world.wrapper });
  await pass();
  const state = JSON.stringify(dehydrate(world.queryClient));
  expect(state).toContain('Northwind Freight');
  for (const { token } of world.cobalt.data.organizations) expect(state).not.toContain(token);
  expect(state).not.toContain(MOCK_TOKEN);
});
