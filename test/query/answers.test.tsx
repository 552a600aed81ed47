import { act, renderHook } from '@testing-library/react';
import {
  getDastFinding,
  getEngagementFinding,
  getWebhook,
  listDastFindings,
  listEngagementFindings,
  listWebhooks,
  updateDastFindingState,
  useDastFinding,
  useInfiniteDastFindings,
  useUpdateDastFindingState,
  useUpdateEngagementFindingState,
  useUpdateFindingState,
  useUpdateWebhook,
  useInfiniteAssets,
  useUpdateAsset,
  createCobaltClient,
  CobaltProvider,
  useFindings,
} from 'cobalt-react';
import { MOCK_TOKEN } from 'cobalt-react/testing';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf, pass, start, type World } from './start.tsx';

/** Writes that answer with the resource: what is shown before, after, and instead. */

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false, notifyOnChangeProps: 'all' } as const;

/** Whoever shows the same resource in a list, in a long list and alone; `field` is what a person changes. */
const cases = [
  {
    name: 'the state of an engagement finding',
    rows: 'engagementFindings',
    list: listEngagementFindings,
    item: getEngagementFinding,
    use: () => useUpdateEngagementFindingState(),
    field: 'state',
    from: 'need_fix',
    to: 'wont_fix',
  },
  {
    name: 'the state of a finding of the scanner',
    rows: 'dastFindings',
    list: listDastFindings,
    item: getDastFinding,
    use: () => useUpdateDastFindingState(),
    field: 'state',
    from: 'need_fix',
    to: 'wont_fix',
  },
  {
    name: 'whether a webhook is active',
    rows: 'webhooks',
    list: listWebhooks,
    item: getWebhook,
    use: () => useUpdateWebhook(),
    field: 'active',
    from: true,
    to: false,
  },
] as const;

async function desk(world: World, { rows, list, item, use, field, from }: (typeof cases)[number]) {
  const { data } = world.cobalt;
  const own = (data[rows] as readonly { id: string }[]).filter(
    (row) => data.organizationOf(row.id) === data.organizations[0],
  );
  const row = own.find((one) => (one as Record<string, unknown>)[field] === from)!;
  const { client, queryClient } = world;
  const options = list as typeof listWebhooks;
  const one = (item as typeof getWebhook).queryOptions(client, row.id);
  await queryClient.query(options.queryOptions(client, { limit: 1000 }));
  await queryClient.infiniteQuery(options.infiniteQueryOptions(client, { limit: 1000 }));
  await queryClient.query(one);
  world.cobalt.clearRequests();
  const { result } = renderHook(use as () => ReturnType<typeof useUpdateWebhook>, { wrapper: world.wrapper });
  const shown = (): unknown[] => {
    const short = queryClient.getQueryData(options.queryOptions(client, { limit: 1000 }).queryKey)!;
    const long = queryClient.getQueryData(options.infiniteQueryOptions(client, { limit: 1000 }).queryKey)!;
    return [
      short.items.find(({ id }) => id === row.id),
      long.pages[0]!.items.find(({ id }) => id === row.id),
      queryClient.getQueryData(one.queryKey),
    ].map((copy) => (copy as unknown as Record<string, unknown>)[field]);
  };
  const send = (value: unknown) => act(() => result.current.mutate({ id: row.id, [field]: value }));
  return { shown, send, result, row };
}

const all = (value: unknown): unknown[] => [value, value, value];

describe.each(cases)('$name', (case_) => {
  const { from, to } = case_;

  it('is shown at once everywhere, and no list is read for it', async () => {
    const world = start();
    const { shown, send, result } = await desk(world, case_);
    world.cobalt.faults.add({ method: 'PATCH', times: 1, delayMs: 1000 });
    expect(shown()).toEqual(all(from));
    send(to);
    await pass();
    expect(shown()).toEqual(all(to));
    await pass(2000);
    expect(result.current.isSuccess).toBe(true);
    expect(shown()).toEqual(all(to));
    expect(world.sent('GET')).toEqual([]);
  });

  it('is taken back after a refusal', async () => {
    const world = start();
    const { shown, send, result } = await desk(world, case_);
    world.cobalt.faults.add({ method: 'PATCH', times: 1, delayMs: 1000, status: 422 });
    send(to);
    await pass();
    expect(shown()).toEqual(all(to));
    await pass(2000);
    expect(result.current.error?.name).toBe('UnprocessableContentError');
    expect(shown()).toEqual(all(from));
    expect(world.sent('GET')).toEqual([]);
  });

  it('is as the API says in its answer, whatever was asked for', async () => {
    const world = start();
    const { shown, send, row } = await desk(world, case_);
    const said = { ...row, [case_.field]: 'something else' };
    world.cobalt.faults.add({
      method: 'PATCH',
      times: 1,
      status: 200,
      headers: { 'Content-Type': 'application/vnd.cobalt.v2+json' },
      body: { data: { resource: said } },
    });
    send(to);
    await pass();
    expect(shown()).toEqual(all('something else'));
  });

  it('after a lost answer stays as it was asked for until what is true is read', async () => {
    const world = start();
    const { shown, send } = await desk(world, case_);
    world.cobalt.faults.add({ method: 'PATCH', times: 1, cut: true });
    send(to);
    await pass();
    expect(shown()).toEqual(all(to));
    // Nobody looks at them: they are read when somebody does.
    const marked = world.queryClient
      .getQueryCache()
      .findAll({ predicate: (query) => query.state.isInvalidated });
    expect(marked).toHaveLength(3);
  });
});

describe('two changes of one resource at once', () => {
  const toggle = cases[2];

  it('the answer to the first does not take back the second', async () => {
    const world = start();
    const { shown, send } = await desk(world, toggle);
    const seen: unknown[] = [];
    world.cobalt.faults.add({ method: 'PATCH', times: 1, delayMs: 500 });
    world.cobalt.faults.add({ method: 'PATCH', times: 1, delayMs: 1000 });
    send(false);
    await pass(100);
    send(true);
    await pass();
    const stop = world.queryClient.getQueryCache().subscribe(() => seen.push(...shown()));
    await pass(5000);
    stop();
    expect(new Set(seen)).toEqual(new Set([true]));
    expect(shown()).toEqual(all(true));
    expect(world.queryClient.getQueryCache().hasListeners()).toBe(false);
  });

  it('a refusal of the second goes back to the answer to the first', async () => {
    const world = start();
    const { shown, send } = await desk(world, cases[1]);
    world.cobalt.faults.add({ method: 'PATCH', times: 1, delayMs: 500 });
    world.cobalt.faults.add({ method: 'PATCH', times: 1, delayMs: 1000, status: 422 });
    send('wont_fix');
    await pass(100);
    send('invalid');
    await pass(500);
    expect(shown()).toEqual(all('invalid'));
    await pass(5000);
    expect(shown()).toEqual(all('wont_fix'));
  });
});

it('names and addresses of a webhook, which may be refused, are not shown before the answer', async () => {
  const world = start();
  const id = world.cobalt.data.webhooks[0]!.id;
  const options = getWebhook.queryOptions(world.client, id);
  const before = await world.queryClient.query(options);
  world.cobalt.faults.add({ method: 'PATCH', times: 1, delayMs: 500 });
  const { result } = renderHook(() => useUpdateWebhook(), { wrapper: world.wrapper });
  act(() => result.current.mutate({ id, name: 'New name' }));
  await pass();
  expect(world.queryClient.getQueryData(options.queryKey)).toBe(before);
  await pass(1000);
  expect(world.queryClient.getQueryData(options.queryKey)).toEqual({ ...before, name: 'New name' });
});

it('an answer leaves rows and pages alone that do not hold the resource', async () => {
  const world = start();
  const { result } = renderHook(
    () => ({ long: useInfiniteAssets({ limit: 10 }, quiet), update: useUpdateAsset() }),
    { wrapper: world.wrapper },
  );
  await pass();
  act(() => void result.current.long.fetchNextPage());
  await pass();
  const before = result.current.long.data!;
  const { id } = before.items[12]!;
  world.cobalt.clearRequests();
  act(() => result.current.update.mutate({ id, title: 'Renamed', asset_type: 'web' }));
  await pass();
  const after = result.current.long.data!;
  expect(after.items[12]).toMatchObject({ id, title: 'Renamed', ui_url: before.items[12]!.ui_url });
  expect(after.pages[0]).toBe(before.pages[0]);
  expect(after.items.filter((item, index) => item !== before.items[index])).toHaveLength(1);
  expect(world.sent('GET')).toEqual([]);
});

it('the name of a severity survives every way by which the resource comes', async () => {
  const world = start();
  const row = world.cobalt.data.dastFindings.find(
    ({ severity, state }) => typeof severity === 'number' && state === 'need_fix',
  )!;
  const { result } = renderHook(
    () => ({
      one: useDastFinding(row.id, quiet),
      long: useInfiniteDastFindings({}, quiet),
      update: useUpdateDastFindingState(),
    }),
    { wrapper: world.wrapper },
  );
  await pass();
  const name = result.current.one.data!.severity;
  expect(['low', 'medium', 'high']).toContain(name);
  act(() => result.current.update.mutate({ id: row.id, state: 'wont_fix' }));
  await pass();
  expect(result.current.one.data).toMatchObject({ severity: name, state: 'wont_fix' });
  expect(await world.client.call(updateDastFindingState, { id: row.id, state: 'invalid' })).toMatchObject({
    severity: name,
  });
});

it('a write that cannot be sent at all is taken back: there is nothing to wait for', async () => {
  const world = start();
  const finding = findingsOf(world).find(({ state }) => state === 'need_fix')!;
  const none = createCobaltClient({ region: 'us', token: MOCK_TOKEN, fetch: world.cobalt.fetch });
  const list = { items: [{ id: finding.id, state: 'need_fix' }], next: null, prev: null };
  world.queryClient.setQueryData(['cobalt', 'us', null, 'listFindings', 'query', {}], list);
  const { result } = renderHook(
    () => ({
      list: useFindings({}, { ...quiet, enabled: false }),
      update: useUpdateFindingState(),
    }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <world.wrapper>
          <CobaltProvider client={none}>{children}</CobaltProvider>
        </world.wrapper>
      ),
    },
  );
  act(() => result.current.update.mutate({ id: finding.id, state: 'check_fix' }));
  await pass();
  expect(result.current.update.error).toMatchObject({ name: 'ConfigurationError' });
  expect(result.current.list.data!.items[0]!.state).toBe('need_fix');
});
