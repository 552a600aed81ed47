import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CobaltProxyOptions, createCobaltProxy } from 'cobalt-react/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, ORG_TOKEN, TOKEN } from './fakeCobalt.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A real server that knows one organization. */
async function cobaltAt(listener: RequestListener, options: Partial<CobaltProxyOptions> = {}) {
  const arrived: IncomingMessage[] = [];
  const baseUrl = await listen((request, response) => {
    arrived.push(request);
    if (!request.url?.startsWith('/orgs')) {
      listener(request, response);
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ data: [{ resource: { id: 'or_1', name: 'One', token: ORG_TOKEN } }] }));
  });
  const proxy = createCobaltProxy({
    token: TOKEN,
    authorize: () => true,
    ...options,
    baseUrl,
    region: undefined,
  } as unknown as CobaltProxyOptions);
  return { proxy, arrived };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('over real HTTP', () => {
  it('sends the secrets to Cobalt, and the answer streams', async () => {
    const { proxy, arrived } = await cobaltAt((request, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'X-Rate-Limit-Get-Limit': '100',
        'Set-Cookie': 'a=1',
      });
      response.end(`{"path":"${request.url}"}`);
    });
    const response = await proxy(ask('/findings?severity=high&limit=2'));
    expect(await response.json()).toEqual({ path: '/findings?severity=high&limit=2' });
    expect(response.headers.get('x-rate-limit-get-limit')).toBe('100');
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(arrived[1]?.headers).toMatchObject({
      accept: 'application/vnd.cobalt.v2+json',
      authorization: `Bearer ${TOKEN}`,
      'x-org-token': ORG_TOKEN,
    });
    expect(arrived[1]?.headers).not.toHaveProperty('x-cobalt-organization');
  });

  it.each([301, 302, 303, 307, 308, 304, 300])(
    'never follows a %i: 502, and nothing arrives elsewhere',
    async (status) => {
      const visits: unknown[] = [];
      const elsewhere = await listen((request, response) => {
        visits.push(request.headers);
        response.end('{}');
      });
      const { proxy } = await cobaltAt((_, response) =>
        response.writeHead(status, { Location: `${elsewhere}/findings` }).end(),
      );
      for (const request of [ask('/findings'), ask('/findings/vl_1', { method: 'PATCH' })]) {
        const response = await proxy(request);
        expect(response.status).toBe(502);
        expect(response.headers.has('location')).toBe(false);
        expect(await response.json()).toEqual({ message: expect.any(String) as string });
      }
      expect(visits).toEqual([]);
    },
  );

  it('answers 502 when nobody listens, and when the connection is cut', async () => {
    const { proxy } = await cobaltAt((_, response) => response.destroy());
    expect((await proxy(ask('/findings'))).status).toBe(502);
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    expect((await proxy(ask('/events'))).status).toBe(502);
  });

  it('answers 504 when Cobalt does not answer in time, and lets go of it', async () => {
    const closed = vi.fn();
    const { proxy } = await cobaltAt((request) => request.on('close', closed), { timeoutMs: 80 });
    const response = await proxy(ask('/findings'));
    expect(response.status).toBe(504);
    expect(await response.json()).toEqual({ message: 'Cobalt did not answer in time.' });
    await vi.waitFor(() => {
      expect(closed).toHaveBeenCalled();
    });
  });

  it('cuts an answer whose body does not end in time', async () => {
    const { proxy } = await cobaltAt((_, response) => response.writeHead(200).write('{"half":'), {
      timeoutMs: 150,
    });
    const response = await proxy(ask('/findings'));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('answers with what came of an error body that does not end in time', async () => {
    const { proxy } = await cobaltAt(
      (_, response) => response.writeHead(500).write(`it failed ${'.'.repeat(99)}`),
      { timeoutMs: 150 },
    );
    const response = await proxy(ask('/findings'));
    expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('it failed')]);
  });

  it('lets a body take its time when there is enough of it', async () => {
    const { proxy } = await cobaltAt(
      (_, response) => {
        response.writeHead(200).write('{"half":');
        setTimeout(() => response.end('1}'), 100);
      },
      { timeoutMs: 2000 },
    );
    expect(await (await proxy(ask('/findings'))).json()).toEqual({ half: 1 });
  });

  it('ends the request to Cobalt when the browser goes away before the answer', async () => {
    const closed = vi.fn();
    const { proxy, arrived } = await cobaltAt((_, response) => response.on('close', closed));
    const leaving = new AbortController();
    const answer = proxy(new Request(ask('/findings'), { signal: leaving.signal }));
    await vi.waitFor(() => {
      expect(arrived).toHaveLength(2);
    });
    expect(closed).not.toHaveBeenCalled();
    leaving.abort();
    expect((await answer).status).toBe(499);
    await vi.waitFor(() => {
      expect(closed).toHaveBeenCalled();
    });
  });

  it.each(['aborts', 'cancels the body'])(
    'ends the request to Cobalt when the browser %s during the answer',
    async (how) => {
      const closed = vi.fn();
      const trickle = (_: IncomingMessage, response: ServerResponse) => {
        const timer = setInterval(() => response.write('x'.repeat(1000)), 5);
        response.on('close', () => {
          clearInterval(timer);
          closed();
        });
      };
      const { proxy } = await cobaltAt(trickle);
      const leaving = new AbortController();
      const response = await proxy(new Request(ask('/findings'), { signal: leaving.signal }));
      const reader = response.body!.getReader();
      await reader.read();
      expect(closed).not.toHaveBeenCalled();
      if (how === 'aborts') leaving.abort();
      else await reader.cancel();
      await vi.waitFor(() => {
        expect(closed).toHaveBeenCalled();
      });
      if (how === 'aborts') {
        await expect(
          (async () => {
            for (;;) if ((await reader.read()).done) return;
          })(),
        ).rejects.toThrow();
      }
    },
  );

  it('does not ask Cobalt for a browser that has gone already', async () => {
    const { proxy, arrived } = await cobaltAt((_, response) => response.end('{}'));
    const response = await proxy(new Request(ask('/events'), { signal: AbortSignal.abort() }));
    expect(response.status).toBe(499);
    await wait(20);
    expect(arrived).toEqual([]);
  });

  it('answers in the end also to 60 organizations-needing requests at once', async () => {
    const { proxy, arrived } = await cobaltAt((_, response) => response.end('{}'));
    const responses = await Promise.all(Array.from({ length: 60 }, () => proxy(ask('/findings'))));
    expect(await Promise.all(responses.map((response) => response.text()))).toEqual(
      Array.from({ length: 60 }, () => '{}'),
    );
    expect(arrived.filter(({ url }) => url?.startsWith('/orgs'))).toHaveLength(1);
  });
});
