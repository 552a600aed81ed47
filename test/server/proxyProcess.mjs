/**
 * One server process behind which browsers ask: a proxy that counts in Redis. Started by redis.redis.test.ts with the
 * addresses of both in its environment; says its own as soon as it listens, and ends with its parent.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import Redis from 'ioredis';
import { createServer as createVite } from 'vite';

const { COBALT_URL = '', REDIS_URL = '' } = process.env;
const root = join(import.meta.dirname, '../..');
// Node 20 reads no TypeScript.
const vite = await createVite({
  root,
  configFile: join(root, 'vite.config.ts'),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
const { createCobaltProxy } = await vite.ssrLoadModule('/src/server.ts');
const { createRedisBudgetStore } = await vite.ssrLoadModule('/src/server/redis.ts');

const client = new Redis(REDIS_URL);
client.on('error', () => undefined);
const proxy = createCobaltProxy({
  baseUrl: COBALT_URL,
  token: 'token-of-both-processes',
  authorize: () => true,
  budget: {
    store: createRedisBudgetStore({ client }),
    secret: 'a-secret-of-both-processes',
    onStoreError: (error) => console.log(`store: ${error.message}`),
  },
});
const server = createServer(getRequestListener(proxy));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once('disconnect', () => process.exit(0));
