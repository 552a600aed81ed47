import {
  createAsset,
  isCobaltError,
  listAssets,
  listOrganizations,
  TooManyRequestsError,
} from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { answering, deferred, emptyPage, failure } from '../client/connect.ts';
import { NOW, secondsOf, start } from './watch.ts';

const asset = { title: 'Portal', asset_type: 'web' };
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const refused =
  (status = 429, after?: number) =>
  () =>
    new Response('', { status, headers: after === undefined ? {} : { 'Retry-After': String(after) } });

describe('a cooldown', () => {
  it.each([429, 509] as const)(
    'behaviour 1: after %i sends no read until retryAt, while writes go on',
    async (status) => {
      const { client, cobalt, arrived } = start();
      cobalt.faults.add({ status, times: 1, headers: { 'Retry-After': '30' } });
      const first = await failure(client.call(listAssets));
      expect(first).toMatchObject({ status, attempts: 1, retryAt: NOW + 30_000 });
      const others = await Promise.all(
        Array.from({ length: 20 }, () => failure(client.call(listAssets, { limit: 1 }))),
      );
      for (const error of others) {
        expect(error).toBeInstanceOf(TooManyRequestsError);
        expect(error).toMatchObject({ attempts: 0, retryAt: NOW + 30_000, limit: 100, operation: 'read' });
      }
      await client.call(createAsset, asset);
      expect(arrived()).toEqual(['GET /assets', 'POST /assets']);
      await seconds(29.999);
      expect(isCobaltError(await failure(client.call(listAssets)), 429)).toBe(true);
      await seconds(0.001);
      await client.call(listAssets);
      expect(arrived()).toHaveLength(3);
    },
  );

  it('behaviour 1: of writes leaves reads alone', async () => {
    const { client, cobalt } = start();
    cobalt.faults.add({ status: 429, times: 1, method: 'POST' });
    await failure(client.call(createAsset, asset));
    expect(client.connection.getState().cooldown.read).toBeUndefined();
    expect(client.connection.getState().cooldown.write).toMatchObject({
      since: NOW,
      retryAt: NOW + 60_000,
      limit: 20,
      refusals: 1,
      isStopped: false,
    });
    await client.call(listAssets);
    expect(await failure(client.call(createAsset, asset))).toMatchObject({ attempts: 0, operation: 'write' });
  });

  it('holds for every organization of the client', async () => {
    const { client, cobalt, arrived } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(listOrganizations));
    await failure(client.withOrganization(cobalt.data.organizations[1]!.id).call(listAssets));
    expect(arrived()).toHaveLength(1);
  });

  it('behaviour 4: ends by itself at the deadline while somebody watches', async () => {
    const { client, cobalt, resumed, watch } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    watch();
    await failure(client.call(listAssets));
    await seconds(59.999);
    expect(client.connection.getState().cooldown.read).toBeDefined();
    expect(resumed).toEqual([]);
    await seconds(0.001);
    expect(client.connection.getState().cooldown.read).toBeUndefined();
    expect(resumed).toEqual(['cooldown-read']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with the first request after the deadline when nobody watches, and keeps no timer', async () => {
    const { client, cobalt, resumed } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(listAssets));
    expect(vi.getTimerCount()).toBe(0);
    await seconds(60);
    expect(client.connection.getState().cooldown.read).toBeDefined();
    await client.call(listAssets);
    expect(client.connection.getState().cooldown.read).toBeUndefined();
    expect(resumed).toEqual(['cooldown-read']);
  });

  it('that is over ends at once when somebody begins to watch', async () => {
    const { client, cobalt, watch } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(listAssets));
    await seconds(61);
    watch();
    await seconds(0);
    expect(client.connection.getState().cooldown.read).toBeUndefined();
  });

  it('is not ended early by resume()', async () => {
    const { client, cobalt, resumed } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(listAssets));
    await seconds(59);
    client.connection.resume('read');
    expect(client.connection.getState().cooldown.read).toBeDefined();
    await seconds(1);
    client.connection.resume('write');
    expect(resumed).toEqual([]);
    client.connection.resume('read');
    expect(resumed).toEqual(['cooldown-read']);
  });

  it('that the person stopped does not go on by itself, but after the deadline with the person’s request', async () => {
    const { client, cobalt, resumed, watch } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    watch();
    await failure(client.call(listAssets));
    client.connection.stop('cooldown-read');
    expect(client.connection.getState().cooldown.read).toMatchObject({ isStopped: true });
    expect(vi.getTimerCount()).toBe(0);
    await seconds(30);
    expect(await failure(client.call(listAssets))).toMatchObject({ attempts: 0 });
    await seconds(90);
    expect(client.connection.getState().cooldown.read).toBeDefined();
    expect(resumed).toEqual([]);
    await client.call(listAssets);
    expect(client.connection.getState().cooldown.read).toBeUndefined();
  });

  it('behaviour 20: stops by itself at the third refusal in a row', async () => {
    const { client, cobalt, watch } = start();
    cobalt.faults.add({ status: 429 });
    watch();
    for (const [refusals, isStopped] of [
      [1, false],
      [2, false],
      [3, true],
    ]) {
      await failure(client.call(listAssets));
      expect(client.connection.getState().cooldown.read).toMatchObject({ refusals, isStopped });
      await seconds(60);
    }
    expect(client.connection.getState().cooldown.read).toBeDefined();
    expect(secondsOf(cobalt)).toEqual([0, 60, 120]);
  });

  it.each([true, false])('counts anew after a success, watched or not (%j)', async (isWatched) => {
    const { client, cobalt, watch } = start();
    if (isWatched) watch();
    for (let round = 0; round < 5; round += 1) {
      cobalt.faults.add({ status: 429, times: 1 });
      await failure(client.call(listAssets));
      expect(client.connection.getState().cooldown.read).toMatchObject({ refusals: 1, isStopped: false });
      await seconds(60);
      await client.call(listAssets);
      await seconds(1);
    }
  });

  it('counts answers that were on their way when it began as the same refusal', async () => {
    vi.useFakeTimers({ now: NOW });
    const late = [deferred<Response>(), deferred<Response>(), deferred<Response>()];
    const { client } = answering([
      ...late.map(
        ({ promise }) =>
          () =>
            promise,
      ),
      refused(),
    ]);
    const waiting = late.map(() => failure(client.call(listAssets)));
    await seconds(1);
    late[0]!.resolve(refused(429, 20)());
    await seconds(1);
    late[1]!.resolve(refused(429, 60)());
    await waiting[1];
    expect(client.connection.getState().cooldown.read).toMatchObject({
      since: NOW + 1_000,
      retryAt: NOW + 62_000,
      refusals: 1,
    });
    // A shorter wait does not end the longer one.
    late[2]!.resolve(refused(429, 1)());
    await waiting[2];
    expect(client.connection.getState().cooldown.read).toMatchObject({ retryAt: NOW + 62_000, refusals: 1 });
  });

  it('counts them so even when they come after its end', async () => {
    vi.useFakeTimers({ now: NOW });
    const late = deferred<Response>();
    const { client } = answering([() => late.promise, refused(429, 5), refused(429, 5), refused(429, 5)]);
    client.connection.subscribe(() => undefined);
    const waiting = failure(client.call(listAssets));
    await seconds(1);
    await failure(client.call(listAssets));
    await seconds(10);
    expect(client.connection.getState().cooldown.read).toBeUndefined();
    late.resolve(refused(429, 5)());
    await waiting;
    expect(client.connection.getState().cooldown.read).toMatchObject({ refusals: 1, isStopped: false });
  });

  it('stops a request whose token took so long that the refusal came first', async () => {
    vi.useFakeTimers({ now: NOW });
    let isSlow = true;
    const { client, sent } = answering([refused(), () => emptyPage()], {
      token: async () => {
        if (isSlow) await new Promise((resolve) => setTimeout(resolve, 10_000));
        return 'the-token';
      },
    });
    const slow = failure(client.call(listAssets));
    await seconds(0);
    isSlow = false;
    await failure(client.call(listAssets));
    await seconds(10);
    expect(await slow).toMatchObject({ name: 'TooManyRequestsError', attempts: 0 });
    expect(sent).toHaveLength(1);
  });

  it('ends, though later, when the clock was set back meanwhile, and never early', async () => {
    const { client, cobalt, resumed, watch } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    watch();
    await failure(client.call(listAssets));
    await seconds(30);
    vi.setSystemTime(NOW - 3_600_000);
    expect(await failure(client.call(listAssets))).toMatchObject({ attempts: 0 });
    await seconds(59);
    expect(resumed).toEqual([]);
    await seconds(1);
    expect(resumed).toEqual(['cooldown-read']);
    await client.call(listAssets);
  });

  it('ends when the clock was set back and nothing was asked for meanwhile', async () => {
    const { client, cobalt, resumed, watch } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    watch();
    await failure(client.call(listAssets));
    await seconds(30);
    vi.setSystemTime(NOW - 3_600_000);
    await seconds(120);
    expect(resumed).toEqual(['cooldown-read']);
    expect(client.connection.getState().cooldown.read).toBeUndefined();
  });

  it('ends although its timer was a moment early, as timers are', async () => {
    const { client, cobalt, resumed, watch } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    watch();
    await failure(client.call(listAssets));
    await seconds(30);
    // One millisecond behind: the timer is due before the clock says so.
    vi.setSystemTime(Date.now() - 1);
    await seconds(30);
    expect(resumed).toEqual([]);
    await seconds(0.001);
    expect(resumed).toEqual(['cooldown-read']);
  });

  it('survives a new token, since limits are the user’s and not the token’s', async () => {
    const { client, cobalt, arrived } = start();
    cobalt.setTokens(['mock-personal-token', 'second']);
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(listOrganizations));
    client.setToken('second');
    expect(await failure(client.call(listOrganizations))).toMatchObject({ attempts: 0, status: 429 });
    expect(arrived()).toHaveLength(1);
  });
});
