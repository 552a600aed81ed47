import { createCobaltClient, idempotencyKeys } from 'cobalt-react';
import { type CobaltProxyOptions, createCobaltProxy } from 'cobalt-react/server';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it } from 'vitest';

/** Written by hand, out of the API's documentation. */
const listFindings = { name: 'listFindings', method: 'GET', path: '/findings', answer: 'list' } as const;
const listOrganizations = {
  name: 'listOrganizations',
  method: 'GET',
  path: '/orgs',
  answer: 'list',
  needsOrganization: false,
} as const;
const updateState = { name: 'updateState', method: 'PATCH', path: '/findings/{id}', answer: 'none' } as const;
const createAsset = {
  name: 'createAsset',
  method: 'POST',
  path: '/assets',
  answer: 'item',
  creates: idempotencyKeys,
} as const;

interface List {
  items: { id: string }[];
  next: string | null;
}

/** The browser's client, the proxy and the mock API, without a network between them. */
function chain(options: Partial<CobaltProxyOptions> = {}) {
  const cobalt = createMockCobalt();
  const proxy = createCobaltProxy({
    region: 'us',
    token: MOCK_TOKEN,
    authorize: () => true,
    fetch: cobalt.fetch,
    ...options,
  } as CobaltProxyOptions);
  const seen: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(new URL(input as string, 'https://app.example'), init);
    if (request.method !== 'GET') request.headers.set('Origin', 'https://app.example');
    request.headers.set('Sec-Fetch-Site', 'same-origin');
    const response = await proxy(request);
    seen.push(JSON.stringify([...response.headers]) + (await response.clone().text()));
    return response;
  };
  const organization = cobalt.data.organizations[0]!;
  const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: organization.id }, fetch });
  return { cobalt, client, organization, seen };
}

describe('client, proxy and API', () => {
  it('list, page on, and change', async () => {
    const { client, cobalt, organization, seen } = chain();
    const first = await client.call<object, List>(listFindings, { limit: 3, state: 'need_fix' });
    expect(first.items).toHaveLength(3);
    const second = await client.call<object, List>(listFindings, { cursor: first.next });
    expect(second.items).toHaveLength(3);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    const id = first.items[0]!.id;
    await client.call<object, unknown>(updateState, { id, state: 'check_fix' });
    expect(cobalt.data.findings.find((finding) => finding.id === id)?.state).toBe('check_fix');
    const asset = { title: 'New', asset_type: 'web', description: '' };
    expect(await client.call<object, unknown>(createAsset, asset)).toMatchObject({
      title: 'New',
      asset_type: 'web',
    });
    expect(cobalt.requests.filter(({ path }) => path === '/orgs')).toHaveLength(1);
    expect(seen.join()).not.toContain(organization.token);
    expect(seen.join()).not.toContain(MOCK_TOKEN);
  });

  it('show organizations without their tokens', async () => {
    const { client, cobalt, seen } = chain();
    const { items } = await client.call<object, List>(listOrganizations, {});
    expect(items.map(({ id }) => id)).toEqual(cobalt.data.organizations.map(({ id }) => id));
    for (const { token } of cobalt.data.organizations) expect(seen.join()).not.toContain(token);
  });

  it.each([400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 502, 503, 504, 509])(
    'carry a %i through, with the request id',
    async (status) => {
      const { client, cobalt } = chain();
      cobalt.faults.add({ path: '/findings', status, headers: { 'X-Request-Id': 'req-9' } });
      await expect(client.call<object, List>(listFindings, {})).rejects.toMatchObject({
        status,
        requestId: 'req-9',
      });
    },
  );

  it('carry the limit and the time to wait through', async () => {
    const { client, cobalt } = chain();
    cobalt.faults.add({ path: '/findings', status: 429, headers: { 'Retry-After': '30' } });
    await expect(client.call<object, List>(listFindings, {})).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      limit: 100,
      remaining: 0,
      retryAt: expect.any(Number) as number,
    });
  });

  it.each([
    ['cut', { cut: true }, { status: 502 }],
    ['hanging', { hang: true }, { status: 504 }],
    ['truncated', { truncate: true }, { name: 'NetworkError' }],
    ['HTML', { html: true }, { name: 'MalformedResponseError' }],
  ] as const)('turn a %s answer into an error', async (_name, fault, error) => {
    const { client, cobalt } = chain({ timeoutMs: 100 });
    cobalt.faults.add({ path: '/findings', ...fault });
    await expect(client.call<object, List>(listFindings, {})).rejects.toMatchObject(error);
  });

  it('end the session when the server refuses the person', async () => {
    const { client, cobalt } = chain({ authorize: () => false });
    await expect(client.call<object, List>(listFindings, {})).rejects.toMatchObject({
      name: 'UnauthorizedError',
    });
    expect(client.connection.getState().session).toBe('ended');
    expect(cobalt.requests).toEqual([]);
  });

  it('say 403 for an organization that the token does not see', async () => {
    const { client } = chain();
    await expect(
      client.withOrganization('or_unknown').call<object, List>(listFindings, {}),
    ).rejects.toMatchObject({
      name: 'ForbiddenError',
      detail: 'The API token sees no such organization.',
    });
  });
});
