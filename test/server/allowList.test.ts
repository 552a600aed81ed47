import { describe, expect, it } from 'vitest';
import { ask, fakeCobalt, JSON_BODY, ORG_TOKEN, proxyTo, withOrganizations } from './fakeCobalt.ts';

/** Written out of the API's documentation, not out of the proxy. */
const operations = `
GET /orgs
GET /tokens
GET /events
GET /assets
GET /assets/as_1
POST /assets
PUT /assets/as_1
DELETE /assets/as_1
POST /assets/as_1/attachments
DELETE /assets/as_1/attachments/at_1
POST /assets/as_1/logo
GET /pentests
GET /pentests/pt_1
GET /pentests/pt_1/report
POST /pentests
PUT /pentests/pt_1
POST /pentests/pt_1/duplicate
DELETE /pentests/pt_1
GET /findings
GET /findings/vl_1
GET /findings/vl_1/possible_states
PATCH /findings/vl_1
GET /engagements
GET /engagements/scr_1
GET /engagement_findings
GET /engagement_findings/scrf_1
PATCH /engagement_findings/scrf_1
GET /attack_surface/stats
GET /dast/targets
GET /dast/targets/dt_1
GET /dast/scans
GET /dast/scans/dsc_1
POST /dast/targets/dt_1/scans
POST /dast/targets/dt_1/scheduled_scans
GET /dast/findings
GET /dast/findings/dfi_1
POST /dast/findings/dfi_1/retest
PATCH /dast/findings/dfi_1
POST /external_ticket_references/search
POST /external_ticket_references
PATCH /external_ticket_references/efr_1
DELETE /external_ticket_references/efr_1
GET /webhooks
GET /webhooks/wb_1
POST /webhooks
PATCH /webhooks/wb_1
DELETE /webhooks/wb_1`
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [method: string, path: string]);

const hostile = [
  '',
  '/',
  '/nothing',
  '/orgs/',
  '//orgs',
  '/Orgs',
  '/orgs/or_1',
  '/orgs%00',
  '/orgs;x=1',
  '/findings/vl_1/',
  '/findings/vl_1/report',
  '/findings//possible_states',
  '/findings/%2e%2e%2forgs',
  '/findings/..%2forgs',
  '/findings/..%5corgs',
  '/findings/%252e%252e%252forgs',
  '/findings/%25%32%65%25%32%65/orgs',
  '/findings/vl_1%2freport',
  '/findings/vl_1%252freport',
  '/findings/vl_1%5creport',
  '/findings/vl_1%0d%0aX-Org-Token:%20a',
  '/findings/vl.1',
  '/findings/vl_1%20',
  '/findings/%E2%80%AE',
  `/findings/${'a'.repeat(201)}`,
  '/https://evil.example/orgs',
  '/https:%2f%2fevil.example/orgs',
  '//evil.example/orgs',
  '/@evil.example/orgs',
  '/.evil.example/orgs',
  '/%2f%2fevil.example/orgs',
  '/..%2f..%2fadmin',
  '/../../admin',
  '/../cobalt-other/orgs',
  '/__proto__',
  '/constructor/prototype',
];

describe('the allow-list', () => {
  it('passes on the 47 operations, with the organization token where one is needed', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => new Response(null, { status: 204 })));
    // More writes than a minute allows.
    const proxy = proxyTo(cobalt.fetch, { budget: false });
    expect(operations).toHaveLength(47);
    for (const [method, path] of operations) {
      const response = await proxy(ask(`${path}?limit=5&tags_contains_all[]=a%20b`, { method }));
      expect(response.status, `${method} ${path}`).toBe(path === '/orgs' ? 200 : 204);
      const last = cobalt.arrived.at(-1)!;
      expect(`${last.method} ${last.url}`).toBe(
        `${method} https://api.us.cobalt.io${path}?limit=5&tags_contains_all[]=a%20b`,
      );
      const isFree = ['/orgs', '/tokens', '/events'].includes(path);
      expect(last.headers.get('x-org-token'), path).toBe(isFree ? null : ORG_TOKEN);
    }
  });

  it.each(hostile)('answers 404 to %s and asks Cobalt nothing', async (path) => {
    const cobalt = fakeCobalt();
    for (const method of ['GET', 'POST', 'DELETE']) {
      const response = await proxyTo(cobalt.fetch)(ask(path, { method }));
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ message: expect.any(String) as string });
    }
    expect(cobalt.arrived).toEqual([]);
  });

  it('looks up what is left when a URL has resolved its dot segments and backslashes', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    for (const path of [
      '/findings/../orgs',
      '/findings/%2e%2e/orgs',
      '/findings\\..\\orgs',
      '/x/.%2E/orgs',
    ]) {
      await proxyTo(cobalt.fetch)(ask(path));
    }
    expect(new Set(cobalt.paths())).toEqual(new Set(['GET /orgs']));
  });

  it.each([
    ['PUT', '/orgs', 'GET'],
    ['HEAD', '/orgs', 'GET'],
    ['OPTIONS', '/findings', 'GET'],
    ['PUT', '/findings/vl_1', 'GET, PATCH'],
    ['POST', '/findings', 'GET'],
    ['PATCH', '/assets/as_1', 'GET, DELETE, PUT'],
    ['PROPFIND', '/assets', 'GET, POST'],
  ])('answers 405 to %s %s and says what it takes', async (method, path, allow) => {
    const cobalt = fakeCobalt();
    const response = await proxyTo(cobalt.fetch)(ask(path, { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(cobalt.arrived).toEqual([]);
  });

  it('refuses to refresh a token, since the answer is one', async () => {
    const cobalt = fakeCobalt();
    const response = await proxyTo(cobalt.fetch)(ask('/tokens/api_1/refresh', { method: 'POST' }));
    expect(response.status).toBe(403);
    expect(cobalt.arrived).toEqual([]);
  });

  it('listens below its base path only', async () => {
    const cobalt = fakeCobalt(() => Response.json({ data: [] }));
    const proxy = proxyTo(cobalt.fetch, { basePath: '/pentests/api/' });
    const at = (path: string) => proxy(new Request(`https://app.example${path}`));
    expect((await at('/pentests/api/events')).status).toBe(200);
    expect((await at('/pentests/apix/events')).status).toBe(404);
    expect((await at('/events')).status).toBe(404);
    expect(
      (await proxyTo(cobalt.fetch, { basePath: '/' })(new Request('https://app.example/events'))).status,
    ).toBe(200);
  });
});

describe('request bodies', () => {
  const post = (path: string, headers: Record<string, string>, body: BodyInit) =>
    ask(path, { method: 'POST', headers, body });

  it('go along with their type and idempotency key, and nothing else does', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({}, { status: 201 })));
    const headers = {
      ...JSON_BODY,
      'Idempotency-Key': 'c0ffee00-1111-4222-8333-444455556666',
      Accept: 'text/html',
      Authorization: 'Bearer of-the-browser',
      Cookie: 'session=1',
      'X-Org-Token': 'of-the-browser',
      'X-Forwarded-For': '1.2.3.4',
      'X-Http-Method-Override': 'DELETE',
      'User-Agent': 'Browser/1',
    };
    await proxyTo(cobalt.fetch, { userAgent: 'AcmePortal/1.4.0' })(post('/assets', headers, '{"title":"ä"}'));
    const { headers: sent, body } = cobalt.arrived.at(-1)!;
    expect(body).toBe('{"title":"ä"}');
    expect(Object.fromEntries(sent)).toEqual({
      accept: 'application/vnd.cobalt.v2+json',
      authorization: 'Bearer personal-token-7f3a/+=',
      'x-org-token': ORG_TOKEN,
      'content-type': 'application/vnd.cobalt.v2+json',
      'idempotency-key': 'c0ffee00-1111-4222-8333-444455556666',
      'user-agent': 'AcmePortal/1.4.0',
    });
  });

  it('may be a file where Cobalt takes one', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => new Response(null, { status: 201 })));
    const form = new FormData();
    form.set('attachment', new File(['<svg/>'], 'logo.svg'));
    const proxy = proxyTo(cobalt.fetch);
    expect((await proxy(post('/assets/as_1/logo', {}, form))).status).toBe(201);
    expect(cobalt.arrived.at(-1)?.body).toContain('<svg/>');
    expect(cobalt.arrived.at(-1)?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    expect((await proxy(post('/assets', {}, form))).status).toBe(415);
    expect((await proxy(post('/assets/as_1/logo', JSON_BODY, '{}'))).status).toBe(415);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json, text/html',
    'application/jsonp',
    '',
  ])('of the type "%s" are refused with 415', async (type) => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    expect((await proxyTo(cobalt.fetch)(post('/assets', { 'Content-Type': type }, '{}'))).status).toBe(415);
    expect(cobalt.arrived).toEqual([]);
  });

  it('that are compressed are refused with 415', async () => {
    const cobalt = fakeCobalt();
    const headers = { ...JSON_BODY, 'Content-Encoding': 'gzip' };
    expect((await proxyTo(cobalt.fetch)(post('/assets', headers, 'xx'))).status).toBe(415);
  });

  it('over 11 MB are refused with 413, announced or not, and not read to their end', async () => {
    const cobalt = fakeCobalt();
    const proxy = proxyTo(cobalt.fetch);
    const announced = post('/assets', { ...JSON_BODY, 'Content-Length': '11534337' }, '{}');
    expect((await proxy(announced)).status).toBe(413);
    let chunks = 0;
    const endless = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const streamed = ask('/assets', {
      method: 'POST',
      headers: JSON_BODY,
      body: endless,
      duplex: 'half',
    } as never);
    expect((await proxy(streamed)).status).toBe(413);
    expect(chunks).toBeLessThan(15);
    expect(cobalt.arrived).toEqual([]);
  });

  it('just under 11 MB pass', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    const body = 'x'.repeat(11 * 1024 * 1024);
    expect((await proxyTo(cobalt.fetch)(post('/assets', JSON_BODY, body))).status).toBe(200);
    expect(cobalt.arrived.at(-1)?.body).toHaveLength(body.length);
  });

  it('that something else has read already are a 400 that says so, not an empty change', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    const taken = post('/assets', JSON_BODY, '{"title":"New"}');
    await taken.json();
    // What a JSON parser of a framework leaves behind: the length, and nothing of that length.
    const emptied = post('/assets', { ...JSON_BODY, 'Content-Length': '15' }, '');
    for (const request of [taken, emptied]) {
      const response = await proxyTo(cobalt.fetch)(request);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('Mount it before everything that reads bodies');
    }
    expect(cobalt.arrived).toEqual([]);
  });

  it('are dropped where none belongs', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => new Response(null, { status: 204 })));
    await proxyTo(cobalt.fetch)(post('/dast/findings/dfi_1/retest', JSON_BODY, '{"a":1}'));
    expect(cobalt.arrived.at(-1)?.body).toBe('');
    expect(cobalt.arrived.at(-1)?.headers.has('content-type')).toBe(false);
  });

  it.each(['two words', 'ü', 'x'.repeat(256)])(
    'with the idempotency key "%s" are refused with 400',
    async (key) => {
      const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
      const response = await proxyTo(cobalt.fetch)(
        post('/assets', { ...JSON_BODY, 'Idempotency-Key': key }, '{}'),
      );
      expect(response.status).toBe(400);
      expect(cobalt.arrived).toEqual([]);
    },
  );
});
