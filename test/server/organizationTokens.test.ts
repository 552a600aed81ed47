import { describe, expect, it, vi } from 'vitest';
import {
  ask,
  BASE,
  fakeCobalt,
  type Handler,
  organizations,
  ORG_TOKEN,
  proxyTo,
  withOrganizations,
} from './fakeCobalt.ts';

const page = (id: string, token: string, next: unknown) =>
  Response.json({
    data: [{ resource: { id, name: id, token } }],
    pagination: { next_page: next, prev_page: null },
  });

const of = (id: string, headers: Record<string, string> = {}) =>
  ask('/findings', { headers: { 'X-Cobalt-Organization': id, ...headers } });

describe('organization tokens', () => {
  it('are learned once for 20 requests at once, and not again', async () => {
    const cobalt = fakeCobalt(
      withOrganizations(async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return Response.json({});
      }),
    );
    const proxy = proxyTo(cobalt.fetch);
    const responses = await Promise.all(Array.from({ length: 20 }, () => proxy(of('or_1'))));
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    await proxy(of('or_1'));
    expect(cobalt.paths().filter((path) => path.includes('/orgs'))).toEqual(['GET /orgs?limit=1000']);
    expect(cobalt.paths()).toHaveLength(22);
    expect(cobalt.arrived.slice(1).every(({ headers }) => headers.get('x-org-token') === ORG_TOKEN)).toBe(
      true,
    );
  });

  it('are learned from every page', async () => {
    const cobalt = fakeCobalt(({ url, headers }) => {
      if (url.includes('cursor=2')) return page('or_3', 'org-token-3', null);
      if (url.includes('cursor=1')) return page('or_2', 'org-token-2', `${BASE}/orgs?cursor=2`);
      if (url.includes('/orgs')) return page('or_1', 'org-token-1', '/orgs?cursor=1');
      return Response.json({ sent: headers.get('x-org-token') === 'org-token-3' });
    });
    expect(await (await proxyTo(cobalt.fetch)(of('or_3'))).json()).toEqual({ sent: true });
    expect(cobalt.paths()).toEqual([
      'GET /orgs?limit=1000',
      'GET /orgs?cursor=1',
      'GET /orgs?cursor=2',
      'GET /findings',
    ]);
  });

  it.each([
    'https://evil.example/orgs?cursor=1',
    '//evil.example/orgs',
    '/findings?cursor=1',
    '/orgs/../admin',
    'javascript:1',
    7,
  ])('are not looked for at %s', async (next) => {
    const cobalt = fakeCobalt(() => page('or_1', 'org-token-1', next));
    expect((await proxyTo(cobalt.fetch)(of('or_1'))).status).toBe(502);
    expect(cobalt.paths()).toEqual(['GET /orgs?limit=1000']);
  });

  it('are not looked for without end', async () => {
    const cobalt = fakeCobalt(({ url }) =>
      url.includes('/orgs') ? page('or_1', 'org-token-1', '/orgs?cursor=again') : Response.json({}),
    );
    expect((await proxyTo(cobalt.fetch)(of('or_1'))).status).toBe(200);
    expect(cobalt.arrived.length).toBeLessThan(60);
  });

  it('are looked up once more for an unknown organization, then it is 403', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let known: [string, string][] = [['or_1', 'org-token-1']];
    const cobalt = fakeCobalt(({ url }) =>
      url.includes('/orgs') ? organizations(...known) : Response.json({}),
    );
    const proxy = proxyTo(cobalt.fetch);
    expect((await proxy(of('or_1'))).status).toBe(200);
    known = [...known, ['or_2', 'org-token-2']];
    expect((await proxy(of('or_2'))).status).toBe(200);
    cobalt.arrived.length = 0;
    // Not for each of many unknown ids: that would use up the person's read limit.
    for (let id = 0; id < 30; id += 1) expect((await proxy(of(`or_x${id}`))).status).toBe(403);
    expect(cobalt.paths()).toEqual([]);
    vi.setSystemTime(Date.now() + 11_000);
    const refused = await proxy(of('or_x'));
    expect([refused.status, cobalt.paths()]).toEqual([403, ['GET /orgs?limit=1000']]);
  });

  it('of one person never serve another', async () => {
    const cobalt = fakeCobalt(({ url, headers }) => {
      const who = headers.get('authorization')?.slice('Bearer '.length) ?? '';
      if (url.includes('/orgs'))
        return who === 'anna'
          ? organizations(['or_1', 'of-anna'], ['or_2', 'of-anna-2'])
          : organizations(['or_1', 'of-bert']);
      return Response.json({ who, organization: headers.get('x-org-token') });
    });
    const proxy = proxyTo(cobalt.fetch, { token: (request) => request.headers.get('cookie') ?? undefined });
    const as = async (cookie: string, id: string) => {
      const response = await proxy(of(id, { cookie }));
      return response.ok ? ((await response.json()) as unknown) : response.status;
    };
    expect(await as('anna', 'or_2')).toEqual({ who: 'anna', organization: 'of-anna-2' });
    expect(await as('bert', 'or_2')).toBe(403);
    expect(await as('bert', 'or_1')).toEqual({ who: 'bert', organization: 'of-bert' });
    expect(await as('anna', 'or_1')).toEqual({ who: 'anna', organization: 'of-anna' });
  });

  it('of the person who was away the longest are forgotten, when there are more than 1,000', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    const proxy = proxyTo(cobalt.fetch, { token: (request) => request.headers.get('cookie') ?? undefined });
    const as = (cookie: string) => proxy(of('or_1', { cookie }));
    const looks = () => cobalt.paths().filter((path) => path.includes('/orgs')).length;
    for (let person = 0; person < 1000; person += 1) await as(`person-${person}`);
    await as('person-0');
    expect(looks()).toBe(1000);
    await as('person-1000');
    await as('person-0');
    expect(looks()).toBe(1001);
    await as('person-1');
    expect(looks()).toBe(1002);
  });

  it('are kept from a list that was asked for anyway', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    const proxy = proxyTo(cobalt.fetch);
    await proxy(ask('/orgs'));
    await proxy(of('or_1'));
    expect(cobalt.paths()).toEqual(['GET /orgs', 'GET /findings']);
  });

  it.each([401, 403])('are learned anew after a %i', async (status) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let token = 'org-token-old';
    const handler: Handler = ({ url, headers }) => {
      if (url.includes('/orgs')) return organizations(['or_1', token]);
      return headers.get('x-org-token') === token ? Response.json({}) : Response.json({}, { status });
    };
    const proxy = proxyTo(fakeCobalt(handler).fetch);
    expect((await proxy(of('or_1'))).status).toBe(200);
    token = 'org-token-new';
    vi.setSystemTime(Date.now() + 60_000);
    expect((await proxy(of('or_1'))).status).toBe(status);
    expect((await proxy(of('or_1'))).status).toBe(200);
  });

  it('that cannot be learned are answered as Cobalt answered, to all who wait, and looked up later', async () => {
    let isBusy = true;
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    const fetch: typeof globalThis.fetch = (input, init) =>
      isBusy
        ? Promise.resolve(
            Response.json(
              { message: 'slow down' },
              { status: 429, headers: { 'Retry-After': '7', 'X-Rate-Limit-Remaining': '0' } },
            ),
          )
        : cobalt.fetch(input, init);
    const proxy = proxyTo(fetch, { budget: false });
    const responses = await Promise.all([proxy(of('or_1')), proxy(of('or_1'))]);
    for (const response of responses) {
      expect(response.status).toBe(429);
      expect(response.headers.get('retry-after')).toBe('7');
      expect(await response.json()).toEqual({ message: 'slow down' });
    }
    isBusy = false;
    expect((await proxy(of('or_1'))).status).toBe(200);
  });

  it('go on being learned when the first who asked goes away', async () => {
    let tell = (_: Response): void => {};
    const cobalt = fakeCobalt(({ url }) =>
      url.includes('/orgs') ? new Promise<Response>((resolve) => (tell = resolve)) : Response.json({}),
    );
    const proxy = proxyTo(cobalt.fetch);
    const leaving = new AbortController();
    const first = proxy(new Request(of('or_1'), { signal: leaving.signal }));
    const second = proxy(of('or_1'));
    await vi.waitFor(() => {
      expect(cobalt.arrived).toHaveLength(1);
    });
    leaving.abort();
    tell(organizations(['or_1', ORG_TOKEN]));
    expect((await second).status).toBe(200);
    expect((await first).status).toBe(499);
    expect(cobalt.paths()).toEqual(['GET /orgs?limit=1000', 'GET /findings']);
  });
});
