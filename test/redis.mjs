/** `npm run test:redis`: what several server processes share, against a real Redis server. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findRedis } from './setup/redisServer.mjs';

const command = findRedis();
if (!command) {
  console.error('No redis-server, and none could be installed. Install one, or name it in REDIS_SERVER.');
  process.exit(1);
}
const manifest = createRequire(import.meta.url).resolve('vitest/package.json');
const { status } = spawnSync(
  process.execPath,
  [join(dirname(manifest), 'vitest.mjs'), 'run', '--project', 'redis'],
  {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, REDIS_SERVER: command },
  },
);
process.exitCode = status ?? 1;
