import { describe, expect, it, vi } from 'vitest';
import {
  allOf,
  ask,
  BASE,
  fakeCobalt,
  inChunks,
  organizations,
  ORG_TOKEN,
  proxyTo,
  TOKEN,
  withOrganizations,
} from './fakeCobalt.ts';

const answering = (response: () => Response | Promise<Response>, options = {}) =>
  proxyTo(fakeCobalt(withOrganizations(response)).fetch, options);

function expectNoSecret(text: string): void {
  for (const secret of [
    TOKEN,
    encodeURIComponent(TOKEN),
    JSON.stringify(TOKEN).slice(1, -1),
    TOKEN.replaceAll('/', '\\/'),
    ORG_TOKEN,
  ]) {
    expect(text).not.toContain(secret);
  }
}

describe('headers of answers', () => {
  it('are the status, the type, the rate limits of every generation, and the request id', async () => {
    const passed = {
      'content-type': 'application/vnd.cobalt.v2+json',
      date: 'Mon, 01 Jun 2026 10:00:00 GMT',
      'retry-after': '12',
      'x-rate-limit-get-limit': '100',
      'x-rate-limit-mutate-limit': '20',
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '99',
      'x-ratelimit-reset': '60',
      ratelimit: '"default";r=50;t=30',
      'ratelimit-policy': '"default";q=100;w=60',
      'x-request-id': 'req-1',
      'cf-ray': '8a1b',
    };
    const dropped = {
      'set-cookie': 'a=b',
      server: 'nginx',
      'x-powered-by': 'Rails',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=600',
      'content-security-policy': "script-src 'unsafe-inline'",
      etag: '"1"',
      link: '<https://api.us.cobalt.io/x>; rel=next',
      'x-org-token': ORG_TOKEN,
      'content-encoding': 'identity',
    };
    const response = await answering(() =>
      Response.json({ ok: 1 }, { status: 206, headers: { ...dropped, ...passed } }),
    )(ask('/findings'));
    expect(response.status).toBe(206);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...passed,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each([
    [ask('/orgs')],
    [ask('/nothing')],
    [ask('/orgs', { method: 'PUT' })],
    [ask('/findings', { headers: { 'Sec-Fetch-Site': 'cross-site' } })],
    [ask('/findings')],
    [ask('/findings', { headers: { 'X-Cobalt-Organization': 'or_9' } })],
  ])('always forbid to keep and to guess (%#)', async (request) => {
    const response = await answering(() => new Response('<p>', { status: 500 }))(request);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    [`${BASE}/assets/as_1`, '/api/cobalt/assets/as_1'],
    ['/assets/as_1/attachments/at_1', '/api/cobalt/assets/as_1/attachments/at_1'],
    [`${BASE}/assets/as_1?token=x#y`, '/api/cobalt/assets/as_1'],
    ['https://evil.example/assets/as_1', null],
    ['//evil.example/assets/as_1', null],
    ['/\\evil.example/assets/as_1', null],
    ['https://api.us.cobalt.io.evil.example/assets/as_1', null],
    ['javascript:alert(1)', null],
    [`${BASE}/admin`, null],
    [`/assets/${ORG_TOKEN}`, null],
  ])('turn the location %s into %j', async (location, expected) => {
    const proxy = answering(() => new Response(null, { status: 201, headers: { location } }));
    const response = await proxy(ask('/assets/as_1/logo', { method: 'POST' }));
    expect(response.headers.get('location')).toBe(expected);
  });
});

describe('secrets', () => {
  it('are removed from the list of organizations', async () => {
    const list = {
      data: [
        {
          resource: { id: 'or_1', name: 'One', token: ORG_TOKEN, nested: { token: 'another' } },
          links: { ui: { url: `https://x/${ORG_TOKEN}` } },
        },
        { resource: { id: 'or_2', name: 'Two', token: { odd: 'another' } } },
        null,
      ],
      pagination: { next_page: '/orgs?cursor=1', prev_page: null },
    };
    const response = await proxyTo(fakeCobalt(() => Response.json(list)).fetch)(ask('/orgs'));
    expect(await response.clone().json()).toEqual({
      data: [
        { resource: { id: 'or_1', name: 'One', nested: {} }, links: { ui: { url: 'https://x/[redacted]' } } },
        { resource: { id: 'or_2', name: 'Two' } },
        null,
      ],
      pagination: { next_page: '/orgs?cursor=1', prev_page: null },
    });
    expect(await allOf(response)).not.toMatch(/another|token/);
  });

  it.each([
    ['HTML', () => new Response(`<p>${ORG_TOKEN}`)],
    ['half of it', () => new Response(`{"data":[{"resource":{"token":"${ORG_TOKEN}"`)],
    ['nothing', () => new Response(null, { status: 204 })],
    ['a word', () => Response.json(ORG_TOKEN)],
    ['too much', () => new Response(`["${'x'.repeat(5_000_000)}"]`)],
    ['a depth that cannot be written', () => new Response('['.repeat(200_000) + ']'.repeat(200_000))],
  ])('do not leave in a list that is %s: 502', async (_name, list) => {
    const response = await proxyTo(fakeCobalt(list).fetch)(ask('/orgs'));
    expect(response.status).toBe(502);
    const text = await allOf(response);
    expect(text).toContain('could not be read');
    expectNoSecret(text);
  });

  it.each([400, 401, 403, 404, 422, 429, 500, 503, 509])(
    'that Cobalt repeats in a %i are removed',
    async (status) => {
      const echo = [
        TOKEN,
        JSON.stringify(TOKEN),
        TOKEN.replaceAll('/', '\\/'),
        encodeURIComponent(TOKEN),
        ORG_TOKEN,
      ].join(' | ');
      const headers = {
        'x-request-id': TOKEN,
        'retry-after': ORG_TOKEN,
        'content-type': `text/${ORG_TOKEN}`,
        'x-rate-limit-remaining': `${TOKEN}!`,
      };
      const text = await allOf(
        await answering(() => new Response(`you sent ${echo}`, { status, headers }))(ask('/findings')),
      );
      expect(text).toContain('you sent [redacted] | "[redacted]" | [redacted] | [redacted] | [redacted]');
      expectNoSecret(text);
    },
  );

  it('are removed from headers beside the list of organizations', async () => {
    const { fetch } = fakeCobalt(() => {
      const response = organizations(['or_1', ORG_TOKEN]);
      response.headers.set('X-Request-Id', ORG_TOKEN);
      return response;
    });
    expectNoSecret(await allOf(await proxyTo(fetch)(ask('/orgs'))));
  });

  it('are removed when a page of HTML repeats them', async () => {
    const { fetch } = fakeCobalt(({ url }) =>
      url.includes('/orgs')
        ? organizations(['or_1', `a&b<c>"d"'e'`])
        : new Response('<p>a&amp;b&lt;c&gt;&quot;d&quot;&#39;e&#39;</p>', { status: 400 }),
    );
    expect(await (await proxyTo(fetch)(ask('/findings'))).text()).toBe('<p>[redacted]</p>');
  });

  it('are removed when one is the beginning of the other', async () => {
    const cobalt = fakeCobalt(({ url }) =>
      url.includes('/orgs')
        ? organizations(['or_1', `${TOKEN}-and-more`])
        : new Response(`${TOKEN}-and-more`, { status: 400 }),
    );
    expect(await (await proxyTo(cobalt.fetch)(ask('/findings'))).text()).toBe('[redacted]');
  });

  it('are removed where a long error body is cut, however it falls', async () => {
    for (let at = 65_536 - ORG_TOKEN.length - 2; at <= 65_538; at += 1) {
      const body = `${TOKEN} ${'x'.repeat(at - TOKEN.length - 1)}${ORG_TOKEN}${'y'.repeat(100_000)}`;
      const text = await (
        await answering(() => new Response(body, { status: 500 }))(ask('/findings'))
      ).text();
      expect(text.length).toBeLessThanOrEqual(65_536);
      expect(text).not.toContain(ORG_TOKEN.slice(0, 4));
      expectNoSecret(text);
    }
  });

  it('are removed from good answers too, however the chunks fall', async () => {
    const more = `${ORG_TOKEN}-and-more`;
    const { fetch } = fakeCobalt(({ url, body }) =>
      url.includes('/orgs') ? organizations(['or_1', more]) : new Response(inChunks(text, Number(body))),
    );
    const proxy = proxyTo(fetch, { budget: false });
    const forms = [TOKEN, JSON.stringify(TOKEN).slice(1, -1), TOKEN.replaceAll('/', '\\/')];
    const inUrl = encodeURIComponent(TOKEN);
    const lower = inUrl.replaceAll(/%../g, (escaped) => escaped.toLowerCase());
    const text = `ä${[...forms, more, inUrl, lower].join('|')}${more}${more}personal-token-7 ☃ personal-tok`;
    const marks = Array.from({ length: 6 }, () => '[redacted]').join('|');
    const clean = `ä${marks}[redacted][redacted]personal-token-7 ☃ personal-tok`;
    for (let size = 1; size <= text.length + 5; size += 1) {
      const request = ask('/external_ticket_references/search', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: String(size),
      });
      expect(await (await proxy(request)).text(), `chunks of ${size}`).toBe(clean);
    }
  });

  it('are not looked for where they are so short that they stand in data by chance', async () => {
    const { fetch } = fakeCobalt(() => Response.json({ id: 'short-id' }));
    expect(await (await proxyTo(fetch, { token: 'short' })(ask('/events'))).json()).toEqual({
      id: 'short-id',
    });
  });

  it('are not in what is answered when Cobalt cannot be reached', async () => {
    const fetch = () => Promise.reject(new TypeError(`Headers: invalid value Bearer ${TOKEN} to ${BASE}`));
    const response = await proxyTo(fetch)(ask('/events'));
    expect(response.status).toBe(502);
    const text = await allOf(response);
    expect(text).toContain('{"message":"Cobalt could not be reached."}');
    expect(text).not.toMatch(/Bearer|personal|api\.us/);
  });
});

describe('bodies of answers', () => {
  it('of good answers come as they are, chunk by chunk', async () => {
    let push = (_: string): void => {};
    const body = new ReadableStream({
      start(controller) {
        push = (text) => {
          controller.enqueue(new TextEncoder().encode(text));
        };
      },
    });
    const response = await answering(() => new Response(body))(ask('/findings'));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    push('{"first":');
    expect(await reader.read()).toEqual({ done: false, value: '{"first":' });
    push('1}');
    expect(await reader.read()).toEqual({ done: false, value: '1}' });
    await reader.cancel();
  });

  it('of errors pass as they are when they hold no secret, field names included', async () => {
    const body = {
      errors: { secret: ["can't be blank"], title: ['is too long'] },
      detail: 'Token is missing',
    };
    const response = await answering(() => Response.json(body, { status: 422 }))(ask('/findings'));
    expect([response.status, await response.json()]).toEqual([422, body]);
  });

  it('of good answers are cut when time is over, also where only the body is late', async () => {
    const cancel = vi.fn();
    const silent = new ReadableStream({ cancel });
    const response = await answering(() => new Response(silent), { timeoutMs: 30 })(ask('/findings'));
    await expect(response.text()).rejects.toThrow();
    expect(cancel).toHaveBeenCalled();
  });

  it('of endless errors are not read to their end', async () => {
    let chunks = 0;
    const cancel = vi.fn();
    const endless = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(16_384).fill(120));
      },
      cancel,
    });
    const response = await answering(() => new Response(endless, { status: 500 }))(ask('/findings'));
    expect((await response.text()).length).toBeLessThanOrEqual(65_536);
    expect(chunks).toBeLessThan(10);
    expect(cancel).toHaveBeenCalled();
  });

  it('of errors that break off pass as far as they came', async () => {
    let isSent = false;
    const broken = new ReadableStream({
      pull(controller) {
        if (isSent) controller.error(new Error('reset'));
        else controller.enqueue(new TextEncoder().encode(`it failed because ${'of '.repeat(20)}`));
        isSent = true;
      },
    });
    const response = await answering(() => new Response(broken, { status: 500 }))(ask('/findings'));
    expect([response.status, await response.text()]).toEqual([
      500,
      expect.stringContaining('it failed because'),
    ]);
  });

  it.each([200, 201, 204, 205])('may be missing with %i', async (status) => {
    const response = await answering(() => new Response(null, { status }))(ask('/findings'));
    expect([response.status, await response.text()]).toEqual([status, '']);
  });
});
