import { createAsset, listAssets, listFindings, listOrganizations } from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { answering, deferred, emptyPage, failure } from '../client/connect.ts';
import { NOW, secondsOf, start } from './watch.ts';

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const asset = { title: 'Portal', asset_type: 'web' };

/** How many requests arrived in each window of a minute. */
function perMinute(arrivals: readonly number[]): number[] {
  return arrivals.reduce<number[]>((minutes, at) => {
    const minute = Math.floor(at / 60);
    minutes[minute] = (minutes[minute] ?? 0) + 1;
    return minutes;
  }, []);
}

/** An answer by hand that says how much is left. */
const telling =
  (remaining: number | undefined, limit = 100, name = 'X-Rate-Limit-Get-Limit') =>
  () => {
    const response = emptyPage();
    if (remaining !== undefined) {
      response.headers.set(name, String(limit));
      response.headers.set('X-Rate-Limit-Remaining', String(remaining));
    }
    return response;
  };

describe('pacing', () => {
  it('sends 250 reads as three full minutes, and none is refused', async () => {
    const { client, cobalt } = start();
    const reads = Array.from({ length: 250 }, () => client.call(listAssets));
    await seconds(1);
    expect(cobalt.requests).toHaveLength(100);
    await seconds(58.9);
    expect(cobalt.requests).toHaveLength(100);
    await seconds(70);
    await Promise.all(reads);
    expect(perMinute(secondsOf(cobalt))).toEqual([100, 100, 50]);
  });

  it('does so for writes apart, each sent once', async () => {
    const { client, cobalt } = start();
    const writes = Array.from({ length: 25 }, () => client.call(createAsset, { ...asset }));
    await seconds(1);
    expect(cobalt.requests).toHaveLength(20);
    await client.call(listAssets);
    await seconds(60);
    await Promise.all(writes);
    expect(cobalt.requests.filter(({ method }) => method === 'POST')).toHaveLength(25);
  });

  it('sends no more than six at once while nobody said how many are left', async () => {
    vi.useFakeTimers({ now: NOW });
    const answers = Array.from({ length: 20 }, () => deferred<Response>());
    const { client, sent } = answering(
      answers.map(
        ({ promise }) =>
          () =>
            promise,
      ),
    );
    for (let index = 0; index < 20; index += 1) void client.call(listAssets);
    await seconds(0);
    expect(sent).toHaveLength(6);
    answers[0]!.resolve(telling(undefined)());
    await seconds(0);
    expect(sent).toHaveLength(7);
    answers[1]!.resolve(telling(80)());
    await seconds(0);
    expect(sent.length).toBeGreaterThan(10);
  });

  it('sends one behind the other where little is left, since others take from it too', async () => {
    vi.useFakeTimers({ now: NOW });
    const late = deferred<Response>();
    const { client, sent } = answering([telling(8), () => late.promise, telling(6)]);
    await client.call(listAssets);
    for (let index = 0; index < 3; index += 1) void client.call(listAssets);
    await seconds(1);
    expect(sent).toHaveLength(2);
    late.resolve(telling(7)());
    await seconds(0);
    expect(sent).toHaveLength(4);
  });

  it('waits for the next minute where another tool has taken the rest', async () => {
    vi.useFakeTimers({ now: NOW });
    const { client, sent } = answering([telling(0), telling(99)]);
    await client.call(listAssets);
    const read = client.call(listAssets);
    await seconds(59.9);
    expect(sent).toHaveLength(1);
    await seconds(0.1);
    await read;
    expect(sent).toHaveLength(2);
  });

  it('does not count the wait as time to answer', async () => {
    const { client, cobalt } = start();
    await Promise.all(Array.from({ length: 100 }, () => client.call(listAssets)));
    // The default timeout is 30 s.
    const read = client.call(listAssets);
    await seconds(60);
    await expect(read).resolves.toBeDefined();
    expect(cobalt.requests).toHaveLength(101);
  });

  it('lets go of who was aborted, at once and with the reason, and sends nothing for it', async () => {
    const { client, cobalt } = start();
    await Promise.all(Array.from({ length: 100 }, () => client.call(listAssets)));
    const controller = new AbortController();
    const read = client.call(listAssets, {}, { signal: controller.signal });
    const reason = read.catch((caught: unknown) => caught);
    await seconds(10);
    controller.abort(new Error('left the page'));
    expect(await reason).toMatchObject({ message: 'left the page' });
    expect(vi.getTimerCount()).toBe(0);
    await seconds(120);
    expect(cobalt.requests).toHaveLength(100);
  });

  it('makes room for a person: what runs in the background leaves a fifth, and gets it when the minute ends', async () => {
    const { client, cobalt } = start();
    const walk = Array.from({ length: 100 }, () => client.call(listFindings, {}, { priority: 'low' }));
    await seconds(0.1);
    expect(cobalt.requests).toHaveLength(81);
    await Promise.all(Array.from({ length: 10 }, () => client.call(listAssets)));
    await seconds(60);
    await Promise.all(walk);
    expect(cobalt.requests).toHaveLength(110);
    expect(perMinute(secondsOf(cobalt))[0]).toBe(100);
  });

  it('lets a person pass before the background that waited longer', async () => {
    const { client, cobalt } = start();
    await Promise.all(Array.from({ length: 100 }, () => client.call(listAssets)));
    cobalt.clearRequests();
    void client.call(listFindings, {}, { priority: 'low' });
    await seconds(10);
    void client.call(listOrganizations);
    await seconds(51);
    expect(cobalt.requests.map(({ path }) => path)).toEqual(['/orgs', '/findings']);
  });

  it('is shown once the first has waited for a second, and until nobody waits', async () => {
    const { client, watch } = start();
    watch();
    const state = () => client.connection.getState().pacing.read;
    const reads = Array.from({ length: 101 }, () => client.call(listAssets));
    await seconds(0.9);
    expect(state()).toBeUndefined();
    await seconds(0.1);
    expect(state()).toEqual({ since: NOW, until: NOW + 60_000 });
    expect(client.connection.getState().pacing.write).toBeUndefined();
    await seconds(60);
    await Promise.all(reads);
    expect(state()).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends as a refusal that says why when the limit is refused meanwhile', async () => {
    vi.useFakeTimers({ now: NOW });
    const late = deferred<Response>();
    const { client, sent } = answering([telling(1), () => late.promise, telling(99)]);
    await client.call(listAssets);
    const refused = failure(client.call(listAssets));
    const waiting = failure(client.call(listAssets));
    await seconds(1);
    late.resolve(new Response('', { status: 429 }));
    expect(await refused).toMatchObject({ status: 429, attempts: 1 });
    expect(await waiting).toMatchObject({ status: 429, attempts: 0 });
    expect(sent).toHaveLength(2);
  });

  it('goes on by a clock that nobody can set', async () => {
    vi.useFakeTimers({ now: NOW });
    const { client, sent } = answering([telling(0), telling(99)]);
    await client.call(listAssets);
    const read = client.call(listAssets);
    await seconds(10);
    vi.setSystemTime(NOW - 86_400_000);
    await seconds(49);
    expect(sent).toHaveLength(1);
    await seconds(1);
    await read;
  });
});

describe('behaviour 3: after a cooldown', () => {
  it('150 waiting reads leave paced: one first, never at one instant, never more than the limit in a minute', async () => {
    const { client, cobalt, watch } = start();
    watch();
    cobalt.faults.add({ status: 429, times: 1, headers: { 'Retry-After': '30' } });
    await failure(client.call(listAssets));
    const reads: Promise<unknown>[] = [];
    client.connection.onResume(() => {
      for (let index = 0; index < 150; index += 1) reads.push(client.call(listAssets));
    });
    await seconds(29.999);
    expect(cobalt.requests).toHaveLength(1);
    await seconds(0.001);
    expect(cobalt.requests).toHaveLength(2);
    await seconds(119);
    await Promise.all(reads);
    const [, ...resumed] = secondsOf(cobalt);
    expect(resumed).toHaveLength(150);
    expect(Math.min(...resumed)).toBe(30);
    expect(resumed.filter((at) => at < 90)).toHaveLength(100);
    expect(new Set(resumed).size).toBeGreaterThanOrEqual(100);
  });

  it('a second refusal costs one request, not all that waited', async () => {
    const { client, cobalt, watch } = start();
    watch();
    cobalt.faults.add({ status: 429, times: 2, headers: { 'Retry-After': '30' } });
    await failure(client.call(listAssets));
    const outcomes: Promise<unknown>[] = [];
    client.connection.onResume(() => {
      for (let index = 0; index < 20; index += 1) outcomes.push(failure(client.call(listAssets)));
    });
    await seconds(31);
    const errors = await Promise.all(outcomes);
    expect(errors.map((error) => (error as { attempts: number }).attempts)).toEqual([
      1,
      ...Array<number>(19).fill(0),
    ]);
    expect(cobalt.requests).toHaveLength(2);
  });

  it('a first one that hangs holds the others for two seconds, not for its timeout', async () => {
    const { client, cobalt, watch } = start();
    watch();
    cobalt.faults.add({ status: 429, times: 1, headers: { 'Retry-After': '30' } });
    await failure(client.call(listAssets));
    cobalt.faults.add({ hang: true, times: 1 });
    client.connection.onResume(() => {
      for (let index = 0; index < 3; index += 1) client.call(listAssets).catch(() => undefined);
    });
    await seconds(31.999);
    expect(cobalt.requests).toHaveLength(2);
    await seconds(1);
    expect(cobalt.requests).toHaveLength(4);
    await seconds(60);
  });

  it('each tab begins a little later, by its own chance, and never earlier', async () => {
    const { client, cobalt, resumed, watch } = start();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    watch();
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(listAssets));
    await seconds(60.999);
    expect(resumed).toEqual([]);
    await seconds(0.001);
    expect(resumed).toEqual(['cooldown-read']);
  });
});

describe('behaviour 22: what is left of a limit', () => {
  const budgetAfter = async (answers: readonly (() => Response)[]) => {
    vi.useFakeTimers({ now: NOW });
    const { client } = answering(answers);
    const seen: (number | undefined)[] = [];
    for (const _answer of answers) {
      await client.call(listAssets);
      seen.push(client.connection.getState().budget.read?.remaining);
    }
    return { seen, client };
  };

  it('never rises within a minute, however the servers count', async () => {
    const { seen } = await budgetAfter([50, 80, 40, 90, 41].map((remaining) => telling(remaining)));
    expect(seen).toEqual([50, 49, 40, 39, 38]);
  });

  it('is known from the older header name, and what it says of the limit', async () => {
    const { client } = await budgetAfter([telling(25, 30, 'X-Rate-Limit-Limit')]);
    expect(client.connection.getState().budget.read).toEqual({
      limit: 30,
      remaining: 25,
      isLow: false,
      until: NOW + 60_000,
    });
  });

  it('is not known where a browser hides the headers', async () => {
    const { seen } = await budgetAfter([telling(undefined), telling(undefined)]);
    expect(seen).toEqual([undefined, undefined]);
  });

  it('warns once a minute', async () => {
    vi.useFakeTimers({ now: NOW });
    const { client } = answering([15, 10, 12, 9, 95, 10].map((remaining) => telling(remaining)));
    const warnings: boolean[] = [];
    client.connection.subscribe(() => {
      const isLow = client.connection.getState().budget.read?.isLow === true;
      if (isLow !== (warnings.at(-1) ?? false)) warnings.push(isLow);
    });
    for (let index = 0; index < 4; index += 1) await client.call(listAssets);
    expect(warnings).toEqual([true]);
    await seconds(60);
    await client.call(listAssets);
    await client.call(listAssets);
    expect(warnings).toEqual([true, false, true]);
  });
});
