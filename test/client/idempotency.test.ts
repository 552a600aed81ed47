import { type AnyCobaltError, createAsset, createCobaltClient, listAssets } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it, vi } from 'vitest';
import {
  answering,
  connect,
  deferred,
  emptyPage,
  failure,
  good,
  organizationsPage,
  reasonOf,
} from './connect.ts';

const FIVE_MINUTES = 300_000;
/** The rest is for the way to the server, which forgets a key after 5 minutes. */
const SAFELY = FIVE_MINUTES - 10_000;
const asset = () => ({ title: 'Customer portal', asset_type: 'web' });

/** A client of the mock on a fake clock, and what it sent as POST. */
function start() {
  vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
  const { client, cobalt } = connect();
  const posts = () => cobalt.requests.filter(({ method }) => method === 'POST');
  return {
    client,
    cobalt,
    posts,
    keys: () => posts().map(({ headers }) => headers['idempotency-key']),
    made: () => cobalt.data.assets.filter(({ title }) => title === 'Customer portal').length,
  };
}

describe('behaviour 11: an idempotency key', () => {
  it('is a new one for each submission, also of equal objects', async () => {
    const { client, keys } = start();
    const params = asset();
    await client.call(createAsset, params);
    await client.call(createAsset, params);
    await client.call(createAsset, asset());
    expect(new Set(keys()).size).toBe(3);
  });

  it.each<[string, Parameters<ReturnType<typeof connect>['cobalt']['faults']['add']>[0]]>([
    ['the answer was lost', { cut: true, afterCommit: true }],
    ['the server failed with 500', { status: 500, afterCommit: true }],
    ['a gateway failed with 502', { status: 502, afterCommit: true }],
    ['a gateway failed with 504', { status: 504, afterCommit: true }],
    ['the answer was cut short', { truncate: true }],
    ['the answer was HTML', { status: 200, body: '<html>', afterCommit: true }],
  ])(
    'is the same when the same object is sent again after %s, and nothing is made twice',
    async (_name, fault) => {
      const { client, cobalt, keys, made } = start();
      const params = asset();
      cobalt.faults.add({ ...fault, times: 1, method: 'POST' });
      const lost = await failure(client.call(createAsset, params));
      expect(lost).toMatchObject({ retrySafeUntil: Date.now() + SAFELY, attempts: 1 });
      const second = await failure(client.call(createAsset, params));
      expect(second).toMatchObject({ name: 'ConflictError', probablySucceeded: true, attempts: 2 });
      const [one, other] = keys();
      expect(other).toBe(one);
      expect(made()).toBe(1);
    },
  );

  it('is the same after a request that was lost before it arrived, and makes exactly one', async () => {
    const { client, cobalt, keys, made } = start();
    const params = asset();
    cobalt.faults.add({ cut: true, times: 1, method: 'POST' });
    await failure(client.call(createAsset, params));
    await client.call(createAsset, params);
    expect(new Set(keys()).size).toBe(1);
    expect(made()).toBe(1);
  });

  it('is the same after a timeout', async () => {
    const { client, cobalt, keys } = start();
    const params = asset();
    cobalt.faults.add({ hang: true, times: 1, method: 'POST' });
    const lost = failure(client.call(createAsset, params));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await lost).toMatchObject({ kind: 'timeout', retrySafeUntil: Date.now() - 30_000 + SAFELY });
    await client.call(createAsset, params);
    expect(new Set(keys()).size).toBe(1);
  });

  it.each([400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 503, 509])(
    'is a new one after %i, which says for certain that nothing was made',
    async (status) => {
      const { client, cobalt, keys } = start();
      const params = asset();
      cobalt.faults.add({ status, body: { message: 'no' }, times: 1, method: 'POST' });
      const refused = await failure(client.call(createAsset, params));
      expect(refused.retrySafeUntil).toBeUndefined();
      await vi.advanceTimersByTimeAsync(61_000);
      client.connection.reconnected();
      await client.call(createAsset, params);
      expect(new Set(keys()).size).toBe(2);
    },
  );

  it('is the same after a 503 that a gateway gave in place of the API, which may have made it', async () => {
    const { client, cobalt, keys, made } = start();
    const params = asset();
    cobalt.faults.add({ status: 503, body: '<h1>503', afterCommit: true, times: 1, method: 'POST' });
    const lost = await failure(client.call(createAsset, params));
    expect(lost).toMatchObject({ kind: 'maintenance', retrySafeUntil: Date.now() + SAFELY });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await failure(client.call(createAsset, params))).toMatchObject({ probablySucceeded: true });
    expect(new Set(keys()).size).toBe(1);
    expect(made()).toBe(1);
  });

  it('is a new one after a success', async () => {
    const { client, cobalt, keys } = start();
    const params = asset();
    cobalt.faults.add({ cut: true, times: 1, method: 'POST' });
    await failure(client.call(createAsset, params));
    await client.call(createAsset, params);
    await client.call(createAsset, params);
    const [first, second, third] = keys();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('is shown by its first 8 characters, never whole', async () => {
    const { client, cobalt, keys } = start();
    cobalt.faults.add({ status: 500, method: 'POST' });
    const error = await failure(client.call(createAsset, asset()));
    expect(error.keyHint).toBe(keys()[0]!.slice(0, 8));
    expect(JSON.stringify(error)).not.toContain(keys()[0]);
  });

  it('makes a 409 on the first try what it is: a key that was used for something else', async () => {
    const { client, cobalt } = start();
    cobalt.faults.add({ status: 409, times: 1 });
    const error = await failure(client.call(createAsset, asset()));
    expect(error).toMatchObject({ name: 'ConflictError', probablySucceeded: false, attempts: 1 });
  });

  it('stays when a second try is refused, since the first one may have arrived all the same', async () => {
    for (const status of [400, 401, 403, 422, 429, 503]) {
      const { client, cobalt, keys, made } = start();
      const params = asset();
      cobalt.faults.add({ cut: true, afterCommit: true, times: 1, method: 'POST' });
      await failure(client.call(createAsset, params));
      cobalt.faults.add({ status, times: 1, method: 'POST' });
      const refused = await failure(client.call(createAsset, params));
      expect(refused).toMatchObject({ status, attempts: 2, retrySafeUntil: Date.now() + SAFELY });
      await vi.advanceTimersByTimeAsync(61_000);
      client.connection.reconnected();
      const third = await failure(client.call(createAsset, params));
      expect(third).toMatchObject({ status: 409, probablySucceeded: true, attempts: 3 });
      expect(new Set(keys()).size).toBe(1);
      expect(made()).toBe(1);
    }
  });

  it.each([401, 429, 503])(
    'leaves it open whether it was made when a second try is not even sent, after %i',
    async (status) => {
      const { client, cobalt, posts } = start();
      const params = asset();
      cobalt.faults.add({ cut: true, afterCommit: true, times: 1, method: 'POST' });
      const lost = await failure(client.call(createAsset, params));
      cobalt.faults.add({ status, times: 1, method: 'POST' });
      await failure(client.call(createAsset, asset()));
      expect(await failure(client.call(createAsset, params))).toMatchObject({
        status,
        attempts: 0,
        retrySafeUntil: lost.retrySafeUntil,
      });
      expect((await failure(client.call(createAsset, asset()))).retrySafeUntil).toBeUndefined();
      expect(posts()).toHaveLength(2);
    },
  );

  it('after 5 minutes is dead: nothing is sent, and the same uncertain error comes back', async () => {
    const { client, cobalt, posts } = start();
    const params = asset();
    cobalt.faults.add({ cut: true, afterCommit: true, times: 1, method: 'POST' });
    const lost = await failure(client.call(createAsset, params));
    await vi.advanceTimersByTimeAsync(FIVE_MINUTES + 1_000);
    expect(await failure(client.call(createAsset, params))).toBe(lost);
    expect(await failure(client.call(createAsset, params))).toBe(lost);
    expect(posts()).toHaveLength(1);
    await client.call(createAsset, asset());
    expect(posts()).toHaveLength(2);
  });

  it('lives 10 seconds less, to the last millisecond, counted from the first try', async () => {
    const { client, cobalt, posts } = start();
    const params = asset();
    cobalt.faults.add({ status: 500, method: 'POST' });
    const first = await failure(client.call(createAsset, params));
    await vi.advanceTimersByTimeAsync(SAFELY);
    const second = await failure(client.call(createAsset, params));
    expect(second.retrySafeUntil).toBe(first.retrySafeUntil);
    expect(posts()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failure(client.call(createAsset, params))).toBe(second);
    expect(posts()).toHaveLength(2);
  });

  it.each(['back', 'forward'])('is dead in time, also when the clock was set %s', async (way) => {
    const { client, cobalt, posts } = start();
    const params = asset();
    cobalt.faults.add({ cut: true, afterCommit: true, times: 1, method: 'POST' });
    const lost = await failure(client.call(createAsset, params));
    vi.setSystemTime(Date.now() + (way === 'back' ? -3_600_000 : 3_600_000));
    if (way === 'back') await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
    expect(await failure(client.call(createAsset, params))).toBe(lost);
    expect(posts()).toHaveLength(1);
  });

  it('that is dead does not bring an old failure back as news of the connection', async () => {
    const { client, cobalt } = start();
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const params = asset();
    cobalt.faults.add({ cut: true, times: 1, method: 'POST' });
    expect(await failure(client.call(createAsset, params))).toMatchObject({ kind: 'offline' });
    onLine.mockReturnValue(true);
    await client.call(listAssets);
    expect(client.connection.getState().isOffline).toBe(false);
    await vi.advanceTimersByTimeAsync(FIVE_MINUTES + 1);
    await failure(client.call(createAsset, params));
    expect(client.connection.getState().isOffline).toBe(false);
  });

  it('goes with an object that was given up, so that trying again is safe, and later refused', async () => {
    const { client, cobalt, keys, made, posts } = start();
    const params = asset();
    cobalt.faults.add({ hang: true, times: 1, method: 'POST' });
    const controller = new AbortController();
    const given = reasonOf(client.call(createAsset, params, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort('closed the dialog');
    expect(await given).toBe('closed the dialog');
    await vi.advanceTimersByTimeAsync(1_000);
    await client.call(createAsset, params);
    expect(new Set(keys()).size).toBe(1);
    expect(made()).toBe(1);

    const late = asset();
    cobalt.faults.add({ hang: true, times: 1, method: 'POST' });
    const second = new AbortController();
    const givenToo = reasonOf(client.call(createAsset, late, { signal: second.signal }));
    await vi.advanceTimersByTimeAsync(100);
    second.abort('closed');
    await givenToo;
    await vi.advanceTimersByTimeAsync(FIVE_MINUTES + 1);
    const sentBefore = posts().length;
    expect(await failure(client.call(createAsset, late))).toMatchObject({ kind: 'unreachable', attempts: 1 });
    expect(posts()).toHaveLength(sentBefore);
  });

  it('is not spent by a try that never left', async () => {
    vi.useFakeTimers();
    let look = () => new Response('', { status: 500 });
    const { client, sent } = answering(
      [({ url }) => (url.includes('/orgs') ? look() : new Response('', { status: 409 }))],
      { organization: { id: 'or_1' } },
    );
    const params = asset();
    expect(await failure(client.call(createAsset, params))).toMatchObject({ status: 500, attempts: 0 });
    const aborted = AbortSignal.abort('never');
    await reasonOf(client.call(createAsset, params, { signal: aborted }));
    await vi.advanceTimersByTimeAsync(FIVE_MINUTES + 1);
    look = () => organizationsPage(['or_1']);
    const error = await failure(client.call(createAsset, params));
    expect(error).toMatchObject({ status: 409, attempts: 1, probablySucceeded: false });
    expect(sent.filter(({ init }) => init.method === 'POST')).toHaveLength(1);
  });

  it('is not spent by a refusal of the connection', async () => {
    const { client, cobalt, keys } = start();
    const params = asset();
    cobalt.faults.add({ cut: true, afterCommit: true, times: 1, method: 'POST' });
    await failure(client.call(createAsset, params));
    cobalt.faults.add({ status: 429, times: 1, method: 'POST' });
    await failure(client.call(createAsset, asset()));
    expect(await failure(client.call(createAsset, params))).toMatchObject({ status: 429, attempts: 0 });
    await vi.advanceTimersByTimeAsync(61_000);
    const error = await failure(client.call(createAsset, params));
    expect(error).toMatchObject({ status: 409, probablySucceeded: true, attempts: 2 });
    const [first, , third] = keys();
    expect(third).toBe(first);
  });

  it('is another one in another organization, for the very same object', async () => {
    vi.useFakeTimers();
    const cobalt = createMockCobalt();
    const [one, other] = cobalt.data.organizations;
    const client = createCobaltClient({
      region: 'us',
      token: MOCK_TOKEN,
      organization: { id: one!.id },
      fetch: cobalt.fetch,
    });
    const params = asset();
    cobalt.faults.add({ cut: true, afterCommit: true, times: 1, method: 'POST' });
    await failure(client.call(createAsset, params));
    await client.withOrganization(other!.id).call(createAsset, params);
    expect(cobalt.data.assets.filter(({ title }) => title === 'Customer portal')).toHaveLength(2);
  });

  it('is one for two clicks at the same time, of which one is told that it was done', async () => {
    const { client, keys, made } = start();
    const params = asset();
    const outcomes = await Promise.all(
      [1, 2].map(() => client.call(createAsset, params).catch((error: unknown) => error)),
    );
    expect(new Set(keys()).size).toBe(1);
    expect(made()).toBe(1);
    expect(outcomes.filter((outcome) => outcome instanceof Error)).toMatchObject([
      { status: 409, probablySucceeded: true },
    ]);
  });

  it('stays when one of two clicks is lost after the other was refused', async () => {
    vi.useFakeTimers();
    const lost = deferred<Response>();
    const { client, sent } = answering([
      () => lost.promise,
      () => new Response('', { status: 422 }),
      () => good({}),
    ]);
    const params = asset();
    const first = failure(client.call(createAsset, params));
    const second = await failure(client.call(createAsset, params));
    expect(second.status).toBe(422);
    lost.reject(new TypeError('Failed to fetch'));
    await first;
    await failure(client.call(createAsset, params));
    const keys = sent.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
  });

  it('is never sent by a write that does not create', async () => {
    const { client, sent } = answering([() => emptyPage()]);
    await client.call(
      {
        name: 'search',
        method: 'POST',
        path: '/external_ticket_references/search',
        answer: 'list',
        operation: 'read',
      },
      { findings: [] } as unknown as undefined,
    );
    expect(sent[0]!.headers.has('Idempotency-Key')).toBe(false);
  });

  it('loses and doubles nothing in 300 creations with lost answers, refusals and retries', async () => {
    const { client, cobalt } = start();
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const faults = [
      { cut: true },
      { cut: true, afterCommit: true },
      { status: 500, afterCommit: true },
      { status: 500 },
      { status: 502 },
      { truncate: true },
      { status: 503 },
      { status: 429 },
    ] as const;
    for (let index = 0; index < 300; index += 1) {
      const params = { title: `Asset ${String(index)}`, asset_type: 'web' };
      let outcome: 'made' | AnyCobaltError | undefined;
      for (let tries = 0; tries < 4 && outcome !== 'made'; tries += 1) {
        if (random(2) === 0)
          cobalt.faults.add({ ...faults[random(faults.length)]!, times: 1, method: 'POST' });
        outcome = await client.call(createAsset, params).then(
          () => 'made' as const,
          (error: unknown) => error as AnyCobaltError,
        );
        if (outcome !== 'made' && outcome.name === 'ConflictError') {
          expect(outcome.probablySucceeded).toBe(true);
          outcome = 'made';
        }
        await vi.advanceTimersByTimeAsync(61_000);
        cobalt.faults.clear();
      }
      const made = cobalt.data.assets.filter(({ title }) => title === params.title).length;
      if (outcome === 'made') expect(made).toBe(1);
      else if (made > 0) expect(outcome!.retrySafeUntil).toBeGreaterThan(0);
      expect(made).toBeLessThanOrEqual(1);
    }
  });
});
