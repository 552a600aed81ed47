import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createCobaltClient, createWebhook, listFindings, updateFindingState } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN, type MockCobalt } from 'cobalt-react/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { app as express } from '../../example/proxies/express.ts';
import { app as hono } from '../../example/proxies/hono.ts';
import * as next from '../../example/proxies/next.ts';
import { sessions } from '../../example/proxies/sessions.ts';
import { expectConsole } from '../setup/console.ts';

/** As Next.js does it: the exported function of the method, 405 where there is none. */
const nextHandler = (request: Request): Promise<Response> => {
  const method = request.method as keyof typeof next;
  return method in next ? next[method](request) : Promise.resolve(new Response(null, { status: 405 }));
};

const network = globalThis.fetch;
let mock: MockCobalt;
let answer: ((request: Request) => Response) | undefined;

beforeEach(() => {
  mock = createMockCobalt();
  answer = undefined;
  vi.stubEnv('COBALT_API_TOKEN', MOCK_TOKEN);
  vi.stubGlobal('fetch', ((input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).hostname !== 'api.us.cobalt.io') return network(input, init);
    return answer && !request.url.includes('/orgs')
      ? Promise.resolve(answer(request))
      : mock.fetch(input, init);
  }) satisfies typeof fetch);
  sessions.add('of-ada');
});

afterEach(() => {
  vi.unstubAllEnvs();
  sessions.clear();
});

describe.each<[string, RequestListener]>([
  ['Next.js', getRequestListener(nextHandler, { overrideGlobalObjects: false })],
  ['Hono', getRequestListener(hono.fetch, { overrideGlobalObjects: false })],
  ['Express', express],
])('the example for %s', (name, listener) => {
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** As the browser of somebody who is signed in, on a page of the same origin. */
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', 'theme=dark; session=of-ada');
    headers.set('Origin', origin);
    headers.set('Sec-Fetch-Site', 'same-origin');
    return fetch(`${origin}${path}`, { ...init, headers });
  };
  const organization = () => ({ id: mock.data.organizations[0]!.id });
  const client = () =>
    createCobaltClient({
      proxy: '/api/cobalt',
      organization: organization(),
      fetch: (path, init) => ask(path as string, init),
    });

  it('reads and writes for somebody who is signed in', async () => {
    const { items } = await client().call(listFindings, { state: 'need_fix', limit: 3 });
    expect(items).toHaveLength(3);
    const { id } = items[0]!;
    await client().call(updateFindingState, { id, state: 'check_fix' });
    expect(mock.data.findings.find((finding) => finding.id === id)?.state).toBe('check_fix');
    const webhook = { name: 'New', url: 'https://app.example/hook', active: true };
    const subscribed = { subscribed_event_types: ['FINDING_UPDATED'] } as const;
    await client().call(createWebhook, { ...webhook, ...subscribed });
    expect(mock.data.webhooks.map((entry) => entry.name)).toContain('New');
  });

  it('answers nobody else', async () => {
    for (const cookie of ['', 'session=', 'session=of-bob', 'xsession=of-ada']) {
      const response = await network(`${origin}/api/cobalt/orgs`, { headers: { cookie } });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ message: 'Sign in first.' });
    }
    expect(mock.requests).toEqual([]);
  });

  it('takes a file', async () => {
    let got = '';
    let type: string | null = '';
    answer = (request) => {
      type = request.headers.get('content-type');
      void request.text().then((text) => (got = text));
      return new Response(null, { status: 201 });
    };
    const body = new FormData();
    body.set('attachment', new File(['<svg/>'], 'logo.svg'));
    const headers = { 'X-Cobalt-Organization': organization().id };
    expect((await ask('/api/cobalt/assets/as_1/logo', { method: 'POST', body, headers })).status).toBe(201);
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(got).toContain('<svg/>');
  });

  it('lets an answer through while Cobalt is still sending it', async () => {
    let push = (_: string): void => {};
    let end = (): void => {};
    answer = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            push = (text) => controller.enqueue(new TextEncoder().encode(text));
            end = () => controller.close();
          },
        }),
        { headers: { 'Content-Type': 'application/json' } },
      );
    const response = await ask('/api/cobalt/events');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    push('{"data":');
    expect((await reader.read()).value).toBe('{"data":');
    push('[]}');
    expect((await reader.read()).value).toBe('[]}');
    end();
    expect((await reader.read()).done).toBe(true);
  });

  it('refuses what the proxy refuses, with its own words', async () => {
    const status = async (path: string, init?: RequestInit) => {
      const response = await ask(path, init);
      await response.text();
      return response.status;
    };
    expect(await status('/api/cobalt/tokens/api_1/refresh', { method: 'POST' })).toBe(403);
    expect(await status('/api/cobalt/nothing')).toBe(404);
    expect(await status('/api/cobalt/orgs', { method: 'DELETE' })).toBe(405);
    expect(await status('/api/cobalt/orgs', { method: 'OPTIONS' })).toBe(405);
    const large = { method: 'POST', body: 'x'.repeat(12 * 1024 * 1024), headers: {} };
    large.headers = { 'Content-Type': 'application/json', 'X-Cobalt-Organization': organization().id };
    expect(await status('/api/cobalt/assets', large)).toBe(413);
    const elsewhere = await network(`${origin}/api/cobalt/orgs`, {
      headers: { Cookie: 'session=of-ada', 'Sec-Fetch-Site': 'cross-site' },
    });
    expect([elsewhere.status, mock.requests]).toEqual([403, []]);
  });

  it('says when there is no token', async () => {
    vi.stubEnv('COBALT_API_TOKEN', '');
    const response = await ask('/api/cobalt/orgs');
    expect([response.status, await response.text()]).toEqual([
      401,
      expect.stringContaining('no Cobalt API token'),
    ]);
  });

  it('gives an error of the session check to the framework', async () => {
    vi.spyOn(sessions, 'has').mockImplementation(() => {
      throw new Error('the database is down');
    });
    if (name === 'Hono') expectConsole('error', /the database is down/);
    const response = await ask('/api/cobalt/orgs');
    expect(response.status).toBe(500);
    // What Express' own error handler writes, but in production.
    if (name === 'Express') expect(await response.text()).toContain('the database is down');
    expect(mock.requests).toEqual([]);
  });
});
