import { createAsset, listAssets, listOrganizations } from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../client/connect.ts';
import { start } from './watch.ts';

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

/** What the browser says of its connection. */
function browser() {
  const onLine = vi.spyOn(navigator, 'onLine', 'get');
  return {
    goesOffline: () => void onLine.mockReturnValue(false),
    comesBack: () => {
      onLine.mockReturnValue(true);
      window.dispatchEvent(new Event('online'));
    },
    comesBackUnheard: () => void onLine.mockReturnValue(true),
  };
}

describe('offline', () => {
  it('is known when a request fails and the browser says so; then nothing is sent, and one probe when it is back', async () => {
    const { client, cobalt, arrived, resumed, watch } = start();
    const { goesOffline, comesBack } = browser();
    watch();
    goesOffline();
    await client.call(listAssets);
    expect(client.connection.getState().isOffline).toBe(false);
    const cut = cobalt.faults.add({ cut: true });
    expect(await failure(client.call(listAssets))).toMatchObject({ kind: 'offline', attempts: 1 });
    expect(client.connection.getState().isOffline).toBe(true);
    expect(await failure(client.call(createAsset, { title: 'x', asset_type: 'web' }))).toMatchObject({
      kind: 'offline',
      attempts: 0,
    });
    expect(arrived()).toHaveLength(2);
    cut();
    comesBack();
    await seconds(0);
    expect(arrived().slice(2)).toEqual(['GET /orgs']);
    expect(client.connection.getState().isOffline).toBe(false);
    expect(resumed).toEqual(['offline']);
  });

  it('stays while the probe still says so', async () => {
    const { client, cobalt, watch } = start();
    const { goesOffline } = browser();
    watch();
    goesOffline();
    cobalt.faults.add({ cut: true });
    await failure(client.call(listAssets));
    await client.connection.check();
    expect(client.connection.getState().isOffline).toBe(true);
  });

  it('stays while the browser says so, also when the probe of before is given up', async () => {
    const { client, cobalt, arrived, watch } = start();
    const { goesOffline } = browser();
    watch();
    cobalt.faults.add({ hang: true, times: 1 });
    const early = client.connection.check();
    await seconds(1);
    goesOffline();
    cobalt.faults.add({ cut: true });
    await failure(client.call(listAssets));
    await seconds(30);
    await early;
    expect(client.connection.getState().isOffline).toBe(true);
    expect(arrived()).toEqual(['GET /orgs', 'GET /assets']);
  });

  it.each([
    ['unreachable, as in the first second after the event', { cut: true }],
    ['too late', { hang: true }],
    ['refused', { status: 500 }],
  ] as const)(
    'is over when the browser is back and the probe is %s: no other event will end it',
    async (_name, fault) => {
      const { client, cobalt, resumed, watch } = start();
      const { goesOffline, comesBack } = browser();
      watch();
      goesOffline();
      cobalt.faults.add({ cut: true, times: 1 });
      await failure(client.call(listAssets));
      cobalt.faults.add({ ...fault, times: 1 });
      comesBack();
      await seconds(31);
      expect(client.connection.getState().isOffline).toBe(false);
      expect(resumed).toEqual(['offline']);
      await client.call(listAssets);
    },
  );

  it('that ended unheard is checked when somebody begins to watch', async () => {
    const { client, cobalt, arrived, watch } = start();
    const { goesOffline, comesBackUnheard } = browser();
    goesOffline();
    cobalt.faults.add({ cut: true, times: 1 });
    await failure(client.call(listAssets));
    comesBackUnheard();
    watch();
    await seconds(0);
    expect(arrived()).toEqual(['GET /assets', 'GET /orgs']);
    expect(client.connection.getState().isOffline).toBe(false);
  });

  it('refuses nothing while nobody watches, and ends with the first success', async () => {
    const { client, cobalt, resumed } = start();
    browser().goesOffline();
    cobalt.faults.add({ cut: true, times: 1 });
    await failure(client.call(listAssets));
    expect(client.connection.getState().isOffline).toBe(true);
    await client.call(listAssets);
    expect(client.connection.getState().isOffline).toBe(false);
    expect(resumed).toEqual(['offline']);
  });

  it('goes on while nobody is signed in, though a check has nothing to send then', async () => {
    const { client, cobalt, arrived, watch } = start();
    const { goesOffline, comesBack } = browser();
    watch();
    goesOffline();
    cobalt.faults.add({ cut: true, times: 1 });
    await failure(client.call(listAssets));
    client.signOut();
    await client.connection.check();
    expect(client.connection.getState().isOffline).toBe(true);
    comesBack();
    await seconds(0);
    expect(client.connection.getState().isOffline).toBe(false);
    expect(arrived()).toEqual(['GET /assets']);
  });

  it('is not what an unreachable server or a timeout is', async () => {
    const { client, cobalt, watch } = start();
    watch();
    for (const fault of [{ cut: true }, { hang: true }] as const) {
      cobalt.faults.add({ ...fault, times: 1 });
      const error = failure(client.call(listAssets));
      await seconds(30);
      await error;
      expect(client.connection.getState()).toMatchObject({ isOffline: false, session: 'active' });
    }
    await client.call(listAssets);
  });

  it('sends no write by itself when it is back', async () => {
    const { client, cobalt, watch } = start();
    const { goesOffline, comesBack } = browser();
    watch();
    goesOffline();
    cobalt.faults.add({ cut: true, times: 1 });
    await failure(client.call(createAsset, { title: 'x', asset_type: 'web' }));
    comesBack();
    await seconds(600);
    expect(cobalt.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

describe('watching the connection', () => {
  it('gives the same state until something changes, and calls back once for a change', async () => {
    const { client, cobalt } = start();
    const { connection } = client;
    let calls = 0;
    const stop = connection.subscribe(() => {
      calls += 1;
    });
    cobalt.faults.add({ html: true, times: 1 });
    const before = connection.getState();
    await failure(client.call(listAssets));
    expect(connection.getState()).toBe(before);
    cobalt.faults.add({ status: 503, times: 1 });
    await failure(client.call(listOrganizations));
    expect(calls).toBe(1);
    expect(connection.getState()).not.toBe(before);
    stop();
    connection.reconnected();
    expect(calls).toBe(1);
  });

  it('leaves no timer and no listener after the last one stopped', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    const { client, cobalt } = start();
    const stops = [1, 2, 3].map(() => client.connection.subscribe(() => undefined));
    expect(added.mock.calls.map(([type]) => type)).toEqual(['online']);
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(listAssets));
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(client.call(createAsset, { title: 'x', asset_type: 'web' }));
    expect(vi.getTimerCount()).toBe(2);
    stops[0]!();
    stops[1]!();
    expect(vi.getTimerCount()).toBe(2);
    expect(removed).not.toHaveBeenCalled();
    stops[2]!();
    stops[2]!();
    expect(vi.getTimerCount()).toBe(0);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  it('counts a function that subscribed twice as two', async () => {
    const { client, cobalt } = start();
    let calls = 0;
    const listener = () => {
      calls += 1;
    };
    const stop = client.connection.subscribe(listener);
    client.connection.subscribe(listener);
    stop();
    cobalt.faults.add({ status: 503, times: 1 });
    await failure(client.call(listAssets));
    expect(calls).toBe(1);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('starts the timers again for the next one', async () => {
    const { client, cobalt, watch, resumed } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    const stop = watch();
    await failure(client.call(listAssets));
    stop();
    watch();
    expect(vi.getTimerCount()).toBe(1);
    await seconds(60);
    expect(resumed).toEqual(['cooldown-read']);
  });

  it('can be stopped from within a callback', async () => {
    const { client, cobalt } = start();
    const calls: string[] = [];
    const stop = client.connection.subscribe(() => {
      calls.push('first');
      stop();
    });
    client.connection.subscribe(() => calls.push('second'));
    cobalt.faults.add({ status: 503, times: 1 });
    await failure(client.call(listOrganizations));
    client.signOut();
    expect(calls).toEqual(['first', 'second', 'second']);
  });

  it('stops hearing of resumed work', async () => {
    const { client } = start();
    let calls = 0;
    const stop = client.connection.onResume(() => {
      calls += 1;
    });
    client.connection.reconnected();
    stop();
    client.connection.reconnected();
    expect(calls).toBe(1);
  });
});
