import {
  createAsset,
  createCobaltClient,
  listAssets,
  listOrganizations,
  UnauthorizedError,
} from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { answering, deferred, emptyPage, failure, organizationsPage } from '../client/connect.ts';
import { start } from './watch.ts';

describe('a session', () => {
  it('behaviour 6: ends with a 401, and nothing more is sent with the dead token, read or write', async () => {
    const { client, cobalt, arrived } = start();
    const changes: string[] = [];
    client.connection.subscribe(() => {
      const { session } = client.connection.getState();
      if (session !== changes.at(-1)) changes.push(session);
    });
    cobalt.setTokens(['another']);
    const errors = await Promise.all(Array.from({ length: 50 }, () => failure(client.call(listAssets))));
    for (const error of errors) expect(error).toBeInstanceOf(UnauthorizedError);
    expect(changes.filter((session) => session === 'ended')).toHaveLength(1);
    // What waited for its turn behind the first ones is not sent at all.
    expect(arrived()).toHaveLength(6);
    for (const work of [
      client.call(listOrganizations),
      client.call(createAsset, { title: 'x', asset_type: 'web' }),
    ]) {
      expect(await failure(work)).toMatchObject({ status: 401, attempts: 0 });
    }
    expect(arrived()).toHaveLength(6);
  });

  it('behaviour 6: begins again with setToken, which says so once', async () => {
    const { client, cobalt, resumed } = start();
    cobalt.setTokens(['another']);
    await failure(client.call(listAssets));
    client.setToken('another');
    expect(client.connection.getState().session).toBe('active');
    expect(resumed).toEqual(['session']);
    await client.call(listAssets);
    expect(cobalt.requests.at(-1)!.headers['authorization']).toBe('Bearer another');
  });

  it('begins again with reconnected(), behind a proxy or with a token function', async () => {
    const answers = [401, 200];
    const client = createCobaltClient({
      proxy: '/api',
      fetch: async () => {
        const status = answers.shift()!;
        return status === 200 ? emptyPage() : new Response('', { status });
      },
    });
    await failure(client.call(listOrganizations));
    expect(client.connection.getState().session).toBe('ended');
    client.connection.reconnected();
    await client.call(listOrganizations);
    expect(client.connection.getState().session).toBe('active');
  });

  it('behaviour 6: a second 401 ends it again, and does not loop', async () => {
    const { client, cobalt, resumed, arrived } = start();
    cobalt.setTokens(['another']);
    await failure(client.call(listOrganizations));
    client.setToken('wrong-again');
    await failure(client.call(listOrganizations));
    expect(client.connection.getState().session).toBe('ended');
    expect(resumed).toEqual(['session']);
    expect(arrived()).toHaveLength(2);
  });

  it('that is new is not ended by a late 401 of the old token', async () => {
    const late = deferred<Response>();
    const { client, sent } = answering([() => late.promise, () => organizationsPage(['or_1'])]);
    const old = failure(client.call(listOrganizations));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    client.setToken('new-token');
    late.resolve(new Response('', { status: 401 }));
    expect(await old).toBeInstanceOf(UnauthorizedError);
    expect(client.connection.getState().session).toBe('active');
    await client.call(listOrganizations);
  });

  it('is ended by the 401 of a token that was replaced just before the request left', async () => {
    const token = deferred<string>();
    const { client, sent } = answering([() => new Response('', { status: 401 })], {
      token: () => token.promise,
    });
    const list = failure(client.call(listOrganizations));
    client.setToken('new-and-wrong');
    token.resolve('old');
    await list;
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer new-and-wrong']);
    expect(client.connection.getState().session).toBe('ended');
  });

  it('behaviour 21: is not ended by a 403', async () => {
    const { client, cobalt } = start();
    cobalt.faults.add({ status: 403, times: 1 });
    await failure(client.call(listAssets));
    expect(client.connection.getState().session).toBe('active');
    await client.call(listAssets);
  });

  it('that was signed out stays so, whatever late answers say', async () => {
    for (const status of [200, 401, 403, 500]) {
      const late = deferred<Response>();
      const { client, sent } = answering([() => late.promise]);
      const work = client.call(listOrganizations).catch((error: unknown) => error);
      await vi.waitFor(() => expect(sent).toHaveLength(1));
      client.signOut();
      late.resolve(status === 200 ? organizationsPage(['or_1']) : new Response('', { status }));
      await work;
      expect(client.connection.getState().session).toBe('signed-out');
      expect(await failure(client.call(listAssets))).toMatchObject({ status: 401, attempts: 0 });
      expect(sent).toHaveLength(1);
    }
  });
});
