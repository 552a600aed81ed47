import {
  type CobaltClient,
  fetchAll,
  type FetchAllProgress,
  type Finding,
  listEngagements,
  listFindings,
} from 'cobalt-react';
import type { MockCobalt } from 'cobalt-react/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, connect, good, reasonOf } from '../client/connect.ts';

/** Walks to the end of a list. The clock is a fake one: whoever waits, waits on it. */

const START = Date.parse('2026-01-01T00:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  // What tabs add to a deadline, so that they do not all begin at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  // Nothing waits for ever, and nothing is left behind.
  expect(vi.getTimerCount()).toBe(0);
});

const out = { limits: { read: 10_000, write: 10_000 } };

function ownFindings({ data }: MockCobalt) {
  return data.findings.filter(({ id }) => data.organizationOf(id) === data.organizations[0]);
}

const queries = (cobalt: MockCobalt): string[] => cobalt.requests.map(({ query }) => query);

/** What became of a promise by now. */
function watch<Value>(work: Promise<Value>) {
  const seen: { value?: Value; error?: unknown; isDone: boolean } = { isDone: false };
  work.then(
    (value) => Object.assign(seen, { value, isDone: true }),
    (error: unknown) => Object.assign(seen, { error, isDone: true }),
  );
  return seen;
}

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('a walk', () => {
  it('gives all items in order, 100 at a time', async () => {
    const { client, cobalt } = connect({}, out);
    const items = await fetchAll(client, listFindings);
    expect(items.map(({ id }) => id)).toEqual(ownFindings(cobalt).map(({ id }) => id));
    expect(cobalt.requests).toHaveLength(9);
    expect(queries(cobalt)[0]).toBe('limit=100');
  });

  it('keeps its filters to the end and takes another page size', async () => {
    const { client, cobalt } = connect({}, out);
    const params = Object.freeze({ state: 'need_fix', limit: 1000 });
    const items = await fetchAll(client, listFindings, params);
    expect(items.map(({ id }) => id)).toEqual(
      ownFindings(cobalt)
        .filter(({ state }) => state === 'need_fix')
        .map(({ id }) => id),
    );
    expect(queries(cobalt)).toEqual(['state=need_fix&limit=1000']);
  });

  it('has 100 a page also where the limit is there but not set', async () => {
    const { client, cobalt } = connect({}, out);
    await fetchAll(
      client,
      listFindings,
      { limit: undefined },
      {
        maxItems: 1,
      },
    );
    expect(queries(cobalt)).toEqual(['limit=100']);
  });

  it('sends no limit where Cobalt documents none', async () => {
    const { client, cobalt } = connect({}, out);
    expect(await fetchAll(client, listEngagements)).toHaveLength(14);
    expect(cobalt.requests).toHaveLength(2);
    for (const query of queries(cobalt)) expect(query).not.toContain('limit');
  });

  it('stops at maxItems and asks for no page more than that takes', async () => {
    const { client, cobalt } = connect({}, out);
    const items = await fetchAll(client, listFindings, { limit: 10 }, { maxItems: 25 });
    expect(items.map(({ id }) => id)).toEqual(
      ownFindings(cobalt)
        .slice(0, 25)
        .map(({ id }) => id),
    );
    expect(cobalt.requests).toHaveLength(3);
    expect(await fetchAll(client, listFindings, {}, { maxItems: 0 })).toEqual([]);
    expect(cobalt.requests).toHaveLength(3);
  });

  it('says after each page how far it is', async () => {
    const { client } = connect({}, out);
    const seen: FetchAllProgress<Finding>[] = [];
    const items = await fetchAll(
      client,
      listFindings,
      { limit: 300 },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(seen.map((progress) => [progress.items.length, progress.pages, progress.next !== null])).toEqual([
      [300, 1, true],
      [600, 2, true],
      [900, 3, false],
    ]);
    expect(seen.at(-1)!.items).toEqual(items);
    // What was said stays as it was said.
    expect(seen[0]!.items).not.toBe(seen[1]!.items);
  });

  it('shows nothing twice of a list that drifts', async () => {
    const page = (ids: string[], next: string | null) =>
      good({
        data: ids.map((id) => ({ resource: { id } })),
        pagination: { next_page: next, prev_page: null },
      });
    const { client } = answering([
      () => page(['vl_1', 'vl_2'], '/findings?cursor=a'),
      () => page(['vl_2', 'vl_3'], null),
    ]);
    expect((await fetchAll(client, listFindings)).map(({ id }) => id)).toEqual(['vl_1', 'vl_2', 'vl_3']);
  });

  it.each([
    ['itself', ['a', 'a']],
    ['one before it', ['a', 'b', 'a']],
  ])('ends at a page that leads to %s', async (_title, cursors) => {
    const { client, sent } = answering(
      cursors.map((cursor, index) => () => {
        const pagination = { next_page: `/findings?cursor=${cursor}`, prev_page: null };
        return good({ data: [{ resource: { id: `vl_${index}` } }], pagination });
      }),
    );
    expect(await fetchAll(client, listFindings)).toHaveLength(cursors.length);
    expect(sent).toHaveLength(cursors.length);
  });
});

describe('behaviour 18: a walk of 250 pages', () => {
  it('stays in the budget: it is refused, waits, and goes on to the end', async () => {
    const cursor = (page: number) => (page < 250 ? `/findings?cursor=${page}` : null);
    let left = 100;
    let refused = 0;
    let windowEnd = START + 60_000;
    const { client, sent } = answering([
      ({ url }) => {
        if (Date.now() >= windowEnd) {
          left = 100;
          windowEnd = Date.now() + 60_000;
        }
        if (left === 0) {
          refused += 1;
          return new Response(null, {
            status: 429,
            headers: { 'Retry-After': String((windowEnd - Date.now()) / 1000) },
          });
        }
        left -= 1;
        const page = Number(new URL(url).searchParams.get('cursor') ?? 0) + 1;
        return good({
          data: [{ resource: { id: `vl_${page}` } }],
          pagination: { next_page: cursor(page), prev_page: null },
        });
      },
    ]);
    const walk = watch(fetchAll(client, listFindings));
    await pass(200_000);
    expect(walk.value).toHaveLength(250);
    // Twice at most it had to find out that the limit was spent.
    expect(refused).toBeLessThanOrEqual(2);
    expect(sent).toHaveLength(250 + refused);
  });
});

describe('a walk that has to wait', () => {
  it('for a 429 waits until retryAt, and sends nothing before', async () => {
    const { client, cobalt } = connect({}, out);
    cobalt.faults.add({ status: 429, headers: { 'Retry-After': '30' }, times: 1 });
    const walk = watch(fetchAll(client, listFindings, { limit: 1000 }));
    await pass(29_000);
    expect(cobalt.requests).toHaveLength(1);
    expect(walk.isDone).toBe(false);
    await pass(2000);
    expect(cobalt.requests).toHaveLength(2);
    expect(walk.value).toHaveLength(900);
  });

  it('for a 429 in its middle goes on with the same page', async () => {
    const { client, cobalt } = connect({}, out);
    const progress = vi.fn();
    const walk = watch(fetchAll(client, listFindings, { limit: 300 }, { onProgress: progress }));
    cobalt.faults.add({ delayMs: 10, times: 1 });
    cobalt.faults.add({ status: 429, headers: { 'Retry-After': '5' }, times: 1 });
    await pass(20_000);
    expect(walk.value).toHaveLength(900);
    const [, refused, again] = queries(cobalt);
    expect(again).toBe(refused);
    expect(progress).toHaveBeenCalledTimes(3);
  });

  it('for maintenance goes on when it is over', async () => {
    const { client, cobalt } = connect({}, out);
    const stop = cobalt.faults.add({ status: 503, headers: { 'Retry-After': '120' } });
    const walk = watch(fetchAll(client, listFindings, { limit: 1000 }));
    await pass(100_000);
    expect(walk.isDone).toBe(false);
    expect(cobalt.requests.filter(({ path }) => path === '/findings')).toHaveLength(1);
    stop();
    await pass(100_000);
    expect(walk.value).toHaveLength(900);
  });

  it('for a new token goes on with it', async () => {
    const { client, cobalt } = connect({}, out);
    cobalt.setTokens(['another']);
    const walk = watch(fetchAll(client, listFindings, { limit: 1000 }));
    await pass(60_000);
    expect(walk.isDone).toBe(false);
    expect(client.connection.getState().session).toBe('ended');
    client.setToken('another');
    await pass();
    expect(walk.value).toHaveLength(900);
  });

  it('does not wait for a session that is there: the 401 was the late answer to an older token', async () => {
    const { client, cobalt } = connect({}, out);
    cobalt.faults.add({ status: 401, delayMs: 1000, path: '/findings', times: 1 });
    const walk = watch(fetchAll(client, listFindings, { limit: 1000 }));
    await pass(500);
    cobalt.setTokens(['another']);
    client.setToken('another');
    await pass(10_000);
    expect(client.connection.getState().session).toBe('active');
    expect(walk.value).toHaveLength(900);
  });

  it('can be ended by a signal while it waits, and leaves nothing behind', async () => {
    const { client, cobalt } = connect({}, out);
    cobalt.faults.add({ status: 429, headers: { 'Retry-After': '30' } });
    const controller = new AbortController();
    const walk = watch(fetchAll(client, listFindings, {}, { signal: controller.signal }));
    await pass(1000);
    controller.abort(new Error('Enough.'));
    await pass();
    expect(walk.error).toEqual(new Error('Enough.'));
    await pass(60_000);
    expect(cobalt.requests).toHaveLength(1);
  });
});

describe('a walk that fails', () => {
  const failing = { status: 500, path: '/findings' } as const;

  async function failAtPageTwo(client: CobaltClient, cobalt: MockCobalt) {
    let last: FetchAllProgress<Finding> | undefined;
    const walk = watch(
      fetchAll(
        client,
        listFindings,
        { limit: 300 },
        {
          onProgress: (progress) => {
            last ??= progress;
            if (progress.pages === 1) cobalt.faults.add(failing);
          },
        },
      ),
    );
    await pass(3_600_000);
    return { walk, last: last! };
  }

  it('stops at the failing page after the retries of a read, and does not loop', async () => {
    const { client, cobalt } = connect({}, out);
    const { walk } = await failAtPageTwo(client, cobalt);
    expect(walk.error).toMatchObject({ name: 'InternalServerError', attempts: 3 });
    expect(cobalt.requests).toHaveLength(1 + 3);
    expect(new Set(queries(cobalt).slice(1)).size).toBe(1);
  });

  it('waits 1 s and 2 s between its tries', async () => {
    const { client, cobalt } = connect({}, out);
    cobalt.faults.add({ ...failing, times: 2 });
    const walk = watch(fetchAll(client, listFindings, { limit: 1000 }));
    await pass(10_000);
    expect(walk.value).toHaveLength(900);
    expect(cobalt.requests.map(({ at }) => at - START)).toEqual([0, 1000, 3000]);
  });

  it('can go on there: pages that it has are not asked for again', async () => {
    const { client, cobalt } = connect({}, out);
    const { last } = await failAtPageTwo(client, cobalt);
    cobalt.faults.clear();
    cobalt.clearRequests();
    const seen: number[] = [];
    const items = await fetchAll(
      client,
      listFindings,
      { limit: 300 },
      { resumeFrom: last, onProgress: ({ pages }) => seen.push(pages) },
    );
    expect(items.map(({ id }) => id)).toEqual(ownFindings(cobalt).map(({ id }) => id));
    expect(cobalt.requests).toHaveLength(2);
    expect(seen).toEqual([2, 3]);
    expect(await fetchAll(client, listFindings, {}, { resumeFrom: { items, next: null, pages: 3 } })).toEqual(
      items,
    );
    expect(cobalt.requests).toHaveLength(2);
  });

  it.each([403, 404, 422])('with a %i is not tried again', async (status) => {
    const { client, cobalt } = connect({}, out);
    cobalt.faults.add({ status, path: '/findings' });
    expect(await reasonOf(fetchAll(client, listFindings))).toMatchObject({ status });
    expect(cobalt.requests.filter(({ path }) => path === '/findings')).toHaveLength(1);
  });

  it('never follows a next page to another origin', async () => {
    const { client, sent } = answering([
      () => good({ data: [], pagination: { next_page: 'https://evil.example/findings?cursor=a' } }),
    ]);
    const walk = watch(fetchAll(client, listFindings));
    await pass(60_000);
    expect(walk.error).toMatchObject({ name: 'MalformedResponseError' });
    expect(sent.every(({ url }) => url.startsWith('https://api.example/'))).toBe(true);
  });

  it('by a signal rejects with its reason, sends nothing more, and says no progress', async () => {
    const { client, cobalt } = connect({}, out);
    cobalt.faults.add({ delayMs: 1000 });
    const controller = new AbortController();
    const progress = vi.fn();
    const walk = watch(
      fetchAll(client, listFindings, { limit: 300 }, { signal: controller.signal, onProgress: progress }),
    );
    await pass(1500);
    controller.abort(new Error('Enough.'));
    await pass(10_000);
    expect(walk.error).toEqual(new Error('Enough.'));
    expect(cobalt.requests).toHaveLength(2);
    expect(progress).toHaveBeenCalledTimes(1);

    const never = watch(fetchAll(client, listFindings, {}, { signal: AbortSignal.abort(new Error('No.')) }));
    await pass();
    expect(never.error).toEqual(new Error('No.'));
    expect(cobalt.requests).toHaveLength(2);
  });
});
