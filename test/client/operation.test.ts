import {
  type CobaltOperation,
  createAsset,
  getAsset,
  listAssets,
  listFindings,
  NotFoundError,
} from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, connect, emptyPage, failure, good } from './connect.ts';

const asset = { data: { resource: { id: 'as_1', title: 'Portal' } } };
const base = 'https://api.example';

describe('the address of a request', () => {
  it('is the base URL and the path of the operation', async () => {
    const { client, sent } = answering([() => emptyPage()]);
    await client.call(listAssets);
    expect(sent[0]!.url).toBe(`${base}/assets`);
    expect(sent[0]!.init.method).toBe('GET');
  });

  it('keeps the path of the base URL', async () => {
    const { client, sent } = answering([() => emptyPage()], { baseUrl: `${base}/cobalt/` });
    await client.call(listAssets, { limit: 1 });
    expect(sent[0]!.url).toBe(`${base}/cobalt/assets?limit=1`);
  });

  it('carries lists as repeated name[], and leaves out what is not given', async () => {
    const { client, sent } = answering([() => emptyPage()]);
    await client.call(listFindings, {
      labels_contains_all: ['a b', 'c&d=e'],
      severity: 'high',
      limit: 50,
      ...({ state: undefined, pentest: null } as object),
    });
    const { pathname, searchParams } = new URL(sent[0]!.url);
    expect(pathname).toBe('/findings');
    expect([...searchParams]).toEqual([
      ['labels_contains_all[]', 'a b'],
      ['labels_contains_all[]', 'c&d=e'],
      ['severity', 'high'],
      ['limit', '50'],
    ]);
  });

  it('takes a bare cursor as a parameter, and a page’s own address as it is', async () => {
    const { client, sent } = answering([() => emptyPage()]);
    await client.call(listAssets, { cursor: 'abc=', limit: 5 });
    await client.call(listAssets, { cursor: '/assets?cursor=abc%3D&x[]=1', limit: 5 });
    expect(sent.map(({ url }) => url)).toEqual([
      `${base}/assets?cursor=abc%3D&limit=5`,
      `${base}/assets?cursor=abc%3D&x[]=1`,
    ]);
  });

  it.each(['/findings?cursor=a', 'https://evil.example/assets?cursor=a', '//evil.example/assets?x'])(
    'is never taken over by a cursor that an app passes: %s',
    async (cursor) => {
      const { client, sent } = answering([() => emptyPage()]);
      await client.call(listAssets, { cursor });
      const { origin, pathname, searchParams } = new URL(sent[0]!.url);
      expect({ origin, pathname }).toEqual({ origin: base, pathname: '/assets' });
      expect(searchParams.get('cursor')).toBe(cursor);
    },
  );

  it.each([
    ['../orgs', '/assets/..%2Forgs'],
    ['a/../../b', '/assets/a%2F..%2F..%2Fb'],
    ['as_1?x=1', '/assets/as_1%3Fx%3D1'],
    ['as_1#x', '/assets/as_1%23x'],
    ['with space', '/assets/with%20space'],
    ['%2e%2e', '/assets/%252e%252e'],
    ['a\\b', '/assets/a%5Cb'],
    ['ąść', '/assets/%C4%85%C5%9B%C4%87'],
    ['...', '/assets/...'],
  ])('keeps the identifier %j in its place', async (id, path) => {
    const { client, sent } = answering([() => good(asset)]);
    await client.call(getAsset, id);
    await client.call(getAsset, { id });
    expect(sent.map(({ url }) => url)).toEqual([base + path, base + path]);
    expect(new URL(sent[0]!.url).pathname).toBe(path);
  });

  it.each(['', '.', '..', '\ud800', undefined, null, 7, {}, ['as_1']])(
    'is not sent anywhere for %j, which no resource can have as its identifier',
    async (id) => {
      const { client, sent } = answering([() => good(asset)]);
      const error = await failure(client.call(getAsset, { id } as unknown as { id: string }));
      expect(error).toBeInstanceOf(NotFoundError);
      expect(error).toMatchObject({ attempts: 0, method: 'GET', path: '/assets/{id}' });
      expect(sent).toEqual([]);
    },
  );
});

describe('the body of a request', () => {
  it('is JSON of what is left of the parameters', async () => {
    const { client, sent } = answering([() => good(asset)]);
    const update: CobaltOperation<{ id: string; title: string }, unknown> = {
      name: 'updateAsset',
      method: 'PUT',
      path: '/assets/{id}',
      answer: 'item',
    };
    await client.call(update, { id: 'as_1', title: 'Zażółć' });
    expect(sent[0]!.init).toMatchObject({ method: 'PUT', body: '{"title":"Zażółć"}' });
    expect(sent[0]!.headers.get('Content-Type')).toBe('application/vnd.cobalt.v2+json');
  });

  it('is missing, like its content type, where there is nothing to say', async () => {
    const { client, sent } = answering([() => good(asset), () => new Response(null, { status: 204 })]);
    const start: CobaltOperation<string, unknown> = {
      name: 'duplicatePentest',
      method: 'POST',
      path: '/pentests/{id}/duplicate',
      answer: 'item',
    };
    const remove: CobaltOperation<string, undefined> = {
      name: 'deleteAsset',
      method: 'DELETE',
      path: '/assets/{id}',
      answer: 'none',
    };
    await client.call(start, 'pt_1');
    await client.call(remove, 'as_1');
    for (const { init, headers } of sent) {
      expect(init.body).toBeNull();
      expect(headers.has('Content-Type')).toBe(false);
    }
    expect(sent.map(({ init }) => init.method)).toEqual(['POST', 'DELETE']);
  });

  it('never changes the object that the app passed', async () => {
    const params = Object.freeze({ title: 'Portal', asset_type: 'web' });
    const { client, cobalt } = connect();
    await client.call(createAsset, params);
    expect(cobalt.requests.at(-1)!.body).toBe('{"title":"Portal","asset_type":"web"}');
  });
});
