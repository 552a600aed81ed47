import { createCobaltClient, isCobaltError, listFindings } from 'cobalt-react';
import { createCobaltProxy, proxyFetch } from 'cobalt-react/server';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it } from 'vitest';

/** Written by hand, out of the API's documentation. */
const updateState = { name: 'updateState', method: 'PATCH', path: '/findings/{id}', answer: 'none' } as const;

/** What a browser sends with a link that was clicked on another site. */
const page = {
  cookie: 'session=s1',
  host: 'app.example',
  'x-user': 'ana',
  accept: 'text/html',
  'accept-language': 'de',
  'if-none-match': '"1"',
  'content-length': '12',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'x-cobalt-organization': 'or_other',
};

function rendering(headers: Record<string, string> = page) {
  const cobalt = createMockCobalt();
  const asked: Request[] = [];
  const proxy = createCobaltProxy({
    region: 'us',
    token: MOCK_TOKEN,
    authorize(request) {
      asked.push(request);
      return request.headers.get('cookie') === 'session=s1';
    },
    fetch: cobalt.fetch,
  });
  const organization = { id: cobalt.data.organizations[0]!.id };
  const client = createCobaltClient({
    proxy: '/api/cobalt',
    organization,
    fetch: proxyFetch(proxy, new Headers(headers)),
  });
  return { cobalt, client, asked, organization };
}

describe('a client that renders on the server', () => {
  it('asks the proxy in the process, as the person whose page is rendered', async () => {
    const { client, asked, organization } = rendering();
    const { items } = await client.call(listFindings, { limit: 3 });
    expect(items).toHaveLength(3);
    const [request] = asked;
    expect(request?.headers.get('cookie')).toBe('session=s1');
    expect(request?.headers.get('x-user')).toBe('ana');
    expect(request?.headers.get('host')).toBe('app.example');
    expect(request?.headers.get('x-cobalt-organization')).toBe(organization.id);
  });

  it('says nothing of the page itself: how it was come by, and in which form', async () => {
    const { client, asked } = rendering();
    await client.call(listFindings);
    const sent = Object.fromEntries(asked[0]!.headers);
    expect(sent['accept']).toBe('application/vnd.cobalt.v2+json');
    expect(Object.keys(sent).sort()).toEqual(['accept', 'cookie', 'host', 'x-cobalt-organization', 'x-user']);
  });

  it('has the cache keys of the browser’s', () => {
    const { client, organization } = rendering();
    const browsers = createCobaltClient({ proxy: '/api/cobalt', organization });
    expect(listFindings.queryOptions(client).queryKey).toEqual(listFindings.queryOptions(browsers).queryKey);
  });

  it('is nobody without the person’s session', async () => {
    const { client, cobalt } = rendering({ host: 'app.example' });
    const error: unknown = await client.call(listFindings).catch((failure: unknown) => failure);
    expect(isCobaltError(error, 401)).toBe(true);
    expect(cobalt.requests).toEqual([]);
  });

  it('writes for a page of this site, and not for one that another site sent', async () => {
    const own = rendering({ ...page, origin: 'https://app.example', 'sec-fetch-site': 'same-origin' });
    const id = own.cobalt.data.findings.find(({ state }) => state === 'need_fix')!.id;
    await own.client.call<object, unknown>(updateState, { id, state: 'check_fix' });
    expect(own.cobalt.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);

    const foreign = rendering({ ...page, origin: 'https://evil.example' });
    const error: unknown = await foreign.client
      .call<object, unknown>(updateState, { id, state: 'check_fix' })
      .catch((failure: unknown) => failure);
    expect(isCobaltError(error, 403)).toBe(true);
    expect(foreign.cobalt.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});
