import { type CobaltProxyOptions, ConfigurationError, createCobaltProxy } from 'cobalt-react/server';
import { describe, expect, it } from 'vitest';
import { ask, fakeCobalt, JSON_BODY, proxyTo, TOKEN, withOrganizations } from './fakeCobalt.ts';

const good = { region: 'us', token: TOKEN, authorize: () => true } as const;

describe('the options', () => {
  it.each([
    ['no authorize', { authorize: undefined }, /Pass `authorize`.*Write for example `authorize: async/],
    ['authorize as a value', { authorize: true }, /Pass `authorize`/],
    ['no token', { token: undefined }, /Pass `token`.*environment variable/],
    ['an empty token', { token: '' }, /`token` is not a token/],
    ['a token with a line break', { token: 'my-secret\n' }, /`token` is not a token/],
    ['no place', { region: undefined }, /exactly one of `region/],
    ['two places', { baseUrl: 'https://api.example' }, /exactly one of `region/],
    ['an unknown region', { region: 'toString' }, /`region` is 'us' or 'eu'/],
    [
      'an open baseUrl',
      { region: undefined, baseUrl: 'http://api.example' },
      /`baseUrl` is an absolute https URL/,
    ],
    [
      'a baseUrl with credentials',
      { region: undefined, baseUrl: 'https://a:b@api.example' },
      /without credentials/,
    ],
    ['a basePath with a host', { basePath: 'https://app.example/api' }, /`basePath` is the path/],
    ['a basePath with dots', { basePath: '/api/../x' }, /`basePath` is the path/],
    ['a basePath without a slash', { basePath: 'api' }, /`basePath` is the path/],
    ['no time', { timeoutMs: 0 }, /`timeoutMs` is a number/],
    ['a bare user agent', { userAgent: 'Acme' }, /'Name\/Version'/],
    ['a user agent with a line break', { userAgent: 'Acme/1\r\nX: y' }, /'Name\/Version'/],
    ['an origin with a path', { allowedOrigins: ['https://app.example/'] }, /`allowedOrigins` is a list/],
    ['any origin', { allowedOrigins: ['*'] }, /`allowedOrigins` is a list/],
  ])('with %s are a ConfigurationError that says what to write', (_name, wrong, message) => {
    const make = () => createCobaltProxy({ ...good, ...wrong } as unknown as CobaltProxyOptions);
    expect(make).toThrow(ConfigurationError);
    expect(make).toThrow(message);
    expect(make).not.toThrow(/my-secret/);
  });

  it('may not be left out', () => {
    expect(() => createCobaltProxy(undefined as unknown as CobaltProxyOptions)).toThrow(ConfigurationError);
  });

  it.each([
    [{ region: 'us' }, 'https://api.us.cobalt.io/events'],
    [{ region: 'eu' }, 'https://api.eu.cobalt.io/events'],
    [{ region: undefined, baseUrl: 'http://localhost:4000/mock/' }, 'http://localhost:4000/mock/events'],
  ])('%j ask %s', async (place, url) => {
    const cobalt = fakeCobalt();
    await proxyTo(cobalt.fetch, place as Partial<CobaltProxyOptions>)(ask('/events'));
    expect(cobalt.arrived[0]?.url).toBe(url);
    // Some frameworks cache what a server fetches, for all users.
    expect(cobalt.arrived[0]?.init).toMatchObject({ cache: 'no-store', redirect: 'manual' });
  });
});

it.each([2 ** 31, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
  'timeoutMs %d waits long, and not 1 ms as a timer that overflows',
  async (timeoutMs) => {
    const slowly = () =>
      new Promise<Response>((resolve) => setTimeout(() => resolve(Response.json({ data: [] })), 30));
    const { fetch } = fakeCobalt(slowly);
    const abortable: typeof globalThis.fetch = (input, init) =>
      Promise.race([
        fetch(input, init),
        new Promise<never>((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
      ]);
    expect((await proxyTo(abortable, { timeoutMs })(ask('/events'))).status).toBe(200);
  },
);

describe('authorize', () => {
  it.each([false, undefined, null, 1, 'yes', {}])(
    'answers 401 for %j and asks Cobalt nothing',
    async (answer) => {
      const cobalt = fakeCobalt();
      const response = await proxyTo(cobalt.fetch, { authorize: async () => answer as boolean })(
        ask('/events'),
      );
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ message: expect.any(String) as string });
      expect(cobalt.arrived).toEqual([]);
    },
  );

  it('may answer itself', async () => {
    const cobalt = fakeCobalt();
    const authorize = () => new Response('pay first', { status: 402, headers: { 'X-Mine': '1' } });
    const response = await proxyTo(cobalt.fetch, { authorize })(ask('/events'));
    expect([response.status, response.headers.get('x-mine'), await response.text()]).toEqual([
      402,
      '1',
      'pay first',
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const redirect = await proxyTo(cobalt.fetch, {
      authorize: () => Response.redirect('https://app.example/in'),
    })(ask('/events'));
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'https://app.example/in']);
    expect(cobalt.arrived).toEqual([]);
  });

  it('comes before the token, the body and the organization', async () => {
    const order: string[] = [];
    const cobalt = fakeCobalt(withOrganizations(() => (order.push('cobalt'), Response.json({}))));
    const options: Partial<CobaltProxyOptions> = {
      authorize: (request) => (order.push(`authorize ${request.headers.get('cookie')}`), true),
      token: async (request) => (order.push(`token ${request.headers.get('cookie')}`), TOKEN),
    };
    await proxyTo(cobalt.fetch, options)(ask('/findings', { headers: { cookie: 'session=7' } }));
    expect(order).toEqual(['authorize session=7', 'token session=7', 'cobalt']);
  });

  it('passes its own failure on to the framework', async () => {
    const cobalt = fakeCobalt();
    const failing = () => Promise.reject(new Error('database down'));
    await expect(proxyTo(cobalt.fetch, { authorize: failing })(ask('/events'))).rejects.toThrow(
      'database down',
    );
    await expect(proxyTo(cobalt.fetch, { token: failing })(ask('/events'))).rejects.toThrow('database down');
    expect(cobalt.arrived).toEqual([]);
  });
});

describe('the token', () => {
  it.each([undefined, '', 'two words', 'a\r\nb', 7])('%j is answered with 401', async (token) => {
    const cobalt = fakeCobalt();
    const response = await proxyTo(cobalt.fetch, { token: () => token as string })(ask('/events'));
    expect(response.status).toBe(401);
    expect(cobalt.arrived).toEqual([]);
  });

  it('that Cobalt refuses is a 401 as well', async () => {
    const cobalt = fakeCobalt(() => Response.json({ message: 'Unauthorized' }, { status: 401 }));
    expect((await proxyTo(cobalt.fetch)(ask('/events'))).status).toBe(401);
    expect((await proxyTo(cobalt.fetch)(ask('/findings'))).status).toBe(401);
  });
});

describe('other sites', () => {
  const attempt = async (
    method: string,
    headers: Record<string, string>,
    options: Partial<CobaltProxyOptions> = {},
  ) => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    const path = method === 'GET' ? '/findings' : '/findings/vl_1';
    const request = new Request(`http://app.example:3000/api/cobalt${path}`, {
      method,
      headers: { ...JSON_BODY, 'X-Cobalt-Organization': 'or_1', ...headers },
      ...(method === 'GET' ? {} : { body: '{"state":"check_fix"}' }),
    });
    const { status } = await proxyTo(cobalt.fetch, options)(request);
    if (status === 403) expect(cobalt.arrived).toEqual([]);
    return status;
  };
  const own = 'http://app.example:3000';

  it.each<[string, number, string, Record<string, string>]>([
    ['a read of the page itself', 200, 'GET', { 'Sec-Fetch-Site': 'same-origin' }],
    ['a read from the address bar', 200, 'GET', { 'Sec-Fetch-Site': 'none' }],
    ['a read of a program', 200, 'GET', {}],
    ['a read of a sibling domain', 200, 'GET', { 'Sec-Fetch-Site': 'same-site' }],
    ['a read of another site', 403, 'GET', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a read of two sites', 403, 'GET', { 'Sec-Fetch-Site': 'cross-site, same-origin' }],
    ['a write of the page itself', 200, 'PATCH', { 'Sec-Fetch-Site': 'same-origin', Origin: own }],
    ['a write of an older browser', 200, 'PATCH', { Origin: own }],
    ['a write of a program', 200, 'PATCH', {}],
    [
      'a write of another site',
      403,
      'PATCH',
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    ],
    ['a write of a sibling domain', 403, 'PATCH', { 'Sec-Fetch-Site': 'same-site', Origin: own }],
    ['a write of nobody', 403, 'PATCH', { 'Sec-Fetch-Site': 'none' }],
    ['another origin in an older browser', 403, 'PATCH', { Origin: 'https://evil.example' }],
    ['another port', 403, 'PATCH', { Origin: 'http://app.example:4000' }],
    ['a longer host', 403, 'PATCH', { Origin: 'http://app.example:3000.evil.example' }],
    ['an origin that is hidden', 403, 'PATCH', { Origin: 'null' }],
    [
      'an origin that only one witness vouches for',
      403,
      'PATCH',
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' },
    ],
    [
      'a forwarded host',
      403,
      'PATCH',
      { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' },
    ],
    ['TLS that ended before this server', 200, 'PATCH', { Origin: 'https://app.example:3000' }],
    [
      'TLS, with the host as the browser asked for it',
      200,
      'PATCH',
      { Origin: 'https://portal.example', Host: 'portal.example' },
    ],
    [
      'TLS, with its port in the host',
      200,
      'PATCH',
      { Origin: 'https://portal.example', Host: 'portal.example:443' },
    ],
    [
      'the inner name, which is not the host that was asked for',
      403,
      'PATCH',
      { Origin: own, Host: 'portal.example' },
    ],
  ])('%s: %i', async (_name, status, method, headers) => {
    expect(await attempt(method, headers)).toBe(status);
  });

  it('are the own ones where allowedOrigins says so', async () => {
    const options = { allowedOrigins: ['https://portal.example'] };
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    expect(await attempt('PATCH', { ...headers, Origin: 'https://portal.example' }, options)).toBe(200);
    expect(await attempt('PATCH', { ...headers, Origin: 'https://portal.example:444' }, options)).toBe(403);
    expect(
      await attempt('PATCH', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://portal.example' }, options),
    ).toBe(403);
  });

  it('cannot write without the header that no form can send', async () => {
    expect(await attempt('PATCH', { 'X-Cobalt-Organization': '' })).toBe(400);
    expect(await attempt('PATCH', { 'X-Cobalt-Organization': 'or_1, or_2' })).toBe(400);
  });

  it('get no preflight answered', async () => {
    const request = new Request(`${own}/api/cobalt/findings`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example' },
    });
    const response = await proxyTo(fakeCobalt().fetch)(request);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });
});
