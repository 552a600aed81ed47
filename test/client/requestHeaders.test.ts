import {
  createAsset,
  createCobaltClient,
  ForbiddenError,
  listAssets,
  listOrganizations,
  TooManyRequestsError,
  UnauthorizedError,
} from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it, vi } from 'vitest';
import {
  answering,
  connect,
  deferred,
  emptyPage,
  failure,
  good,
  MEDIA_TYPE,
  ORGANIZATION_TOKEN,
  organizationsPage,
  reasonOf,
  TOKEN,
} from './connect.ts';

const learns = { organization: { id: 'or_1' } };

describe('the headers of a request', () => {
  it('straight to Cobalt hold both tokens, and the organization’s on its own resources alone', async () => {
    const { client, sent } = answering([() => emptyPage()]);
    await client.call(listAssets);
    await client.call(listOrganizations);
    const [assets, organizations] = sent.map(({ headers }) => Object.fromEntries(headers));
    expect(assets).toEqual({
      accept: MEDIA_TYPE,
      authorization: `Bearer ${TOKEN}`,
      'x-org-token': ORGANIZATION_TOKEN,
    });
    expect(organizations).toEqual({ accept: MEDIA_TYPE, authorization: `Bearer ${TOKEN}` });
    expect(sent[0]!.init).toMatchObject({ redirect: 'manual', cache: 'no-store', credentials: 'omit' });
  });

  it('behind a proxy hold no secret, and the organization by its id', async () => {
    const sent: { url: string; init: RequestInit | undefined }[] = [];
    const client = createCobaltClient({
      proxy: '/api/cobalt',
      organization: { id: 'or_1' },
      fetch: async (url, init) => {
        sent.push({ url: url as string, init });
        return emptyPage();
      },
    });
    await client.call(listAssets, { limit: 2 });
    await client.withOrganization('or_2').call(listAssets);
    await client.call(listOrganizations);
    expect(sent.map(({ url }) => url)).toEqual([
      '/api/cobalt/assets?limit=2',
      '/api/cobalt/assets',
      '/api/cobalt/orgs',
    ]);
    expect(sent.map(({ init }) => Object.fromEntries(new Headers(init!.headers)))).toEqual([
      { accept: MEDIA_TYPE, 'x-cobalt-organization': 'or_1' },
      { accept: MEDIA_TYPE, 'x-cobalt-organization': 'or_2' },
      { accept: MEDIA_TYPE },
    ]);
    expect(sent[0]!.init!.credentials).toBe('same-origin');
  });

  it('hold an idempotency key, a V4 UUID, on a POST that creates, and on nothing else', async () => {
    const { client, cobalt } = connect();
    await client.call(createAsset, { title: 'Portal', asset_type: 'web' });
    await client.call(listAssets);
    const [create, list] = cobalt.requests;
    expect(create!.headers['idempotency-key']).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(create!.headers['content-type']).toBe(MEDIA_TYPE);
    expect(list!.headers).not.toHaveProperty('idempotency-key');
  });
});

describe('the organization token', () => {
  it('is learned once from GET /orgs for 20 parallel calls', async () => {
    const cobalt = createMockCobalt();
    const { id, token } = cobalt.data.organizations[1]!;
    const client = createCobaltClient({
      region: 'us',
      token: MOCK_TOKEN,
      organization: { id },
      fetch: cobalt.fetch,
    });
    await Promise.all(Array.from({ length: 20 }, () => client.call(listAssets)));
    await client.call(listAssets);
    const lists = cobalt.requests.filter(({ path }) => path === '/assets');
    expect(cobalt.requests.filter(({ path }) => path === '/orgs')).toHaveLength(1);
    expect(lists).toHaveLength(21);
    expect(new Set(lists.map(({ headers }) => headers['x-org-token']))).toEqual(new Set([token]));
  });

  it('is found on a later page, with one request per page', async () => {
    const { client, sent } = answering(
      [
        () => organizationsPage(['or_8'], '/orgs?cursor=2'),
        () => organizationsPage(['or_9'], '/orgs?cursor=3'),
        () => organizationsPage(['or_1']),
        () => emptyPage(),
      ],
      learns,
    );
    await client.call(listAssets);
    await client.withOrganization('or_9').call(listAssets);
    expect(sent.map(({ url }) => url.replace('https://api.example', ''))).toEqual([
      '/orgs?limit=1000',
      '/orgs?cursor=2',
      '/orgs?cursor=3',
      '/assets',
      '/assets',
    ]);
    expect(sent.slice(3).map(({ headers }) => headers.get('X-Org-Token'))).toEqual([
      'token-of-or_1',
      'token-of-or_9',
    ]);
  });

  it('is taken from a list of organizations that the app asked for', async () => {
    const { client, sent } = answering([() => organizationsPage(['or_1']), () => emptyPage()], learns);
    await client.call(listOrganizations);
    await client.call(listAssets);
    expect(sent).toHaveLength(2);
    expect(sent[1]!.headers.get('X-Org-Token')).toBe('token-of-or_1');
  });

  it('is not looked for without end in a list that never ends', async () => {
    const { client, sent } = answering([() => organizationsPage(['or_8'], '/orgs?cursor=again')], learns);
    expect(await failure(client.call(listAssets))).toBeInstanceOf(ForbiddenError);
    expect(sent.length).toBeLessThanOrEqual(50);
  });

  it('is refused as 403, and nothing is sent, when the token sees no such organization', async () => {
    const { client, sent } = answering([() => organizationsPage(['or_8'])], learns);
    const error = await failure(client.call(listAssets));
    expect(error).toBeInstanceOf(ForbiddenError);
    expect(error).toMatchObject({ attempts: 0, path: '/assets' });
    expect(error.detail).toContain('or_1');
    expect(sent).toHaveLength(1);
  });

  it('is learned anew after setToken, with the new token', async () => {
    const { client, sent } = answering(
      [({ url }) => (url.includes('/orgs') ? organizationsPage(['or_1']) : emptyPage())],
      learns,
    );
    await client.call(listAssets);
    client.setToken('second-token');
    await client.call(listAssets);
    expect(sent.map(({ url, headers }) => [new URL(url).pathname, headers.get('Authorization')])).toEqual([
      ['/orgs', `Bearer ${TOKEN}`],
      ['/assets', `Bearer ${TOKEN}`],
      ['/orgs', 'Bearer second-token'],
      ['/assets', 'Bearer second-token'],
    ]);
  });

  it('is learned anew after reconnected(), since the token function may speak for somebody else now', async () => {
    let person = 'anna';
    const { client, sent } = answering(
      [
        ({ url, headers }) =>
          url.includes('/orgs')
            ? good({
                data: [{ resource: { id: 'or_1', token: `of-${headers.get('Authorization')!.slice(7)}` } }],
              })
            : emptyPage(),
      ],
      { ...learns, token: () => person },
    );
    await client.call(listAssets);
    person = 'bert';
    client.connection.reconnected();
    await client.call(listAssets);
    expect(sent.at(-1)!.headers.get('X-Org-Token')).toBe('of-bert');
    expect(sent).toHaveLength(4);
  });

  it('of the token before is neither kept nor sent when the token changes while it is being learned', async () => {
    const firstLook = deferred<Response>();
    const { client, sent } = answering(
      [
        () => firstLook.promise,
        ({ url }) => (url.includes('/orgs') ? organizationsPage(['or_1']) : emptyPage()),
      ],
      learns,
    );
    const waiting = [client.call(listAssets), client.call(listAssets)];
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    client.setToken('second-token');
    firstLook.resolve(
      good({ data: [{ resource: { id: 'or_1', token: 'organization-token-of-the-first-person' } }] }),
    );
    await Promise.all(waiting);
    expect(sent.map(({ url, headers }) => [new URL(url).pathname, headers.get('Authorization')])).toEqual([
      ['/orgs', `Bearer ${TOKEN}`],
      ['/orgs', 'Bearer second-token'],
      ['/assets', 'Bearer second-token'],
      ['/assets', 'Bearer second-token'],
    ]);
    expect(sent.at(-1)!.headers.get('X-Org-Token')).toBe('token-of-or_1');
  });

  it('is asked for with the new token when the look with the old one failed', async () => {
    const firstLook = deferred<Response>();
    const { client, sent } = answering(
      [
        () => firstLook.promise,
        ({ url }) => (url.includes('/orgs') ? organizationsPage(['or_1']) : emptyPage()),
      ],
      learns,
    );
    const waiting = client.call(listAssets);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    client.setToken('second-token');
    firstLook.resolve(new Response('', { status: 401 }));
    await expect(waiting).resolves.toMatchObject({ items: [] });
    expect(client.connection.getState().session).toBe('active');
  });

  it('is forgotten by signOut, also when it is being learned just then', async () => {
    const look = deferred<Response>();
    const { client, sent } = answering([() => look.promise, () => emptyPage()], learns);
    const waiting = failure(client.call(listAssets));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    client.signOut();
    look.resolve(organizationsPage(['or_1']));
    expect(await waiting).toBeInstanceOf(UnauthorizedError);
    expect(sent).toHaveLength(1);
    expect(client.connection.getState().session).toBe('signed-out');
  });

  it.each([401, 403, 429, 500, 503])(
    'tells a failed look (%i) as an error of the request, which was never sent, and looks again next time',
    async (status) => {
      const { client, sent } = answering([() => new Response('', { status })], learns);
      const errors = await Promise.all([failure(client.call(listAssets)), failure(client.call(listAssets))]);
      expect(sent).toHaveLength(1);
      for (const error of errors) {
        expect(error).toMatchObject({
          status,
          attempts: 0,
          method: 'GET',
          path: '/assets',
          operation: 'read',
        });
      }
      await failure(client.call(listAssets));
      // What stops the whole connection stops the next look too.
      expect(sent).toHaveLength([403, 500].includes(status) ? 2 : 1);
    },
  );

  it('is not looked for while reads must not be sent, though the write itself could go', async () => {
    const { client, sent } = answering(
      [() => new Response('', { status: 429, headers: { 'Retry-After': '30' } })],
      learns,
    );
    await failure(client.call(listOrganizations));
    const error = await failure(client.call(createAsset, { title: 'Portal', asset_type: 'web' }));
    expect(error).toBeInstanceOf(TooManyRequestsError);
    expect(error).toMatchObject({ attempts: 0, method: 'POST', operation: 'write' });
    expect(sent).toHaveLength(1);
  });

  it('keeps nobody waiting who has given up, and goes on for the others', async () => {
    const look = deferred<Response>();
    const { client, sent } = answering([() => look.promise, () => emptyPage()], learns);
    const controller = new AbortController();
    const impatient = reasonOf(client.call(listAssets, {}, { signal: controller.signal }));
    const patient = client.call(listAssets);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    controller.abort('gone');
    expect(await impatient).toBe('gone');
    look.resolve(organizationsPage(['or_1']));
    await expect(patient).resolves.toMatchObject({ items: [] });
  });
});
