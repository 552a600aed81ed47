import { createAsset, listAssets, listOrganizations, UnauthorizedError } from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, connect, emptyPage, failure } from './connect.ts';

describe('a client', () => {
  it('of another organization shares the connection, and is the same one for the same id', async () => {
    const { client, cobalt } = connect();
    const [, second] = cobalt.data.organizations;
    const other = client.withOrganization(second!.id);
    expect(other).not.toBe(client);
    expect(other.organizationId).toBe(second!.id);
    expect(other.connection).toBe(client.connection);
    expect(client.withOrganization(second!.id)).toBe(other);
    expect(other.withOrganization(client.organizationId!)).toBe(client);
    await client.call(listAssets);
    await other.call(listAssets);
    const tokens = cobalt.requests
      .filter(({ path }) => path === '/assets')
      .map(({ headers }) => headers['x-org-token']);
    expect(tokens).toEqual(cobalt.data.organizations.slice(0, 2).map(({ token }) => token));
  });

  it('shares nothing with a separate client', async () => {
    const one = answering([() => new Response('', { status: 429 })]);
    const other = answering([() => emptyPage()]);
    await failure(one.client.call(listAssets));
    await expect(other.client.call(listAssets)).resolves.toMatchObject({ items: [] });
  });

  it('that signed out sends nothing more, not even from another organization, until it has a new token', async () => {
    const { client, sent } = answering([() => emptyPage()]);
    await client.call(listOrganizations);
    client.withOrganization('or_2').signOut();
    for (const request of [
      client.call(listOrganizations),
      client.call(createAsset, { title: 'x', asset_type: 'web' }),
    ]) {
      const error = await failure(request);
      expect(error).toBeInstanceOf(UnauthorizedError);
      expect(error.attempts).toBe(0);
    }
    client.connection.reconnected();
    expect(await failure(client.call(listOrganizations))).toBeInstanceOf(UnauthorizedError);
    expect(sent).toHaveLength(1);
    client.setToken('the-next-token');
    await client.call(listOrganizations);
    expect(sent[1]!.headers.get('Authorization')).toBe('Bearer the-next-token');
  });

  it('never sends a write again by itself', async () => {
    const { client, cobalt } = connect();
    for (const fault of [{ status: 500 }, { cut: true }, { status: 401 }] as const) {
      cobalt.clearRequests();
      cobalt.faults.add({ ...fault, times: 1 });
      await failure(client.call(createAsset, { title: 'x', asset_type: 'web' }));
      client.connection.reconnected();
      expect(cobalt.requests).toHaveLength(1);
    }
  });
});
