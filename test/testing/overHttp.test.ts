import { createServer, request as nodeRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMockCobalt, MOCK_TOKEN, toNodeListener, type MockCobaltOptions } from '../../src/testing.ts';
import { MEDIA_TYPE } from './request.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(handler: (request: Request) => Promise<Response>): Promise<string> {
  const server = createServer(toNodeListener(handler));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serveMock(options: MockCobaltOptions = {}) {
  const cobalt = createMockCobalt({ control: true, ...options });
  const origin = await listen(cobalt.handle);
  const headers = {
    Accept: MEDIA_TYPE,
    Authorization: `Bearer ${MOCK_TOKEN}`,
    'X-Org-Token': cobalt.data.organizations[0]!.token,
    'Content-Type': MEDIA_TYPE,
  };
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(origin + path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
  return { cobalt, origin, ask };
}

describe('the mock over real HTTP', () => {
  it('answers reads and writes as it does in process', async () => {
    const { ask, cobalt } = await serveMock();
    const list = await ask('/findings?limit=1000');
    expect(list.headers.get('content-type')).toBe(MEDIA_TYPE);
    expect(((await list.json()) as { data: unknown[] }).data).toHaveLength(900);
    const body = JSON.stringify({ title: 'Żółć', asset_type: 'web' });
    const created = await ask('/assets', { method: 'POST', body });
    expect(created.status).toBe(201);
    expect(cobalt.requests.at(-1)).toMatchObject({ method: 'POST', body, status: 201 });
    expect((await ask(created.headers.get('location')!, { method: 'DELETE' })).status).toBe(204);
  });

  it('destroys the socket of a cut connection, so that fetch rejects with a TypeError', async () => {
    const { ask, cobalt } = await serveMock();
    cobalt.faults.add({ cut: true, times: 1 });
    await expect(ask('/orgs')).rejects.toBeInstanceOf(TypeError);
    expect((await ask('/orgs')).status).toBe(200);
  });

  it('breaks a truncated body off after the headers', async () => {
    const { ask, cobalt } = await serveMock();
    cobalt.faults.add({ truncate: true });
    const response = await ask('/findings');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toBeInstanceOf(TypeError);
  });

  it('aborts the signal of a request whose client went away', async () => {
    let arrive: (signal: AbortSignal) => void = () => {};
    const arrived = new Promise<AbortSignal>((resolve) => (arrive = resolve));
    const origin = await listen(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('gone'));
          });
          arrive(signal);
        }),
    );
    const controller = new AbortController();
    const answer = fetch(origin, { signal: controller.signal });
    const signal = await arrived;
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => {
      expect(signal.aborted).toBe(true);
    });
  });

  it('streams a body as it is made, and stops making it when the client went away', async () => {
    let cancelled: () => void = () => {};
    const stopped = new Promise<void>((resolve) => (cancelled = resolve));
    const origin = await listen(() =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start: (controller) => {
              controller.enqueue(new TextEncoder().encode('first'));
            },
            cancel: () => {
              cancelled();
            },
          }),
        ),
      ),
    );
    const controller = new AbortController();
    const response = await fetch(origin, { signal: controller.signal });
    const { value } = await response.body!.getReader().read();
    expect(new TextDecoder().decode(value as Uint8Array)).toBe('first');
    controller.abort();
    await stopped;
  });

  it('keeps the host, the query and repeated cookies, and answers 413 to more than 12 MB', async () => {
    const urls: string[] = [];
    const origin = await listen((request) => {
      urls.push(request.url);
      const headers = new Headers();
      headers.append('Set-Cookie', 'a=1');
      headers.append('Set-Cookie', 'b=2');
      return Promise.resolve(new Response(null, { headers }));
    });
    const response = await fetch(`${origin}/a%20b?x[]=1&y=%2F`);
    expect(urls).toEqual([`${origin}/a%20b?x[]=1&y=%2F`]);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const size = 12 * 1024 * 1024;
    expect((await fetch(origin, { method: 'POST', body: new Uint8Array(size) })).status).toBe(200);
    expect(await statusOfUpload(origin, size + 1)).toBe(413);
  });
});

/** By hand: fetch may fail to read an answer that comes before the upload ends. */
function statusOfUpload(origin: string, size: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const upload = nodeRequest(origin, { method: 'POST' }, (response) => {
      resolve(response.statusCode);
    });
    upload.on('error', reject);
    upload.end(new Uint8Array(size));
  });
}

describe('the remote control', () => {
  it('is closed unless it was opened', async () => {
    const { origin } = await serveMock({ control: false });
    expect((await fetch(`${origin}/__mock/faults`)).status).toBe(404);
  });

  it('adds, lists and clears faults, with patterns and scenarios', async () => {
    const { ask, cobalt, origin } = await serveMock();
    const post = (body: unknown): Promise<Response> =>
      fetch(`${origin}/__mock/faults`, { method: 'POST', body: JSON.stringify(body) });
    expect((await post({ pathPattern: '^/findings', status: 500, times: 1 })).status).toBe(201);
    expect((await post({ scenario: 'bandwidthLimit', path: '/orgs', times: 1 })).status).toBe(201);
    expect(await (await fetch(`${origin}/__mock/faults`)).json()).toEqual([
      { pathPattern: '^\\/findings', status: 500, times: 1 },
      { label: '509 Bandwidth Limit Exceeded', status: 509, path: '/orgs', times: 1 },
    ]);
    expect((await ask('/orgs')).status).toBe(509);
    expect((await ask('/findings')).status).toBe(500);
    expect(cobalt.faults.active).toEqual([]);
    await post({ scenario: 'hang' });
    expect((await fetch(`${origin}/__mock/faults`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask('/orgs')).status).toBe(200);
  });

  it('answers 400 to a fault that is none', async () => {
    const { origin } = await serveMock();
    for (const body of [
      '{',
      '[]',
      '{}',
      '{"status":1}',
      '{"status":"500"}',
      '{"cut":false}',
      '{"stauts":500}',
      '{"scenario":"constructor"}',
      '{"pathPattern":"(","status":500}',
    ]) {
      expect((await fetch(`${origin}/__mock/faults`, { method: 'POST', body })).status).toBe(400);
    }
  });

  it('replaces tokens, resets, and shows the log, unharmed by faults and limits', async () => {
    const { ask, origin } = await serveMock({ limits: { read: 1 } });
    await ask('/orgs');
    expect((await ask('/orgs')).status).toBe(429);
    await fetch(`${origin}/__mock/faults`, { method: 'POST', body: '{"status":500}' });
    const log = (await (await fetch(`${origin}/__mock/requests`)).json()) as {
      path: string;
      status: number;
    }[];
    expect(log.map(({ path, status }) => [path, status])).toEqual([
      ['/orgs', 200],
      ['/orgs', 429],
    ]);
    expect((await fetch(`${origin}/__mock/reset`, { method: 'POST' })).status).toBe(204);
    expect((await ask('/orgs')).status).toBe(200);
    await fetch(`${origin}/__mock/tokens`, { method: 'POST', body: '["other"]' });
    expect((await ask('/orgs')).status).toBe(401);
  });
});

describe('requests from pages of other origins', () => {
  const preflight = { method: 'OPTIONS', headers: { Origin: 'https://app.example' } };

  it('get a 204 with the allowed headers to a preflight, even while everything else fails', async () => {
    const { cobalt, origin } = await serveMock({ cors: true });
    cobalt.faults.add({ status: 500 });
    const response = await fetch(`${origin}/findings`, preflight);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    const allowed = response.headers.get('access-control-allow-headers')!.toLowerCase();
    for (const name of [
      'authorization',
      'x-org-token',
      'x-cobalt-organization',
      'content-type',
      'idempotency-key',
      'accept',
    ]) {
      expect(allowed).toContain(name);
    }
    expect(cobalt.requests).toEqual([]);
  });

  it('see the rate headers or not, as told', async () => {
    const shown = await serveMock({ cors: true });
    expect((await shown.ask('/orgs')).headers.get('access-control-expose-headers')).toContain(
      'X-Rate-Limit-Remaining',
    );
    const hidden = await serveMock({ cors: { exposeHeaders: false } });
    const response = await hidden.ask('/orgs');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBeNull();
  });

  it('get nothing of that without the option', async () => {
    const { origin } = await serveMock();
    const response = await fetch(`${origin}/findings`, preflight);
    expect(response.status).toBe(405);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
