import { act, renderHook } from '@testing-library/react';
import { useDuplicatePentest, useRetestDastFinding } from 'cobalt-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start, type World } from './start.tsx';

/** Creates by an identifier alone: two equal strings cannot be told apart as objects can. */

beforeEach(() => {
  vi.useFakeTimers();
});

const lost = { method: 'POST', cut: true, afterCommit: true, times: 1 } as const;

function keys({ cobalt }: World): (string | undefined)[] {
  return cobalt.requests
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['idempotency-key']);
}

function setUp() {
  const world = start();
  const pentest = world.cobalt.data.pentests.find(({ state }) => state === 'closed')!;
  const { result } = renderHook(() => useDuplicatePentest(), { wrapper: world.wrapper });
  const send = async (params: string | { id: string } = pentest.id) => {
    act(() => result.current.mutate(params));
    await pass();
    return result.current;
  };
  const copies = () => world.cobalt.data.pentests.filter(({ title }) => title === pentest.title).length;
  return { world, pentest, send, copies };
}

describe('behaviour 11: an identifier that is submitted again', () => {
  it('after a lost answer carries the same key, and makes no second resource', async () => {
    const { world, send, copies } = setUp();
    const before = copies();
    world.cobalt.faults.add(lost);
    expect((await send()).error).toMatchObject({ name: 'NetworkError' });
    await pass(289_000);
    expect((await send()).error).toMatchObject({ name: 'ConflictError', probablySucceeded: true });
    const [first, second] = keys(world);
    expect(second).toBe(first);
    expect(copies()).toBe(before + 1);
  });

  it('also by another component, which knows nothing of the first', async () => {
    const { world, pentest, send } = setUp();
    world.cobalt.faults.add(lost);
    await send();
    const other = renderHook(() => useDuplicatePentest(), { wrapper: world.wrapper });
    act(() => other.result.current.mutate(pentest.id));
    await pass();
    expect(new Set(keys(world)).size).toBe(1);
  });

  it("also as a person's own TanStack retry", async () => {
    const world = start();
    const pentest = world.cobalt.data.pentests.find(({ state }) => state === 'closed')!;
    world.cobalt.faults.add({ status: 500, method: 'POST', times: 2 });
    const { result } = renderHook(() => useDuplicatePentest({ retry: 2, retryDelay: 10 }), {
      wrapper: world.wrapper,
    });
    act(() => result.current.mutate(pentest.id));
    await pass(100);
    expect(result.current.isSuccess).toBe(true);
    expect(keys(world)).toHaveLength(3);
    expect(new Set(keys(world)).size).toBe(1);
  });

  it('after a refusal in between, which says nothing about the first try', async () => {
    const { world, send } = setUp();
    world.cobalt.faults.add(lost);
    await send();
    world.cobalt.faults.add({ method: 'POST', status: 422, times: 1 });
    await send();
    world.cobalt.faults.add({ method: 'POST', status: 429, headers: { 'Retry-After': '1' }, times: 1 });
    await send();
    // Not even sent.
    expect((await send()).error).toMatchObject({ name: 'TooManyRequestsError', attempts: 0 });
    await pass(2000);
    await send();
    expect(keys(world)).toHaveLength(4);
    expect(new Set(keys(world)).size).toBe(1);
  });

  it('after 5 min 01 s is not sent, the person is asked, and then it is their decision', async () => {
    const { world, send } = setUp();
    world.cobalt.faults.add(lost);
    const { error } = await send();
    await pass(301_000);
    const asked = await send();
    expect(asked.error).toBe(error);
    expect(keys(world)).toHaveLength(1);
    expect((await send()).isSuccess).toBe(true);
    const [first, second] = keys(world);
    expect(second).not.toBe(first);
  });

  it('after a success, or after a refusal, is another submission', async () => {
    const { world, send } = setUp();
    await send();
    await send();
    world.cobalt.faults.add({ method: 'POST', status: 422, times: 1 });
    await send();
    await send();
    expect(new Set(keys(world)).size).toBe(4);
  });

  it('shares its key with no other identifier, operation, organization or object', async () => {
    const { world, pentest, send } = setUp();
    const others = world.cobalt.data.pentests.filter(({ state }) => state === 'closed');
    const faults = (): unknown => world.cobalt.faults.add({ method: 'POST', status: 500, times: 1 });
    faults();
    await send();
    faults();
    await send(others[1]!.id);
    faults();
    await send({ id: pentest.id });
    const retest = renderHook(() => useRetestDastFinding(), { wrapper: world.wrapper });
    act(() => retest.result.current.mutate(pentest.id));
    await pass();
    expect(keys(world)).toHaveLength(4);
    expect(new Set(keys(world)).size).toBe(4);
  });
});
