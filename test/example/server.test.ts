import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, failToStart, startDemo } from './demoServer.ts';

const PATIENCE = 60_000;
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('the demo server', () => {
  let demo: DemoServer;

  beforeAll(async () => {
    demo = await startDemo();
  }, PATIENCE);
  afterAll(async () => {
    await demo.stop();
  });

  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, demo.url), init);
  const connect = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
    ask('/session', {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify({ token }),
    });
  const control = (path: string, body?: object): Promise<Response> =>
    ask(path, { method: 'POST', headers: JSON_TYPE, ...(body && { body: JSON.stringify(body) }) });

  test('serves the page with a policy that allows no inline code', async () => {
    const page = await ask('/');
    const html = await page.text();
    const policy = page.headers.get('content-security-policy');
    expect(page.status).toBe(200);
    expect(html).toContain('<div id="root">');
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('serves what the page links to, and nothing else', async () => {
    const html = await (await ask('/')).text();
    const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(1);
    for (const path of links) expect((await ask(path)).status, path).toBe(200);
    expect((await ask('/server/startDemo.ts')).status).toBe(404);
    expect((await ask('/..%2fpackage.json')).status).toBe(404);
  });

  test('gives the organizations without their tokens', async () => {
    const response = await ask('/api/cobalt/orgs');
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('Northwind Freight');
    expect(text).not.toContain('token');
  });

  test('refuses a request for a name that is not its own', async () => {
    const { port } = new URL(demo.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(
        { port, host: '127.0.0.1', path: '/api/cobalt/orgs', headers: { Host: 'attacker.example' } },
        (res) => {
          resolve(res.statusCode);
          res.resume();
        },
      ).end();
    });
    expect(status).toBe(403);
  });

  test('keeps a good token in a session that no script can read', async () => {
    const response = await connect('mock-second-token');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(response.status).toBe(200);
    expect(cookie).toMatch(/^findings_desk_session=[\w-]{43}; /);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie + (await response.text())).not.toContain('mock-second-token');

    const Cookie = cookie.split(';')[0]!;
    expect(await (await ask('/session', { headers: { Cookie } })).json()).toMatchObject({ isOwn: true });
    expect((await ask('/api/cobalt/orgs', { headers: { Cookie } })).status).toBe(200);

    const closed = await ask('/session', { method: 'DELETE', headers: { Cookie } });
    expect(closed.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await (await ask('/session', { headers: { Cookie } })).json()).toMatchObject({ isOwn: false });
  });

  test.each([
    ['wrong-token', 'Cobalt did not accept this token'],
    ['two words', 'This is no API token'],
    ['', 'This is no API token'],
  ])('refuses the token "%s" in a sentence, and keeps no session', async (token, sentence) => {
    const response = await connect(token);
    expect(response.status).toBe(422);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(((await response.json()) as { message: string }).message).toContain(sentence);
  });

  test.each([
    ['another origin', { Origin: 'https://attacker.example' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('refuses a token from %s', async (_name, headers) => {
    expect((await connect('mock-second-token', headers)).status).toBe(403);
  });

  test('refuses a form: only JSON is read', async () => {
    const response = await ask('/session', {
      method: 'POST',
      body: new URLSearchParams({ token: 'mock-second-token' }),
    });
    expect(response.status).toBe(400);
  });

  test('answers 401 for a revoked token, and takes the other one', async () => {
    await control('/demo/revoke');
    expect((await ask('/api/cobalt/orgs')).status).toBe(401);
    expect((await connect('mock-personal-token')).status).toBe(422);
    expect((await connect('mock-second-token')).status).toBe(200);
    await control('/demo/reset');
    expect((await ask('/api/cobalt/orgs')).status).toBe(200);
  });

  test('breaks as often as it was told', async () => {
    const fault = { requests: 'reads', place: 'organizations', times: 2 };
    await control('/demo/faults', { ...fault, effect: '418' });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await ask('/api/cobalt/orgs')).status);
    expect(statuses).toEqual([418, 418, 200]);
  });

  test('says what is left of a limit in Retry-After', async () => {
    await control('/demo/faults', {
      effect: '429',
      requests: 'all',
      place: 'everywhere',
      seconds: 20,
      retryAfter: 'left',
    });
    const response = await ask('/api/cobalt/orgs');
    await control('/demo/reset');
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(10);
  });

  test('cuts the connection where the browser sees it', async () => {
    await control('/demo/faults', { effect: 'cut', requests: 'all', place: 'everywhere', times: 1 });
    await expect(ask('/api/cobalt/orgs')).rejects.toThrow('fetch failed');
    const { requests } = (await (await ask('/demo')).json()) as { requests: { outcome: unknown }[] };
    expect(requests[0]?.outcome).toBe('cut');
  });

  test.each([{}, { effect: '999' }, { effect: '500', requests: 'reads', place: '__proto__' }])(
    'refuses the fault %j',
    async (order) => {
      expect((await control('/demo/faults', order)).status).toBe(422);
    },
  );
});

describe('starting the demo', () => {
  test(
    'ends at once when it is told to',
    async () => {
      const demo = await startDemo();
      const before = performance.now();
      expect(await demo.stop()).toBe(0);
      expect(performance.now() - before).toBeLessThan(2000);
    },
    PATIENCE,
  );

  test(
    'talks to the real API with a token, and then has no remote control',
    async () => {
      const demo = await startDemo({ COBALT_API_TOKEN: 'a-real-token', COBALT_REGION: 'eu' });
      const info: unknown = await (await fetch(new URL('/session', demo.url))).json();
      const control = await fetch(new URL('/demo', demo.url));
      await demo.stop();
      expect(info).toEqual({ mode: 'live', region: 'eu', isOwn: false, tokens: [] });
      expect(control.status).toBe(404);
    },
    PATIENCE,
  );

  test(
    'says in one line that the port is taken',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => other.once('listening', resolve));
      const { port } = other.address() as AddressInfo;
      const { code, out, error } = await failToStart({ PORT: String(port) });
      other.close();
      expect({ code, out, error }).toEqual({
        code: 1,
        out: '',
        error: `Port ${port} is taken. Choose another: PORT=${port + 1} npm start\n`,
      });
    },
    PATIENCE,
  );

  test.each([
    [{ COBALT_API_TOKEN: 'two words' }, /^COBALT_API_TOKEN is no token: .*\n$/],
    [{ COBALT_REGION: 'mars' }, /^COBALT_REGION must be us or eu\.\n$/],
    [{ PORT: 'many' }, /^PORT must be a number .*\n$/],
    [
      { COBALT_API_TOKEN: 'a-real-token', HOST: '0.0.0.0' },
      /^With COBALT_API_TOKEN the demo listens on .*\n$/,
    ],
  ])(
    'says in one line what is wrong with %j',
    async (env, line) => {
      const { code, out, error } = await failToStart(env);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(error).toMatch(line);
      expect(error).not.toContain('two words');
    },
    PATIENCE,
  );
});
