import { createAsset, listAssets, listOrganizations } from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { answering, deferred, emptyPage, failure, type Sent } from '../client/connect.ts';
import { NOW, secondsOf, start } from './watch.ts';

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const down = { status: 503 } as const;

describe('maintenance', () => {
  it('behaviour 13: is one state for ten failures, and has one probe', async () => {
    const { client, cobalt, arrived, resumed, watch } = start();
    cobalt.faults.add(down);
    watch();
    const errors = await Promise.all(Array.from({ length: 10 }, () => failure(client.call(listAssets))));
    for (const error of errors) expect(error).toMatchObject({ status: 503 });
    // Six were on their way; what waited for its turn behind them was not sent at all.
    expect(errors.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
    expect(client.connection.getState().maintenance).toEqual({
      since: NOW,
      nextCheckAt: NOW + 60_000,
      expectedEnd: undefined,
      isChecking: false,
      isStopped: false,
    });
    expect(await failure(client.call(listAssets))).toMatchObject({
      status: 503,
      attempts: 0,
      retryAt: NOW + 60_000,
    });
    expect(await failure(client.call(createAsset, { title: 'x', asset_type: 'web' }))).toMatchObject({
      status: 503,
      attempts: 0,
      operation: 'write',
    });
    await seconds(59.999);
    expect(arrived()).toHaveLength(6);
    cobalt.faults.clear();
    await seconds(0.001);
    expect(arrived().slice(6)).toEqual(['GET /orgs']);
    expect(cobalt.requests.at(-1)!.query).toBe('limit=1');
    expect(client.connection.getState().maintenance).toBeUndefined();
    expect(resumed).toEqual(['maintenance']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('behaviour 13, criterion 29: is checked after 60 s, doubling to 5 minutes', async () => {
    const { client, cobalt, watch } = start();
    cobalt.faults.add(down);
    watch();
    await failure(client.call(listAssets));
    await seconds(60 + 120 + 240 + 300 + 300 + 1);
    expect(secondsOf(cobalt)).toEqual([0, 60, 180, 420, 720, 1020]);
  });

  it('is checked a little later by each page, so that they do not all come at once', async () => {
    const { client, cobalt, watch } = start();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    cobalt.faults.add({ ...down, times: 1 });
    cobalt.faults.add({ ...down, headers: { 'Retry-After': '1800' }, times: 1 });
    watch();
    await failure(client.call(listAssets));
    await seconds(61 + 1_801);
    expect(secondsOf(cobalt)).toEqual([0, 61, 61 + 1_801]);
  });

  it('is checked in time, and by that alone over, although the clock was set back by an hour', async () => {
    const { client, cobalt, watch } = start();
    watch();
    cobalt.faults.add({ delayMs: 10_000, path: '/orgs', times: 1 });
    const slow = client.call(listOrganizations);
    await seconds(1);
    cobalt.faults.add({ ...down, times: 1 });
    await failure(client.call(listAssets));
    vi.setSystemTime(Date.now() - 3_600_000);
    // Its answer says how much is left of the limit; with each change the timers are set anew.
    await seconds(9);
    await slow;
    expect(client.connection.getState().maintenance).toMatchObject({ nextCheckAt: Date.now() + 60_000 });
    await seconds(60);
    expect(client.connection.getState().maintenance).toBeUndefined();
  });

  it('behaviour 13, criterion 29: is checked when its announced end has come', async () => {
    const { client, cobalt, watch } = start();
    cobalt.faults.add({ ...down, headers: { 'Retry-After': '1800' } });
    watch();
    await failure(client.call(listAssets));
    expect(client.connection.getState().maintenance).toMatchObject({
      expectedEnd: NOW + 1_800_000,
      nextCheckAt: NOW + 1_800_000,
    });
    await seconds(1_800);
    expect(secondsOf(cobalt)).toEqual([0, 1800]);
    await seconds(1_800);
    expect(secondsOf(cobalt)).toEqual([0, 1800, 3600]);
  });

  it.each([
    ['502', { status: 502 }],
    ['500', { status: 500 }],
    ['403', { status: 403 }],
    ['HTML 200', { html: true }],
    ['an empty 200', { status: 200, body: '' }],
    ['a 204', { status: 204 }],
    ['a cut connection', { cut: true }],
  ] as const)('behaviour 13: is not over when the probe gets %s', async (_name, fault) => {
    const { client, cobalt, resumed, watch } = start();
    cobalt.faults.add({ ...down, times: 1 });
    cobalt.faults.add({ ...fault, times: 1 });
    watch();
    await failure(client.call(listAssets));
    await seconds(60);
    expect(client.connection.getState().maintenance).toMatchObject({
      since: NOW,
      nextCheckAt: NOW + 180_000,
      isChecking: false,
    });
    expect(resumed).toEqual([]);
    await seconds(120);
    expect(client.connection.getState().maintenance).toBeUndefined();
    expect(secondsOf(cobalt)).toEqual([0, 60, 180]);
  });

  it('behaviour 13: is not over when the probe gets 429, and the next probe waits for that too', async () => {
    const { client, cobalt, watch } = start();
    cobalt.faults.add({ ...down, times: 1 });
    cobalt.faults.add({ status: 429, times: 1, headers: { 'Retry-After': '200' } });
    watch();
    await failure(client.call(listAssets));
    await seconds(60);
    expect(client.connection.getState().maintenance).toBeDefined();
    expect(client.connection.getState().cooldown.read).toMatchObject({ retryAt: NOW + 260_000 });
    await seconds(199);
    await client.connection.check();
    expect(secondsOf(cobalt)).toEqual([0, 60]);
    await seconds(2);
    expect(secondsOf(cobalt).map(Math.floor)).toEqual([0, 60, 260]);
    expect(client.connection.getState().maintenance).toBeUndefined();
  });

  it('behaviour 13: ends with the probe’s 401, which ends the session: nothing is sent with the dead token', async () => {
    const { client, cobalt, arrived, resumed, watch } = start();
    cobalt.faults.add({ ...down, times: 1 });
    watch();
    // An app that sends again whatever it is told to.
    client.connection.onResume(() => void client.call(listAssets).catch(() => undefined));
    await failure(client.call(listAssets));
    cobalt.setTokens(['another']);
    await seconds(60);
    expect(client.connection.getState()).toMatchObject({ maintenance: undefined, session: 'ended' });
    expect(resumed).toEqual(['maintenance']);
    expect(arrived()).toEqual(['GET /assets', 'GET /orgs']);
  });

  it('is not probed with a token that is known to be dead', async () => {
    vi.useFakeTimers({ now: NOW });
    const late = deferred<Response>();
    const { client, sent } = answering([() => late.promise, () => new Response('', { status: 503 })]);
    client.connection.subscribe(() => undefined);
    const old = failure(client.call(listAssets));
    await seconds(1);
    await failure(client.call(listAssets));
    late.resolve(new Response('', { status: 401 }));
    await old;
    expect(client.connection.getState()).toMatchObject({ session: 'ended' });
    await seconds(3_600);
    expect(sent).toHaveLength(2);
    expect(client.connection.getState().maintenance).toBeUndefined();
  });

  it('behaviour 13: has at most one probe in flight, however often it is asked for', async () => {
    const { client, cobalt, arrived, watch } = start();
    cobalt.faults.add({ ...down, times: 1 });
    watch();
    await failure(client.call(listAssets));
    cobalt.faults.add({ delayMs: 20_000 });
    const checks = [client.connection.check(), client.connection.check(), client.connection.check()];
    expect(client.connection.getState().maintenance).toMatchObject({ isChecking: true });
    await seconds(10);
    checks.push(client.connection.check());
    await seconds(10);
    await Promise.all(checks);
    expect(arrived()).toEqual(['GET /assets', 'GET /orgs']);
  });

  it('is checked when that is due, although a check of before it began is still on its way', async () => {
    const { client, cobalt, arrived, watch } = start();
    watch();
    cobalt.faults.add({ hang: true, path: '/orgs', times: 1 });
    const early = client.connection.check();
    await seconds(1);
    cobalt.faults.add({ ...down, times: 1, headers: { 'Retry-After': '5' } });
    await failure(client.call(listAssets));
    await seconds(60);
    await early;
    expect(arrived()).toEqual(['GET /orgs', 'GET /assets', 'GET /orgs']);
    expect(client.connection.getState().maintenance).toBeUndefined();
  });

  it('is not taken for the probe’s answer when a late request of before says 503', async () => {
    vi.useFakeTimers({ now: NOW });
    const late = deferred<Response>();
    const probe = deferred<Response>();
    const { client } = answering([
      () => late.promise,
      () => new Response('', { status: 503 }),
      ({ url }: Sent) => (url.includes('/orgs') ? probe.promise : emptyPage()),
    ]);
    client.connection.subscribe(() => undefined);
    const old = failure(client.call(listAssets));
    await seconds(1);
    await failure(client.call(listAssets));
    void client.connection.check();
    await seconds(1);
    late.resolve(new Response('', { status: 503 }));
    await old;
    expect(client.connection.getState().maintenance).toMatchObject({ isChecking: true });
    probe.resolve(new Response('', { status: 502 }));
    await seconds(0);
    // The second step, not the third.
    expect(client.connection.getState().maintenance).toMatchObject({
      isChecking: false,
      nextCheckAt: NOW + 2_000 + 120_000,
    });
  });

  it('that the person stopped is not checked again by itself, but when they say so', async () => {
    const { client, cobalt, arrived, watch } = start();
    cobalt.faults.add({ ...down, times: 1 });
    watch();
    await failure(client.call(listAssets));
    client.connection.stop('maintenance');
    expect(vi.getTimerCount()).toBe(0);
    await seconds(3_600);
    expect(arrived()).toHaveLength(1);
    expect(client.connection.getState().maintenance).toMatchObject({ isStopped: true });
    await client.connection.check();
    expect(client.connection.getState().maintenance).toBeUndefined();
  });

  it('is found to be over by the first request after the next check is due, when nobody watches', async () => {
    const { client, cobalt, arrived, resumed } = start();
    cobalt.faults.add({ ...down, times: 1 });
    await failure(client.call(listAssets));
    expect(vi.getTimerCount()).toBe(0);
    await seconds(59);
    expect(await failure(client.call(listAssets))).toMatchObject({ attempts: 0 });
    await seconds(1);
    await client.call(listAssets);
    expect(arrived()).toEqual(['GET /assets', 'GET /assets']);
    expect(client.connection.getState().maintenance).toBeUndefined();
    expect(resumed).toEqual(['maintenance']);
  });

  it('is not ended by the late success of a request that left before it', async () => {
    vi.useFakeTimers({ now: NOW });
    const late = deferred<Response>();
    const { client } = answering([() => late.promise, () => new Response('', { status: 503 })]);
    const old = client.call(listAssets);
    await seconds(1);
    await failure(client.call(listOrganizations));
    late.resolve(emptyPage());
    await old;
    expect(client.connection.getState().maintenance).toBeDefined();
  });

  describe('behaviour 13: a route that answers 503 again after the check passed', () => {
    /** The API is back, but for `/assets`. */
    async function back() {
      const world = start();
      world.watch();
      const isDown = world.cobalt.faults.add({ ...down, path: '/assets' });
      await failure(world.client.call(listAssets));
      await seconds(60);
      expect(world.client.connection.getState().maintenance).toBeUndefined();
      return { ...world, isDown };
    }

    it('is a matter of its own: nothing else waits for it', async () => {
      const { client, resumed } = await back();
      expect(await failure(client.call(listAssets))).toMatchObject({
        status: 503,
        attempts: 1,
        isIsolated: true,
      });
      expect(client.connection.getState().maintenance).toBeUndefined();
      await client.call(listOrganizations);
      expect(resumed).toEqual(['maintenance']);
    });

    it('belongs to a new maintenance when another route is down too', async () => {
      const { client, cobalt } = await back();
      await failure(client.call(listAssets));
      cobalt.faults.add(down);
      const error = await failure(client.call(listOrganizations));
      expect(error).not.toHaveProperty('isIsolated');
      expect(client.connection.getState().maintenance).toBeDefined();
    });

    it('begins a new maintenance once it had worked, and five minutes later', async () => {
      const { client, cobalt, isDown } = await back();
      isDown();
      await client.call(listAssets);
      const again = cobalt.faults.add({ ...down, path: '/assets' });
      await failure(client.call(listAssets));
      expect(client.connection.getState().maintenance).toBeDefined();
      await seconds(60);
      expect(client.connection.getState().maintenance).toBeUndefined();
      await seconds(299);
      expect(await failure(client.call(listAssets))).toMatchObject({ isIsolated: true });
      await seconds(1);
      expect(await failure(client.call(listAssets))).not.toHaveProperty('isIsolated');
      again();
    });
  });
});
