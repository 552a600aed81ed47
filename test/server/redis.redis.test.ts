import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createCobaltProxy } from 'cobalt-react/server';
import { createRedisBudgetStore } from 'cobalt-react/server/redis';
import Redis from 'ioredis';
import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startRedis } from '../setup/redisServer.mjs';
import { describeBudgetStore } from './budgetStoreContract.ts';
import { ask, fakeCobalt, proxyTo, TOKEN } from './fakeCobalt.ts';

const command = process.env['REDIS_SERVER']!;
const SECRET = 'a-secret-of-both-processes';

const redis = await startRedis(command);
const ioredis = new Redis(redis.url);
const nodeRedis = await createClient({ url: redis.url }).connect();

afterAll(async () => {
  ioredis.disconnect();
  nodeRedis.destroy();
  await redis.stop();
});

describeBudgetStore('createRedisBudgetStore with ioredis', () => createRedisBudgetStore({ client: ioredis }));
describeBudgetStore('createRedisBudgetStore with redis', () => createRedisBudgetStore({ client: nodeRedis }));

describe('keys in Redis', () => {
  it('are a prefix, a bucket and a hash, with a number that expires', async () => {
    await ioredis.flushall();
    const store = createRedisBudgetStore({ client: ioredis, prefix: 'acme' });
    const { fetch } = fakeCobalt(() => Response.json({}, { status: 429 }));
    for (const user of [undefined, () => 'ada@example.com']) {
      const proxy = proxyTo(fetch, { budget: { store, secret: SECRET, ...(user && { user }) } });
      await proxy(ask('/events'));
    }
    const keys = await ioredis.keys('*');
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(key).toMatch(/^acme:read:[0-9a-f]{32}$/);
      expect(await ioredis.get(key)).toMatch(/^\d+$/);
      expect(await ioredis.pttl(key)).toBeGreaterThan(0);
    }
  });

  it('leave a limiter of the app on the same client as it is', async () => {
    const { RateLimiterRedis } = await import('rate-limiter-flexible');
    const own = new RateLimiterRedis({ storeClient: ioredis, points: 2, duration: 60, keyPrefix: 'own' });
    const store = createRedisBudgetStore({ client: ioredis });
    await own.consume('key');
    expect((await store.increment('read:key', 60_000)).count).toBe(1);
    await own.consume('key');
    await expect(own.consume('key')).rejects.toMatchObject({ consumedPoints: 3 });
    expect((await store.increment('read:key', 60_000)).count).toBe(2);
  });
});

describe('two server processes', () => {
  const arrived: string[] = [];
  let status = 200;
  const cobalt = createServer((request, response) => {
    arrived.push(request.method ?? '');
    const isOrganizations = request.url?.startsWith('/orgs');
    response.writeHead(isOrganizations ? 200 : status, {
      'Content-Type': 'application/json',
      ...(status === 429 && { 'Retry-After': '30' }),
    });
    response.end(
      isOrganizations ? '{"data":[{"resource":{"id":"or_1","name":"One","token":"token-of-or_1"}}]}' : '{}',
    );
  });
  const processes: Awaited<ReturnType<typeof startProcess>>[] = [];

  beforeAll(async () => {
    cobalt.listen(0, '127.0.0.1');
    await once(cobalt, 'listening');
    const url = `http://127.0.0.1:${(cobalt.address() as AddressInfo).port}`;
    processes.push(...(await Promise.all([startProcess(url), startProcess(url)])));
  });

  afterAll(async () => {
    await Promise.all(processes.map((running) => running.stop()));
    cobalt.closeAllConnections();
    cobalt.close();
  });

  /** So many requests at once, turn and turn about. */
  const statuses = async (times: number, path: string, init: RequestInit = {}) => {
    const answers = Array.from({ length: times }, (_, turn) =>
      fetch(`${processes[turn % 2]!.url}/api/cobalt${path}`, {
        ...init,
        headers: { 'X-Cobalt-Organization': 'or_1' },
      }),
    );
    const responses = await Promise.all(answers);
    await Promise.all(responses.map((response) => response.text()));
    return responses.map((response) => response.status);
  };
  const count = (list: readonly unknown[], value: unknown) => list.filter((entry) => entry === value).length;

  it('ask Cobalt 100 times together for 150 reads, and 20 times for 30 writes', async () => {
    await ioredis.flushall();
    arrived.length = 0;
    const writes = await statuses(30, '/findings/vl_1', { method: 'PATCH' });
    expect([count(writes, 200), count(writes, 429)]).toEqual([20, 10]);
    const looks = count(arrived, 'GET');
    // Each process looks for the organization itself.
    expect(looks).toBeLessThanOrEqual(2);
    const reads = await statuses(150, '/events');
    expect([count(reads, 200), count(reads, 429)]).toEqual([100 - looks, 50 + looks]);
    expect([count(arrived, 'GET'), count(arrived, 'PATCH')]).toEqual([100, 20]);
  });

  it('both hold back when Cobalt refused one of them', async () => {
    await ioredis.flushall();
    arrived.length = 0;
    status = 429;
    await statuses(1, '/events');
    expect(count(await statuses(20, '/events'), 429)).toBe(20);
    expect(arrived).toEqual(['GET']);
    const held = await fetch(`${processes[1]!.url}/api/cobalt/events`);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(20);
    status = 200;
  });
});

describe('a Redis server that goes away', () => {
  const toEnd: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of toEnd.splice(0)) await end();
  });

  const start = async (port?: number) => {
    const server = await startRedis(command, port);
    toEnd.unshift(() => server.stop());
    return server;
  };

  it.each([
    ['ioredis', 'ends'],
    ['ioredis', 'hangs'],
    ['redis', 'ends'],
    ['redis', 'hangs'],
  ])(
    'with %s, and %s, keeps nobody from Cobalt, is reported once, and counts when it is back',
    async (name, how) => {
      let server = await start();
      const client =
        name === 'ioredis'
          ? new Redis(server.url, { retryStrategy: () => 50 })
          : createClient({ url: server.url, socket: { reconnectStrategy: 50 } });
      client.on('error', () => undefined);
      toEnd.push(() => (client instanceof Redis ? client.disconnect() : client.destroy()));
      if (!(client instanceof Redis)) await client.connect();
      const onStoreError = vi.fn();
      const proxy = createCobaltProxy({
        region: 'us',
        token: TOKEN,
        authorize: () => true,
        fetch: fakeCobalt().fetch,
        budget: { store: createRedisBudgetStore({ client }), secret: SECRET, onStoreError },
      });
      // A client that is still connecting is waited for.
      await proxy(ask('/events'));
      expect(await countsIn(server.url)).toEqual(['1']);
      expect(onStoreError).not.toHaveBeenCalled();

      if (how === 'ends') await server.stop();
      else server.pause();
      for (let time = 0; time < 20; time += 1) {
        expect((await proxy(ask('/events'))).status).toBe(200);
      }
      expect(onStoreError).toHaveBeenCalledOnce();

      if (how === 'ends') server = await start(server.port);
      else server.resume();
      const [before = '0'] = await countsIn(server.url);
      await vi.waitFor(
        async () => {
          expect((await proxy(ask('/events'))).status).toBe(200);
          const [count = '0'] = await countsIn(server.url);
          // More than the one that the client may have kept back and sent late.
          expect(Number(count)).toBeGreaterThan(Number(before) + 1);
        },
        { timeout: 25_000, interval: 300 },
      );
      expect(onStoreError).toHaveBeenCalledOnce();
    },
  );
});

async function countsIn(url: string): Promise<(string | null)[]> {
  const client = new Redis(url);
  const keys = await client.keys('*');
  const counts = await Promise.all(keys.map((key) => client.get(key)));
  client.disconnect();
  return counts;
}

async function startProcess(cobaltUrl: string) {
  const child = fork(join(import.meta.dirname, 'proxyProcess.mjs'), {
    env: { ...process.env, COBALT_URL: cobaltUrl, REDIS_URL: redis.url },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text) => {
      said += String(text);
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    ended.then(() => {
      reject(new Error(`A proxy ended before it listened: ${said}`));
    }, reject);
  });
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
